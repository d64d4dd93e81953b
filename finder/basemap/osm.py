"""Which OpenStreetMap tags make which layer of the basemap (ODbL 1.0)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from shapely.geometry import box

from finder.basemap.layers import Layer
from finder.basemap.raw import RawShape
from finder.domain.geometry import BBox
from finder.formats.osm_file import OsmShape, read_osm_shapes

SOURCE = {
    "title": "OpenStreetMap",
    "url": "https://www.openstreetmap.org/copyright",
    "licence": "ODbL 1.0, (c) OpenStreetMap contributors",
}
ATTRIBUTION = "(c) OpenStreetMap contributors (ODbL 1.0)"
_KEYS = ("natural", "waterway", "leisure", "landuse", "highway", "railway", "amenity")
_MAIN_ROADS = {"motorway", "trunk", "primary", "secondary", "tertiary"}
_RAILS = {"rail", "subway", "light_rail"}


def read_osm(path: Path, bbox: BBox) -> Iterator[RawShape]:
    """Read what the basemap draws and what touches ``bbox``. Raises InvalidData when the file cannot be read."""
    area = box(bbox.west, bbox.south, bbox.east, bbox.north)
    for item in read_osm_shapes(path, _KEYS):
        layer = _layer(item)
        if layer is not None and item.geometry.intersects(area):
            named = layer in (Layer.PARK, Layer.STATION, Layer.METRO, Layer.FERRY)
            yield RawShape(layer, item.tags.get("name", "") if named else "", item.geometry)


def _layer(item: OsmShape) -> Layer | None:
    kind, tags = item.geometry.geom_type, item.tags
    if kind == "MultiPolygon":
        return _area_layer(tags)
    return _point_layer(tags) if kind == "Point" else _line_layer(tags)


def _area_layer(tags: Mapping[str, str]) -> Layer | None:
    if tags.get("natural") == "water" or tags.get("waterway") in ("riverbank", "dock"):
        return Layer.WATER
    if tags.get("leisure") == "park" or tags.get("natural") == "wood" or tags.get("landuse") == "forest":
        return Layer.PARK
    return None


def _line_layer(tags: Mapping[str, str]) -> Layer | None:
    if tags.get("highway") in _MAIN_ROADS:
        return Layer.ROAD
    return Layer.RAILWAY if tags.get("railway") in _RAILS and "service" not in tags else None


def _point_layer(tags: Mapping[str, str]) -> Layer | None:
    if tags.get("railway") in ("station", "halt"):
        return Layer.METRO if tags.get("station") in ("subway", "light_rail") else Layer.STATION
    return Layer.FERRY if tags.get("amenity") == "ferry_terminal" else None
