"""Is what is published also what is served? For operators and the programs that watch for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from finder.domain.clock import dutch_day
from finder.domain.sourced import PartialDate
from finder.usecases.library import Library, Refusal


class HealthStatus(StrEnum):
    """``warn``: everything is answered, from older places than those that were published last."""

    PASS = "pass"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Health:
    """What a process serves, ``since`` when (aware), and the newest date that a source of one of its places states."""

    status: HealthStatus
    version: str
    since: datetime
    places: int
    newest: PartialDate | None
    refusal: Refusal | None

    def days_old(self, now: datetime) -> int | None:
        """Return how many days ago (``now`` is aware) the newest date of a source began, None where none has one."""
        return (dutch_day(now) - self.newest.earliest()).days if self.newest else None


def check_health(library: Library) -> Health:
    """Tell what the library serves, and what it refused."""
    refusal, served = library.refusal, library.current()
    status = HealthStatus.WARN if refusal else HealthStatus.PASS
    return Health(status, served.version, library.since, len(served.places), served.newest, refusal)
