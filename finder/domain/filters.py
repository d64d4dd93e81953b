"""What somebody is looking for. Several values in one filter mean or; different filters mean and."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from finder.domain.geometry import Point
from finder.domain.vocabulary import Need, PlaceKind, Religion


class Unknown(StrEnum):
    """What to do with places of which the answer is not known."""

    INCLUDE = "include"
    EXCLUDE = "exclude"


class PartOfDay(StrEnum):
    """A stretch of a day in the time of the Netherlands."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


PART_HOURS: dict[PartOfDay, tuple[time, time]] = {
    PartOfDay.MORNING: (time(6), time(12)),
    PartOfDay.AFTERNOON: (time(12), time(18)),
    PartOfDay.EVENING: (time(18), time(23, 59)),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time from ``start`` up to ``end`` (both aware): open at any moment of it counts."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Filters:
    """A search. ``within`` is metres from ``near``; ``open_at`` a moment or a stretch, aware.

    ``rather_not_religions`` and ``rather_not_communities`` leave out what somebody would rather not (product.md F8):
    a place known to have the value is no match, one of which it is not known is "perhaps", as everywhere.
    """

    near: Point | None = None
    within: float | None = None
    kinds: frozenset[PlaceKind] = frozenset()
    languages: frozenset[str] = frozenset()
    religions: frozenset[Religion] = frozenset()
    denominations: frozenset[str] = frozenset()
    communities: frozenset[str] = frozenset()
    needs: frozenset[Need] = frozenset()
    open_at: datetime | Stretch | None = None
    rather_not_religions: frozenset[Religion] = frozenset()
    rather_not_communities: frozenset[str] = frozenset()
    unknown: Unknown = Unknown.INCLUDE
