"""``data/gazetteer.json``: what the offline gazetteer knows, one entry a line, each with its source.

Streets and their house numbers stand in a file of their own beside it, which it names.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from finder.domain.errors import InvalidData
from finder.domain.geometry import SERVED_AREA, Point

POINT_PRECISION = 20
"""Metres: how far a register's or OSM's address point may be from the door."""
OWN_POINTS_SOURCE = "operator"


class FoundKind(StrEnum):
    """What sort of thing a text was found to name."""

    ADDRESS = "address"
    POSTCODE = "postcode"
    POSTCODE_AREA = "postcode_area"
    STREET = "street"
    NEIGHBOURHOOD = "neighbourhood"
    DISTRICT = "district"
    TOWN = "town"
    TRAIN = "train"
    METRO = "metro"
    TRAM = "tram"
    FERRY = "ferry"
    STARTING_POINT = "starting_point"


@dataclass(frozen=True, slots=True)
class GazetteerSource:
    """Where entries were read: title, address, licence and the day of that copy (all as stated there)."""

    title: str
    url: str
    licence: str
    date: str


@dataclass(frozen=True, slots=True)
class KnownPostcode:
    """A postcode of four or six characters; ``precision`` metres around the point hold it."""

    postcode: str
    town: str
    point: Point
    precision: int
    source: str


@dataclass(frozen=True, slots=True)
class KnownAddress:
    """A house number in a street, with the position of its door or building."""

    street: str
    number: str
    postcode: str
    town: str
    point: Point
    source: str


@dataclass(frozen=True, slots=True)
class KnownName:
    """A street, neighbourhood, stop or starting point; ``precision`` metres around the point hold it."""

    kind: FoundKind
    name: str
    town: str
    point: Point
    precision: int
    source: str


@dataclass(frozen=True, slots=True)
class StreetsFile:
    """The file of streets and house numbers that belongs to these entries, by its name and its sum."""

    file: str
    sha256: str
    source: str


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything in a gazetteer file."""

    sources: Mapping[str, GazetteerSource] = field(default_factory=dict)
    postcodes: tuple[KnownPostcode, ...] = ()
    addresses: tuple[KnownAddress, ...] = ()
    names: tuple[KnownName, ...] = ()
    streets: StreetsFile | None = None


COLUMNS = {
    "postcodes": ["postcode", "town", "longitude", "latitude", "precisionMetres", "source"],
    "addresses": ["street", "houseNumber", "postcode", "town", "longitude", "latitude", "source"],
    "names": ["kind", "name", "town", "longitude", "latitude", "precisionMetres", "source"],
}


def _point(longitude: Any, latitude: Any) -> Point:
    point = Point(float(longitude), float(latitude))
    if not SERVED_AREA.contains(point):
        raise ValueError(f"{longitude}, {latitude} is outside the served area (longitude comes first)")
    return point


def parse_entries(text: str, name: str) -> Entries:
    """Read a gazetteer file. Raises InvalidData, naming list and row, for what is not as documented."""
    try:
        raw = json.loads(text)
        sources = {key: GazetteerSource(**item) for key, item in raw["sources"].items()}
        lists = {key: list(raw[key]) for key in COLUMNS}
        streets = StreetsFile(**raw["streets"]) if "streets" in raw else None
        if streets and Path(streets.file).name != streets.file:
            raise ValueError("its file of streets does not lie beside it")
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise InvalidData(name, f"is not a gazetteer file ({error})") from None
    where = name
    try:
        postcodes = []
        for at, (postcode, town, x, y, precision, source) in enumerate(lists["postcodes"]):
            where = f"{name}, postcodes {at}"
            postcodes.append(KnownPostcode(postcode, town, _point(x, y), int(precision), source))
        addresses = []
        for at, (street, number, postcode, town, x, y, source) in enumerate(lists["addresses"]):
            where = f"{name}, addresses {at}"
            addresses.append(KnownAddress(street, number, postcode, town, _point(x, y), source))
        names = []
        for at, (kind, label, town, x, y, precision, source) in enumerate(lists["names"]):
            where = f"{name}, names {at}"
            names.append(KnownName(FoundKind(kind), label, town, _point(x, y), int(precision), source))
    except (TypeError, ValueError) as error:
        raise InvalidData(where, str(error)) from None
    used = {e.source for e in postcodes} | {e.source for e in addresses} | {e.source for e in names}
    if unknown := (used | ({streets.source} if streets else set())) - sources.keys():
        raise InvalidData(name, f"names the source {min(unknown)!r}, which it does not describe")
    return Entries(sources, tuple(postcodes), tuple(addresses), tuple(names), streets)


def format_entries(entries: Entries, note: str) -> str:
    """Write a gazetteer file: equal entries give equal bytes."""
    rows = {
        "postcodes": [[e.postcode, e.town, *_degrees(e.point), e.precision, e.source] for e in entries.postcodes],
        "addresses": [
            [e.street, e.number, e.postcode, e.town, *_degrees(e.point), e.source] for e in entries.addresses
        ],
        "names": [[str(e.kind), e.name, e.town, *_degrees(e.point), e.precision, e.source] for e in entries.names],
    }
    sources = {
        key: {"title": item.title, "url": item.url, "licence": item.licence, "date": item.date}
        for key, item in sorted(entries.sources.items())
    }
    parts = [f'"note":{_json(note)}', f'"sources":{_json(sources)}', f'"columns":{_json(COLUMNS)}']
    if entries.streets:
        parts.insert(1, f'"streets":{_json(asdict(entries.streets))}')
    for key, lines in rows.items():
        parts.append(f'"{key}":[\n' + ",\n".join(sorted(_json(line) for line in lines)) + "\n]")
    return "{" + ",\n".join(parts) + "}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _degrees(point: Point) -> list[float]:
    return [round(point.longitude, 5), round(point.latitude, 5)]


def read_starting_points(path: Path) -> tuple[KnownName, ...]:
    """Read an operator's own starting points: CSV of name, town, longitude, latitude; ``#`` opens a comment.

    Raises InvalidData, naming the row, for a row without a name or with a position outside the served area.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidData(str(path), f"cannot be read ({error})") from None
    return tuple(_starting_points([line for line in lines if line and not line.startswith("#")], path.name))


def _starting_points(lines: list[str], name: str) -> Iterable[KnownName]:
    for number, row in enumerate(csv.DictReader(lines), 1):
        try:
            label = row["name"].strip()
            point = _point(row["longitude"], row["latitude"])
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise InvalidData(f"{name}, row {number}", f"cannot be used ({error})") from None
        if not label:
            raise InvalidData(f"{name}, row {number}", "has no name")
        town = (row.get("town") or "").strip()
        yield KnownName(FoundKind.STARTING_POINT, label, town, point, POINT_PRECISION, OWN_POINTS_SOURCE)
