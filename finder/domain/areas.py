"""Municipalities, districts and neighbourhoods, and in which of them a point lies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import shapely

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

    def middle_around(self, point: Point) -> Point:
        """Return a point inside the smallest area that holds ``point``, the same for all of that area.

        Raises KeyError where no area does.
        """
        for level in reversed(LEVELS):
            number = self._number_at(level, point)
            if number is not None:
                middle = shapely.point_on_surface(self._shapes[level][number])
                return Point(round(middle.x, 4), round(middle.y, 4))
        raise KeyError(point)

    def _at(self, level: str, point: Point) -> str | None:
        number = self._number_at(level, point)
        return None if number is None else self._names[level][number]

    def _number_at(self, level: str, point: Point) -> int | None:
        spot = shapely.Point(point.longitude, point.latitude)
        inside = self._trees[level].query(spot, predicate="intersects")
        return int(min(inside)) if len(inside) else None
