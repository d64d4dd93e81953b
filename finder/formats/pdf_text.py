"""Lines of text on a PDF page in any script of ours: fonts by script, right to left where needed, wrapped to a width.

fpdf2 shapes with HarfBuzz and knows the bidirectional algorithm, but orders a paragraph before it breaks it into lines;
here each line is broken first and ordered then, as the algorithm asks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, cast

from fpdf import FPDF
from fpdf.bidi import BidiCharacter, BidiParagraph
from fpdf.enums import TextDirection
from fpdf.fonts import TTFFont

FONT_FOLDER = Path(__file__).parents[2] / "static/vendor/pdf-fonts"
"""Made by scripts/pdf_fonts.py."""
FONTS = ("text", "arabic", "ethiopic")
SIZES = {"text": 1.0, "arabic": 1.1, "ethiopic": 1.05}
"""How much larger a script is set, to be as easy to read as Latin of the same size."""
MM_PER_POINT = 25.4 / 72
ASCENT = 0.8
"""Of the font size: fpdf2 puts the baseline of a cell of that height here."""

LONGEST_TEXT = 500
"""Characters of a line that are looked at; a card has no room for more."""

_MEASURED_AT = 100.0
_DIRECTING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")
_BREAK_AFTER = "፡"
_UNKNOWN = "?"


class Weight(IntEnum):
    """How heavy letters are, by the number in the name of the font file."""

    REGULAR = 400
    BOLD = 700


class Line(NamedTuple):
    """Words already said: their language (ISO 639) and direction, ``ltr`` or ``rtl``."""

    text: str
    lang: str = "nl"
    direction: str = "ltr"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters in reading order that are drawn at once: of one font, in one direction; the first is letter ``start``."""

    text: str
    font: str
    rightwards: bool
    start: int


class Typesetter:
    """Sets lines on the pages of one PDF. Raises FileNotFoundError where the fonts were not made (``make setup``)."""

    def __init__(self, pdf: FPDF, folder: Path = FONT_FOLDER) -> None:
        """``folder`` holds the fonts; each is loaded when a line needs it."""
        self._pdf = pdf
        self._folder = folder
        self._cmaps: dict[str, Mapping[int, str]] = {}
        self._widths: dict[tuple[Line, Weight], float] = {}
        pdf.c_margin = 0

    def close(self) -> None:
        """Close the font files, when the PDF is written."""
        for font in self._pdf.fonts.values():
            cast(TTFFont, font).ttfont.close()

    def width(self, line: Line, size: float, weight: Weight = Weight.REGULAR) -> float:
        """Return the width in mm of a line that is not broken, at a size in points."""
        known = (line, weight)
        if known not in self._widths:
            self._widths[known] = sum(self._use(run, line, _MEASURED_AT, weight) for run in self.runs(line))
        return self._widths[known] * size / _MEASURED_AT

    def wrap(self, line: Line, width: float, size: float, weight: Weight = Weight.REGULAR, most: int = 3) -> list[Line]:
        """Break a line into at most ``most`` lines of ``width`` mm; what does not fit ends in an ellipsis."""
        lines: list[str] = []
        room = 0.0
        for word in _words(line.text[:LONGEST_TEXT]):
            if not lines or (self.width(line._replace(text=word.rstrip()), size, weight) > room and len(lines) < most):
                lines.append("")
                room = width
            lines[-1] += word
            room -= self.width(line._replace(text=word), size, weight)
        return [self._cut(line._replace(text=text.strip()), width, size, weight) for text in lines]

    def _cut(self, line: Line, width: float, size: float, weight: Weight) -> Line:
        if self.width(line, size, weight) <= width:
            return line

        def shortened(length: int) -> Line:
            return line._replace(text=f"{line.text[:length].rstrip()}…")

        lengths = range(len(line.text))
        fitting = bisect_right(lengths, width, key=lambda length: self.width(shortened(length), size, weight))
        return shortened(max(fitting - 1, 0))

    def draw(
        self, line: Line, x: float, baseline: float, width: float, size: float, weight: Weight = Weight.REGULAR
    ) -> None:
        """Draw a line on a baseline, at the start of a room of ``width`` mm: its left, or its right for ``rtl``."""
        if line.direction == "rtl":
            x += width - self.width(line, size, weight)
        placed = []
        for run in self.runs(line):
            placed.append((run, x))
            x += self._use(run, line, size, weight)
        # Written in reading order, wherever they stand: that is the order in which they are read out.
        for run, left in sorted(placed, key=lambda each: each[0].start):
            advance = self._use(run, line, size, weight)
            height = self._pdf.font_size
            self._pdf.set_xy(left, baseline - ASCENT * height)
            self._pdf.cell(advance, height, run.text)

    def _use(self, run: Run, line: Line, size: float, weight: Weight) -> float:
        """Make the PDF ready to draw a run, and return its width in mm."""
        style = "B" if weight is Weight.BOLD else ""
        if run.font + style not in self._pdf.fonts:
            self._pdf.add_font(run.font, style, self._folder / f"{run.font}-{weight.value}.ttf")
        self._pdf.set_font(run.font, style, size * SIZES[run.font])
        direction = TextDirection.LTR if run.rightwards else TextDirection.RTL
        self._pdf.set_text_shaping(use_shaping_engine=True, direction=direction, language=line.lang)
        return float(self._pdf.get_string_width(run.text))

    def runs(self, line: Line) -> list[Run]:
        """Return the runs of one line from left to right; a space is a run, so that words are copied apart."""
        base = TextDirection.RTL if line.direction == "rtl" else TextDirection.LTR
        text = line.text.replace("\n", " ")
        fonts = self._fonts(text)
        ordered = BidiParagraph(text, base, preserve_bn_chars=True).get_reordered_characters()
        seen = [one for one in ordered if one.character not in _DIRECTING]

        def alike(one: BidiCharacter) -> tuple[int, str, bool]:
            return one.embedding_level, fonts[one.character_index], one.character.isspace()

        runs = []
        for (level, font, _), letters in groupby(seen, alike):
            indices = sorted(one.character_index for one in letters)
            known = "".join(self._known(text[index], font) for index in indices)
            runs.append(Run(known, font, level % 2 == 0, indices[0]))
        return runs

    def _known(self, letter: str, font: str) -> str:
        return letter if letter in _JOINERS or self._has(font, letter) else _UNKNOWN

    def _has(self, font: str, letter: str) -> bool:
        if font not in self._cmaps:
            self._pdf.add_font(font, "", self._folder / f"{font}-400.ttf")
            self._cmaps[font] = cast(TTFFont, self._pdf.fonts[font]).cmap
        return ord(letter) in self._cmaps[font]

    def _fonts(self, text: str) -> list[str]:
        """Choose the font of each letter; signs that several have stay with the letters before them."""
        fonts: list[str] = []
        current = FONTS[0]
        for letter in text:
            if letter not in _JOINERS | _DIRECTING and not self._has(current, letter):
                current = next((name for name in FONTS if self._has(name, letter)), current)
            fonts.append(current)
        return fonts


def _words(text: str) -> Iterator[str]:
    """Cut a text where a line may be broken: after spaces, and after the word separator of Ethiopic."""
    word = ""
    for letter in text:
        word += letter
        if letter.isspace() or letter == _BREAK_AFTER:
            yield word
            word = ""
    if word:
        yield word
