"""What somebody is looking for, and the one description of each filter.

Page, API, command line, words, counts and engine read the descriptions off the fields of ``Filters``. A new filter is
one field more there, with its words in ``finder/wording/filter_words.py``; both engines answer it by ``read``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, time
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Self

from finder.domain import answers
from finder.domain.answers import NOTHING_KNOWN, Known
from finder.domain.geometry import BBox, Point
from finder.domain.likely import Guess, Likelihood
from finder.domain.place import Place
from finder.domain.vocabulary import COMMUNITIES, DENOMINATIONS, LANGUAGE_CODES, Need, PlaceKind, Religion


class Unknown(StrEnum):
    """What to do with places of which the answer is not known: show them, only the likely ones, or none."""

    INCLUDE = "include"
    LIKELY = "likely"
    EXCLUDE = "exclude"


class PartOfDay(StrEnum):
    """A stretch of a day in the time of the Netherlands."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


PART_HOURS: dict[PartOfDay, tuple[time, time]] = {
    PartOfDay.MORNING: (time(6), time(12)),
    PartOfDay.AFTERNOON: (time(12), time(18)),
    PartOfDay.EVENING: (time(18), time(23, 59)),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time from ``start`` up to ``end`` (both aware): open at any moment of it counts."""

    start: datetime
    end: datetime


class Combine(StrEnum):
    """What a place needs of the values that are chosen in one filter."""

    ANY = "any"
    """One of them is enough."""
    ALL = "all"
    """Each is a wish of its own."""
    NONE = "none"
    """It must be known to have none of them."""


@dataclass(frozen=True, slots=True)
class FilterSpec:
    """One filter. ``name`` is its field of Filters, and what hits, counts and errors call it.

    ``key`` is its name on the command line and, in camelCase, in the API; ``form_keys`` are the fields of the form that
    it is read from. ``always_answered``: no place leaves it unknown.
    """

    key: str
    form_keys: tuple[str, ...]
    always_answered: bool = False
    name: str = ""
    unused: object = None

    @property
    def api_key(self) -> str:
        """The key in the API: ``not_religion`` is ``notReligion``."""
        first, *others = self.key.split("_")
        return first + "".join(word.capitalize() for word in others)


@dataclass(frozen=True, slots=True)
class ValueFilter(FilterSpec):
    """A filter in which values of a vocabulary are chosen.

    ``read`` gives what a place answers, ``when`` (opening_hours syntax) the times at which it has a value, ``guess``
    what makes a value likely or unlikely where nobody knows.
    ``avoids`` names the filter whose values this one leaves out, which has the same vocabulary and the same answers.
    """

    vocabulary: tuple[str, ...] = ()
    read: Callable[[Place], Known] = lambda _: NOTHING_KNOWN
    when: Callable[[Place, str], str | None] | None = None
    guess: Callable[[Place, str, Likelihood], Guess | None] | None = None
    combine: Combine = Combine.ANY
    avoids: str | None = None

    def chosen(self, filters: Filters) -> frozenset[str]:
        """Return the values that a search chooses."""
        values: frozenset[str] = getattr(filters, self.name)
        return values


Described = Mapping[str, FilterSpec]
"""The metadata of a field of Filters."""
_SPEC = "filter"


def one(key: str, *form_keys: str, always_answered: bool = False) -> Described:
    """Describe a filter that has one value, or none."""
    return {_SPEC: FilterSpec(key, form_keys, always_answered)}


def chosen(
    key: str, vocabulary: Iterable[str], read: Callable[[Place], Known], *, always_answered: bool = False, **more: Any
) -> Described:
    """Describe a filter of which one of the chosen values is enough, unless ``more`` says otherwise."""
    return {_SPEC: ValueFilter(key, (key,), always_answered, vocabulary=tuple(vocabulary), read=read, **more)}


def avoided(key: str, filter_name: str) -> Described:
    """Describe a filter that leaves out values of another one."""
    return {_SPEC: ValueFilter(key, (key,), combine=Combine.NONE, avoids=filter_name)}


@dataclass(frozen=True, slots=True)
class Filters:
    """A search. ``within`` is metres from ``near``; a place on the edge of ``bbox`` is in it; ``open_at`` is aware.

    Different filters mean and, and so do several ``needs``. ``rather_not_religions`` and ``rather_not_communities``
    leave out what somebody would rather not (product.md F8): a place known to have the value is no match, one of which
    it is not known is "perhaps".
    """

    near: Point | None = field(default=None, metadata=one("near", "where", "position"))
    within: float | None = field(default=None, metadata=one("within", "within", always_answered=True))
    bbox: BBox | None = field(default=None, metadata=one("bbox", always_answered=True))
    kinds: frozenset[PlaceKind] = field(
        default=frozenset(), metadata=chosen("kind", PlaceKind, answers.kind_of, always_answered=True)
    )
    languages: frozenset[str] = field(
        default=frozenset(),
        metadata=chosen(
            "language",
            LANGUAGE_CODES,
            answers.languages_of,
            when=answers.language_hours,
            guess=answers.language_guess,
        ),
    )
    religions: frozenset[Religion] = field(
        default=frozenset(), metadata=chosen("religion", Religion, answers.religion_of)
    )
    denominations: frozenset[str] = field(
        default=frozenset(), metadata=chosen("denomination", DENOMINATIONS, answers.denominations_of)
    )
    communities: frozenset[str] = field(
        default=frozenset(), metadata=chosen("community", COMMUNITIES, answers.communities_of)
    )
    needs: frozenset[Need] = field(
        default=frozenset(),
        metadata=chosen("need", Need, answers.needs_of, when=answers.need_hours, combine=Combine.ALL),
    )
    open_at: datetime | Stretch | None = field(default=None, metadata=one("open_at", "when", "part"))
    rather_not_religions: frozenset[Religion] = field(
        default=frozenset(), metadata=avoided("not_religion", "religions")
    )
    rather_not_communities: frozenset[str] = field(
        default=frozenset(), metadata=avoided("not_community", "communities")
    )
    unknown: Unknown = field(default=Unknown.INCLUDE, metadata=one("unknown", "certain"))

    def without(self, name: str, value: str | None = None) -> Self:
        """Return the search with one filter not used, or with one ``value`` less in it."""
        unused = filters_in(type(self))[name].unused if value is None else getattr(self, name) - {value}
        changed: dict[str, Any] = {name: unused}
        return replace(self, **changed)


def _read_off(of: type[Filters]) -> Mapping[str, FilterSpec]:
    found: dict[str, FilterSpec] = {}
    for each in fields(of):
        spec: FilterSpec = replace(each.metadata[_SPEC], name=each.name, unused=each.default)
        if isinstance(spec, ValueFilter) and spec.avoids:
            other = found[spec.avoids]
            assert isinstance(other, ValueFilter)
            spec = replace(spec, vocabulary=other.vocabulary, read=other.read)
        found[each.name] = spec
    return MappingProxyType(found)


_TABLES: dict[type[Filters], Mapping[str, FilterSpec]] = {}


def filters_in(of: type[Filters]) -> Mapping[str, FilterSpec]:
    """Return the description of every field of ``of`` by its name, in order."""
    if of not in _TABLES:
        _TABLES[of] = _read_off(of)
    return _TABLES[of]


def value_filters_in(of: type[Filters]) -> Mapping[str, ValueFilter]:
    """Return the descriptions of those in which values of a vocabulary are chosen, in order."""
    return {name: spec for name, spec in filters_in(of).items() if isinstance(spec, ValueFilter)}


FILTERS = filters_in(Filters)
VALUE_FILTERS = value_filters_in(Filters)
