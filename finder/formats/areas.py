"""``data/areas.geojson``: municipalities, districts and neighbourhoods, and in which of them a point lies."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely

from finder.domain.errors import InvalidData
from finder.domain.geometry import BBox, Point

LEVELS = ("municipality", "district", "neighbourhood")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The areas that hold a point; None where no area of that level does."""

    municipality: str | None = None
    district: str | None = None
    neighbourhood: str | None = None


class Areas:
    """Named polygons of the three levels."""

    def __init__(self, shapes: Mapping[str, Sequence[tuple[str, Any]]]) -> None:
        self._names = {level: [name for name, _ in shapes.get(level, ())] for level in LEVELS}
        self._shapes = {level: [shape for _, shape in shapes.get(level, ())] for level in LEVELS}
        self._trees = {level: shapely.STRtree(self._shapes[level]) for level in LEVELS}

    def locate(self, point: Point) -> Whereabouts:
        """Return the areas that a point lies in; on a border, the first that touches it."""
        return Whereabouts(*(self._at(level, point) for level in LEVELS))

    def bbox(self, municipality: str) -> BBox:
        """Return the smallest box around a municipality. Raises KeyError when it is not known."""
        for name, shape in zip(self._names["municipality"], self._shapes["municipality"], strict=True):
            if name == municipality:
                return BBox(*shape.bounds)
        raise KeyError(municipality)

    def municipalities(self) -> list[str]:
        """The names of the municipalities, as the file has them."""
        return list(self._names["municipality"])

    def _at(self, level: str, point: Point) -> str | None:
        spot = shapely.Point(point.longitude, point.latitude)
        inside = sorted(int(index) for index in self._trees[level].query(spot, predicate="intersects"))
        return self._names[level][inside[0]] if inside else None


def read_areas(path: Path) -> Areas:
    """Read the areas. Raises InvalidData, naming the feature, when the file is not as documented."""
    try:
        features = json.loads(path.read_text("utf-8"))["features"]
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise InvalidData(path.name, f"cannot be read ({error})") from None
    shapes: dict[str, list[tuple[str, Any]]] = {level: [] for level in LEVELS}
    for number, feature in enumerate(features):
        try:
            properties = feature["properties"]
            shape = shapely.from_geojson(json.dumps(feature["geometry"]))
            shapes[properties["level"]].append((properties["name"], shape))
        except (KeyError, TypeError, shapely.errors.ShapelyError) as error:
            raise InvalidData(f"{path.name}, feature {number}", f"is not an area ({error})") from None
    return Areas(shapes)
