"""One time that a gathering is held, and the order in which such times are listed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from finder.domain.clock import dutch_day
from finder.domain.place import Gathering, Place
from finder.domain.sourced import Sourced

MAY_LAST = timedelta(hours=1)
"""Few gatherings are shorter: who comes late to one without a known end need not be sent home for a week."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A gathering on one day. ``starts`` and ``ends`` are aware, in the time of the Netherlands; None: not known.

    Where ``gathering.not_during`` is set, it may not be held after all: that is said in words, which are not evaluated.
    """

    said: Sourced[Gathering]
    day: date
    starts: datetime | None = None
    ends: datetime | None = None

    @property
    def gathering(self) -> Gathering:
        """What is held."""
        return self.said.value

    @property
    def time_known(self) -> bool:
        """Tell whether a source gives the hour, not the day alone."""
        return self.starts is not None

    def is_over(self, now: datetime) -> bool:
        """Tell whether nobody need go any more at ``now`` (aware): it ended, or it began long ago and no end is known.

        Of which no hour is known may be held until its day is over.
        """
        if self.starts is None:
            return self.day < dutch_day(now)
        return (self.ends or self.starts + MAY_LAST) <= now

    @property
    def order(self) -> tuple[date, bool, datetime | date, str]:
        """Sort key: by day, on a day by hour, those without an hour last."""
        return (self.day, not self.time_known, self.starts or self.day, self.gathering.title.casefold())


class Happening(NamedTuple):
    """A gathering on one day, and the place where it is."""

    place: Place
    occurrence: Occurrence
