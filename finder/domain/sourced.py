"""Who says a fact, when that was written, and whether somebody checked it since. One way for every fact there is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from finder.domain.record import record

T = TypeVar("T", covariant=True)
U = TypeVar("U")

_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day: ``2020``, ``2020-05`` or ``2020-05-31``. Raises ValueError for anything else."""

    text: str
    _earliest: date = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not _PARTIAL_DATE.fullmatch(self.text):
            raise ValueError(f"not a date: {self.text!r}")
        year, month, day = (*map(int, self.text.split("-")), 1, 1)[:3]
        object.__setattr__(self, "_earliest", date(year, month, day))

    def earliest(self) -> date:
        """Return the first day it can mean: an age is never made to look younger than it is."""
        return self._earliest


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read, and when that page or record was written (None: it carries no date)."""

    url: str
    title: str
    licence: str
    stated_on: PartialDate | None


class CheckMethod(StrEnum):
    """How somebody made sure of a fact."""

    VISIT = "visit"
    PHONE = "phone"
    WEBSITE = "website"
    REGISTER = "register"
    OSM = "osm"


@dataclass(frozen=True, slots=True)
class Checked:
    """The day on which somebody made sure, and how; ``how`` None: it was not written down."""

    on: date
    how: CheckMethod | None = None


@record
class Sourced(Generic[T]):
    """A value and who says so, the one that is believed first. Raises ValueError without a source."""

    value: T
    sources: tuple[Source, ...]
    checked: Checked | None = None

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError(f"nobody says {self.value!r}")

    @property
    def source(self) -> Source:
        """The source that is named when only one can be: the newest dated one, else the first."""
        if len(self.sources) == 1:
            return self.sources[0]
        return max(self.sources, key=_day_of)

    @property
    def stated_on(self) -> PartialDate | None:
        """The date of the newest dated source, or None when none has one."""
        return self.source.stated_on

    def having(self, change: Callable[[T], U]) -> Sourced[U]:
        """Return another value that the same sources say: a part of this one, or what follows from it."""
        return Sourced(change(self.value), self.sources, self.checked)


def _day_of(source: Source) -> date:
    return source.stated_on.earliest() if source.stated_on else date.min


def value_of(said: Sourced[T] | None) -> T | None:
    """Return what is said, None where nobody says anything."""
    return None if said is None else said.value
