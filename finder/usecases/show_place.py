"""Show one place at a moment: whether it is open then, and when each of its gatherings is held next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from finder.domain.clock import dutch_day
from finder.domain.gatherings import Occurrence
from finder.domain.opening_hours import OpeningState, state_of
from finder.domain.place import Gathering, Place
from finder.domain.sourced import Sourced
from finder.recurrence.occurrences import has_days, next_times


@dataclass(frozen=True, slots=True)
class HeldThere:
    """A gathering of a place and its next times: none where there are none, or nobody knows on which day."""

    said: Sourced[Gathering]
    next_times: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place at the moment of asking."""

    place: Place
    opening: OpeningState
    held: tuple[HeldThere, ...]

    @property
    def has_calendar(self) -> bool:
        """Tell whether of any gathering the days are known, so that a calendar can hold it."""
        return any(has_days(each.said.value) for each in self.held)


def show_place(place: Place, now: datetime) -> ShownPlace:
    """Work out what a place is at ``now`` (aware). Nothing is held any more at one that closed or moved."""
    today = dutch_day(now)
    held = (HeldThere(said, () if place.status.gone else next_times(said, now)) for said in place.offer.gatherings)
    return ShownPlace(place, state_of(place, now, today), tuple(held))
