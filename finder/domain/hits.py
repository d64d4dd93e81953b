"""What a search gives back. Every ``filter`` is the name of a field of Filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from finder.domain.filters import Filters
from finder.domain.likely import Guess, Likelihood
from finder.domain.opening_hours import OpeningState
from finder.domain.place import Place


class Match(StrEnum):
    """Whether a place certainly has what was asked for, likely has it, or has to be asked."""

    YES = "yes"
    LIKELY = "likely"
    PERHAPS = "perhaps"


class Reason(NamedTuple):
    """One chosen value, and whether the place has it, or for a filter that avoids values: has it not.

    ``when`` is the opening_hours string in which it holds, where a source says so. ``guess`` is what makes it LIKELY,
    or UNLIKELY.
    """

    filter: str
    value: str
    answer: Likelihood
    when: str | None = None
    guess: Guess | None = None

    @property
    def certain(self) -> bool:
        """Tell whether it is known to hold."""
        return self.answer is Likelihood.YES


class Hit(NamedTuple):
    """A place that was found. ``distance`` is metres from ``near``; ``opening`` is its state now.

    A place that keeps its address back has no distance, though it stands where its neighbourhood would.
    """

    place: Place
    distance: float | None
    match: Match
    reasons: tuple[Reason, ...]
    opening: OpeningState


class Count(NamedTuple):
    """How many places match certainly, how many likely, and how many perhaps."""

    certain: int
    likely: int
    perhaps: int

    @property
    def total(self) -> int:
        """The three groups together."""
        return self.certain + self.likely + self.perhaps


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of hits in order, and how many there are in all."""

    count: Count
    items: tuple[Hit, ...]

    @property
    def total(self) -> int:
        """How many there are in all."""
        return self.count.total


@dataclass(frozen=True, slots=True)
class Facets:
    """Per filter and value: the hits there would be if it were the only value of its filter.

    Where all values of a filter are wanted: if it were wanted as well.

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
class LetGo:
    """What is let go of: a filter, or one ``value`` of several that are all wanted.

    ``within`` are the metres to which a distance is widened, None when it is left out.
    """

    filter: str
    value: str | None = None
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Loosening:
    """One or two things to let go of together: the search that results, and what it brings."""

    let_go: tuple[LetGo, ...]
    filters: Filters
    hits: Count
