"""Every character of every catalogue has a glyph in the fonts that we serve."""

import pytest
from fontTools.ttLib import TTFont

from finder.i18n.catalogues import catalogue_path, messages, read_catalogue
from finder.i18n.languages import LANGUAGES
from finder.i18n.locales import LOCALES
from tests.paths import ROOT

FONTS = ROOT / "static/vendor/fonts"
INVISIBLE = {"\u200c", "\u200d", "\u2068", "\u2069", "\n", "\u00a0"}


def _glyphs():
    known = set()
    for path in FONTS.glob("*-400.woff2"):
        known |= {chr(code) for code in TTFont(path).getBestCmap()}
    return known


GLYPHS = _glyphs()


@pytest.mark.parametrize("code", LOCALES)
def test_a_catalogue_has_no_character_without_a_glyph(code):
    texts = [LOCALES[code].endonym]
    for message in messages(read_catalogue(catalogue_path(code))):
        texts += [message.string] if isinstance(message.string, str) else message.string
    assert {character for text in texts for character in text} - GLYPHS - INVISIBLE == set()


def test_a_missing_glyph_would_be_found():
    assert "\u2fff" not in GLYPHS
    assert {"a", "ع", "ት", "ж"} <= GLYPHS
    assert LANGUAGES
