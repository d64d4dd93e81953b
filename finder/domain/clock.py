"""The clock of the Netherlands: which day it is there, and what a clock on the wall shows."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

TIME_ZONE = ZoneInfo("Europe/Amsterdam")


def dutch_day(moment: datetime) -> date:
    """Return the day that it is in the Netherlands at an aware moment."""
    return moment.astimezone(TIME_ZONE).date()


def wall_clock(moment: datetime) -> datetime:
    """Return what a Dutch clock on the wall shows at an aware moment, without zone.

    The opening-hours library is asked in these only: asked with the zone, it calls every place closed in the last
    minute of the hour that comes twice.
    """
    return moment.astimezone(TIME_ZONE).replace(tzinfo=None)
