"""Make static/vendor/pdf-fonts/ out of node_modules: the fonts of the card, as TrueType, one per script and weight.

A PDF takes no web fonts, and @fontsource cuts a family into files by alphabet; Latin and Cyrillic are joined again.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "static/vendor/pdf-fonts"
WEIGHTS = (400, 700)
FONTS = {
    "text": [("noto-sans", "latin"), ("noto-sans", "latin-ext"), ("noto-sans", "cyrillic")],
    # Noto Sans Arabic draws the dots of letters as signs of their own, which a PDF would give back as letters.
    "arabic": [("vazirmatn", "arabic")],
    "ethiopic": [("noto-sans-ethiopic", "ethiopic")],
}
KEPT = [
    *((0x0020, 0x024F), (0x02BB, 0x02DD), (0x0300, 0x0331), (0x1E00, 0x1EFF), (0x2000, 0x20BF), (0x2100, 0x2193)),
    *((0x0400, 0x045F), (0x0490, 0x0491), (0xFFFD, 0xFFFD)),
    *((0x0600, 0x06FF), (0x0750, 0x077F), (0x200C, 0x200F)),
    *((0x1200, 0x139F),),
]
"""The letters of our languages and of names in them; the rest would be read again for every card."""
UNUSED = ["STAT", "gasp", "vhea", "vmtx"]


def _read(family: str, alphabet: str, weight: int) -> TTFont:
    file = ROOT / f"node_modules/@fontsource/{family}/files/{family}-{alphabet}-{weight}-normal.woff"
    if not file.exists():
        sys.exit(f"pdf_fonts: there is no font file {file.relative_to(ROOT)}")
    font = TTFont(file, recalcTimestamp=False)
    font.flavor = None
    for table in UNUSED:
        if table in font:
            del font[table]
    return font


def _joined(fonts: list[TTFont], folder: Path) -> TTFont:
    if len(fonts) == 1:
        return fonts[0]
    files = []
    for number, font in enumerate(fonts):
        files.append(str(folder / f"{number}.ttf"))
        font.save(files[-1])
    return Merger().merge(files)


def _cut(font: TTFont) -> None:
    options = Options(hinting=False, layout_features=["*"], name_IDs=["*"], notdef_outline=True, recalc_timestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in KEPT for code in range(first, last + 1)])
    subsetter.subset(font)


def main() -> None:
    """Write every font beside the target, then put the folder in its place."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=TARGET.parent, prefix=".pdf-fonts-"))
    try:
        for name, parts in FONTS.items():
            for weight in WEIGHTS:
                with tempfile.TemporaryDirectory() as folder:
                    font = _joined([_read(*part, weight) for part in parts], Path(folder))
                    _cut(font)
                    font.save(draft / f"{name}-{weight}.ttf")
        for family in {family for parts in FONTS.values() for family, _ in parts}:
            shutil.copy(ROOT / f"node_modules/@fontsource/{family}/LICENSE", draft / f"LICENSE-{family}.txt")
        os.chmod(draft, 0o755)
        shutil.rmtree(TARGET, ignore_errors=True)
        draft.rename(TARGET)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


if __name__ == "__main__":
    main()
