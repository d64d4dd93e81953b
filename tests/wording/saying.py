"""Say a phrase in a locale, and make the places and facts to say something about."""

from datetime import UTC, date, datetime

from finder.domain.place import Fact, OpeningHours, SpokenLanguage
from finder.domain.sourced import PartialDate, Source
from finder.i18n.locales import LOCALES
from finder.i18n.localizer import Localizer
from tests.places import a_gathering, a_place, sourced

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
"""A Wednesday in winter, noon on the Dutch clock."""
TODAY = date(2026, 11, 25)

NEW = Source("https://example.org/new", "New", "facts", PartialDate("2026-11-01"))
OLD = Source("https://example.org/old", "Old", "facts", PartialDate("2017"))
UNDATED = Source("https://example.org/undated", "Undated", "facts", None)

_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def said(phrase, locale="nl"):
    """The words of a phrase, without the characters that keep a name apart; None for nothing."""
    if phrase is None:
        return None
    return Localizer(LOCALES[locale]).text(phrase).translate(_ISOLATES)


def all_said(phrases, locale="nl"):
    return [said(phrase, locale) for phrase in phrases]


def place(*, hours=None, hours_source=NEW, hours_wording=None, **parts):
    """A place; ``hours`` as OpenStreetMap writes them."""
    if hours or hours_wording:
        parts["hours"] = sourced(OpeningHours(hours, hours_wording), hours_source)
    return a_place(**parts)


def gathering(rrule="FREQ=WEEKLY;BYDAY=FR", start="18:00", end="20:00", kind="meal", title="", source=NEW, **parts):
    return sourced(a_gathering(title, rrule, start, kind=kind, end=end, **parts), source)


def language(code, level, when=None, source=NEW):
    return sourced(SpokenLanguage(code, level, when), source)


def fact(answer, *terms, when=None, source=NEW):
    return sourced(Fact(answer, terms, when), source)
