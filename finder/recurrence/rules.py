"""Recurrence rules of whole days, by dateutil. A day that a rule leaves open is not known; it is never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from dateutil.rrule import rrule, rrulestr

_PARTS = frozenset(
    [
        "FREQ",
        "INTERVAL",
        "COUNT",
        "UNTIL",
        "WKST",
        "BYDAY",
        "BYMONTH",
        "BYMONTHDAY",
        "BYYEARDAY",
        "BYWEEKNO",
        "BYSETPOS",
    ]
)
_RULE = re.compile(r"[A-Z]+=[^;=\s]+(;[A-Z]+=[^;=\s]+)*", re.ASCII)
_NAMED_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_LONG_AGO = date(2000, 1, 1)
"""Before every series that is told of: one that ended since is still a series."""
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_DAYS_NAMED = frozenset({"BYDAY", "BYMONTHDAY", "BYYEARDAY"})


def _parts(rule: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in rule.upper().removeprefix("RRULE:").split(";"))
    return {name: value for name, _, value in pairs}


def _stands_alone(parts: dict[str, str]) -> bool:
    """Tell whether the days follow from the rule, without a first one to count from."""
    counts = parts.get("INTERVAL", "1") != "1" or "COUNT" in parts
    return not counts and (parts["FREQ"] == "DAILY" or bool(_DAYS_NAMED & parts.keys()))


def _starting(rule: str, first: date) -> rrule | None:
    try:
        read = rrulestr(rule, dtstart=datetime.combine(first, time()))
    except (ValueError, TypeError, AttributeError):
        return None
    return read if isinstance(read, rrule) else None


def is_dated(rule: str | None, first_on: date | None = None) -> bool:
    """Tell whether a rule says on which days: it can be read, and what it counts from is known.

    ``first_on`` is a day from which an INTERVAL or COUNT counts, or on whose weekday or date it repeats.
    """
    if not rule:
        return False
    parts = _parts(rule)
    if not parts.keys() <= _PARTS or parts.get("FREQ") not in _FREQUENCIES:
        return False
    return (first_on is not None or _stands_alone(parts)) and _starting(rule, date(2026, 1, 1)) is not None


@lru_cache(maxsize=4096)
def rule_complaint(rule: str) -> str:
    """Return why a rule can not be read or put into words; empty when it can."""
    if not _RULE.fullmatch(rule):
        return "is not a list of NAME=VALUE with ';' between them"
    parts = _parts(rule)
    if strange := sorted(parts.keys() - _PARTS):
        return f"has {strange[0]}, which is not known"
    if parts.get("FREQ") not in _FREQUENCIES:
        return "has no FREQ of DAILY, WEEKLY, MONTHLY or YEARLY"
    if not all(_NAMED_DAY.fullmatch(day) for day in parts.get("BYDAY", "MO").split(",")):
        return "has a BYDAY that is no day"
    read = _starting(rule, _LONG_AGO)
    try:
        takes_place = read is not None and next(iter(read), None) is not None
    except (ValueError, TypeError):
        takes_place = False
    return "" if takes_place else "is not a recurrence that takes place"


def _counted_from(first_on: date | None, start: date) -> date:
    """A rule that stands alone may begin anywhere; from a Monday a week ahead, so that no week of it is cut."""
    return first_on or start - timedelta(days=7 + start.weekday())


@lru_cache(maxsize=4096)
def days_of(rule: str, first_on: date | None, start: date, end: date) -> frozenset[date]:
    """Return the days of a dated rule from ``start`` to ``end``, both included."""
    days = _starting(rule, _counted_from(first_on, start))
    if days is None:
        return frozenset()
    found = days.between(datetime.combine(start, time()), datetime.combine(end, time()), inc=True)
    return frozenset(moment.date() for moment in found)


def days_from(rule: str, first_on: date | None, start: date) -> Iterator[date]:
    """Yield the days of a dated rule on and after ``start`` in order, without an end if the rule has none."""
    days = _starting(rule, _counted_from(first_on, start))
    if days is not None:
        yield from (moment.date() for moment in days.xafter(datetime.combine(start, time()), inc=True))
