"""What a search gives back. Every ``filter`` is the name of a field of Filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from finder.domain.filters import Filters
from finder.domain.opening_hours import OpeningState
from finder.domain.place import Place


class Match(StrEnum):
    """Whether a place certainly has what was asked for, or has to be asked."""

    YES = "yes"
    PERHAPS = "perhaps"


class Reason(NamedTuple):
    """One chosen value that the place has (``certain``), or of which it is not known.

    ``when`` is the opening_hours string in which it holds, where a source says so.
    """

    filter: str
    value: str
    certain: bool
    when: str | None = None


class Hit(NamedTuple):
    """A place that was found. ``distance`` is metres from ``near``; ``opening`` is its state now.

    A place that keeps its address back has no distance, though it stands where its neighbourhood would.
    """

    place: Place
    distance: float | None
    match: Match
    reasons: tuple[Reason, ...]
    opening: OpeningState


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of hits, certain ones first, and how many there are in all."""

    total: int
    certain: int
    perhaps: int
    items: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many places match certainly, and how many perhaps."""

    certain: int
    perhaps: int

    @property
    def total(self) -> int:
        """Both groups together."""
        return self.certain + self.perhaps


@dataclass(frozen=True, slots=True)
class Facets:
    """Per filter and value: the hits there would be if it were the only value of its filter.

    ``values`` holds the filters with a vocabulary by the name of their field, with their known values; ``unlisted``
    has the count of any other value of them. ``within`` (metres) is empty without a position; ``open_now`` is open_at
    at the moment of asking.
    """

    values: Mapping[str, Mapping[str, Count]]
    unlisted: Mapping[str, Count]
    within: Mapping[int, Count]
    open_now: Count

    def of(self, name: str, value: str) -> Count:
        """Return the count of one value of the filter ``name``, a value that no place is known to have included."""
        return self.values[name].get(value, self.unlisted[name])


@dataclass(frozen=True, slots=True)
class Loosening:
    """One filter to loosen: the search that results, and what it brings. ``within`` is the wider distance, if that."""

    filter: str
    filters: Filters
    hits: Count
    within: int | None = None
