"""A place and what its sources say about it. Every fact that can go stale points at its source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from finder.domain.geometry import Point
from finder.domain.vocabulary import Answer, LanguageLevel, Need, PlaceKind, Question, Religion, Status

_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day: ``2020``, ``2020-05`` or ``2020-05-31``. Raises ValueError for anything else."""

    text: str

    def __post_init__(self) -> None:
        if not _PARTIAL_DATE.fullmatch(self.text):
            raise ValueError(f"not a date: {self.text!r}")
        self.earliest()

    def earliest(self) -> date:
        """Return the first day it can mean: an age is never made to look younger than it is."""
        year, month, day = (*map(int, self.text.split("-")), 1, 1)[:3]
        return date(year, month, day)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read, and when that page or record was written (None: it carries no date)."""

    url: str
    title: str
    licence: str
    stated_on: PartialDate | None


@dataclass(frozen=True, slots=True)
class Address:
    """A Dutch address; parts that no source gives are empty."""

    street: str = ""
    house_number: str = ""
    postcode: str = ""
    city: str = ""

    @property
    def street_line(self) -> str:
        """Street and number, as on an envelope."""
        return f"{self.street} {self.house_number}".strip()


@dataclass(frozen=True, slots=True)
class Fact:
    """A three-valued answer with the source's few words about it and when it holds (opening_hours syntax)."""

    answer: Answer
    source: Source | None = None
    terms: tuple[str, ...] = ()
    when: str | None = None
    note: str | None = None


UNKNOWN_FACT = Fact(Answer.UNKNOWN)


@dataclass(frozen=True, slots=True)
class SpokenLanguage:
    """A language present at a place; ``when`` (opening_hours syntax) if it is only then."""

    code: str
    level: LanguageLevel
    when: str | None = None
    note: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """When a place is open for everyone: an OSM opening_hours string, or only the source's own words."""

    osm: str | None
    wording: str | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting that recurs: RFC 5545 recurrence in the time of the Netherlands, or only the source's words.

    ``start`` and ``end`` are ``HH:MM``; ``except_on`` and ``not_during`` say when it does not take place.
    ``first_on`` is a day on which it was held, from which "every other week" counts.
    """

    kind: str
    title: str
    rrule: str | None
    start: str | None
    end: str | None
    wording: str | None
    languages: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    except_on: tuple[date, ...] = ()
    not_during: str | None = None
    source: Source | None = None
    first_on: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place where people meet: an HSDS location with what happens there.

    Empty tuples of languages, denominations or communities mean that none is known. ``religion`` None is
    not known, ``Religion.NONE`` is known to be none. ``unverified``: the only source is old, undated or indirect.
    """

    code: str
    name: str
    kind: PlaceKind
    point: Point
    municipality: str
    address: Address = Address()
    also_called: tuple[str, ...] = ()
    subtype: str | None = None
    district: str | None = None
    neighbourhood: str | None = None
    position_basis: str | None = None
    religion: Religion | None = None
    religion_basis: str | None = None
    denominations: tuple[str, ...] = ()
    communities: tuple[str, ...] = ()
    languages: tuple[SpokenLanguage, ...] = ()
    hours: OpeningHours | None = None
    gatherings: tuple[Gathering, ...] = ()
    needs: Mapping[Need, Fact] = field(default_factory=dict)
    first_visit: Mapping[Question, Fact] = field(default_factory=dict)
    activities: tuple[str, ...] = ()
    operator: str | None = None
    phone: str | None = None
    website: str | None = None
    status: Status = Status.OPEN
    status_note: str | None = None
    unverified: bool = False
    verified_on: date | None = None
    identifiers: Mapping[str, str] = field(default_factory=dict)
    fact_sources: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()

    def need(self, need: Need) -> Fact:
        """Return what is known of a practical thing; unknown where no source speaks of it."""
        return self.needs.get(need, UNKNOWN_FACT)

    def answer(self, question: Question) -> Fact:
        """Return what is known for a first-visit question; unknown where no source speaks of it."""
        return self.first_visit.get(question, UNKNOWN_FACT)

    @property
    def address_line(self) -> str:
        """The address in one line, as on an envelope, as far as it is known."""
        town = f"{self.address.postcode} {self.address.city or self.municipality}".strip()
        return ", ".join(part for part in (self.address.street_line, town) if part)

    @property
    def information_date(self) -> PartialDate | None:
        """The date of the newest dated source, or None when no source has one."""
        dates = [source.stated_on for source in self.sources if source.stated_on]
        return max(dates, key=PartialDate.earliest, default=None)
