"""Who says a fact, and when it was checked, as JSON and back.

A fact points at its sources by their number in the list of the place, so that a page is described once. Facts of
several parts do so themselves; those of one value have their sources in ``factSources``, their checks in
``factChecks``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from finder.domain.sourced import Checked, CheckMethod, PartialDate, Source, Sourced
from finder.formats import json_fields as fields
from finder.formats.json_fields import Json, WrongField, shown, tidy

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
_METHODS = fields.members(CheckMethod)
_CHECK = frozenset({"checkedOn", "checkedHow"})


def read_source(raw: Any) -> Source:
    """Read a source. Every ``read_`` of this module raises WrongField for what is not as documented."""
    said = fields.as_object(raw, "")
    written = fields.maybe_text(said, "date")
    url, title, licence = fields.web_address(said, "url"), fields.text(said, "title"), fields.text(said, "licence")
    try:
        return _source(url, title, licence, written)
    except ValueError:
        raise WrongField("date", f"{shown(written)} is not a year, a month or a day") from None


@lru_cache(maxsize=4096)
def _source(url: str, title: str, licence: str, date: str | None) -> Source:
    """One object for all places that name a page: 170,000 mentions in a large file are of a few hundred pages."""
    return Source(url, title, licence, PartialDate(date) if date else None)


def write_source(source: Source) -> Json:
    """Write a source."""
    known = {"url": source.url, "title": source.title, "licence": source.licence}
    return known | ({"date": source.stated_on.text} if source.stated_on else {})


def read_check(raw: Json, on: str, how: str) -> Checked | None:
    """Read when a fact was checked, and how, from two fields; None when it was not."""
    if on not in raw and how not in raw:
        return None
    day, method = fields.maybe_day(raw, on), fields.maybe_word(raw, how, _METHODS)
    if day is None:
        raise WrongField(how, f"has no {on} beside it")
    return Checked(day, method)


def write_check(checked: Checked | None, on: str, how: str) -> Json:
    """Write when a fact was checked, and how, as two fields; none when it was not."""
    if checked is None:
        return {}
    return {on: checked.on.isoformat()} | ({how: str(checked.how)} if checked.how else {})


class Provenance:
    """Who says what about one place, read from ``sources``, ``factSources`` and ``factChecks`` of its properties.

    Thousands of places have the same three, and may share one: nothing in it is about the place itself.
    """

    FIELDS = frozenset({"sources", "factSources", "factChecks"})

    def __init__(self, raw: Json) -> None:
        self.sources = fields.each(raw, "sources", read_source)
        self._alone: tuple[tuple[Source, ...], ...] = tuple((source,) for source in self.sources)
        named = fields.as_object(raw.get("factSources", {}), "factSources")
        self._named = {key: self._all(numbers, f"factSources.{key}") for key, numbers in named.items()}
        self._checked = fields.under(raw, "factChecks", _named_checks) or {}
        self._words: dict[tuple[str, str], Sourced[Any]] = {}

    def speaks_of(self, key: str) -> bool:
        """Tell whether a source is named for a fact."""
        return bool(self._named.get(key))

    def of(self, key: str, value: T) -> Sourced[T]:
        """Return a fact of one value with who says it."""
        sources = self._named.get(key)
        if not sources:
            raise WrongField(f"factSources.{key}", f"is missing: nobody says {key}")
        return Sourced(value, sources, self._checked.get(key) if self._checked else None)

    def word(self, raw: Json, key: str, words: Mapping[str, E]) -> Sourced[E]:
        """Read a word of a vocabulary with who says it: one object for all places of which the same is said."""
        value = raw.get(key)
        known = self._words.get((key, value)) if type(value) is str else None
        if known is None:
            known = self._words[key, str(value)] = self.of(key, fields.word(raw, key, words))
        return known

    def read(self, raw: Any, read: Callable[[Json], T]) -> Sourced[T]:
        """Read a fact of several parts with who says it."""
        said = fields.as_object(raw, "")
        if "source" not in said:
            raise WrongField("source", "is missing")
        sources = self._alone[self._number(said["source"], "source")]
        if "alsoSaidBy" in said:
            sources += self._all(said["alsoSaidBy"], "alsoSaidBy")
        checked = read_check(said, "checkedOn", "checkedHow") if not _CHECK.isdisjoint(said) else None
        return Sourced(read(said), sources, checked)

    def _all(self, numbers: Any, path: str) -> tuple[Source, ...]:
        listed = fields.as_list(numbers, path)
        return tuple(self.sources[self._number(number, f"{path}[{at}]")] for at, number in enumerate(listed))

    def _number(self, number: object, path: str) -> int:
        if type(number) is not int or not 0 <= number < len(self.sources):
            raise WrongField(path, f"{shown(number)} is not the number of a source: there are {len(self.sources)}")
        return number


def _named_checks(raw: Any) -> dict[str, Checked | None]:
    checks = fields.as_object(raw, "")
    return {key: fields.under(checks, key, _named_check) for key in checks}


def _named_check(raw: Any) -> Checked | None:
    return read_check(fields.as_object(raw, ""), "on", "how")


class SourceNumbers:
    """Numbers the sources of a place while its facts are written."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self.sources = list(dict.fromkeys(sources))
        self._numbers = {source: number for number, source in enumerate(self.sources)}

    def of(self, source: Source) -> int:
        """Return the number of a source, which is added where it is not there yet."""
        number = self._numbers.setdefault(source, len(self.sources))
        if number == len(self.sources):
            self.sources.append(source)
        return number

    def write(self, said: Sourced[T], write: Callable[[T], Json]) -> Json:
        """Write a fact of several parts with who says it."""
        first, *others = map(self.of, said.sources)
        also = {"alsoSaidBy": others} if others else {}
        return write(said.value) | {"source": first} | also | write_check(said.checked, "checkedOn", "checkedHow")


def write_named(named: Mapping[str, Sourced[Any] | None], numbers: SourceNumbers) -> Json:
    """Write the sources and checks of the facts of one value."""
    known = {key: said for key, said in sorted(named.items()) if said is not None}
    return tidy(
        {
            "factSources": {key: [*map(numbers.of, said.sources)] for key, said in known.items()},
            "factChecks": {key: write_check(said.checked, "on", "how") for key, said in known.items() if said.checked},
        }
    )
