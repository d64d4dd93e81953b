"""The credits name everybody whose licence asks for it, in every language."""

import pytest

from finder.i18n.locales import LOCALES
from finder.wording.credits import ATTRIBUTION
from tests.wording.saying import said


@pytest.mark.parametrize("locale", LOCALES)
def test_openstreetmap_and_its_licence_are_named(locale):
    assert "OpenStreetMap" in said(ATTRIBUTION, locale)
    assert "ODbL" in said(ATTRIBUTION, locale)
    assert "CBS" in said(ATTRIBUTION, locale)
