"""``data/places.geojson``: an RFC 7946 FeatureCollection of places, read strictly and written stably.

Equal places give equal bytes: one feature a line, by code, keys in a fixed order, empty parts left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from finder.domain.errors import InvalidData
from finder.domain.place import Place
from finder.formats.files import replace_file
from finder.formats.json_fields import WrongField
from finder.formats.place_json import read_place, write_place


def parse_places(text: str, name: str = "places.geojson") -> tuple[Place, ...]:
    """Read every place of a FeatureCollection.

    Raises InvalidData, naming the feature and its field, for the first thing that is not as documented: a place is
    never skipped, and what has been read can be shown without an error.
    """
    try:
        collection = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidData(name, f"is not JSON ({error})") from None
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        raise InvalidData(name, "is not a GeoJSON FeatureCollection")
    places: dict[str, Place] = {}
    gatherings: set[str] = set()
    for number, feature in enumerate(collection["features"]):
        where = f"{name}, feature {number}"
        place = _read(feature, where)
        if place.code in places:
            raise InvalidData(where, f"has code {place.code}, which an earlier feature has")
        for gathering in place.gatherings:
            if gathering.id in gatherings:
                raise InvalidData(where, f"has gathering {gathering.id}, which stands in the file already")
            gatherings.add(gathering.id)
        places[place.code] = place
    return tuple(places.values())


def _read(feature: Any, where: str) -> Place:
    try:
        return read_place(feature)
    except WrongField as error:
        raise InvalidData(where, str(error)) from None


def read_places(path: Path) -> tuple[Place, ...]:
    """Read a places file. Raises InvalidData when it cannot be read or is not as documented."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidData(str(path), f"cannot be read ({error})") from None
    return parse_places(text, path.name)


def format_places(places: Iterable[Place]) -> str:
    """Write places as a FeatureCollection, one feature a line."""
    lines = [
        json.dumps(write_place(place), ensure_ascii=False, separators=(",", ":"))
        for place in sorted(places, key=lambda place: place.code)
    ]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def write_places(path: Path, places: Iterable[Place]) -> None:
    """Replace a places file in one step: a crash leaves the old or the new one."""
    replace_file(path, format_places(places).encode())
