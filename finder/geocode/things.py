"""Everything that has a name, as it is found: streets and their houses, stops, areas, starting points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from finder.domain.geometry import Point, metres_between
from finder.geocode.addresses import Addresses
from finder.geocode.centroids import streets
from finder.geocode.entries import POINT_PRECISION, Entries, FoundKind, KnownAddress, KnownName, KnownPostcode
from finder.geocode.found import Found
from finder.geocode.houses import Spot, house_spot, street_spot
from finder.geocode.streets import HIGHEST_NUMBER, StreetTable
from finder.geocode.surroundings import Surroundings
from finder.geocode.text import fold, number_key, squash

VAGUE = 1500
"""Metres: a doubt above this says next to nothing of where somebody is."""


class Things:
    """Streets, houses and names by the letters of their names."""

    def __init__(self, entries: Entries, own: Iterable[KnownName], table: StreetTable, source: str) -> None:
        self.addresses = Addresses(entries.addresses)
        self._table, self._source = table, source
        self._streets: dict[str, list[int]] = defaultdict(list)
        self._names: dict[str, list[KnownName]] = defaultdict(list)
        folded = [fold(name) for name in table.names]
        for street, name in enumerate(folded):
            self._streets[squash(name)].append(street)
        strangers = (one for one in entries.addresses if not self._rows(squash(fold(one.street)), one.town))
        self.own = tuple(own)
        self.names = (*entries.names, *streets(strangers), *self.own)
        self.towns = {entry.town for entry in self.names if entry.kind is FoundKind.TOWN}
        for entry in self.names:
            if not (entry.kind is FoundKind.TRAIN and entry.name in self.towns):
                self._names[squash(fold(entry.name))].append(entry)
        self.folded = [*folded, *(fold(entry.name) for entry in self.names)]
        self.around = Surroundings(table, self.names)

    def called(self, name: str, town: str) -> list[Found]:
        """Return what has this folded name, in the town where one is given."""
        key = squash(name)
        found = [one for rows in self._by_town(key, town) for one in self._apart(rows)]
        return [*found, *(named(entry) for entry in self._names.get(key, ()) if town in ("", entry.town))]

    def houses(self, street: str, house_number: str, town: str) -> list[Found]:
        """Return a house in every street of this folded name: the house itself, or as near as is known."""
        key = number_key(house_number)
        number = int(key[0]) if key and key[0].isdigit() else 0
        found: list[Found] = []
        for rows in self._by_town(squash(street), town):
            houses = [self._house(row, house_number, number) for row in rows]
            found += [house for house in houses if house.number_known] or houses
        return found + [
            self._known_only(entry, house_number)
            for entry in self._names.get(squash(street), ())
            if entry.kind is FoundKind.STREET and town in ("", entry.town)
        ]

    def parts(self, found: Found) -> list[Found]:
        """Return the parts of a street that is too long to start from; nothing for any other thing.

        Where a house number was asked for that is not known, only a street that reaches VAGUE metres is too long.
        """
        if found.kind is not FoundKind.STREET or not (found.number_known or found.precision_metres > VAGUE):
            return []
        return list(self._parts(found))

    def _rows(self, key: str, town: str) -> list[int]:
        return [street for street in self._streets.get(key, ()) if town in ("", self._table.town(street))]

    def _by_town(self, key: str, town: str) -> Iterable[list[int]]:
        """The pieces of one street in each town, the longest first."""
        pieces: dict[str, list[int]] = defaultdict(list)
        for row in sorted(self._rows(key, town), key=lambda row: -int(self._table.reach[row])):
            pieces[self._table.town(row)].append(row)
        return pieces.values()

    def _apart(self, rows: Sequence[int]) -> list[Found]:
        """The pieces of a street of one town, without those that lie within the reach of another, all by one name."""
        found: list[Found] = []
        for row in rows:
            piece = self._street(row, street_spot(self._table, row))
            if all(metres_between(piece.point, one.point) > one.precision_metres for one in found):
                found.append(replace(piece, name=found[0].name if found else piece.name))
        return found

    def _street(self, street: int, spot: Spot) -> Found:
        name, town = self._table.names[street], self._table.town(street)
        return _found(FoundKind.STREET, spot.point, spot.doubt, self._source, name=name, town=town)

    def _house(self, street: int, house_number: str, number: int) -> Found:
        town = self._table.town(street)
        if door := self.addresses.door(fold(self._table.names[street]), town, house_number):
            return _door(door)
        if not 0 < number <= HIGHEST_NUMBER:
            return replace(self._street(street, street_spot(self._table, street)), number_known=False)
        spot = house_spot(self._table, street, number)
        found = self._street(street, spot)
        if not spot.known:
            return replace(found, number_known=False)
        return replace(found, kind=FoundKind.ADDRESS, number=str(number))

    def _known_only(self, entry: KnownName, house_number: str) -> Found:
        door = self.addresses.door(fold(entry.name), entry.town, house_number)
        return _door(door) if door else replace(named(entry), number_known=False)

    def _parts(self, found: Found) -> Iterator[Found]:
        rows = self._rows(squash(fold(found.name)), found.town)
        taken: set[str] = set()
        for part in (part for row in rows if self._table.point(row) == found.point for part in self.around.parts(row)):
            near = self.around.one_landmark(part.point, found.name, taken)
            taken.add(near)
            area = self.around.district(part.point)
            yield replace(found, point=part.point, precision_metres=part.doubt, area=area, near=near)


def named(entry: KnownName) -> Found:
    """Return a name as it is found, without its words."""
    name, town = entry.name, entry.town
    return _found(entry.kind, entry.point, entry.precision, entry.source, name=name, town=town)


def coded(entry: KnownPostcode, asked: str) -> Found:
    """Return a postcode as it is found, where one of four or six characters was asked for."""
    kind = FoundKind.POSTCODE_AREA if len(entry.postcode) == 4 else FoundKind.POSTCODE
    name = f"{entry.postcode[:4]} {entry.postcode[4:]}".strip()
    found = _found(kind, entry.point, entry.precision, entry.source, name, entry.town)
    return replace(found, label=f"{name} {entry.town}".strip(), postcode_known=entry.postcode == asked)


def _found(kind: FoundKind, point: Point, precision: int, source: str, name: str, town: str) -> Found:
    """A thing without its words: these depend on what else has its name."""
    return Found("", kind, point, precision_metres=precision, certain=True, source=source, name=name, town=town)


def _door(address: KnownAddress) -> Found:
    postcode = f", {address.postcode[:4]} {address.postcode[4:]}" if address.postcode else ","
    words = f"{address.street} {address.number}{postcode} {address.town}"
    found = _found(FoundKind.ADDRESS, address.point, POINT_PRECISION, address.source, address.street, address.town)
    return replace(found, label=words, number=address.number)
