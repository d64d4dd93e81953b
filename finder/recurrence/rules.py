"""Recurrence rules of whole days, by dateutil. A day that a rule leaves open is not known; it is never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from dateutil.rrule import rrule, rrulestr

_DAY = "(MO|TU|WE|TH|FR|SA|SU)"
_WEEK = r"(0?[1-9]|[1-4]\d|5[0-3])"


def _list_of(item: str) -> str:
    return f"{item}(,{item})*"


_PARTS = {
    "FREQ": "DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": r"[1-9]\d{0,2}",
    "COUNT": r"[1-9]\d{0,3}",
    "UNTIL": r"\d{8}(T\d{6})?",
    "WKST": _DAY,
    "BYDAY": _list_of(f"([+-]?{_WEEK})?{_DAY}"),
    "BYMONTH": _list_of(r"(0?[1-9]|1[0-2])"),
    "BYMONTHDAY": _list_of(r"[+-]?(0?[1-9]|[12]\d|3[01])"),
    "BYYEARDAY": _list_of(r"[+-]?[1-9]\d{0,2}"),
    "BYWEEKNO": _list_of(f"[+-]?{_WEEK}"),
    "BYSETPOS": _list_of(r"[+-]?[1-9]\d{0,2}"),
}
"""What a part may hold. An INTERVAL of 0 never ends in dateutil; a UNTIL in UTC is no day on the clock on the wall."""
_LONG_AGO = date(2000, 1, 1)
"""Before every series that is told of: one that ended since is still a series."""
_DAYS_NAMED = frozenset({"BYDAY", "BYMONTHDAY", "BYYEARDAY"})


def _parts(rule: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in rule.split(";"))
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


@lru_cache(maxsize=4096)
def rule_complaint(rule: str) -> str:
    """Return why a rule cannot be read, or put into words; empty when it can."""
    names = [part.partition("=")[0] for part in rule.split(";")]
    for name, value in _parts(rule).items():
        if name not in _PARTS or names.count(name) > 1:
            return f"has {name or 'an empty part'}, which is not known, or stands there twice"
        if not re.fullmatch(_PARTS[name], value, re.ASCII):
            return f"has a wrong {name}"
    parts = _parts(rule)
    if "FREQ" not in parts:
        return "has no FREQ"
    if max(map(int, re.findall(r"\d+", parts.get("BYDAY", ""))), default=0) > _times_a_day_comes(parts):
        return "counts to a day that does not come so often"
    days = _starting(rule, _LONG_AGO)
    takes_place = days is not None and next(iter(days), None) is not None
    return "" if takes_place else "is not a recurrence that takes place"


def _times_a_day_comes(parts: dict[str, str]) -> int:
    """How often a weekday comes in what its number counts in; dateutil fails on the sixth Monday of a month."""
    if parts["FREQ"] in {"DAILY", "WEEKLY"}:
        return 0
    return 5 if parts["FREQ"] == "MONTHLY" or "BYMONTH" in parts else 53


def is_dated(rule: str | None, first_on: date | None = None) -> bool:
    """Tell whether a rule says on which days: it can be read, and what it counts from is known.

    ``first_on`` is a day from which an INTERVAL or COUNT counts, or on whose weekday or date it repeats.
    """
    if not rule or rule_complaint(rule):
        return False
    return first_on is not None or _stands_alone(_parts(rule))


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
