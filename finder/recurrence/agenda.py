"""What is on today, this week or on a given day, over all places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache, partial

from finder.domain.clock import dutch_day
from finder.domain.errors import InvalidInput
from finder.domain.gatherings import Happening
from finder.domain.place import Gathering, Place
from finder.domain.sourced import Sourced
from finder.recurrence.occurrences import days_held, has_days, on_day

DayHeld = tuple[date, tuple[Happening, ...]]
"""A day, and what is on."""

EARLIEST, LATEST = date(2000, 1, 3), date(2099, 12, 27)
_WEEKS_KEPT = 64


class Agenda:
    """The gatherings of all places that still exist, by day; a week is worked out once. Safe to read from threads.

    ``kinds`` are those of which anything is ever held on a day that is known.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        held = [
            (place, said)
            for place in places
            if not place.status.gone
            for said in place.offer.gatherings
            if has_days(said.value)
        ]
        self.kinds = frozenset(said.value.kind for _, said in held)
        # Remembers a function and no method: an agenda that held itself would stay in memory when its places are gone.
        self._week = lru_cache(maxsize=_WEEKS_KEPT)(partial(_work_out, held))

    def on(self, day: date) -> tuple[Happening, ...]:
        """Return what is on that day, by hour, those without a known hour last, then by name of the place.

        Raises InvalidInput for a day before EARLIEST or after LATEST.
        """
        return self.week(day)[day.weekday()][1]

    def week(self, day: date) -> tuple[DayHeld, ...]:
        """Return the days, Monday to Sunday, of the week that ``day`` is in. Raises InvalidInput as ``on`` does."""
        if not EARLIEST <= day <= LATEST:
            raise InvalidInput("day", day.isoformat(), f"a day from {EARLIEST} to {LATEST}")
        return self._week(day - timedelta(days=day.weekday()))

    def today(self, now: datetime) -> tuple[Happening, ...]:
        """Return what is on today in the Netherlands; ``now`` is aware."""
        return self.on(dutch_day(now))

    def this_week(self, now: datetime) -> tuple[DayHeld, ...]:
        """Return the week that ``now`` (aware) is in, the days that have passed included."""
        return self.week(dutch_day(now))


def _work_out(held: Iterable[tuple[Place, Sourced[Gathering]]], monday: date) -> tuple[DayHeld, ...]:
    days: dict[date, list[Happening]] = {monday + timedelta(days=ahead): [] for ahead in range(7)}
    for place, said in held:
        for day in days_held(said.value, monday, monday + timedelta(days=6)):
            days[day].append(Happening(place, on_day(said, day)))
    return tuple((day, tuple(sorted(found, key=_order))) for day, found in days.items())


def _order(happening: Happening) -> tuple[object, ...]:
    place, occurrence = happening
    _, unknown_hour, moment, title = occurrence.order
    return (unknown_hour, moment, place.name.casefold(), place.code, title)
