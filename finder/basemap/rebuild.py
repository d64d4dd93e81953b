"""Put better shapes in the place of coarse ones, as fine as the size budget allows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from finder.basemap.coarse import HECTARE, coarsen_area, coarsen_lines, join_areas, to_degrees, to_metres
from finder.basemap.features import BUDGET, Basemap, Feature, format_basemap, zipped_size
from finder.basemap.layers import Layer
from finder.basemap.raw import RawShape
from finder.domain.errors import InvalidData
from finder.domain.geometry import BBox

TOLERANCES = (8, 12, 18, 27, 40, 60, 90, 135)
"""Metres, tried from fine to coarse."""
Grouped = Mapping[Layer, Mapping[str, Sequence[BaseGeometry]]]


def rebuild(
    old: Basemap,
    shapes: Iterable[RawShape],
    bbox: BBox,
    source: tuple[str, Mapping[str, str]],
    attribution: str,
    budget: int = BUDGET,
) -> tuple[Basemap, int]:
    """Replace the layers that ``shapes`` hold within ``bbox``, keep the others; ``source``: key, description.

    Returns the basemap and the tolerance in metres that was needed to fit ``budget`` bytes after gzip.
    Raises InvalidData when there are no shapes, or when even the coarsest does not fit.
    """
    grouped = _group(shapes, bbox)
    if not grouped:
        raise InvalidData("basemap", "there is nothing to draw in this area; the old file is kept")
    kept = [feature for feature in old.features if feature.layer not in grouped]
    key, described = source
    sources = {name: item for name, item in old.sources.items() if name in {item.source for item in kept}}
    still_due = [f"{item['title']}: {item['licence']}" for item in sources.values()]
    line = "; ".join(dict.fromkeys([attribution, *still_due]))
    for tolerance in TOLERANCES:
        new = tuple(_features(grouped, tolerance, key))
        basemap = Basemap(line, {**sources, key: described}, (*kept, *new))
        if zipped_size(format_basemap(basemap)) <= budget:
            return basemap, tolerance
    raise InvalidData("basemap", f"does not fit {budget} bytes; choose a smaller area")


def _group(shapes: Iterable[RawShape], bbox: BBox) -> Grouped:
    area = to_metres(box(bbox.west, bbox.south, bbox.east, bbox.north))
    grouped: dict[Layer, dict[str, list[BaseGeometry]]] = defaultdict(lambda: defaultdict(list))
    for raw in shapes:
        inside = shapely.make_valid(to_metres(raw.geometry)).intersection(area)
        if not inside.is_empty:
            grouped[raw.layer][raw.name].append(inside)
    return grouped


def _features(grouped: Grouped, tolerance: int, source: str) -> Iterator[Feature]:
    for layer, named in grouped.items():
        for name, geometries in named.items():
            for geometry in _coarse(layer, geometries, tolerance):
                if not geometry.is_empty:
                    yield Feature(layer, name, source, to_degrees(geometry))


def _coarse(layer: Layer, geometries: Sequence[BaseGeometry], tolerance: int) -> Iterable[BaseGeometry]:
    if layer in (Layer.ROAD, Layer.RAILWAY):
        return [coarsen_lines(geometries, tolerance, metres=4 * tolerance)]
    if layer in (Layer.WATER, Layer.PARK):
        smallest = 10 * tolerance**2 / HECTARE
        return [coarsen_area(join_areas(geometries), tolerance, open_=tolerance / 4, hectares=smallest)]
    return geometries
