"""Points and distances. Coordinates are (longitude, latitude) in WGS 84; metres are those of RD New (EPSG:28992)."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from pyproj import Transformer

from finder.domain.errors import InvalidInput
from finder.domain.record import record

DETOUR = 1.3
"""Walked metres per metre in a straight line; product.md F12."""
WALKING_METRES_PER_MINUTE = 75.0

Metres = npt.NDArray[np.float64]


@record
class Point:
    """A position in WGS 84 degrees, longitude first."""

    longitude: float
    latitude: float

    @property
    def coordinates(self) -> list[float]:
        """Return longitude and latitude as files and answers have them: 6 decimals, which is about 10 cm."""
        return [round(self.longitude, 6), round(self.latitude, 6)]


@dataclass(frozen=True, slots=True)
class BBox:
    """West, south, east, north in WGS 84 degrees."""

    west: float
    south: float
    east: float
    north: float

    def contains(self, point: Point) -> bool:
        """Tell whether the point lies inside or on the edge."""
        return self.west <= point.longitude <= self.east and self.south <= point.latitude <= self.north

    def overlaps(self, other: BBox) -> bool:
        """Tell whether the two have a point in common."""
        apart = self.west > other.east or other.west > self.east or self.south > other.north or other.south > self.north
        return not apart

    @property
    def coordinates(self) -> list[float]:
        """Return west, south, east, north with 6 decimals, in the order of RFC 7946."""
        return [round(edge, 6) for edge in (self.west, self.south, self.east, self.north)]


SERVED_AREA = BBox(4.4, 52.2, 5.1, 52.5)
"""Amsterdam, Haarlem and their surroundings: a position outside of it is refused, an axis swap always is."""


@cache
def _to_rd() -> Transformer:
    return Transformer.from_crs("OGC:CRS84", "EPSG:28992", always_xy=True)


def rd_new(longitudes: npt.ArrayLike, latitudes: npt.ArrayLike) -> tuple[Metres, Metres]:
    """Project WGS 84 degrees of shape (n,) to RD New metres (x, y), each of shape (n,)."""
    x, y = _to_rd().transform(
        np.asarray(longitudes, dtype=np.float64).reshape(-1),
        np.asarray(latitudes, dtype=np.float64).reshape(-1),
    )
    return np.asarray(x), np.asarray(y)


GRID_PER_GROUND = 0.999924
"""Metres on the RD New grid per metre on the ground, the mean over the served area; it differs by 0.001 % at most."""


def ground_grid(longitudes: npt.ArrayLike, latitudes: npt.ArrayLike) -> tuple[Metres, Metres]:
    """Project degrees of shape (n,) to a plane on which distances are those on the ground, within 0.001 %."""
    x, y = rd_new(longitudes, latitudes)
    return x / GRID_PER_GROUND, y / GRID_PER_GROUND


def ground_point(point: Point) -> tuple[float, float]:
    """Project one point as ``ground_grid`` does; infinite for a point that has no place on the plane."""
    x, y = _to_rd().transform(point.longitude, point.latitude)
    return float(x) / GRID_PER_GROUND, float(y) / GRID_PER_GROUND


def metres_between(a: Point, b: Point) -> float:
    """Straight-line metres between two points of the served area, within 0.001 % of the geodesic."""
    x, y = ground_grid([a.longitude, b.longitude], [a.latitude, b.latitude])
    return float(math.hypot(x[1] - x[0], y[1] - y[0]))


def walking_minutes(metres: float) -> int:
    """Estimate whole minutes on foot for a straight-line distance in metres; at least 1."""
    return max(1, round(metres * DETOUR / WALKING_METRES_PER_MINUTE))


_DECIMAL = re.compile(r"\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?\s*", re.ASCII | re.IGNORECASE)


def decimal(text: str) -> float:
    """Read a number in ASCII digits; NaN for anything else, also for what only Python takes for one (``1_000``)."""
    return float(text) if _DECIMAL.fullmatch(text) else math.nan


def parse_position(key: str, text: str) -> Point:
    """Read ``longitude,latitude`` in degrees.

    Raises InvalidInput for anything but two finite numbers inside SERVED_AREA.
    """
    allowed = "longitude,latitude in degrees inside 4.4,52.2,5.1,52.5 (for example 4.9123,52.3547)"
    parts = [decimal(part) for part in text.split(",")]
    if len(parts) != 2 or not SERVED_AREA.contains(Point(*parts)):
        raise InvalidInput(key, text, allowed)
    return Point(*parts)


def parse_bbox(key: str, text: str) -> BBox:
    """Read ``west,south,east,north`` in degrees.

    Raises InvalidInput for anything but four finite numbers in that order that have a part of SERVED_AREA in them.
    """
    allowed = (
        "west,south,east,north in degrees with a part of 4.4,52.2,5.1,52.5 in it (for example 4.88,52.35,4.94,52.38)"
    )
    edges = [decimal(part) for part in text.split(",")]
    if len(edges) != 4 or not all(map(math.isfinite, edges)):
        raise InvalidInput(key, text, allowed)
    box = BBox(*edges)
    if box.west > box.east or box.south > box.north or not box.overlaps(SERVED_AREA):
        raise InvalidInput(key, text, allowed)
    return box


def read_point(longitude: str, latitude: str) -> Point | None:
    """Read degrees, longitude first; None when both are empty. Raises ValueError for anything but two numbers."""
    if not longitude and not latitude:
        return None
    try:
        point = Point(float(longitude), float(latitude))
    except ValueError:
        raise ValueError(f"longitude {longitude!r}, latitude {latitude!r} are not two numbers") from None
    if not (math.isfinite(point.longitude) and math.isfinite(point.latitude)):
        raise ValueError(f"longitude {longitude!r}, latitude {latitude!r} are not finite")
    return point
