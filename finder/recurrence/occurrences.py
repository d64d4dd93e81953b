"""When a gathering is held: its rule, hours and exceptions put together, on the clock of the Netherlands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice

from finder.domain.clock import TIME_ZONE, dutch_day
from finder.domain.gatherings import Occurrence
from finder.domain.place import Gathering, Place
from finder.domain.sourced import Sourced
from finder.recurrence.rules import days_from, days_of, is_dated

LOOK_AHEAD_DAYS = 366
"""How far a next time is looked for."""


def has_days(gathering: Gathering) -> bool:
    """Tell whether it is known on which days a gathering is held; without that it is never listed by day."""
    return is_dated(gathering.rrule, gathering.first_on)


def on_day(said: Sourced[Gathering], day: date) -> Occurrence:
    """Put the hours of a gathering on a day; an end that is not after the start is on the next day.

    The hour is that of the clock on the wall, in summer and in winter.
    """
    gathering = said.value
    if gathering.start is None:
        return Occurrence(said, day)
    starts = datetime.combine(day, time.fromisoformat(gathering.start), TIME_ZONE)
    if gathering.end is None:
        return Occurrence(said, day, starts)
    ends = datetime.combine(day, time.fromisoformat(gathering.end), TIME_ZONE)
    if ends.replace(tzinfo=None) <= starts.replace(tzinfo=None):
        ends += timedelta(days=1)
    return Occurrence(said, day, starts, ends)


def days_held(gathering: Gathering, start: date, end: date) -> frozenset[date]:
    """Return the days from ``start`` to ``end``, both included, on which it is held; none when its day is not known."""
    if gathering.rrule is None or not has_days(gathering):
        return frozenset()
    return days_of(gathering.rrule, gathering.first_on, start, end).difference(gathering.except_on)


def occurrences(held: Place | Sourced[Gathering], start: date, end: date) -> list[Occurrence]:
    """Return every time of a gathering, or of all gatherings of a place, from ``start`` to ``end``, both included.

    In order of time; on a day those without a known hour come last.
    """
    gatherings: Iterable[Sourced[Gathering]] = held.offer.gatherings if isinstance(held, Place) else (held,)
    found = [on_day(said, day) for said in gatherings for day in days_held(said.value, start, end)]
    return sorted(found, key=lambda occurrence: occurrence.order)


def next_occurrence(said: Sourced[Gathering], start: date) -> Occurrence | None:
    """Return the first time on or after ``start``; None when there is none within a year or its day is not known."""
    return next(_times_from(said, start), None)


def next_times(said: Sourced[Gathering], now: datetime, most: int = 3) -> tuple[Occurrence, ...]:
    """Return the first times that are not over at ``now`` (aware), one that is going on included.

    None of more than a year ahead, nor where its day is not known.
    """
    # What began yesterday evening may still be going on after midnight.
    since = dutch_day(now) - timedelta(days=1)
    return tuple(islice((held for held in _times_from(said, since) if not held.is_over(now)), most))


def _times_from(said: Sourced[Gathering], start: date) -> Iterator[Occurrence]:
    gathering = said.value
    if gathering.rrule is None or not has_days(gathering):
        return
    for day in days_from(gathering.rrule, gathering.first_on, start):
        if (day - start).days > LOOK_AHEAD_DAYS:
            return
        if day not in gathering.except_on:
            yield on_day(said, day)


def coming(place: Place, now: datetime, days: int = 7) -> list[Occurrence]:
    """Return what is held at a place from ``now`` (aware) on, for some days; what is over is left out.

    Nothing is held at a place that closed or moved.
    """
    if place.status.gone:
        return []
    today = dutch_day(now)
    held = occurrences(place, today, today + timedelta(days=days - 1))
    return [occurrence for occurrence in held if not occurrence.is_over(now)]
