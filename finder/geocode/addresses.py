"""Addresses of which the door or building is known: exactly these, for the import and before any inferred number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from finder.domain.geometry import Point, metres_between
from finder.geocode.entries import POINT_PRECISION, KnownAddress
from finder.geocode.text import fold, normalise_postcode, number_key, squash


class Addresses:
    """Known addresses by the letters of their street."""

    def __init__(self, addresses: Iterable[KnownAddress]) -> None:
        self._streets: dict[str, list[KnownAddress]] = defaultdict(list)
        for address in addresses:
            self._streets[squash(fold(address.street))].append(address)

    def door(self, street: str, town: str, house_number: str) -> KnownAddress | None:
        """Return this house of a folded street; of one without the same addition the nearest that has its number."""
        key = number_key(house_number)
        houses = [
            address
            for address in self._streets.get(squash(street), ())
            if address.town == town and key[0] in number_key(address.number)
        ]
        return min(houses, key=lambda address: (number_key(address.number) != key, address.number), default=None)

    def behind(self, postcode: str, house_number: str) -> KnownAddress | None:
        """Return the house of this number in a postcode of six characters, None when it is not known."""
        key = number_key(house_number)
        houses = [
            address
            for known in self._streets.values()
            for address in known
            if address.postcode == postcode and key[0] in number_key(address.number)
        ]
        return min(houses, key=lambda address: (number_key(address.number) != key, address.number), default=None)

    def locate(self, street: str, house_number: str, postcode: str, city: str) -> Point | None:
        """Return the point of exactly this address, or None when it is not known or not the only one.

        Parts not known are empty; a house number and a street or a postcode are needed. The parts given must
        agree: the same number in another town or postcode is another address. A number without an addition
        (``36``) also stands for the building of which doors (``36-1``, ``36-2``) are known, if on one spot.
        """
        number, wanted_postcode, town = number_key(house_number), normalise_postcode(postcode), fold(city)
        if not number or not (street.strip() or wanted_postcode):
            return None
        candidates: Iterable[KnownAddress] = (address for known in self._streets.values() for address in known)
        if street.strip():
            candidates = self._of_street(street)
        here = [
            address
            for address in candidates
            if (not town or fold(address.town) == town)
            and _agree(address.postcode, wanted_postcode, or_unknown=bool(street.strip()))
        ]
        doors = [address for address in here if number_key(address.number) == number]
        building = [address for address in here if number_key(address.number)[:1] == number]
        return _one_spot({address.point for address in doors or building})

    def _of_street(self, street: str) -> Sequence[KnownAddress]:
        folded = fold(street)
        return [address for address in self._streets.get(squash(folded), ()) if fold(address.street) == folded]


def _agree(known: str, wanted: str, *, or_unknown: bool) -> bool:
    return not wanted or known == wanted or (or_unknown and not known)


def _one_spot(points: set[Point]) -> Point | None:
    spots = sorted(points, key=lambda point: (point.longitude, point.latitude))
    if spots and all(metres_between(spots[0], spot) <= POINT_PRECISION for spot in spots):
        return spots[0]
    return None
