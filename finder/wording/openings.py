"""When a place is open: now, next time for who reads it on another day, and in the coming week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from finder.domain.clock import dutch_day, wall_clock
from finder.domain.opening_hours import OpeningState, OpenState, Trust, read_hours, state_at, state_of
from finder.domain.place import Place
from finder.i18n.phrases import N_, Clock, Day, Listing, Phrase, Sayable, Verbatim, Weekday, When
from finder.wording.advice import advised

HOURS_NOT_KNOWN = N_("Tijden niet bekend")


@dataclass(frozen=True, slots=True)
class _Openings:
    """How sure the words are: until when a place is open, and from when it will be."""

    until: str
    opens: str


_SURE = _Openings(N_("Open op %(day)s, tot %(time)s"), N_("Open op %(day)s om %(time)s"))
_PERHAPS = _Openings(N_("Misschien open op %(day)s, tot %(time)s"), N_("Misschien open op %(day)s om %(time)s"))


@dataclass(frozen=True, slots=True)
class DayHours:
    """A day of the week and when a place is open on it."""

    day: Sayable
    hours: Sayable


def opening_phrase(place: Place, opening: OpeningState, now: datetime) -> Sayable:
    """Return whether a place is open at ``now`` (aware), and until or from when; or why nobody can say."""
    if opening.state is OpenState.OPEN:
        if opening.closes_at is None:
            return N_("Open")
        return Phrase(N_("Open tot %(time)s"), {"time": Clock(opening.closes_at)})
    if opening.state is OpenState.CLOSED:
        return _shut(opening.opens_at, dutch_day(now))
    hours = place.offer.hours
    if hours is None:
        return HOURS_NOT_KNOWN
    stated_on = hours.stated_on
    if stated_on is None:
        return advised(N_("Tijden zonder datum: %(advice)s"), place)
    return advised(N_("Tijden uit %(date)s: %(advice)s"), place, date=When(stated_on))


def _shut(opens: datetime | None, today: date) -> Sayable:
    if opens is None:
        return N_("Dicht")
    day = dutch_day(opens)
    if day == today:
        return Phrase(N_("Dicht · open om %(time)s"), {"time": Clock(opens)})
    named = N_("morgen") if day == today + timedelta(days=1) else Day(day)
    return Phrase(N_("Dicht · open %(day)s om %(time)s"), {"day": named, "time": Clock(opens)})


def _on(message: str, day: datetime, moment: datetime) -> Phrase:
    return Phrase(message, {"day": Day(dutch_day(day)), "time": Clock(moment)})


def next_opening(place: Place, now: datetime) -> tuple[Sayable, ...]:
    """Return until when a place is open and when it opens next, with the days in full. ``now`` is aware.

    Hours that cannot be trusted are told as perhaps, with their age. Nothing for a place that closed or moved.
    """
    if place.status.gone:
        return ()
    told = state_of(place, now, dutch_day(now))
    shown = opening_phrase(place, told, now)
    if place.hours is None or place.hours.osm is None:
        return (shown,)
    words = _SURE if told.trusted is Trust.CURRENT else _PERHAPS
    state = state_at(place.hours.osm, now)
    said: list[Sayable] = []
    if state.closes_at:
        said.append(_on(words.until, now, state.closes_at))
        state = state_at(place.hours.osm, state.closes_at)
    if state.opens_at:
        said.append(_on(words.opens, state.opens_at, state.opens_at))
    return tuple(said) if said and words is _SURE else (*said, shown)


def week(hours: str, now: datetime) -> tuple[DayHours, ...]:
    """Return the opening times of today and six days more. ``hours`` is a valid opening_hours string, ``now`` aware."""
    rules = read_hours(hours)
    today = wall_clock(now).date()
    days = []
    for ahead in range(7):
        start = datetime.combine(today + timedelta(days=ahead), time(0))
        stretches: list[Sayable] = []
        for opens, closes, state, _ in rules.intervals(start, start + timedelta(days=1)):
            if str(state) == "open":
                stretches.append(Verbatim(f"{opens:%H:%M}–{closes:%H:%M}"))
            elif str(state) == "unknown":
                stretches.append(N_("niet bekend"))
        shown = Listing(tuple(stretches)) if stretches else N_("dicht")
        days.append(DayHours(Weekday(start.weekday()), shown))
    return tuple(days)
