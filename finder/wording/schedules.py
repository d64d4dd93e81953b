"""How something recurs: the rule of a gathering, the day on which a language is spoken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from finder.domain.place import Gathering
from finder.i18n.phrases import N_, Day, Listing, Phrase, Sayable, Verbatim, Weekday
from finder.recurrence.occurrences import has_days

HOUR_NOT_KNOWN = N_("uur niet bekend")
_DAY_NOT_KNOWN = N_("Dag niet bekend: vraag het daar")
_NO_NEXT_TIME = N_("Geen volgende keer bekend: vraag het daar")
_EVERY_DAY = N_("elke dag")
_RRULE_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_OSM_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_ORDINALS: dict[int, str] = {
    1: N_("elke eerste %(day)s van de maand"),
    2: N_("elke tweede %(day)s van de maand"),
    3: N_("elke derde %(day)s van de maand"),
    4: N_("elke vierde %(day)s van de maand"),
    5: N_("elke vijfde %(day)s van de maand"),
    -1: N_("elke laatste %(day)s van de maand"),
}
_LEFT_OUT: dict[str, str] = {
    "WEEKLY": N_("niet elke week: vraag het daar"),
    "MONTHLY": N_("niet elke maand: vraag het daar"),
}
_EVERY_SO_MANY_DAYS: dict[str, str] = {"1": _EVERY_DAY, "2": N_("om de dag")}
_PARTS_SAID = {"FREQ", "INTERVAL", "BYDAY", "BYSETPOS", "WKST"}
"""A rule with more than this (an end, some months) would be told as if it were always so."""
_DAY_AND_TIME = re.compile(r"(Mo|Tu|We|Th|Fr|Sa|Su)(?:\[(-?\d(?:,-?\d)*)\])?(?: (\d\d:\d\d(?:-\d\d:\d\d)?))?")
_NUMBERED_DAY = re.compile(r"([+-]?\d+)?([A-Z]{2})")


def _days_of_month(number: int, ordinals: Iterable[int]) -> tuple[Sayable, ...] | None:
    wanted = tuple(ordinals)
    if not all(ordinal in _ORDINALS for ordinal in wanted):
        return None
    return tuple(Phrase(_ORDINALS[ordinal], {"day": Weekday(number)}) for ordinal in wanted) or (Weekday(number),)


def when_phrase(osm: str) -> Sayable:
    """Return an opening_hours string that says on which day something is; as it stands when it says more."""
    parts: list[Sayable] = []
    for part in osm.split(";"):
        match = _DAY_AND_TIME.fullmatch(part.strip())
        if not match:
            return Verbatim(osm, "en")
        day, ordinals, hours = match.groups()
        said = _days_of_month(_OSM_DAYS.index(day), map(int, ordinals.split(",") if ordinals else ()))
        if said is None:
            return Verbatim(osm, "en")
        parts.extend(said)
        if hours:
            parts.append(Verbatim(hours.replace("-", "–")))
    return Listing(tuple(parts))


def recurrence_phrase(gathering: Gathering) -> Sayable | None:
    """Return when a gathering recurs; None where words would have somebody come on a day on which it is not held."""
    days = _days(dict(part.split("=", 1) for part in gathering.rrule.split(";"))) if gathering.rrule else None
    return Listing((*days, _hours(gathering))) if days else None


def next_days_phrase(gathering: Gathering, days: Sequence[date]) -> Sayable:
    """Return the next days of a gathering whose rule cannot be told in words; what to do where there are none."""
    if not days:
        return _NO_NEXT_TIME if has_days(gathering) else _DAY_NOT_KNOWN
    return Phrase(N_("De volgende keren: %(days)s"), {"days": Listing((*map(Day, days), _hours(gathering)))})


def _hours(gathering: Gathering) -> Sayable:
    if gathering.start and gathering.end:
        return Verbatim(f"{gathering.start}–{gathering.end}")
    return Verbatim(gathering.start) if gathering.start else HOUR_NOT_KNOWN


def _days(rule: Mapping[str, str]) -> tuple[Sayable, ...] | None:
    often, every = rule["FREQ"], rule.get("INTERVAL", "1")
    if rule.keys() - _PARTS_SAID:
        return None
    if often == "DAILY" and not {"BYDAY", "BYSETPOS"} & rule.keys():
        said = _EVERY_SO_MANY_DAYS.get(every)
        return (said,) if said else None
    days = _named_days(rule) if often != "YEARLY" else None
    if days is None or every == "1":
        return days
    return (*days, _LEFT_OUT[often]) if often in _LEFT_OUT else None


def _named_days(rule: Mapping[str, str]) -> tuple[Sayable, ...] | None:
    named = list(filter(None, rule.get("BYDAY", "").split(",")))
    if set(named) == set(_RRULE_DAYS) and "BYSETPOS" not in rule:
        return (_EVERY_DAY,)
    if "BYSETPOS" in rule:
        # The first of Mondays and Tuesdays together is one day, and neither the first Monday nor the first Tuesday.
        if rule["FREQ"] != "MONTHLY" or len(named) != 1 or named[0] not in _RRULE_DAYS:
            return None
        named = [position + named[0] for position in rule["BYSETPOS"].split(",")]
    said: list[Sayable] = []
    for ordinal, day in (match.groups() for match in map(_NUMBERED_DAY.fullmatch, named) if match):
        days = _days_of_month(_RRULE_DAYS.index(day), [int(ordinal)] if ordinal else [])
        if days is None:
            return None
        said.extend(days)
    return tuple(said) or None
