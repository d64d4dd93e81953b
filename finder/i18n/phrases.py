"""Things to say, kept apart from the language they are said in.

A phrase is a Dutch message with parameters; each parameter knows how a locale writes it. So one phrase can be
said in two languages on one page, and no caller formats a date or a distance itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from finder.domain.sourced import PartialDate


def N_(message: str) -> str:
    """Mark a message for the catalogues; it is translated where it is said."""
    return message


@dataclass(frozen=True, slots=True)
class Phrase:
    """A Dutch message with ``%(name)s`` parameters."""

    message: str
    parameters: Mapping[str, object] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.message, *self.parameters.items()))


@dataclass(frozen=True, slots=True)
class Plural:
    """A message that depends on a count, which it may show as ``%(count)s``."""

    singular: str
    plural: str
    count: int
    parameters: Mapping[str, object] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.singular, self.count, *self.parameters.items()))


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Text that is the same in every language, such as a name or an address; it keeps its own direction."""

    text: str
    lang: str = "nl"


@dataclass(frozen=True, slots=True)
class Written:
    """Text that is already in the reader's language, or needs none (a number, a code)."""

    text: str


@dataclass(frozen=True, slots=True)
class Distance:
    """Metres, written as metres or kilometres."""

    metres: float


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""

    moment: datetime


@dataclass(frozen=True, slots=True)
class Day:
    """A day in full, with its weekday."""

    day: date


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 is Monday."""

    number: int


@dataclass(frozen=True, slots=True)
class When:
    """The date of a source: a year, a month or a day."""

    stated_on: PartialDate


@dataclass(frozen=True, slots=True)
class LanguageName:
    """The name of a spoken language, by its ISO 639 code."""

    code: str


@dataclass(frozen=True, slots=True)
class EverydayName:
    """The name of a spoken language by its ISO 639 code, with what people call it in brackets."""

    code: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Several things in a row, with dots between them or as a sentence (``a, b and c``)."""

    items: tuple[Sayable, ...]
    sentence: bool = False


Sayable = (
    Phrase
    | Plural
    | Verbatim
    | Written
    | Distance
    | Clock
    | Day
    | Weekday
    | When
    | LanguageName
    | EverydayName
    | Listing
    | str
    | int
)
"""Everything a localizer can say; a plain str is a message, an int a number."""


def listing(*parts: Sayable | None) -> Listing:
    """Put several things in a row, those that are nothing left out: so each language keeps its own row."""
    return Listing(tuple(part for part in parts if part))


_FEW = 1000
"""A number of places or minutes below this is said so often that its words are worth remembering."""
_SAME_FOR_ALL = (str, LanguageName, EverydayName, Weekday, When)


def said_alike(phrase: Sayable) -> bool:
    """Tell whether the words of a phrase may be remembered: they are the same for every visitor, and few enough.

    Those of a name, a distance or an hour are not: they could tell where somebody looked, or would never come again.
    """
    if isinstance(phrase, Plural):
        return not phrase.parameters and phrase.count < _FEW
    if isinstance(phrase, Phrase):
        return all(isinstance(value, _SAME_FOR_ALL) for value in phrase.parameters.values())
    return isinstance(phrase, _SAME_FOR_ALL)
