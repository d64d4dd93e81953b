"""One time that a gathering is held, and the order in which such times are listed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from finder.domain.place import Gathering, Place
from finder.domain.sourced import Sourced


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

    @property
    def order(self) -> tuple[date, bool, datetime | date, str]:
        """Sort key: by day, on a day by hour, those without an hour last."""
        return (self.day, not self.time_known, self.starts or self.day, self.gathering.title.casefold())


class Happening(NamedTuple):
    """A gathering on one day, and the place where it is."""

    place: Place
    occurrence: Occurrence
