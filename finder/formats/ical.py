"""Gatherings of a place as iCalendar (RFC 5545), for the calendar on a phone."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from hashlib import blake2b
from typing import cast

from icalendar import Calendar, Event, Timezone, vRecur

from finder.domain.clock import TIME_ZONE
from finder.domain.gatherings import Occurrence
from finder.domain.place import Gathering, Place
from finder.domain.sourced import Sourced
from finder.recurrence.occurrences import next_occurrence

_ISOLATES = "\u2066\u2067\u2068\u2069"
_PRODUCT = "-//Samenplek//Gatherings//NL"
_EU_SUMMER_TIME = b"""BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""
"""The library's own lists single years; this rule has no last one."""


@dataclass(frozen=True, slots=True)
class EventWords:
    """What a calendar shows of a gathering, already said in the language with this code."""

    summary: str
    description: str = ""
    language: str = "nl"


def gatherings_calendar(
    place: Place,
    words: Callable[[Sourced[Gathering]], EventWords],
    *,
    name: str,
    since: date,
    stamp: datetime,
    url: str = "",
) -> bytes:
    """Return the gatherings of a place whose days are known, each as one recurring event from ``since`` on.

    A gathering without an hour is an event of a whole day. ``name`` is shown as the name of the calendar, ``url`` leads
    to the place, ``stamp`` (aware) is when this was made. The UID of a gathering stays while its kind and title stay.
    A place that closed or moved has an empty calendar.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _plain(name))
    calendar.add_component(_time_zone())
    seen: dict[tuple[str, str], int] = {}
    for said in () if place.status.gone else place.offer.gatherings:
        gathering = said.value
        identity = (gathering.kind, gathering.title)
        seen[identity] = seen.get(identity, 0) + 1
        first = _first(said, since)
        if first is not None:
            event = _event(place, first, words(said), stamp, url)
            event.add("uid", _uid(place, gathering, seen[identity]))
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _first(said: Sourced[Gathering], since: date) -> Occurrence | None:
    """A series that is counted must begin at its beginning."""
    gathering = said.value
    counted = "COUNT=" in (gathering.rrule or "").upper()
    return next_occurrence(said, gathering.first_on if counted and gathering.first_on else since)


def _event(place: Place, first: Occurrence, words: EventWords, stamp: datetime, url: str) -> Event:
    gathering = first.gathering
    event = Event()
    event.add("dtstamp", stamp.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", first.starts or first.day)
    if first.ends:
        event.add("dtend", first.ends)
    event.add("rrule", _rule(gathering, timed=first.time_known))
    left_out = sorted(day for day in gathering.except_on if day >= first.day)
    if left_out and first.starts:
        event.add("exdate", [datetime.combine(day, first.starts.time(), TIME_ZONE) for day in left_out])
    elif left_out:
        event.add("exdate", left_out, parameters={"VALUE": "DATE"})
    event.add("summary", _plain(words.summary), parameters={"LANGUAGE": words.language})
    if words.description:
        event.add("description", _plain(words.description), parameters={"LANGUAGE": words.language})
    event.add("location", _plain(f"{place.name}, {place.address_line}"))
    if place.shown_point:
        event.add("geo", (place.shown_point.latitude, place.shown_point.longitude))
    if url:
        event.add("url", url)
    return event


def _rule(gathering: Gathering, *, timed: bool) -> vRecur:
    """The end of a series is a day; with an hour, RFC 5545 wants that as a moment in UTC."""
    rule: vRecur = vRecur.from_ical((gathering.rrule or "").removeprefix("RRULE:"))
    if timed and "UNTIL" in rule:
        (until,) = rule["UNTIL"]
        last = until.date() if isinstance(until, datetime) else until
        rule["UNTIL"] = [datetime.combine(last, time(23, 59, 59), TIME_ZONE).astimezone(UTC)]
    return rule


def _uid(place: Place, gathering: Gathering, number: int) -> str:
    """Not the id of the gathering: phones know the events by this one, and would show every meeting twice."""
    identity = f"{gathering.kind}\n{gathering.title}\n{number}"
    return f"{place.code}-{blake2b(identity.encode(), digest_size=8).hexdigest()}@samenplek"


def _plain(text: str) -> str:
    """Leave out control characters, and those that isolate a name in running text: calendars show boxes for them."""
    return "".join(
        sign for sign in text if sign == "\n" or (sign not in _ISOLATES and unicodedata.category(sign) != "Cc")
    )


@cache
def _time_zone() -> Timezone:
    return cast(Timezone, Timezone.from_ical(_EU_SUMMER_TIME))
