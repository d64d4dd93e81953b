"""The clock of the Netherlands: which day it is there, and what a clock on the wall shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

TIME_ZONE = ZoneInfo("Europe/Amsterdam")

Clock = Callable[[], datetime]
"""Gives the moment that it is, aware; a test stops it."""


def utc_now() -> datetime:
    """Return the moment that it is: the clock of everything that is given no other."""
    return datetime.now(UTC)


def dutch_day(moment: datetime) -> date:
    """Return the day that it is in the Netherlands at an aware moment."""
    return moment.astimezone(TIME_ZONE).date()


def end_of(day: date) -> datetime:
    """Return the midnight, aware, with which a day ends in the Netherlands."""
    return datetime.combine(day + timedelta(days=1), time(), TIME_ZONE)


def wall_clock(moment: datetime) -> datetime:
    """Return what a Dutch clock on the wall shows at an aware moment, without zone.

    The opening-hours library is asked in these only: asked with the zone, it calls every place closed in the last
    minute of the hour that comes twice.
    """
    return moment.astimezone(TIME_ZONE).replace(tzinfo=None)
