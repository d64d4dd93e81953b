"""Times put into phrases: a week of opening hours, when a gathering recurs, when a language is spoken."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from finder.domain.clock import wall_clock
from finder.domain.opening_hours import read_hours
from finder.domain.place import Gathering
from finder.i18n.phrases import N_, Day, Listing, Phrase, Sayable, Verbatim, Weekday

_RRULE_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_OSM_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_ORDINALS: dict[str, str] = {
    "1": N_("elke eerste %(day)s van de maand"),
    "2": N_("elke tweede %(day)s van de maand"),
    "3": N_("elke derde %(day)s van de maand"),
    "4": N_("elke vierde %(day)s van de maand"),
    "-1": N_("elke laatste %(day)s van de maand"),
}
_DAY_AND_TIME = re.compile(r"(Mo|Tu|We|Th|Fr|Sa|Su)(?:\[(-?\d)\])?(?: (\d\d:\d\d(?:-\d\d:\d\d)?))?")


def week(hours: str, now: datetime) -> list[tuple[Sayable, Sayable]]:
    """Return the coming seven days with their opening times. ``hours`` is a valid opening_hours string."""
    rules = read_hours(hours)
    today = wall_clock(now).date()
    days: list[tuple[Sayable, Sayable]] = []
    for ahead in range(7):
        start = datetime.combine(today + timedelta(days=ahead), time(0))
        end = start + timedelta(days=1)
        stretches: list[Sayable] = []
        for opens, closes, state, _ in rules.intervals(start, end):
            if str(state) == "open":
                stretches.append(Verbatim(f"{opens:%H:%M}–{closes:%H:%M}"))
            elif str(state) == "unknown":
                stretches.append(N_("niet bekend"))
        days.append((Weekday(start.weekday()), Listing(tuple(stretches)) if stretches else N_("dicht")))
    return days


def coming_days(now: datetime) -> list[tuple[date, Sayable]]:
    """Return today and the six days after it, with their names. ``now`` is aware."""
    today = wall_clock(now).date()
    days = [today + timedelta(days=ahead) for ahead in range(7)]
    names: list[Sayable] = [N_("Vandaag"), N_("Morgen"), *map(Day, days[2:])]
    return list(zip(days, names, strict=True))


def _day_phrase(number: int, ordinal: str | None) -> Sayable:
    said = _ORDINALS.get(ordinal or "")
    return Phrase(said, {"day": Weekday(number)}) if said else Weekday(number)


def when_phrase(osm: str) -> Sayable:
    """Return an opening_hours string that says on which day something is; as it stands when it says more."""
    parts: list[Sayable] = []
    for part in osm.split(";"):
        match = _DAY_AND_TIME.fullmatch(part.strip())
        if not match:
            return Verbatim(osm, "en")
        day, ordinal, hours = match.groups()
        parts.append(_day_phrase(_OSM_DAYS.index(day), ordinal))
        if hours:
            parts.append(Verbatim(hours.replace("-", "–")))
    return Listing(tuple(parts))


def gathering_phrase(gathering: Gathering) -> Sayable:
    """Return when a gathering recurs, as far as its source says."""
    if not gathering.rrule:
        return N_("Dag niet bekend: vraag het daar")
    rule = dict(part.split("=", 1) for part in gathering.rrule.split(";"))
    named = [day for day in rule.get("BYDAY", "").split(",") if day]
    days: list[Sayable] = [_day_phrase(_RRULE_DAYS.index(day[-2:]), day[:-2]) for day in named]
    if rule.get("FREQ") == "DAILY" or len(days) == len(_RRULE_DAYS):
        days = [N_("elke dag")]
    if rule.get("INTERVAL", "1") != "1":
        days.append(N_("niet elke week: vraag het daar"))
    if not days:
        return N_("Dag niet bekend: vraag het daar")
    if gathering.start and gathering.end:
        return Listing((*days, Verbatim(f"{gathering.start}–{gathering.end}")))
    return Listing((*days, Verbatim(gathering.start) if gathering.start else N_("uur niet bekend")))
