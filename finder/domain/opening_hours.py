"""Open, closed or unknown: what a place's opening hours say about a moment, and whether they can be trusted.

The opening-hours library does the reading, always with the Netherlands as country (without it `PH off` is
ignored in silence) and with the middle of Amsterdam for sunrise and sunset.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

import opening_hours
from opening_hours import OpeningHours as Rules
from opening_hours import State

from finder.domain.clock import TIME_ZONE, wall_clock
from finder.domain.errors import InvalidInput
from finder.domain.place import OpeningHours, Place
from finder.domain.sourced import Sourced

HOURS_TRUSTED_DAYS = 365
"""Hours whose source is older than this, counted from today, answer neither open nor closed."""
LOOK_AHEAD_DAYS = 366
"""How far a next opening or closing is looked for."""
LONGEST_HOURS = 1000
"""Characters; OpenStreetMap itself allows 255."""

_UNREADABLE: type[Exception] = opening_hours.ParserError  # type: ignore[attr-defined]  # its stubs leave it out
_AMSTERDAM = (52.3731, 4.8926)
_COMMENT = re.compile(r'(\b(?:open|closed|off|unknown)\b)?\s*("[^"]*")')
_OPEN_END = re.compile(r"(\d{2}:\d{2})\+")
_MISREAD = re.compile(r"\|\||\bSH\b|\d\s*\+(?!\s*\d)")
_ALLOWED = (
    "an OpenStreetMap opening_hours string, such as 'Mo-Fr 09:00-17:00; PH off',"
    " without '||', 'SH' or an open end such as '18:00+', which cannot be evaluated"
)


class Trust(StrEnum):
    """Whether opening hours can be trusted, or why not."""

    CURRENT = "current"
    OLD = "old"
    """Their source is older than HOURS_TRUSTED_DAYS."""
    UNDATED = "undated"
    WORDED = "worded"
    """Only the source's own words are known."""
    MISSING = "missing"
    """No source speaks of opening hours."""


class OpenState(StrEnum):
    """Whether a place is open at a moment; UNKNOWN also where its hours say so, as for "by appointment"."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OpeningState:
    """Whether a place is open, and the next change where one is known: aware, Dutch time.

    ``opens_at`` goes with CLOSED, ``closes_at`` with OPEN; ``trusted`` says why a state is or is not told.
    """

    state: OpenState
    trusted: Trust
    opens_at: datetime | None = None
    closes_at: datetime | None = None


def _qualified(comment: re.Match[str]) -> str:
    """By the specification a comment without a word such as `open` makes its rule unknown: "by appointment"."""
    return comment[0] if comment[1] else f" unknown {comment[2]}"


def _read(text: str) -> Rules:
    if len(text) > LONGEST_HOURS or _MISREAD.search(_COMMENT.sub("", text)):
        raise InvalidInput("opening_hours", text, _ALLOWED)
    try:
        rules = _COMMENT.sub(_qualified, text).strip()
        return Rules(rules, timezone=TIME_ZONE, country="NL", coords=_AMSTERDAM, max_interval_days=LOOK_AHEAD_DAYS)
    except _UNREADABLE:
        raise InvalidInput("opening_hours", text, _ALLOWED) from None


@lru_cache(maxsize=65536)
def read_hours(text: str) -> Rules:
    """Return the rules of an opening_hours string, read once. Raises InvalidInput as ``validate_hours`` does."""
    return _read(text)


def validate_hours(text: str) -> None:
    """Raise InvalidInput unless the string can be read and is evaluated rightly.

    Refused for what the library would do with them: a fallback (``||``), school holidays (``SH``, which it ignores)
    and open ends (``18:00+``, which it closes at midnight).
    """
    _read(text)


@lru_cache(maxsize=4096)
def validate_when(text: str) -> None:
    """Raise InvalidInput unless the hours of a fact can be read: they are told, so an end may be open (``12:30+``)."""
    _read(_OPEN_END.sub(r"\1-24:00", text))


def dated_on(hours: Sourced[OpeningHours]) -> date | None:
    """Return the earliest day on which the source of the hours can have said them, or None when undated."""
    return hours.stated_on.earliest() if hours.stated_on else None


def lack_of(hours: Sourced[OpeningHours] | None) -> Trust | None:
    """Return why the hours can never be trusted, or None where their age decides."""
    if hours is None or not (hours.value.osm or hours.value.wording):
        return Trust.MISSING
    if not hours.value.osm:
        return Trust.WORDED
    return Trust.UNDATED if dated_on(hours) is None else None


def oldest_trusted(today: date) -> date:
    """Return the first day on which hours can have been said that are still believed on ``today``."""
    return today - timedelta(days=HOURS_TRUSTED_DAYS)


def trust_of(hours: Sourced[OpeningHours] | None, today: date) -> Trust:
    """Tell whether the hours can be trusted on ``today``, or why not."""
    said_on = dated_on(hours) if hours else None
    old = said_on is not None and said_on < oldest_trusted(today)
    return lack_of(hours) or (Trust.OLD if old else Trust.CURRENT)


def _next(rules: Rules, wall: datetime, *, opens: bool) -> datetime | None:
    """The library also calls it a change when only the comment does."""
    latest = wall + timedelta(days=LOOK_AHEAD_DAYS)
    while wall < latest:
        change: datetime | None = rules.next_change(wall)
        if change is None or rules.is_open(wall_clock(change)) == opens:
            return change
        wall = wall_clock(change)
    return None


def state_at(text: str, moment: datetime) -> OpeningState:
    """Tell what trusted opening hours say about an aware moment. Raises InvalidInput as ``validate_hours`` does."""
    rules, wall = read_hours(text), wall_clock(moment)
    state, _ = rules.state(wall)
    if state == State.UNKNOWN:
        return OpeningState(OpenState.UNKNOWN, Trust.CURRENT)
    if state == State.OPEN:
        return OpeningState(OpenState.OPEN, Trust.CURRENT, closes_at=_next(rules, wall, opens=False))
    return OpeningState(OpenState.CLOSED, Trust.CURRENT, opens_at=_next(rules, wall, opens=True))


def state_of(place: Place, moment: datetime, today: date) -> OpeningState:
    """Tell whether a place is open at an aware moment, by hours that can be trusted on ``today``.

    Raises InvalidInput for hours that ``validate_hours`` refuses.
    """
    trust = trust_of(place.offer.hours, today)
    if trust is not Trust.CURRENT or place.hours is None or place.hours.osm is None:
        return OpeningState(OpenState.UNKNOWN, trust)
    return state_at(place.hours.osm, moment)
