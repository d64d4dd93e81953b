"""Compile the offline gazetteer from files of facts that a manifest describes (``data/gazetteer.toml``).

Every row of every file is counted: taken, or left out for a stated reason.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import shape

from finder.domain.errors import InvalidData
from finder.domain.geometry import SERVED_AREA, Point, metres_between, rd_new
from finder.formats.tables import Row, matches, read_rows
from finder.geocode.centroids import middle, round_up
from finder.geocode.compile_streets import compile_streets
from finder.geocode.entries import Entries, FoundKind, GazetteerSource, KnownAddress, KnownName, KnownPostcode
from finder.geocode.names import NameIndex
from finder.geocode.streets import StreetTable
from finder.geocode.text import fold, normalise_postcode

POSTCODE_PRECISION, AREA_PRECISION, STOP_PRECISION = 250, 1100, 50
"""Metres, at least: 19 in 20 of 1,935 known addresses lie within 250 m of the others of their postcode, and within
1,100 m of GeoNames' centre of its four digits."""
FAR = 3000
"""Metres between a postcode and the centre of its four digits above which one of the two is wrong."""
_NUMBERED = re.compile(r"(?P<street>.*\D)\s+(?P<number>\d\S*)")


@dataclass
class Compiled:
    """What came of it: the entries, the streets, and per file how many rows were taken or left out, and why."""

    entries: Entries
    counts: dict[str, Counter[str]] = field(default_factory=dict)
    streets: StreetTable | None = None


class _Compiler:
    def __init__(self, manifest: Mapping[str, Any], folder: Path) -> None:
        self.manifest, self.folder = manifest, folder
        self.counts: dict[str, Counter[str]] = {}
        self.town_shapes: list[tuple[Any, str]] = []

    def rows(self, part: Mapping[str, Any]) -> Iterator[tuple[Row, Counter[str]]]:
        count = self.counts.setdefault(_headline(part), Counter())
        for row in _listed(part) if "entries" in part else read_rows(self.folder / part["file"]):
            if not matches(row.values, part.get("where", {}), part.get("unless", {})):
                count["not asked for"] += 1
            elif row.point is None and row.shape is None:
                count["no position"] += 1
            elif row.point is not None and not SERVED_AREA.contains(row.point):
                count["outside the served area"] += 1
            else:
                yield row, count

    def town_of(self, point: Point) -> str:
        here = shape({"type": "Point", "coordinates": (point.longitude, point.latitude)})
        return next((town for area, town in self.town_shapes if area.covers(here)), "")

    def read_towns(self) -> None:
        for part in self.manifest.get("towns", ()):
            for row, count in self.rows(part):
                self.town_shapes.append((shape(row.shape), str(part.get("town") or row.values[part["name"]])))
                count["taken"] += 1

    def areas(self) -> Iterator[KnownName]:
        for part in self.manifest.get("areas", ()):
            for row, count in self.rows(part):
                polygon = shape(row.shape)
                if polygon.is_empty:
                    count["no position"] += 1
                    continue
                inside = polygon.representative_point()
                point = Point(inside.x, inside.y)
                if not SERVED_AREA.contains(point):
                    count["outside the served area"] += 1
                    continue
                reach = round_up(np.sqrt(shapely.transform(polygon, _rd).area / np.pi), 50)
                town = part.get("town") or self.town_of(point)
                count["taken"] += 1
                yield KnownName(FoundKind(part["kind"]), row.values[part["name"]], town, point, reach, part["source"])

    def points(self) -> Iterator[KnownName]:
        for part in self.manifest.get("points", ()):
            for row, count in self.rows(part):
                assert row.point is not None
                name = re.sub(r"\s*\(\d+\)$", "", row.values[part.get("name", "name")]).strip()
                town, precision = self.town_of(row.point), part.get("precision", STOP_PRECISION)
                count["taken"] += 1
                yield KnownName(FoundKind(part["kind"]), name, town, row.point, precision, part["source"])

    def addresses(self) -> Iterator[tuple[KnownAddress, bool]]:
        for part in self.manifest.get("addresses", ()):
            columns = part["columns"]
            for row, count in self.rows(part):
                assert row.point is not None
                given = {key: row.values.get(column, "").strip() for key, column in columns.items()}
                if split := _NUMBERED.fullmatch(given.pop("address", "")):
                    given |= {"street": split["street"], "house_number": split["number"]}
                town = given.get("town") or part.get("town") or self.town_of(row.point)
                postcode = normalise_postcode(given.get("postcode", ""))
                street, number = given.get("street", ""), given.get("house_number", "")
                if not (street and number) and not postcode:
                    count["no street and number, no postcode"] += 1
                elif not town:
                    count["town not known"] += 1
                else:
                    count["taken"] += 1
                    yield (
                        KnownAddress(street, number, postcode, town, row.point, part["source"]),
                        bool(part["exact"]),
                    )

    def postcode_areas(self) -> list[KnownPostcode]:
        known: dict[str, list[KnownPostcode]] = defaultdict(list)
        for part in self.manifest.get("postcode_areas", ()):
            columns = part["columns"]
            for row, count in self.rows(part):
                assert row.point is not None
                digits, town = (
                    row.values[columns["digits"]],
                    re.sub(r" gem\. .*", "", row.values[columns["town"]]),
                )
                known[digits].append(KnownPostcode(digits, town, row.point, AREA_PRECISION, part["source"]))
                count["taken"] += 1
        return [_joined(areas) for areas in known.values()]


