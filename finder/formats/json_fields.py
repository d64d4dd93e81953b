"""Fields of a JSON object, read strictly: each is what it should be, or a WrongField that names it is raised."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from reprlib import Repr
from typing import Any, TypeVar

Json = dict[str, Any]
T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class WrongField(ValueError):
    """A field that is missing or not as documented. ``path`` leads to it from the record: ``gatherings[1].rrule``."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}" if path else why)
        self.path = path
        self.why = why

    def below(self, outer: str) -> WrongField:
        """Return the same as seen from the record around it."""
        return WrongField(f"{outer}.{self.path}" if self.path else outer, self.why)


_SHORT = Repr()
_SHORT.maxlevel, _SHORT.maxstring = 2, 80
"""Deeply nested values are not followed: the message about them must not fail itself."""


def shown(value: object) -> str:
    """Return a value as a message can show it: short, and in characters that can be written anywhere."""
    text = _SHORT.repr(value)
    return text if text.isprintable() else ascii(text)[1:-1]


def _is_clean(value: str) -> bool:
    """Half a surrogate cannot be sent, a control character cannot be shown; a line may end."""
    return not any(
        "\ud800" <= sign <= "\udfff" or (sign < " " and sign not in "\n\t") or sign == "\x7f" for sign in value
    )


def as_text(value: object, path: str) -> str:
    """Return a text that is not empty."""
    if type(value) is str and value and (value.isprintable() or _is_clean(value)):
        return value
    if type(value) is not str:
        raise WrongField(path, f"{shown(value)} is not a text")
    raise WrongField(path, f"{shown(value)} has a character that cannot be shown" if value else "is empty")


def text(raw: Json, key: str) -> str:
    """Return a text that must be there."""
    value = raw.get(key)
    if type(value) is str and value and value.isprintable():
        return value
    if key not in raw:
        raise WrongField(key, "is missing")
    return as_text(value, key)


def maybe_text(raw: Json, key: str) -> str | None:
    """Return a text, None when the field is left out."""
    if key not in raw:
        return None
    value = raw[key]
    if type(value) is str and value and value.isprintable():
        return value  # nearly all of the millions of texts of a large file end here
    return as_text(value, key)


def as_object(value: object, path: str) -> Json:
    """Return an object."""
    if type(value) is not dict:
        raise WrongField(path, f"{shown(value)} is not an object")
    return value


def as_list(value: object, path: str) -> list[Any]:
    """Return a list."""
    if type(value) is not list:
        raise WrongField(path, f"{shown(value)} is not a list")
    return value


def each(raw: Json, key: str, read: Callable[[Any], T]) -> tuple[T, ...]:
    """Read every item of a list; empty when the field is left out. The field of a wrong item is named by its number."""
    if key not in raw:
        return ()
    found: list[T] = []
    for item in as_list(raw[key], key):
        try:
            found.append(read(item))
        except WrongField as error:
            raise error.below(f"{key}[{len(found)}]") from None
    return tuple(found)


def under(raw: Json, key: str, read: Callable[[Any], T]) -> T | None:
    """Read the value of a field, None when it is left out."""
    if key not in raw:
        return None
    try:
        return read(raw[key])
    except WrongField as error:
        raise error.below(key) from None


def texts(raw: Json, key: str) -> tuple[str, ...]:
    """Return a list of texts; empty when the field is left out."""
    if key not in raw:
        return ()
    found = as_list(raw[key], key)
    for at, item in enumerate(found):
        if not (type(item) is str and item and item.isprintable()):
            as_text(item, f"{key}[{at}]")
    return tuple(found)


def words(raw: Json, key: str, vocabulary: frozenset[str]) -> tuple[str, ...]:
    """Return a list of keys of a vocabulary; empty when the field is left out."""
    if key not in raw:
        return ()
    found = as_list(raw[key], key)
    for at, item in enumerate(found):
        if not (type(item) is str and item in vocabulary):
            raise WrongField(f"{key}[{at}]", f"{shown(item)} is not in the vocabulary")
    return tuple(found)


def members(kind: type[E]) -> Mapping[str, E]:
    """Return the words of a vocabulary as they are written."""
    return {member.value: member for member in kind}


def word(raw: Json, key: str, words: Mapping[str, E]) -> E:
    """Return a word of a vocabulary that must be there."""
    value = raw.get(key)
    if type(value) is str and value in words:
        return words[value]
    raise WrongField(key, f"{shown(text(raw, key))} is not in the vocabulary")


def known(raw: Json, key: str, vocabulary: frozenset[str]) -> str:
    """Return a key of a vocabulary that must be there."""
    value = raw.get(key)
    if type(value) is str and value in vocabulary:
        return value
    raise WrongField(key, f"{shown(text(raw, key))} is not in the vocabulary")


def match(raw: Json, key: str, pattern: re.Pattern[str], what: str) -> str:
    """Return a text that must be there and match a pattern as a whole; ``what`` says what would have been right."""
    value = text(raw, key)
    if not pattern.fullmatch(value):
        raise WrongField(key, f"{shown(value)} is not {what}")
    return value


def maybe_known(raw: Json, key: str, vocabulary: frozenset[str]) -> str | None:
    """Return a key of a vocabulary, None when the field is left out."""
    return known(raw, key, vocabulary) if key in raw else None


def maybe_word(raw: Json, key: str, words: Mapping[str, E]) -> E | None:
    """Return a word of a vocabulary, None when the field is left out."""
    return word(raw, key, words) if key in raw else None


FIRST_YEAR, LAST_YEAR = 1900, 2100
"""A day outside of these is a slip of the pen, and a series that began in the year 206 takes seconds to follow."""


def as_day(value: object, path: str) -> date:
    """Return a day that is written as YYYY-MM-DD."""
    written = as_text(value, path)
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise WrongField(path, f"{shown(written)} is not a day") from None
    if day.isoformat() != written or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise WrongField(path, f"{shown(written)} is not a day of {FIRST_YEAR} to {LAST_YEAR} as YYYY-MM-DD")
    return day


def maybe_day(raw: Json, key: str) -> date | None:
    """Return a day, None when the field is left out."""
    return as_day(raw[key], key) if key in raw else None


def days(raw: Json, key: str) -> tuple[date, ...]:
    """Return a list of days; empty when the field is left out."""
    if key not in raw:
        return ()
    return tuple(as_day(item, f"{key}[{at}]") for at, item in enumerate(as_list(raw[key], key)))


def flag(raw: Json, key: str) -> bool:
    """Return true or false; false when the field is left out."""
    if key not in raw:
        return False
    value = raw[key]
    if type(value) is not bool:
        raise WrongField(key, f"{shown(value)} is not true or false")
    return value


def web_address(raw: Json, key: str) -> str:
    """Return an address of the web that must be there: a link to anything else could run in the reader's browser."""
    value = text(raw, key)
    if not value.startswith(("https://", "http://")):
        raise WrongField(key, f"{shown(value)} is not a web address")
    return value


def tidy(raw: Json) -> Json:
    """Leave out what is empty, false or not known."""
    return {key: value for key, value in raw.items() if value not in (None, "", (), [], {}, False)}
