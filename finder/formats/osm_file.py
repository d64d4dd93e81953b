"""An OpenStreetMap file (``.osm``, ``.osm.bz2``, ``.osm.pbf``) to tagged shapes. The only room for osmium."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import osmium
import shapely
from shapely.geometry.base import BaseGeometry

from finder.domain.errors import InvalidData


@dataclass(frozen=True, slots=True)
class OsmShape:
    """A tagged node (point), way (line) or area (polygons) in WGS 84 degrees, longitude first.

    ``id`` is its number behind ``n``, ``w`` or ``r``; ``changed_on`` the day of its last edit, if it is told.
    """

    tags: Mapping[str, str]
    geometry: BaseGeometry
    id: str
    changed_on: date | None


def read_osm_shapes(path: Path, keys: tuple[str, ...]) -> Iterator[OsmShape]:
    """Read what carries one of these tag keys. A closed way is given as a line and, where OSM so means it, an area.

    Objects whose parts are not in the file (cut off at its edge) are left out.
    Raises InvalidData when the file cannot be read.
    """
    if not path.is_file():
        raise InvalidData(str(path), "is not there")
    wanted = osmium.filter.KeyFilter(*keys)
    try:
        processor = osmium.FileProcessor(str(path)).with_areas(wanted).with_filter(wanted)
        factory = osmium.geom.WKBFactory()
        for item in processor:
            geometry = _geometry(item, factory)
            if geometry is not None:
                yield OsmShape({tag.k: tag.v for tag in item.tags}, geometry, _id(item), _changed_on(item))
    except RuntimeError as error:
        raise InvalidData(str(path), f"cannot be read ({error})") from None


def _id(item: Any) -> str:
    if item.is_area():
        return f"{'w' if item.from_way() else 'r'}{item.orig_id()}"
    return f"{'n' if item.is_node() else 'w'}{item.id}"


def _changed_on(item: Any) -> date | None:
    """A file may leave it out, which osmium gives as the first day of 1970."""
    day: date = item.timestamp.date()
    return day if day.year > 1970 else None


def _geometry(item: Any, factory: Any) -> BaseGeometry | None:
    try:
        if item.is_node():
            return shapely.Point(item.location.lon, item.location.lat)
        if item.is_way():
            return shapely.from_wkb(factory.create_linestring(item))
        if item.is_area():
            return shapely.from_wkb(factory.create_multipolygon(item))
    except (osmium.InvalidLocationError, RuntimeError):
        return None
    return None
