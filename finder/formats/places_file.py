"""``data/places.geojson``: an RFC 7946 FeatureCollection of places, read strictly and written stably.

Equal places give equal bytes: one feature a line, by code, keys in a fixed order, empty parts left out. A file that
is laid out so is read line by line, and who says what once for all places that end alike; any other as a whole.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from finder.domain.collector import collector_off
from finder.domain.errors import InvalidData
from finder.domain.place import Place
from finder.formats.files import replace_file
from finder.formats.json_fields import WrongField
from finder.formats.place_json import read_place, write_place
from finder.formats.sourced_json import Provenance

_OPENING, _CLOSING = '{"type":"FeatureCollection","features":[\n', "]}\n"
_OPENING_BYTES, _CLOSING_BYTES = _OPENING.encode(), _CLOSING.encode()
_SOURCES = b',"factSources":{'
"""In JSON these bytes stand between two fields and never inside a text, where the quotes would have a backslash."""
_ENDINGS_KEPT = 4096
"""A hundred thousand places end in some thousands of ways; a file in which no two end alike must fit too."""

Read = tuple[Any, Provenance | None]
"""A feature, and who says what in it where that was read apart."""


class _OtherLayout(Exception):
    """The file is not laid out line by line, or has a line that only the reader of all JSON can say the fault of."""


def parse_places(text: str, name: str = "places.geojson") -> tuple[Place, ...]:
    """Read every place of a FeatureCollection.

    Raises InvalidData, naming the feature and its field, for the first thing that is not as documented: a place is
    never skipped, and what has been read can be shown without an error.
    """
    try:
        return _read(io.BytesIO(text.encode()), name)
    except UnicodeEncodeError as error:
        raise InvalidData(name, f"cannot be written as UTF-8 ({error})") from None


def read_places(path: Path) -> tuple[Place, ...]:
    """Read a places file. Raises InvalidData when it cannot be read or is not as documented."""
    try:
        with path.open("rb") as content:
            return _read(content, path.name)
    except OSError as error:
        raise InvalidData(str(path), f"cannot be read ({error})") from None


def _read(content: BinaryIO, name: str) -> tuple[Place, ...]:
    with collector_off():
        try:
            return _places(_by_line(content), name)
        except _OtherLayout:
            content.seek(0)
            return _places(_as_a_whole(content.read(), name), name)


def _places(features: Iterable[Read], name: str) -> tuple[Place, ...]:
    places: dict[str, Place] = {}
    gatherings: set[str] = set()
    number = 0
    try:
        for feature, provenance in features:
            place = read_place(feature, provenance)
            if place.code in places:
                raise WrongField("code", f"{place.code} is that of an earlier feature")
            places[place.code] = place
            for said in place.offer.gatherings:
                if said.value.id in gatherings:
                    raise WrongField("gatherings", f"{said.value.id} is the id of an earlier one")
                gatherings.add(said.value.id)
            number += 1
    except WrongField as error:
        raise InvalidData(f"{name}, feature {number}", str(error)) from None
    return tuple(places.values())


def _as_a_whole(content: bytes, name: str) -> Iterator[Read]:
    try:
        collection = json.loads(content.decode())
    except UnicodeDecodeError as error:
        raise InvalidData(name, f"cannot be read ({error})") from None
    except (ValueError, RecursionError) as error:
        raise InvalidData(name, f"is not JSON ({error})") from None
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        raise InvalidData(name, "is not a GeoJSON FeatureCollection")
    return ((feature, None) for feature in collection["features"])


def _by_line(lines: BinaryIO) -> Iterator[Read]:
    """Raises _OtherLayout, maybe only at the end, for what is not the text of a collection line by line."""
    if next(lines, b"") != _OPENING_BYTES:
        raise _OtherLayout
    endings: dict[bytes, Provenance] = {}
    one_follows = True
    for line in lines:
        if line == _CLOSING_BYTES:
            break
        if not one_follows:
            raise _OtherLayout
        one_follows = line.endswith(b",\n")
        yield _feature(line[:-2] if one_follows else line[:-1], endings)
    if one_follows or line != _CLOSING_BYTES or next(lines, None) is not None:
        raise _OtherLayout


def _feature(line: bytes, endings: dict[bytes, Provenance]) -> Read:
    """Read a line in two parts where its last object is that of the properties, and that ends in who says what."""
    at = line.find(_SOURCES)
    if at < 0:
        return _json(line), None
    ending = line[at:]
    if ending not in endings:
        if len(endings) == _ENDINGS_KEPT:
            endings.clear()
        endings[ending] = _provenance(ending)
    feature = _json(line[:at] + b"}}")
    if type(feature) is dict and feature and next(reversed(feature)) == "properties":
        properties = feature["properties"]
        if type(properties) is dict and Provenance.FIELDS.isdisjoint(properties):
            return feature, endings[ending]
    return _json(line), None


def _provenance(ending: bytes) -> Provenance:
    if not ending.endswith(b"}}"):
        raise _OtherLayout
    said = _json(b"{" + ending[1:-1])
    if not said.keys() <= Provenance.FIELDS:
        raise _OtherLayout
    return Provenance(said)


def _json(part: bytes) -> Any:
    try:
        return orjson.loads(part)
    except orjson.JSONDecodeError:
        raise _OtherLayout from None


def format_places(places: Iterable[Place]) -> str:
    """Write places as a FeatureCollection, one feature a line."""
    lines = [
        json.dumps(write_place(place), ensure_ascii=False, separators=(",", ":"))
        for place in sorted(places, key=lambda place: place.code)
    ]
    return _OPENING + ",\n".join(lines) + "\n" + _CLOSING


def write_places(path: Path, places: Iterable[Place]) -> None:
    """Replace a places file in one step: a crash leaves the old or the new one."""
    replace_file(path, format_places(places).encode())
