"""A localizer says phrases in one locale, from its catalogue or the next in line that has the message."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from babel import dates, numbers
from babel.lists import format_list
from babel.support import NullTranslations, Translations
from markupsafe import Markup, escape

from finder.domain.clock import TIME_ZONE
from finder.i18n.catalogues import TRANSLATIONS, unreviewed
from finder.i18n.languages import everyday_name, language_name
from finder.i18n.locales import LOCALES, SOURCE, InterfaceLocale, fallbacks
from finder.i18n.phrases import (
    N_,
    Clock,
    Day,
    Distance,
    EverydayName,
    LanguageName,
    Listing,
    Phrase,
    Plural,
    Sayable,
    Verbatim,
    Weekday,
    When,
    Written,
    said_alike,
)

_ISOLATE, _POP = "\u2068", "\u2069"
_METRES = N_("%(number)s m")
_KILOMETRES = N_("%(number)s km")


@dataclass(frozen=True, slots=True)
class Localized:
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


class _AsText:
    """Plain text: names stand between isolating control characters."""

    def words(self, text: str) -> str:
        return text

    def name(self, verbatim: Verbatim) -> str:
        return f"{_ISOLATE}{verbatim.text}{_POP}"

    def marked(self, said: Localized) -> str:
        return said.words

    def doubled(self, words: str, source: str) -> str:
        return words


class _AsHtml:
    """HTML: everything escaped, names in ``<bdi>``, another language in a ``<span lang dir>``."""

    def words(self, text: str) -> str:
        return escape(text)

    def name(self, verbatim: Verbatim) -> str:
        return Markup('<bdi lang="{}">{}</bdi>').format(verbatim.lang, verbatim.text)

    def marked(self, said: Localized) -> str:
        element = Markup('<span lang="{}" dir="{}">{}</span>')
        return element.format(said.locale.code, said.locale.direction, said.words)

    def doubled(self, words: str, source: str) -> str:
        return words


class _AsHtmlWithSource(_AsHtml):
    """HTML in which the Dutch stands beside a sensitive message that no speaker has read."""

    def doubled(self, words: str, source: str) -> str:
        return Markup('{} <span class="source-words" lang="{}" dir="ltr">({})</span>').format(words, SOURCE, source)


_TEXT, _HTML, _HTML_WITH_SOURCE = _AsText(), _AsHtml(), _AsHtmlWithSource()


class Localizer:
    """Says phrases in one locale. Digits are Latin everywhere, so that a time reads as it stands on the door."""

    def __init__(self, locale: InterfaceLocale, sensitive: Collection[str] = ()) -> None:
        """``sensitive`` are messages beside which the Dutch stands in HTML until a speaker has read them."""
        self.locale = locale
        self._sensitive = sensitive
        # What is said alike every time: some thousand messages and dates, and nine in ten of what a page says.
        self._remembered: dict[tuple[_AsText | _AsHtml, Sayable], Localized] = {}
        # Rounded as they are said, there are some hundred of them.
        self._distances: dict[tuple[bool, float], str] = {}
        self._fallbacks: dict[str, Localizer] = {}

    def text(self, phrase: Sayable) -> str:
        """Say it as plain text, names isolated by control characters."""
        return self._localized(phrase, _TEXT).words

    def html(self, phrase: Sayable, beside_source: bool = False) -> Markup:
        """Say it as HTML, a fallback language marked as such.

        ``beside_source``: the Dutch already stands beside it, as on a page in two languages.
        """
        return Markup(self._part(phrase, _HTML if beside_source else _HTML_WITH_SOURCE))

    def _part(self, phrase: Sayable, manner: _AsText | _AsHtml) -> str:
        said = self._localized(phrase, manner)
        return said.words if said.locale == self.locale else manner.marked(said)

    def _localized(self, phrase: Sayable, manner: _AsText | _AsHtml) -> Localized:
        if not said_alike(phrase):
            return self._said_anew(phrase, manner)
        key = (manner, phrase)
        said = self._remembered.get(key)
        if said is None:
            said = self._remembered[key] = self._said_anew(phrase, manner)
        return said

    def _said_anew(self, phrase: Sayable, manner: _AsText | _AsHtml) -> Localized:
        match phrase:
            case str():
                return self._message(Phrase(phrase), manner)
            case Written(text):
                return Localized(manner.words(text), self.locale)
            case Verbatim():
                return Localized(manner.name(phrase), self.locale)
            case Phrase() | Plural():
                return self._message(phrase, manner)
            case Listing(items, sentence):
                parts = [self._part(item, manner) for item in items]
                if sentence and parts:
                    return Localized(type(parts[0])(format_list(parts, locale=self.locale.cldr)), self.locale)
                return Localized(manner.words(" · ").join(parts), self.locale)
            case _:
                return Localized(manner.words(self._value(phrase)), self.locale)

    def _in(self, code: str) -> Localizer:
        if code == self.locale.code:
            return self
        if code not in self._fallbacks:
            self._fallbacks[code] = Localizer(LOCALES[code], self._sensitive)
        return self._fallbacks[code]

    def _message(self, phrase: Phrase | Plural, manner: _AsText | _AsHtml) -> Localized:
        for code in fallbacks(self.locale.code):
            words = _translated(code, phrase)
            if words is not None:
                break
        else:
            raise AssertionError("Dutch has every message")
        localizer = self._in(code)
        parameters = {name: localizer._part(value, manner) for name, value in phrase.parameters.items()}  # type: ignore[arg-type]
        if isinstance(phrase, Plural):
            parameters["count"] = manner.words(localizer._value(phrase.count))
        said = manner.words(words) % parameters if parameters else manner.words(words)
        if isinstance(phrase, Phrase) and phrase.message in self._sensitive and phrase.message in unreviewed(code):
            said = manner.doubled(said, phrase.message)
        return Localized(said, localizer.locale)

    def _value(self, value: object) -> str:
        locale = self.locale.cldr
        match value:
            case Distance(metres):
                return self._distance(metres)
            case Clock(moment):
                return moment.astimezone(TIME_ZONE).strftime("%H:%M")
            case Day(day):
                return _day_in_full(self.locale.code, day)
            case Weekday(number):
                return str(dates.get_day_names("wide", "stand-alone", locale=locale)[number])
            case When(stated_on):
                day = stated_on.earliest()
                precision = stated_on.text.count("-")
                if precision == 2:
                    return str(dates.format_date(day, "long", locale=locale))
                return str(dates.format_skeleton(("y", "yMMMM")[precision], day, locale=locale))
            case LanguageName(code):
                return language_name(code, self)
            case EverydayName(code):
                return everyday_name(code, self)
            case int():
                return _number(self.locale.code, value)
            case _:
                raise TypeError(f"cannot say {value!r}")

    def _distance(self, metres: float) -> str:
        near = metres < 950
        amount = max(10, round(metres, -1)) if near else round(metres / 1000, 1)
        key = (near, amount)
        said = self._distances.get(key)
        if said is None:
            number = Written(_number(self.locale.code, amount))
            said = self.text(Phrase(_METRES if near else _KILOMETRES, {"number": number}))
            self._distances[key] = said
        return said


@lru_cache(maxsize=4096)
def _day_in_full(code: str, day: date) -> str:
    return str(dates.format_date(day, "full", locale=LOCALES[code].cldr))


@lru_cache(maxsize=4096)
def _number(code: str, amount: float) -> str:
    return str(numbers.format_decimal(amount, locale=LOCALES[code].cldr, numbering_system="latn"))


def _translated(code: str, phrase: Phrase | Plural) -> str | None:
    catalogue = _catalogue(code)
    if isinstance(phrase, Plural):
        words = catalogue.ngettext(phrase.singular, phrase.plural, phrase.count)
        source = phrase.singular if phrase.count == 1 else phrase.plural
    else:
        words, source = catalogue.gettext(phrase.message), phrase.message
    return words or (source if code == SOURCE else None)
