"""Days to choose from, and the name of the day that was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from finder.domain.clock import dutch_day
from finder.domain.filters import PartOfDay
from finder.i18n.phrases import N_, Day, Listing, Sayable
from finder.wording.words import PART_OF_DAY_WORDS

DAYS_OFFERED = 7
OPEN_NOW = N_("Nu open")


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day and how it is called by who chooses one today."""

    day: date
    name: Sayable


def coming_days(now: datetime) -> tuple[NamedDay, ...]:
    """Return today and the six days after it, with their names. ``now`` is aware."""
    today = dutch_day(now)
    days = [today + timedelta(days=ahead) for ahead in range(DAYS_OFFERED)]
    names: list[Sayable] = [N_("Vandaag"), N_("Morgen"), *map(Day, days[2:])]
    return tuple(map(NamedDay, days, names))


def day_heading(day: date, today: date) -> Sayable:
    """Return what stands above a day: its name in full, and that it is today."""
    return Listing((N_("Vandaag"), Day(day))) if day == today else Day(day)


def moment_phrase(when: str, part: PartOfDay | None) -> Sayable | None:
    """Return when somebody wants to go: ``when`` is ``now``, a day as YYYY-MM-DD, or empty (None: any time)."""
    if not when:
        return None
    if when == "now":
        return OPEN_NOW
    day = Day(date.fromisoformat(when))
    return Listing((day, PART_OF_DAY_WORDS[part])) if part else day