def _headline(part: Mapping[str, Any]) -> str:
    asked = ", ".join(f"{key} {pattern}" for key, pattern in part.get("where", {}).items())
    file = part.get("file", "entries of the manifest")
    return f"{file} as {part.get('kind', part['source'])}" + (f" where {asked}" if asked else "")


def _listed(part: Mapping[str, Any]) -> Iterator[Row]:
    for name, longitude, latitude in part["entries"]:
        yield Row({"name": name}, Point(longitude, latitude))


def _rd(degrees: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.column_stack(rd_new(degrees[:, 0], degrees[:, 1]))


def _joined(areas: list[KnownPostcode]) -> KnownPostcode:
    """One entry for four digits that reach over two villages."""
    first = areas[0]
    apart = max(metres_between(first.point, area.point) for area in areas)
    towns = " / ".join(sorted({area.town for area in areas}))
    return KnownPostcode(first.postcode, towns, first.point, round_up(first.precision + apart, 50), first.source)


def _postcodes(addresses: list[tuple[KnownAddress, bool]]) -> Iterator[KnownPostcode]:
    by_postcode: dict[str, list[tuple[KnownAddress, bool]]] = defaultdict(list)
    for address, exact in addresses:
        if address.postcode:
            by_postcode[address.postcode].append((address, exact))
    for postcode, known in by_postcode.items():
        sure = [address for address, exact in known if exact]
        used = sure or [address for address, _ in known]
        point, reach = middle(address.point for address in used)
        yield KnownPostcode(postcode, used[0].town, point, max(POSTCODE_PRECISION, round_up(reach, 25)), used[0].source)


def _towns(areas: Iterable[KnownPostcode]) -> Iterator[KnownName]:
    by_town: dict[str, list[KnownPostcode]] = defaultdict(list)
    for area in areas:
        if "/" not in area.town:
            by_town[area.town].append(area)
    for town, known in by_town.items():
        point, reach = middle(area.point for area in known)
        yield KnownName(FoundKind.TOWN, town, town, point, round_up(reach + AREA_PRECISION, 100), known[0].source)


def compile_gazetteer(manifest: Mapping[str, Any], folder: Path) -> Compiled:
    """Compile the files that the manifest names, found in ``folder``.

    Raises InvalidData for a file that cannot be read, and for a manifest that lacks a part.
    """
    compiler = _Compiler(manifest, folder)
    try:
        sources = {key: GazetteerSource(**item) for key, item in manifest["sources"].items()}
        compiler.read_towns()
        areas = {entry.postcode: entry for entry in compiler.postcode_areas()}
        part = manifest.get("streets")
        streets = compile_streets(part, folder, compiler.counts) if part else None
        addresses = [
            (_restored(address, streets, compiler.counts), exact)
            for address, exact in compiler.addresses()
            if not _far(address, areas.get(address.postcode[:4]), compiler.counts)
        ]
        named = [*compiler.areas(), *compiler.points()]
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidData("manifest", f"lacks or mistakes {error}") from None
    doors = {
        (address.town, fold(address.street), address.number): address
        for address, exact in reversed(addresses)
        if address.street and address.number and exact
    }
    names = {(entry.kind, entry.town, fold(entry.name)): entry for entry in reversed([*_towns(areas.values()), *named])}
    entries = Entries(sources, (*areas.values(), *_postcodes(addresses)), tuple(doors.values()), tuple(names.values()))
    return Compiled(entries, compiler.counts, streets)


def _far(address: KnownAddress, area: KnownPostcode | None, counts: dict[str, Counter[str]]) -> bool:
    if not address.postcode or area is None or metres_between(address.point, area.point) <= FAR:
        return False
    counts.setdefault("postcodes far from the centre of their four digits, left out", Counter())[address.postcode] += 1
    return True


def _restored(address: KnownAddress, streets: StreetTable | None, counts: dict[str, Counter[str]]) -> KnownAddress:
    """Put back the letters that a register lost (``Hygi?aplein``), where only one street of the town can be meant."""
    if streets is None or "?" not in address.street:
        return address
    count = counts.setdefault("streets of addresses that lost a letter", Counter())
    here = {fold(name): name for row, name in enumerate(streets.names) if streets.town(row) == address.town}
    names = NameIndex(here).restored(fold(address.street))
    count["put back" if len(names) == 1 else "left as they are"] += 1
    return replace(address, street=here[names[0]]) if len(names) == 1 else address
