"""All that is said about one place, and where that says it is: the first of two steps towards a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from finder.domain.geometry import Point, metres_between
from finder.domain.place import NO_ADDRESS, Address
from finder.domain.sourced import Source, Sourced
from finder.domain.vocabulary import POSITION_BASES
from finder.merging.candidate import Candidate
from finder.merging.claims import AddressClaim, KeyClaim, KeyField, ParsedClaim, PositionClaim, TextClaim, TextField
from finder.merging.matching import address_key, kinds_agree, words_of
from finder.merging.resolve import Ledger, Stated

SAME_SPOT_METRES = 50.0
"""Two sources that are no further apart than a building is long say the same."""
POLLING_PLACE = "polling_place"
"""Subtype of rows that may confirm a place but do not name or describe it."""

C = TypeVar("C")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place is, how that is known, and from whom (nobody: from the sources of its address)."""

    point: Point
    basis: str
    sources: tuple[Source, ...]


class Gathered:
    """What rows and claims say about one place. ``rows``: the main row first.

    The address and then the position are weighed at once: a geocoder needs the one when no source gives the other.
    The ledger writes down what becomes of each claim, and in which order the sources of the place are listed; evidence
    has one of its own, so that its sources are not among them.
    """

    def __init__(self, rows: Sequence[Candidate], claims: Sequence[ParsedClaim]) -> None:
        self.rows = rows
        self.main = rows[0]
        self.ledger = Ledger()
        self.evidence = Ledger()
        self._claims = claims
        self.address: Sourced[Address] | None = self._address()
        self.spot: Spot | None = self._spot()

    @cached_property
    def like_main(self) -> list[Candidate]:
        """The rows that may name and describe the place: not what only meets or votes there."""
        return [row for row in self.rows if row.subtype != POLLING_PLACE and kinds_agree(self.main.kind, row.kind)]

    def of(self, kind: type[C]) -> list[C]:
        """Return the claims of one sort, in the order of the files."""
        return [claim for claim in self._claims if isinstance(claim, kind)]

    def texts(self, field: TextField) -> list[TextClaim]:
        """Return the claims about one text."""
        return [claim for claim in self.of(TextClaim) if claim.field == field]

    def keys(self, field: KeyField) -> list[KeyClaim]:
        """Return the claims about one vocabulary."""
        return [claim for claim in self.of(KeyClaim) if claim.field == field]

    def _address(self) -> Sourced[Address] | None:
        """The fullest, then newest address, with a postcode from another source that has the same house."""
        known = [row for row in self.rows if row.address != NO_ADDRESS]
        said = [Stated(row.address, row.source, _fullness(row.address)) for row in known]
        for claim in self.of(AddressClaim):
            said.append(Stated(claim.address, claim.source, _fullness(claim.address), claim.row))
        best = self.ledger.choose(said, _same_address)
        if best is None:
            return None
        address, sources = best.value, [best.source]
        for other in said:
            same_house = address_key(other.value) == address_key(address) or not other.value.street
            if not address.postcode and other.value.postcode and same_house:
                address, sources = replace(address, postcode=other.value.postcode), [best.source, other.source]
        return said_by(address, *sources)

    def _spot(self) -> Spot | None:
        """The most exact position that a source gives."""
        said = []
        for row in self.rows:
            if row.point:
                spot = Spot(row.point, row.position_basis, (row.source,))
                said.append(Stated(spot, row.source, _exactness(spot.basis, about_main=row is self.main)))
        for claim in self.of(PositionClaim):
            spot = Spot(claim.point, claim.basis, (claim.source,))
            strength = _exactness(claim.basis, about_main=claim.row.place == self.main.row)
            said.append(Stated(spot, claim.source, strength, claim.row))
        best = self.ledger.choose(said, lambda a, b: metres_between(a.point, b.point) <= SAME_SPOT_METRES)
        return best.value if best else None


def said_by(value: T, *sources: Source) -> Sourced[T]:
    """Return a value that these say, each named once."""
    return Sourced(value, tuple(dict.fromkeys(sources)))


def _same_address(a: Address, b: Address) -> bool:
    """One of them may leave out what the other has."""
    one, other = (("".join(words_of(x.street)), "".join(words_of(x.house_number)), x.postcode) for x in (a, b))
    return all(not left or not right or left == right for left, right in zip(one, other, strict=True))


def _fullness(address: Address) -> int:
    return 2 * bool(address.street and address.house_number) + bool(address.street)


def _exactness(basis: str, *, about_main: bool) -> int:
    return 2 * (len(POSITION_BASES) - POSITION_BASES.index(basis)) + about_main
