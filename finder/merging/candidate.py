"""Raw material for places: what one row of an import file says. A candidate is never a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from finder.domain.geometry import Point
from finder.domain.place import Address
from finder.domain.sourced import Source
from finder.domain.vocabulary import PlaceKind, Religion, Sensitivity


class Confidence(StrEnum):
    """How far a source can be trusted; a place known from C alone is marked unverified."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row stands: file name, line (a header is line 1; a feature counts from 1) and its own id."""

    file: str
    line: int
    row: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line} ({self.row})"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place as one source has it. ``refuse`` gives the reason why it must not become a place.

    ``tags`` are those of OpenStreetMap, looked at only to see whether the place must not be found.
    """

    origin: Origin
    kind: PlaceKind
    name: str
    source: Source
    confidence: Confidence
    address: Address = field(default_factory=Address)
    point: Point | None = None
    position_basis: str = "source"
    same_as: str = ""
    subtype: str = ""
    religion: Religion | None = None
    religion_basis: str = ""
    denominations: tuple[str, ...] = ()
    communities: tuple[str, ...] = ()
    phone: str = ""
    website: str = ""
    email: str = ""
    operator: str = ""
    identifiers: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    sensitivity: Sensitivity | None = None
    refuse: str = ""
    note: str = ""

    @property
    def row(self) -> str:
        """The id that other rows use to speak of this one."""
        return self.origin.row


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact as one source has it, about the place of the row ``place``; its texts are not checked yet."""

    origin: Origin
    place: str
    field: str
    value: str
    source: Source
    terms: tuple[str, ...] = ()
    when: str = ""
    rrule: str = ""
    start: str = ""
    end: str = ""
    languages: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    except_on: tuple[str, ...] = ()
    not_during: str = ""
    wording: str = ""
    note: str = ""
    refuse: str = ""

    @property
    def said_on(self) -> date:
        """The earliest day its source can mean; the beginning of time when the source has no date."""
        return self.source.stated_on.earliest() if self.source.stated_on else date.min


@dataclass(frozen=True, slots=True)
class Position:
    """A point that a geocoder found for a row."""

    origin: Origin
    point: Point
    source: Source


class Fate(StrEnum):
    """What becomes of a row."""

    TAKEN = "taken"
    MERGED = "merged"
    SUPERSEDED = "superseded"
    REFUSED = "refused"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The fate of one row, in words, and the code of the place it went to (empty: none)."""

    origin: Origin
    fate: Fate
    why: str = ""
    code: str = ""
