"""Who says a fact, and when it was checked, as JSON and back.

A fact points at its sources by their number in the list of the place, so that a page is described once. Facts of
several parts do so themselves; those of one value have their sources in ``factSources``, their checks in
``factChecks``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from finder.domain.sourced import Checked, CheckMethod, PartialDate, Source, Sourced
from finder.formats import json_fields as fields
from finder.formats.json_fields import Json, WrongField, shown, tidy

T = TypeVar("T")


def read_source(raw: Any) -> Source:
    """Read a source. Every ``read_`` of this module raises WrongField for what is not as documented."""
    said = fields.as_object(raw, "")
    written = fields.maybe_text(said, "date")
    try:
        stated_on = PartialDate(written) if written else None
    except ValueError:
        raise WrongField("date", f"{shown(written)} is not a year, a month or a day") from None
    return Source(fields.web_address(said, "url"), fields.text(said, "title"), fields.text(said, "licence"), stated_on)


def write_source(source: Source) -> Json:
    """Write a source."""
    known = {"url": source.url, "title": source.title, "licence": source.licence}
    return known | ({"date": source.stated_on.text} if source.stated_on else {})


def read_check(raw: Json, on: str, how: str) -> Checked | None:
    """Read when a fact was checked, and how, from two fields; None when it was not."""
    day, method = fields.maybe_day(raw, on), fields.maybe_word(raw, how, CheckMethod)
    if day is None and method:
        raise WrongField(how, f"has no {on} beside it")
    return Checked(day, method) if day else None


def write_check(checked: Checked | None, on: str, how: str) -> Json:
    """Write when a fact was checked, and how, as two fields; none when it was not."""
    if checked is None:
        return {}
    return {on: checked.on.isoformat()} | ({how: str(checked.how)} if checked.how else {})


class SourceList:
    """The sources of a place, to which its facts point by number."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self.sources = list(sources)
        self._numbers: dict[Source, int] = {}
        for number, source in enumerate(self.sources):
            self._numbers.setdefault(source, number)

    def at(self, number: object, path: str) -> Source:
        """Return a source by its number, counted from 0."""
        if type(number) is not int or not 0 <= number < len(self.sources):
            raise WrongField(path, f"{shown(number)} is not the number of a source: there are {len(self.sources)}")
        return self.sources[number]

    def number(self, source: Source) -> int:
        """Return the number of a source, which is added where it is not there yet."""
        number = self._numbers.setdefault(source, len(self.sources))
        if number == len(self.sources):
            self.sources.append(source)
        return number

    def read(self, raw: Any, read: Callable[[Json], T]) -> Sourced[T]:
        """Read a fact with who says it."""
        said = fields.as_object(raw, "")
        if "source" not in said:
            raise WrongField("source", "is missing")
        others = fields.as_list(said.get("alsoSaidBy", []), "alsoSaidBy")
        sources = (
            self.at(said["source"], "source"),
            *(self.at(other, f"alsoSaidBy[{at}]") for at, other in enumerate(others)),
        )
        return Sourced(read(said), sources, read_check(said, "checkedOn", "checkedHow"))

    def write(self, said: Sourced[T], write: Callable[[T], Json]) -> Json:
        """Write a fact with who says it."""
        first, *others = map(self.number, said.sources)
        also = {"alsoSaidBy": others} if others else {}
        return write(said.value) | {"source": first} | also | write_check(said.checked, "checkedOn", "checkedHow")


class NamedFacts:
    """The facts whose sources stand apart, by the key of the fact."""

    def __init__(self, raw: Json, sources: SourceList) -> None:
        self.raw = raw
        self.sources = sources
        self._numbers = fields.as_object(raw.get("factSources", {}), "factSources")
        self._checks = fields.as_object(raw.get("factChecks", {}), "factChecks")

    def of(self, key: str, value: T) -> Sourced[T]:
        """Return the fact with who says it."""
        path = f"factSources.{key}"
        numbers = fields.as_list(self._numbers.get(key, []), path)
        if not numbers:
            raise WrongField(path, f"is missing: nobody says {key}")
        said_by = tuple(self.sources.at(number, f"{path}[{at}]") for at, number in enumerate(numbers))
        return Sourced(value, said_by, self._check(key))

    def maybe(self, key: str, value: T | None) -> Sourced[T] | None:
        """Return the fact with who says it, None when there is none."""
        return self.of(key, value) if value else None

    def _check(self, key: str) -> Checked | None:
        if key not in self._checks:
            return None
        try:
            return read_check(fields.as_object(self._checks[key], ""), "on", "how")
        except WrongField as error:
            raise error.below(f"factChecks.{key}") from None


def write_named(named: Mapping[str, Sourced[Any] | None], sources: SourceList) -> Json:
    """Write the sources and checks of the facts whose sources stand apart."""
    known = {key: said for key, said in sorted(named.items()) if said is not None}
    return tidy(
        {
            "factSources": {key: [*map(sources.number, said.sources)] for key, said in known.items()},
            "factChecks": {key: write_check(said.checked, "on", "how") for key, said in known.items() if said.checked},
        }
    )
