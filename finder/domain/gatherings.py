"""One time that a gathering is held, and the order in which such times are listed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

from finder.domain.clock import end_of
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
    over_at: float = field(init=False, repr=False, compare=False)
    """When nobody need go any more, in seconds of the Unix epoch: thousands on one day are asked each time.

    That is when it ends, some time after its beginning where no end is known, and without an hour the end of the day.
    """

    def __post_init__(self) -> None:
        over = self.ends or (self.starts + MAY_LAST if self.starts else end_of(self.day))
        object.__setattr__(self, "over_at", over.timestamp())

    @property
    def gathering(self) -> Gathering:
        """What is held."""
        return self.said.value

    @property
    def time_known(self) -> bool:
        """Tell whether a source gives the hour, not the day alone."""
        return self.starts is not None

    def is_over(self, now: datetime) -> bool:
        """Tell whether nobody need go any more at ``now`` (aware)."""
        return self.over_at <= now.timestamp()

    @property
    def order(self) -> tuple[date, bool, datetime | date, str]:
        """Sort key: by day, on a day by hour, those without an hour last."""
        return (self.day, not self.time_known, self.starts or self.day, self.gathering.title.casefold())


class Happening(NamedTuple):
    """A gathering on one day, and the place where it is."""

    place: Place
    occurrence: Occurrence
