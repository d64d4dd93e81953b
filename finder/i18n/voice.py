"""A voice says phrases in one locale, from its catalogue or the next in line that has the message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import dates, numbers
from babel.lists import format_list
from babel.support import NullTranslations, Translations
from markupsafe import Markup, escape

from finder.i18n.languages import language_name
from finder.i18n.locales import LOCALES, SOURCE, InterfaceLocale, fallbacks
from finder.i18n.phrases import (
    N_,
    Clock,
    Day,
    Distance,
    LanguageName,
    Listing,
    Phrase,
    Plural,
    Sayable,
    Verbatim,
    Weekday,
    When,
    Written,
)

NETHERLANDS = ZoneInfo("Europe/Amsterdam")
TRANSLATIONS = Path(__file__).parents[2] / "translations"
_ISOLATE, _POP = "\u2068", "\u2069"
_METRES = N_("%(number)s m")
_KILOMETRES = N_("%(number)s km")


@dataclass(frozen=True, slots=True)
class Said:
    """Words, and the locale they turned out to be in (another one where a message has no translation)."""

    words: str
    locale: InterfaceLocale


class _Missing(NullTranslations):
    """Says nothing: so a message that reads the same in two languages is told from one without a translation."""

    def gettext(self, message: str) -> str:
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return ""


@cache
def _catalogue(code: str) -> NullTranslations:
    catalogue = Translations.load(TRANSLATIONS, [code])
    catalogue.add_fallback(_Missing())
    return catalogue


class Voice:
    """Says phrases in one locale. Digits are Latin everywhere, so that a time reads as it stands on the door."""

    def __init__(self, locale: InterfaceLocale) -> None:
        self.locale = locale

    def text(self, phrase: Sayable) -> str:
        """Say it as plain text, names isolated by control characters."""
        return self._said(phrase, _isolated, str).words

    def html(self, phrase: Sayable) -> Markup:
        """Say it as HTML: names in ``<bdi lang>``, and a ``<span lang dir>`` around what is in a fallback language."""
        said = self._said(phrase, _bdi, escape)
        if said.locale == self.locale:
            return Markup(said.words)
        fallback = said.locale
        return Markup('<span lang="{}" dir="{}">{}</span>').format(
            fallback.code, fallback.direction, Markup(said.words)
        )

    def _said(self, phrase: Sayable, verbatim: Callable[[Verbatim], str], wrap: Callable[[str], str]) -> Said:
        match phrase:
            case Written(text):
                return Said(wrap(escape(text)), self.locale)
            case Verbatim():
                return Said(verbatim(phrase), self.locale)
            case str():
                return self._message(Phrase(phrase), verbatim, wrap)
            case Phrase() | Plural():
                return self._message(phrase, verbatim, wrap)
            case Listing(items, sentence):
                words = [self._said(item, verbatim, wrap).words for item in items]
                joined = format_list(words, locale=self.locale.cldr) if sentence else " · ".join(words)
                return Said(wrap(joined), self.locale)
            case _:
                return Said(self._value(phrase), self.locale)

    def _message(
        self, phrase: Phrase | Plural, verbatim: Callable[[Verbatim], str], wrap: Callable[[str], str]
    ) -> Said:
        for code in fallbacks(self.locale.code):
            words = _translated(code, phrase)
            if words is not None:
                voice = self if code == self.locale.code else Voice(LOCALES[code])
                parameters = {
                    name: wrap(voice._said(value, verbatim, wrap).words)  # type: ignore[arg-type]
                    for name, value in phrase.parameters.items()
                }
                if isinstance(phrase, Plural):
                    parameters["count"] = wrap(voice._value(phrase.count))
                return Said(wrap(words) % parameters if parameters else wrap(words), voice.locale)
        raise AssertionError("Dutch has every message")

    def _value(self, value: object) -> str:
        locale = self.locale.cldr
        match value:
            case Distance(metres):
                return self._distance(metres)
            case Clock(moment):
                return moment.astimezone(NETHERLANDS).strftime("%H:%M")
            case Day(day):
                return str(dates.format_date(day, "full", locale=locale))
            case Weekday(number):
                return str(dates.get_day_names("wide", "stand-alone", locale=locale)[number])
            case When(stated_on):
                skeleton = ("y", "yMMMM", "yMMMMd")[stated_on.text.count("-")]
                return str(dates.format_skeleton(skeleton, stated_on.earliest(), locale=locale))
            case LanguageName(code):
                return language_name(code, self)
            case int():
                return numbers.format_decimal(value, locale=locale, numbering_system="latn")
            case _:
                raise TypeError(f"cannot say {value!r}")

    def _distance(self, metres: float) -> str:
        near = metres < 950
        amount = max(10, round(metres, -1)) if near else round(metres / 1000, 1)
        number = numbers.format_decimal(amount, locale=self.locale.cldr, numbering_system="latn")
        return self.text(Phrase(_METRES if near else _KILOMETRES, {"number": Written(number)}))


def _isolated(verbatim: Verbatim) -> str:
    return f"{_ISOLATE}{verbatim.text}{_POP}"


def _bdi(verbatim: Verbatim) -> str:
    return Markup('<bdi lang="{}">{}</bdi>').format(verbatim.lang, verbatim.text)


def _translated(code: str, phrase: Phrase | Plural) -> str | None:
    catalogue = _catalogue(code)
    if isinstance(phrase, Plural):
        words = catalogue.ngettext(phrase.singular, phrase.plural, phrase.count)
        source = phrase.singular if phrase.count == 1 else phrase.plural
    else:
        words, source = catalogue.gettext(phrase.message), phrase.message
    return words or (source if code == SOURCE else None)
