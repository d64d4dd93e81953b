"""Objects of OpenStreetMap: out of an answer of Overpass, or out of a file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from finder.domain.geometry import BBox, Point
from finder.formats.osm_file import read_osm_shapes
from finder.refresh.client import SourceUnavailable

OVERPASS_URL = "https://overpass-api.de/api/interpreter"
AMENITIES = ("place_of_worship", "community_centre", "social_centre", "social_facility", "library")
SECONDS = 180
MOST_BYTES = 64 * 1024 * 1024
_TYPES = {"n": "node", "w": "way", "r": "relation"}


@dataclass(frozen=True, slots=True)
class OsmObject:
    """A tagged object and its middle; ``id`` is ``n``, ``w`` or ``r`` with its number.

    ``number`` counts from 1 in what it was read from; ``changed_on`` is the day of its last edit.
    """

    number: int
    id: str
    tags: Mapping[str, str]
    point: Point | None
    changed_on: date | None

    @property
    def title(self) -> str:
        """Return how OpenStreetMap calls it."""
        return f"{_TYPES[self.id[0]]} {self.id[1:]}"

    @property
    def url(self) -> str:
        """Return its page."""
        return f"https://www.openstreetmap.org/{_TYPES[self.id[0]]}/{self.id[1:]}"


def overpass_query(bbox: BBox) -> str:
    """Return what is asked of Overpass: all of AMENITIES in a box, the middle of each, and when it was last edited."""
    box = f"{bbox.south},{bbox.west},{bbox.north},{bbox.east}"
    wanted = f'nwr["amenity"~"^({"|".join(AMENITIES)})$"]({box});'
    return f"[out:json][timeout:{SECONDS}][maxsize:{MOST_BYTES}];{wanted}out center meta;"


def read_overpass(body: bytes) -> tuple[OsmObject, ...]:
    """Read an answer. Who edited an object is left where it is.

    Raises SourceUnavailable for an answer that is not as documented, or that Overpass did not finish.
    """
    try:
        raw = json.loads(body)
        if remark := raw.get("remark"):
            raise SourceUnavailable(f"Overpass did not finish: {str(remark)[:200]}")
        return tuple(_element(number, item) for number, item in enumerate(raw["elements"], 1))
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise SourceUnavailable(f"Overpass did not answer as documented ({error!r:.100})") from None


def _element(number: int, raw: Mapping[str, Any]) -> OsmObject:
    kind, stamp = str(raw["type"]), raw.get("timestamp")
    middle = raw if kind == "node" else raw.get("center")
    point = Point(float(middle["lon"]), float(middle["lat"])) if middle else None
    tags = {str(key): str(value) for key, value in raw.get("tags", {}).items()}
    (letter,) = [letter for letter, name in _TYPES.items() if name == kind]
    changed_on = date.fromisoformat(str(stamp)[:10]) if stamp else None
    return OsmObject(number, f"{letter}{int(raw['id'])}", tags, point, changed_on)


def read_osm_objects(path: Path, bbox: BBox) -> Iterator[OsmObject]:
    """Read the same out of an OpenStreetMap file (``.osm``, ``.osm.pbf``). Raises InvalidData as ``read_osm_shapes``.

    A closed way stands in it as a line and as an area: it is given once.
    """
    seen: set[str] = set()
    for shape in read_osm_shapes(path, ("amenity",)):
        if shape.tags["amenity"] not in AMENITIES or shape.id in seen:
            continue
        west, south, east, north = shape.geometry.bounds
        point = Point((west + east) / 2, (south + north) / 2)
        if bbox.contains(point):
            seen.add(shape.id)
            yield OsmObject(len(seen), shape.id, shape.tags, point, shape.changed_on)
