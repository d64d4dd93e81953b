"""A place and what its sources say about it. Every fact that can go stale carries who says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, fields
from datetime import date
from types import MappingProxyType
from typing import Any

from finder.domain.evidence import Evidence
from finder.domain.facts import (
    NO_ADDRESS,
    UNKNOWN_FACT,
    Address,
    Fact,
    Gathering,
    OpeningHours,
    SpokenLanguage,
)
from finder.domain.geometry import Point
from finder.domain.organization import Organization
from finder.domain.record import record
from finder.domain.sourced import Checked, PartialDate, Source, Sourced
from finder.domain.vocabulary import (
    Need,
    PlaceKind,
    Question,
    Reach,
    Religion,
    Sensitivity,
    Status,
)

__all__ = [
    "NO_ADDRESS",
    "UNKNOWN_FACT",
    "Address",
    "Belonging",
    "Contact",
    "Fact",
    "Gathering",
    "Identity",
    "Location",
    "Offer",
    "OpeningHours",
    "Place",
    "SpokenLanguage",
]

_NOTHING: Mapping[Any, Any] = MappingProxyType({})


def _nothing() -> Mapping[Any, Any]:
    """One for all: an empty dict of its own would cost each of 100,000 places as much as its name."""
    return _NOTHING


@record
class Identity:
    """What a place is, how it is called and who runs it. ``status`` None: no source doubts that it is there."""

    name: Sourced[str]
    kind: Sourced[PlaceKind]
    also_called: tuple[str, ...] = ()
    subtype: str | None = None
    status: Sourced[Status] | None = None
    status_note: str | None = None
    organization: Sourced[Organization] | None = None
    identifiers: Mapping[str, str] = field(default_factory=_nothing)


@record
class Location:
    """Where a place is. ``basis`` says what its point is that of: itself, its address, a house beside it …"""

    point: Sourced[Point]
    municipality: str
    basis: str | None = None
    address: Sourced[Address] | None = None
    district: str | None = None
    neighbourhood: str | None = None


@record
class Contact:
    """How to reach a place: never a person.

    ``reaches`` says by name of the field whom one reaches where that is not the place itself.
    """

    phone: Sourced[str] | None = None
    website: Sourced[str] | None = None
    email: Sourced[str] | None = None
    reaches: Mapping[str, Reach] = field(default_factory=_nothing)


@record
class Offer:
    """What somebody finds there: who can be spoken to, when, what happens, and what to count on."""

    languages: tuple[Sourced[SpokenLanguage], ...] = ()
    hours: Sourced[OpeningHours] | None = None
    gatherings: tuple[Sourced[Gathering], ...] = ()
    needs: Mapping[Need, Sourced[Fact]] = field(default_factory=_nothing)
    first_visit: Mapping[Question, Sourced[Fact]] = field(default_factory=_nothing)
    activities: Sourced[tuple[str, ...]] | None = None


@record
class Belonging:
    """Whose place it is. ``religion`` None is not known, ``Religion.NONE`` is known to be none.

    ``basis`` tells whether a source says the religion, or the name or the kind of house does.
    """

    religion: Sourced[Religion] | None = None
    basis: str | None = None
    denominations: Sourced[tuple[str, ...]] | None = None
    communities: Sourced[tuple[str, ...]] | None = None


@record
class Place:
    """A place where people meet: an HSDS location with what happens there.

    The groups hold the facts with who says them; the properties give the bare values that nearly every reader wants.
    ``sources`` are all of the place, those that only confirm it included. ``unverified``: the only source is old,
    undated or indirect. ``checked``: somebody went through the whole place. ``sensitivity``: who may know where it is;
    None: nobody looked, and nothing speaks against telling.
    ``evidence`` makes something likely and is no fact: its sources are not among those of the place, which would look
    fresher than it is.
    """

    code: str
    identity: Identity
    location: Location
    contact: Contact = Contact()
    offer: Offer = Offer()
    belonging: Belonging = Belonging()
    sources: tuple[Source, ...] = ()
    unverified: bool = False
    checked: Checked | None = None
    sensitivity: Sensitivity | None = None
    evidence: tuple[Sourced[Evidence], ...] = ()

    @property
    def name(self) -> str:
        """What it is called first."""
        return self.identity.name.value

    @property
    def kind(self) -> PlaceKind:
        """What sort of place it is."""
        return self.identity.kind.value

    @property
    def status(self) -> Status:
        """Whether it is still there: OPEN where no source doubts it."""
        return self.identity.status.value if self.identity.status else Status.OPEN

    @property
    def point(self) -> Point:
        """Where it is."""
        return self.location.point.value

    @property
    def hides(self) -> bool:
        """Tell whether its address is given on request only: its point is then that of its neighbourhood."""
        return self.sensitivity is Sensitivity.ON_REQUEST

    @property
    def shown_point(self) -> Point | None:
        """Where it is, None when that is nobody's to tell."""
        return None if self.hides else self.point

    @property
    def municipality(self) -> str:
        """The city it lies in."""
        return self.location.municipality

    @property
    def address(self) -> Address:
        """Its address; all parts are empty when no source gives one."""
        return self.location.address.value if self.location.address else NO_ADDRESS

    @property
    def address_line(self) -> str:
        """The address in one line, as on an envelope, as far as it is known; a neighbourhood where it is kept back."""
        if self.hides:
            return ", ".join(filter(None, (self.location.neighbourhood, self.municipality)))
        address = self.address
        town = f"{address.postcode} {address.city or self.municipality}".strip()
        return ", ".join(part for part in (address.street_line, town) if part)

    @property
    def phone(self) -> str | None:
        """Its number, never that of a person."""
        return self.contact.phone.value if self.contact.phone else None

    @property
    def website(self) -> str | None:
        """Its pages, always of http or https."""
        return self.contact.website.value if self.contact.website else None

    @property
    def email(self) -> str | None:
        """Its address for e-mail, never that of a person."""
        return self.contact.email.value if self.contact.email else None

    @property
    def callable(self) -> bool:
        """Tell whether somebody can call and ask about the place: a group that meets there knows its meeting only."""
        return self.phone is not None and self.contact.reaches.get("phone") is not Reach.GROUP

    @property
    def visitable(self) -> bool:
        """Tell whether somebody can go there and see: it is there, and anybody may know where."""
        return not (self.status.gone or self.hides)

    @property
    def religion(self) -> Religion | None:
        """Whose house it is; None is not known."""
        return self.belonging.religion.value if self.belonging.religion else None

    @property
    def denominations(self) -> tuple[str, ...]:
        """The currents it belongs to; empty when none is known."""
        return self.belonging.denominations.value if self.belonging.denominations else ()

    @property
    def communities(self) -> tuple[str, ...]:
        """The communities it is a house of; empty when none is known."""
        return self.belonging.communities.value if self.belonging.communities else ()

    @property
    def languages(self) -> tuple[SpokenLanguage, ...]:
        """The languages present; empty when none is known."""
        return tuple(said.value for said in self.offer.languages)

    @property
    def hours(self) -> OpeningHours | None:
        """When it is open for everyone; None is not known."""
        return self.offer.hours.value if self.offer.hours else None

    @property
    def gatherings(self) -> tuple[Gathering, ...]:
        """What recurs there; empty when nothing is known."""
        return tuple(said.value for said in self.offer.gatherings)

    def need(self, need: Need) -> Fact:
        """Return what is known of a practical thing; unknown where no source speaks of it."""
        said = self.offer.needs.get(need)
        return said.value if said else UNKNOWN_FACT

    def answer(self, question: Question) -> Fact:
        """Return what is known for a first-visit question; unknown where no source speaks of it."""
        said = self.offer.first_visit.get(question)
        return said.value if said else UNKNOWN_FACT

    def facts(self) -> Iterator[Sourced[Any]]:
        """Yield every fact with who says it."""
        for group in (self.identity, self.location, self.contact, self.offer, self.belonging):
            for part in fields(group):
                value = getattr(group, part.name)
                said = value.values() if isinstance(value, Mapping) else value
                several = said if isinstance(value, (Mapping, tuple)) else (said,)
                yield from (one for one in several if isinstance(one, Sourced))

    @property
    def verified_on(self) -> date | None:
        """The day on which somebody went through the whole place."""
        return self.checked.on if self.checked else None

    @property
    def information_date(self) -> PartialDate | None:
        """The date of the newest dated source, or None when no source has one."""
        dates = [source.stated_on for source in self.sources if source.stated_on]
        return max(dates, key=PartialDate.earliest, default=None)
