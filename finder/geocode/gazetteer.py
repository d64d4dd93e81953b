"""The offline gazetteer: a text or an address to points, without any network."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from finder.domain.errors import InvalidData
from finder.domain.geometry import Point, metres_between
from finder.geocode.centroids import streets
from finder.geocode.entries import (
    POINT_PRECISION,
    Entries,
    FoundKind,
    KnownAddress,
    KnownName,
    KnownPostcode,
    parse_entries,
    read_starting_points,
)
from finder.geocode.found import Found
from finder.geocode.names import NameIndex
from finder.geocode.text import fold, normalise_postcode, number_key, split_address, take_postcode

MOST = 20
"""Never more results than this, whatever is asked."""
SAME_SPOT = 1000
"""Metres within which two things of one name leave no doubt which is meant."""
NEIGHBOUR_BASE, NEIGHBOUR_STEP, NEIGHBOUR_REACH = 165, 5, 60
"""An unknown house number is looked for at its nearest known neighbour, up to 60 numbers away: metres of
doubt, and metres more for each number between. Nine in ten known pairs of a street lie closer than this."""


class Gazetteer:
    """What ``data/gazetteer.json`` knows, ready to be asked."""

    def __init__(self, entries: Entries, own: Iterable[KnownName] = ()) -> None:
        self.sources = entries.sources
        self._postcodes = {entry.postcode: entry for entry in entries.postcodes}
        self._streets: dict[str, list[KnownAddress]] = defaultdict(list)
        for address in entries.addresses:
            self._streets[fold(address.street)].append(address)
        self._street_names = list(self._streets)
        names = (*entries.names, *streets(entries.addresses), *own)
        towns = {entry.town for entry in names if entry.kind is FoundKind.TOWN}
        self._towns = sorted(((fold(town).split(), town) for town in towns), key=lambda item: -len(item[0]))
        self._names = NameIndex(names)
        self.starting_points = tuple(entry.name for entry in names if entry.kind is FoundKind.STARTING_POINT)

    @classmethod
    def load(cls, path: Path, starting_points: Path | None = None) -> Gazetteer:
        """Read a gazetteer file and, where given, an operator's own starting points.

        Raises InvalidData when either cannot be read or is not as documented.
        """
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InvalidData(str(path), f"cannot be read ({error})") from None
        own = read_starting_points(starting_points) if starting_points and starting_points.exists() else ()
        return cls(parse_entries(text, path.name), own)

    def find(self, text: str, limit: int = 5) -> list[Found]:
        """Return what the text may name, the likeliest first; empty when nothing is like it. Never raises.

        An exact postcode, address or name comes first, then names that begin so, then despite a typing error.
        A postcode that is not known gives the centre of its four digits, with that precision.
        """
        folded = fold(text)
        if not folded:
            return []
        postcode, rest = take_postcode(folded)
        words, town = self._take_town(rest)
        found = [] if postcode else self._named_exactly(folded, words, town)
        found += self._addresses(words, town, postcode)
        if not any(hit.certain for hit in found):
            found += self._by_postcode(postcode, words)
        if words and not postcode and not any(hit.kind is FoundKind.ADDRESS for hit in found):
            found += [self._as_found(entry, False) for entry in self._names.like(words, town)]
        if not found and town:
            found += [self._as_found(entry, False) for entry in self._names.exactly(fold(town), "")]
        found.sort(key=lambda hit: not hit.certain)
        once: dict[tuple[FoundKind, str], Found] = {}
        for hit in found:
            once.setdefault((hit.kind, hit.label), hit)
        return list(once.values())[: min(limit, MOST)]

    def locate_address(self, street: str, house_number: str, postcode: str, city: str) -> Point | None:
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
            candidates = self._streets.get(fold(street), ())
        here = [
            address
            for address in candidates
            if (not town or fold(address.town) == town)
            and _agree(address.postcode, wanted_postcode, bool(street.strip()))
        ]
        doors = [address for address in here if number_key(address.number) == number]
        building = [address for address in here if number_key(address.number)[:1] == number]
        return _one_spot({address.point for address in doors or building})

    def _take_town(self, folded: str) -> tuple[str, str]:
        words = folded.split()
        for parts, town in self._towns:
            size = len(parts)
            if len(words) > size and words[-size:] == parts:
                return " ".join(words[:-size]), town
            if len(words) > size and words[:size] == parts:
                return " ".join(words[size:]), town
        return folded, ""

    def _named_exactly(self, folded: str, words: str, town: str) -> list[Found]:
        entries = self._names.exactly(folded, "") or self._names.exactly(words, town)
        alone = all(metres_between(entries[0].point, entry.point) <= SAME_SPOT for entry in entries)
        return [self._as_found(entry, alone) for entry in entries]

    def _by_postcode(self, postcode: str, words: str) -> list[Found]:
        if postcode in self._postcodes:
            return [_postcode_found(self._postcodes[postcode], True)]
        digits = postcode[:4] or (words if len(words) == 4 and words.isdigit() else "")
        area = self._postcodes.get(digits)
        return [_postcode_found(area, not postcode)] if area else []

    def _addresses(self, words: str, town: str, postcode: str) -> list[Found]:
        street, number = split_address(words)
        key = number_key(number)
        if not key:
            return []
        names = [street] if street in self._streets else self._similar_streets(street)
        found = []
        for name in names:
            by_town: dict[str, list[KnownAddress]] = defaultdict(list)
            for address in self._streets[name]:
                if (not town or address.town == town) and _agree(address.postcode, postcode, False):
                    by_town[address.town].append(address)
            houses = (_house(known, key, name == street) for known in by_town.values())
            found += [house for house in houses if house]
        exact = [hit for hit in found if hit.certain]
        if len(exact) > 1 and any(metres_between(exact[0].point, hit.point) > SAME_SPOT for hit in exact):
            found = [replace(hit, certain=False) for hit in found]
        found.sort(key=lambda hit: not hit.certain)
        nearby = [self._as_found(entry, False) for name in names for entry in self._names.exactly(name, town)]
        nearby.sort(key=lambda hit: hit.kind is not FoundKind.STREET)
        return found if any(hit.certain for hit in found) else found + nearby

    def _similar_streets(self, street: str) -> list[str]:
        begin = [name for name in self._street_names if name.startswith(street)] if len(street) > 3 else []
        return begin[:3] or difflib.get_close_matches(street, self._street_names, 2, 0.84)

    def _as_found(self, entry: KnownName, certain: bool) -> Found:
        label = f"{entry.name}, {entry.town}" if entry.town not in ("", entry.name) else entry.name
        return Found(label, entry.kind, entry.point, entry.precision, certain, entry.source)


def _agree(known: str, wanted: str, or_unknown: bool) -> bool:
    return not wanted or known == wanted or (or_unknown and not known)


def _one_spot(points: set[Point]) -> Point | None:
    spots = sorted(points, key=lambda point: (point.longitude, point.latitude))
    if spots and all(metres_between(spots[0], spot) <= POINT_PRECISION for spot in spots):
        return spots[0]
    return None


def _postcode_found(entry: KnownPostcode, certain: bool) -> Found:
    area = len(entry.postcode) == 4
    label = f"{entry.postcode[:4]} {entry.postcode[4:]}".strip()
    kind = FoundKind.POSTCODE_AREA if area else FoundKind.POSTCODE
    return Found(f"{label} {entry.town}".strip(), kind, entry.point, entry.precision, certain, entry.source)


def _house(known: Sequence[KnownAddress], key: tuple[str, ...], street_is_exact: bool) -> Found | None:
    wanted = int(key[0])
    best = min(known, key=lambda address: _numbers_apart(address, key, wanted))
    apart = _numbers_apart(best, key, wanted)[0]
    if apart > NEIGHBOUR_REACH:
        return None
    certain = street_is_exact and apart == 0
    doubt = POINT_PRECISION if apart == 0 else NEIGHBOUR_BASE + NEIGHBOUR_STEP * apart
    postcode = f", {best.postcode[:4]} {best.postcode[4:]}" if best.postcode else ","
    label = f"{best.street} {best.number}{postcode} {best.town}"
    return Found(label, FoundKind.ADDRESS, best.point, doubt, certain, best.source)


def _numbers_apart(address: KnownAddress, key: tuple[str, ...], wanted: int) -> tuple[int, bool, str]:
    parts = number_key(address.number)
    numbers = [int(part) for part in parts if part.isdigit()]
    return min(abs(number - wanted) for number in numbers), parts != key, address.number
