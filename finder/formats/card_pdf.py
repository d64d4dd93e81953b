"""The card as PDF: one A4 in black and white, two languages side by side, that folds to the size of a wallet.

It names no client, and has no heading: nothing on it tells more than the names of the places do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from fpdf import FPDF, ViewerPreferences

from finder.formats.pdf_text import ASCENT, FONT_FOLDER, MM_PER_POINT, Line, Typesetter, Weight
from finder.formats.qr import Matrix

Pair = tuple[Line, ...]
"""The same words in each language of the card: one line, or two side by side."""

PLACES_ON_FIRST_PAGE = 3
PLACES_ON_OTHER_PAGES = 6
PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
FOLDS = (PAGE_HEIGHT / 4, PAGE_HEIGHT / 2, PAGE_HEIGHT * 3 / 4)
"""Millimetres from the top; the other fold is down the middle, between the languages."""

_MARGIN, _GUTTER = 14.0, 10.0
_WIDTH = PAGE_WIDTH - 2 * _MARGIN
_HALVES = ((13.0, 144.0), (154.0, 285.0))
_WORDS_END = 247.0
_QR_TOP, _QR_SIDE = 252.0, 32.0
_BETWEEN_PLACES = 6.0
_LEADING = 1.36
_SMALLEST = 0.5
_LARGEST = {1: 1.15, 2: 1.1, 3: 1.0}
"""How much larger the text is where few places leave it room."""
_GREY, _BLACK = 150, 0


@dataclass(frozen=True, slots=True)
class CardPlace:
    """A place on the card. ``said`` are lines about it: the next opening with its date, the walk."""

    name: Line
    address: Line
    code: str
    said: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """Everything on the card, already said. ``title`` is that of the file and is not printed.

    ``words`` are for the door; ``beside_qr`` says what the code is for, ``foot`` where the information is from and of
    which day. ``made_on`` is all that the file tells of when it was made.
    """

    title: str
    made_on: date
    places: tuple[CardPlace, ...]
    words: tuple[Pair, ...] = ()
    qr: Matrix = ()
    beside_qr: tuple[Pair, ...] = ()
    foot: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cell:
    x: float
    width: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """Cells side by side; ``height`` in mm, ``after`` the white beneath it."""

    cells: tuple[_Cell, ...]
    size: float
    weight: Weight
    height: float
    after: float


def card_pdf(card: Card, fonts: Path = FONT_FOLDER) -> bytes:
    """Return the card: one page for up to 3 places, one more for every 6 beyond.

    Raises FileNotFoundError where the fonts were not made (``make setup``).
    """
    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_creation_date(datetime.combine(card.made_on, time(), UTC))
    pdf.set_title(card.title)
    pdf.set_lang("nl")
    pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
    with closing(Typesetter(pdf, fonts)) as setter:
        _fill(_Sheet(pdf, setter), card)
        return bytes(pdf.output())


def _fill(sheet: _Sheet, card: Card) -> None:
    first, rest = card.places[:PLACES_ON_FIRST_PAGE], card.places[PLACES_ON_FIRST_PAGE:]
    sheet.start_page()
    sheet.places(first, *_HALVES[0])
    sheet.words(card.words, _HALVES[1][0], _WORDS_END)
    sheet.foot(card)
    while rest:
        sheet.start_page()
        for number, half in enumerate(_HALVES):
            sheet.places(rest[number * PLACES_ON_FIRST_PAGE :][:PLACES_ON_FIRST_PAGE], *half)
        rest = rest[PLACES_ON_OTHER_PAGES:]


class _Sheet:
    """Puts rows of text on pages; no row lies across a fold."""

    def __init__(self, pdf: FPDF, setter: Typesetter) -> None:
        self._pdf = pdf
        self._setter = setter

    def start_page(self) -> None:
        """Add a page with marks where it folds, as far from the edge as any printer prints."""
        self._pdf.add_page()
        self._pdf.set_draw_color(_GREY)
        self._pdf.set_line_width(0.15)
        for y in FOLDS:
            self._pdf.line(5, y, 9, y)
            self._pdf.line(PAGE_WIDTH - 9, y, PAGE_WIDTH - 5, y)
        for top in (5.0, PAGE_HEIGHT - 9):
            self._pdf.line(PAGE_WIDTH / 2, top, PAGE_WIDTH / 2, top + 4)

    def places(self, places: Sequence[CardPlace], top: float, bottom: float) -> None:
        """Put up to three places beneath each other, all in letters of one size, a thin line between them."""
        if not places:
            return
        firsts: list[int] = []

        def rows_of(scale: float) -> list[_Row]:
            rows: list[_Row] = []
            firsts.clear()
            for place in places:
                firsts.append(len(rows))
                *above, last = self._place(place, scale)
                rows += [*above, replace(last, after=_BETWEEN_PLACES)]
            return rows

        tops = self._fit(rows_of, top + 2, bottom - 3, _LARGEST[len(places)])
        for first in firsts[1:]:
            self._rule(tops[first] - _BETWEEN_PLACES / 2)

    def words(self, words: Sequence[Pair], top: float, bottom: float) -> None:
        """Put the words for the door in rows, each language in its column, a thin line between the rows."""
        rows = self._fit(lambda scale: [self._pair(pair, 10.2 * scale, 3.2 * scale) for pair in words], top, bottom)
        for y in rows[1:]:
            self._rule(y - 1.3)

    def foot(self, card: Card) -> None:
        """Put the QR code at the bottom left, with words beside it."""
        taken = self._qr(card.qr)
        self._fit(
            lambda scale: [
                *(self._pair(pair, 9.5 * scale, 1.2 * scale, taken) for pair in card.beside_qr),
                *(self._pair(pair, 7.5 * scale, 0.6 * scale, taken) for pair in card.foot),
            ],
            _QR_TOP,
            _HALVES[1][1],
        )

    def _place(self, place: CardPlace, scale: float) -> list[_Row]:
        name = self._row([(_MARGIN, _WIDTH - 24, place.name)], 17 * scale, 0.6 * scale, weight=Weight.BOLD, most=2)
        code = _Cell(PAGE_WIDTH - _MARGIN - 20, 20, (Line(place.code, direction="rtl"),))
        address = self._row([(_MARGIN, _WIDTH - 24, place.address)], 12.5 * scale, 3.4 * scale, most=2)
        return [
            name,
            _Row((*address.cells, code), address.size, Weight.REGULAR, address.height, address.after),
            *(self._pair(pair, 11.5 * scale, 1.4 * scale) for pair in place.said),
        ]

    def _pair(self, pair: Pair, size: float, after: float, taken: float = 0) -> _Row:
        """Side by side, what is read from the right on the right; ``taken`` mm at the left are not free."""
        if len(pair) == 1:
            return self._row([(_MARGIN + taken, _WIDTH - taken, pair[0])], size, after)
        column = (_WIDTH - _GUTTER) / 2
        left, right = sorted(pair, key=lambda line: line.direction == "rtl")
        rooms = [(_MARGIN + taken, column - taken, left), (PAGE_WIDTH - _MARGIN - column, column, right)]
        return self._row(rooms, size, after)

    def _row(
        self,
        rooms: Sequence[tuple[float, float, Line]],
        size: float,
        after: float,
        weight: Weight = Weight.REGULAR,
        most: int = 3,
    ) -> _Row:
        cells = tuple(
            _Cell(x, width, tuple(self._setter.wrap(line, width, size, weight, most))) for x, width, line in rooms
        )
        deepest = max(len(cell.lines) for cell in cells)
        return _Row(cells, size, weight, deepest * size * MM_PER_POINT * _LEADING, after)

    def _fit(self, make: Callable[[float], list[_Row]], top: float, bottom: float, scale: float = 1.0) -> list[float]:
        """Draw rows between two heights, smaller when they do not fit; return the top of each."""
        while True:
            rows = make(scale)
            tops, end = _stacked(rows, top)
            if end <= bottom or scale <= _SMALLEST:
                break
            scale *= 0.96
        for row, y in zip(rows, tops, strict=True):
            self._draw(row, y)
        return tops

    def _draw(self, row: _Row, top: float) -> None:
        self._pdf.set_text_color(_BLACK)
        leading = row.size * MM_PER_POINT * _LEADING
        for cell in row.cells:
            for number, line in enumerate(cell.lines):
                baseline = top + number * leading + ASCENT * leading
                self._setter.draw(line, cell.x, baseline, cell.width, row.size, row.weight)

    def _rule(self, y: float) -> None:
        self._pdf.set_draw_color(_GREY)
        self._pdf.set_line_width(0.15)
        self._pdf.line(_MARGIN, y, PAGE_WIDTH - _MARGIN, y)

    def _qr(self, matrix: Matrix) -> float:
        """Draw the code; return how many mm at the left it takes."""
        if not matrix:
            return 0
        side = _QR_SIDE / len(matrix)
        self._pdf.set_fill_color(_BLACK)
        for y, row in enumerate(matrix):
            for x, black in enumerate(row):
                if black:
                    self._pdf.rect(_MARGIN + x * side, _QR_TOP + y * side, side, side, style="F")
        return _QR_SIDE + 6


def _stacked(rows: Sequence[_Row], top: float) -> tuple[list[float], float]:
    """Return the top of each row and where the last one ends; a row that a fold would cross goes beneath it."""
    tops, y = [], top
    for row in rows:
        for fold in FOLDS:
            if y < fold < y + row.height:
                y = fold + 1.8
        tops.append(y)
        y += row.height + row.after
    return tops, y - (rows[-1].after if rows else 0)
