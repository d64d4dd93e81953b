"""From the rows and claims about one place to the place, each part by the source that is believed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from finder.domain.areas import Whereabouts
from finder.domain.geometry import Point, metres_between
from finder.domain.organization import Organization
from finder.domain.place import NO_ADDRESS, Address, Belonging, Contact, Identity, Location, Offer, Place
from finder.domain.sourced import Source, Sourced
from finder.domain.vocabulary import (
    DENOMINATIONS,
    POSITION_BASES,
    RELIGION_BASES,
    WORSHIP_KINDS,
    Need,
    PlaceKind,
    Question,
    Religion,
    Status,
)
from finder.merging import build_facts
from finder.merging.candidate import Candidate, Claim, Confidence
from finder.merging.claims import NEED, QUESTION
from finder.merging.matching import address_key, kinds_agree, words_of
from finder.merging.resolve import Ledger, Stated

KIND_OF_RELIGION = {
    Religion.BUDDHIST: PlaceKind.BUDDHIST_TEMPLE,
    Religion.CHRISTIAN: PlaceKind.CHURCH,
    Religion.HINDU: PlaceKind.HINDU_TEMPLE,
    Religion.JEWISH: PlaceKind.SYNAGOGUE,
    Religion.MUSLIM: PlaceKind.MOSQUE,
    Religion.SIKH: PlaceKind.GURDWARA,
}
SAME_SPOT_METRES = 50.0
"""Two sources that are no further apart than a building is long say the same."""
T = TypeVar("T")

POLLING_PLACE = "polling_place"
"""Subtype of rows that may confirm a place but do not name or describe it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place is, how that is known, and from whom (nobody: from the sources of its address)."""

    point: Point
    basis: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class BuiltPlace:
    """A place whose gatherings still wait for their ids."""

    place: Place
    gatherings: tuple[build_facts.Kept, ...]

    def with_ids(self, ids: Mapping[str, str]) -> Place:
        """Return the place; ``ids`` has the id of a gathering by the first of its rows."""
        gatherings = tuple(kept.with_id(ids[kept.rows[0]]) for kept in self.gatherings)
        return replace(self.place, offer=replace(self.place.offer, gatherings=gatherings))


class PlaceBuilder:
    """Weighs everything that is said about one place. ``rows``: the main row first; ``claims``: checked."""

    def __init__(self, code: str, rows: Sequence[Candidate], claims: Sequence[Claim]) -> None:
        self.main = rows[0]
        self.rows = rows
        self.claims = claims
        self.ledger = Ledger(code)
        self._code = code
        self._like_main = [
            row for row in rows if row.subtype != POLLING_PLACE and kinds_agree(self.main.kind, row.kind)
        ]

    def _of(self, field: str) -> list[Claim]:
        return [claim for claim in self.claims if claim.field == field]

    def address(self) -> Sourced[Address] | None:
        """Return the fullest, then newest address, with a postcode from another source that has the same house."""
        said = [
            Stated(row.address, row.source, _fullness(row.address)) for row in self.rows if row.address != NO_ADDRESS
        ]
        for claim in self._of("address"):
            address = _read_address(claim.value)
            said.append(Stated(address, claim.source, _fullness(address), claim))
        best = self.ledger.choose(said, _same_address)
        if best is None:
            return None
        address, sources = best.value, [best.source]
        for other in said:
            same_house = address_key(other.value) == address_key(address) or not other.value.street
            if not address.postcode and other.value.postcode and same_house:
                address, sources = replace(address, postcode=other.value.postcode), [best.source, other.source]
        return _said_by(address, *sources)

    def position(self, found: Spot | None) -> Spot | None:
        """Return the most exact position; ``found`` is what a geocoder makes of the address."""
        said = []
        for row in self.rows:
            if row.point:
                spot = Spot(row.point, row.position_basis, (row.source,))
                said.append(Stated(spot, row.source, _exactness(spot.basis, row is self.main)))
        for claim in self._of("position"):
            longitude, latitude = (float(part) for part in claim.value.split(","))
            basis = next((word for word in POSITION_BASES if claim.note.startswith(word)), "address")
            spot = Spot(Point(longitude, latitude), basis, (claim.source,))
            said.append(Stated(spot, claim.source, _exactness(basis, claim.place == self.main.row), claim))
        if not said:
            return found
        best = self.ledger.choose(said, lambda a, b: metres_between(a.point, b.point) <= SAME_SPOT_METRES)
        return best.value if best else None

    def build(self, address: Sourced[Address] | None, spot: Spot, whereabouts: Whereabouts) -> BuiltPlace:
        """Return the place. Every claim has its fate in the ledger afterwards.

        The order of the questions is that in which the sources of the place are listed.
        """
        name = self._name()
        belonging = self._belonging()
        status, note = self._status()
        operator, phone, website = (self._own_text(field) for field in ("operator", "phone", "website"))
        belonging = replace(belonging, communities=self._list("communities", "community"))
        activities = self._list("activities", "activity")
        kind = self._kind(belonging.religion)
        needs = {need: fact for need in Need if (fact := build_facts.fact(self._of(f"{NEED}{need}"), self.ledger))}
        answers = {
            question: fact
            for question in Question
            if (fact := build_facts.fact(self._of(f"{QUESTION}{question}"), self.ledger))
        }
        identity = Identity(
            name=name,
            kind=kind,
            also_called=self._other_names(name.value),
            subtype=self.main.subtype or None,
            status=status,
            status_note=note,
            organization=operator.having(Organization) if operator else None,
            identifiers=self._identifiers(),
        )
        offer = Offer(
            languages=build_facts.languages(self._of("language"), self.ledger),
            hours=build_facts.opening_hours(self._of("opening_hours"), self.ledger),
            needs=needs,
            first_visit=answers,
            activities=activities,
        )
        gatherings = build_facts.gatherings(self._of("gathering"), self.ledger)
        place = Place(
            code=self._code,
            identity=identity,
            location=_location(address, spot, whereabouts),
            contact=Contact(phone, website),
            offer=offer,
            belonging=belonging,
            sources=tuple(dict.fromkeys([*(row.source for row in self.rows), *spot.sources, *self.ledger.sources])),
            unverified=all(row.confidence is Confidence.C for row in self.rows),
        )
        return BuiltPlace(place, tuple(gatherings))

    def _name(self) -> Sourced[str]:
        own = Stated(self.main.name, self.main.source)
        return self._text("name", [own], claimed_strength=1) or own.sourced

    def _text(self, field: str, said: list[Stated[str]], claimed_strength: int = 0) -> Sourced[str] | None:
        said = said + [Stated(claim.value, claim.source, claimed_strength, claim) for claim in self._of(field)]
        best = self.ledger.choose(said, lambda a, b: _essence(a) == _essence(b))
        return best.sourced if best else None

    def _own_text(self, field: str) -> Sourced[str] | None:
        return self._text(field, [Stated(text, row.source) for row in self._like_main if (text := getattr(row, field))])

    def _kind(self, religion: Sourced[Religion] | None) -> Sourced[PlaceKind]:
        """The main row's kind, unless a claim about that row says otherwise, or it was worship not known closer."""
        vague = self.main.kind is PlaceKind.OTHER_WORSHIP
        own = Stated(self.main.kind, self.main.source, 0 if vague else 2)
        said = [own]
        for claim in self._of("kind"):
            kind = PlaceKind(claim.value)
            about_main = claim.place == self.main.row
            said.append(Stated(kind, claim.source, 3 if about_main else int(kind in WORSHIP_KINDS), claim))
        best = self.ledger.choose(said) or own
        if best.value is PlaceKind.OTHER_WORSHIP and best.claim is None and religion:
            closer = KIND_OF_RELIGION.get(religion.value)
            return _said_by(closer, best.source, *religion.sources) if closer else best.sourced
        return best.sourced

    def _belonging(self) -> Belonging:
        religion, basis = self._religion()
        denominations = self._list("denominations", "denomination")
        if denominations:
            denominations = denominations.having(_with_families)
            religions = {DENOMINATIONS[name].religion for name in denominations.value}
            if len(religions) == 1 and (religion is None or basis == "kind"):
                religion, basis = _said_by(religions.pop(), *denominations.sources), "source"
        return Belonging(religion, basis or None, denominations)

    def _religion(self) -> tuple[Sourced[Religion] | None, str]:
        strengths = {basis: len(RELIGION_BASES) - at for at, basis in enumerate(RELIGION_BASES)}
        said = [
            Stated((row.religion, row.religion_basis), row.source, strengths[row.religion_basis])
            for row in self._like_main
            if row.religion
        ]
        said += [
            Stated((Religion(claim.value), "source"), claim.source, strengths["source"], claim)
            for claim in self._of("religion")
        ]
        best = self.ledger.choose(said, lambda a, b: a[0] == b[0])
        return (_said_by(best.value[0], best.source), best.value[1]) if best else (None, "")

    def _list(self, key: str, field: str) -> Sourced[tuple[str, ...]] | None:
        said = [Stated(value, row.source) for row in self._like_main for value in getattr(row, key, ())]
        said += [Stated(claim.value, claim.source, claim=claim) for claim in self._of(field)]
        kept = self.ledger.collect(said)
        values = tuple(sorted(one.value for one in kept))
        return _said_by(values, *(one.source for one in kept)) if kept else None

    def _status(self) -> tuple[Sourced[Status] | None, str | None]:
        said = [
            Stated((Status(claim.value), claim.note or claim.wording), claim.source, claim=claim)
            for claim in self._of("status")
        ]
        best = self.ledger.choose(said, lambda a, b: a[0] == b[0])
        return (_said_by(best.value[0], best.source), best.value[1] or None) if best else (None, None)

    def _other_names(self, name: str) -> tuple[str, ...]:
        said = [Stated(row.name, row.source) for row in self._like_main]
        said += [Stated(claim.value, claim.source, claim=claim) for claim in self._of("also_called")]
        names: dict[str, str] = {}
        for one in self.ledger.collect(said):
            names.setdefault(" ".join(words_of(one.value)), one.value)
        names.pop(" ".join(words_of(name)), None)
        return tuple(names.values())

    def _identifiers(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for row in self.rows:
            for name, value in row.identifiers.items():
                found.setdefault(name, value)
        return dict(sorted(found.items()))


def _said_by(value: T, *sources: Source) -> Sourced[T]:
    return Sourced(value, tuple(dict.fromkeys(sources)))


def _location(address: Sourced[Address] | None, spot: Spot, whereabouts: Whereabouts) -> Location:
    said_by = spot.sources or (address.sources if address else ())
    return Location(
        point=Sourced(Point(round(spot.point.longitude, 6), round(spot.point.latitude, 6)), said_by),
        municipality=whereabouts.municipality or "",
        basis=spot.basis,
        address=address,
        district=whereabouts.district,
        neighbourhood=whereabouts.neighbourhood,
    )


def _with_families(names: Sequence[str]) -> tuple[str, ...]:
    """A current belongs to its family too."""
    return tuple(sorted({*names, *(family for name in names if (family := DENOMINATIONS[name].broader))}))


def _essence(text: str) -> str:
    """What makes two ways to write a site, a phone number or a name the same."""
    if re.fullmatch(r"[+\d\s()-]+", text):
        return re.sub(r"\D", "", text)[-9:]
    return re.sub(r"^https?://(www\.)?|/$", "", text.casefold())


def _same_address(a: Address, b: Address) -> bool:
    """One of them may leave out what the other has."""
    one, other = (("".join(words_of(x.street)), "".join(words_of(x.house_number)), x.postcode) for x in (a, b))
    return all(not left or not right or left == right for left, right in zip(one, other, strict=True))


def _fullness(address: Address) -> int:
    return 2 * bool(address.street and address.house_number) + bool(address.street)


def _exactness(basis: str, is_main: bool) -> int:
    return 2 * (len(POSITION_BASES) - POSITION_BASES.index(basis)) + is_main


def _read_address(text: str) -> Address:
    """Read ``Street 12|1091GB|Amsterdam``; the house number is what follows the last word that has no digit first."""
    line, postcode, city = (part.strip() for part in text.split("|"))
    found = re.fullmatch(r"(.*?\D)\s+(\d+\S*(?:\s*[-/]\s*\d+\S*)?)", line)
    street, number = (found[1], found[2]) if found else (line, "")
    return Address(street, number, postcode, city)
