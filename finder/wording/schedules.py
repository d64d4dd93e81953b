"""How something recurs: the rule of a gathering, the day on which a language is spoken."""

from __future__ import annotations

import re

from finder.domain.place import Gathering
from finder.i18n.phrases import N_, Listing, Phrase, Sayable, Verbatim, Weekday

HOUR_NOT_KNOWN = N_("uur niet bekend")
_DAY_NOT_KNOWN = N_("Dag niet bekend: vraag het daar")
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


def recurrence_phrase(gathering: Gathering) -> Sayable:
    """Return when a gathering recurs, as far as its source says."""
    if not gathering.rrule:
        return _DAY_NOT_KNOWN
    rule = dict(part.split("=", 1) for part in gathering.rrule.split(";"))
    named = [day for day in rule.get("BYDAY", "").split(",") if day]
    days: list[Sayable] = [_day_phrase(_RRULE_DAYS.index(day[-2:]), day[:-2]) for day in named]
    if rule.get("FREQ") == "DAILY" or len(days) == len(_RRULE_DAYS):
        days = [N_("elke dag")]
    if rule.get("INTERVAL", "1") != "1":
        days.append(N_("niet elke week: vraag het daar"))
    if not days:
        return _DAY_NOT_KNOWN
    if gathering.start and gathering.end:
        return Listing((*days, Verbatim(f"{gathering.start}–{gathering.end}")))
    return Listing((*days, Verbatim(gathering.start) if gathering.start else HOUR_NOT_KNOWN))
