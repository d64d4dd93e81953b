"""Make shapes coarse: fewer corners, no small parts. Everything in metres of RD New."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from finder.domain.geometry import rd_new

HECTARE = 10_000.0


@cache
def _from_rd() -> Transformer:
    return Transformer.from_crs("EPSG:28992", "OGC:CRS84", always_xy=True)


def to_metres(geometry: BaseGeometry) -> BaseGeometry:
    """Project WGS 84 degrees to RD New metres."""

    def project(degrees: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.column_stack(rd_new(degrees[:, 0], degrees[:, 1]))

    return shapely.transform(shapely.force_2d(geometry), project)


def to_degrees(geometry: BaseGeometry) -> BaseGeometry:
    """Project RD New metres to WGS 84 degrees."""

    def project(metres: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.column_stack(_from_rd().transform(metres[:, 0], metres[:, 1]))

    return shapely.transform(geometry, project)


def join_areas(areas: Iterable[BaseGeometry]) -> BaseGeometry:
    """Make one shape of many; what is not valid is made so first."""
    return shapely.union_all([shapely.make_valid(area) for area in areas])


def coarsen_area(
    area: BaseGeometry, tolerance: float, close: float = 0, open_: float = 0, hectares: float = 0
) -> BaseGeometry:
    """Simplify an area to ``tolerance`` metres; polygons only.

    ``close`` fills gaps narrower than twice that many metres, ``open_`` removes strips narrower than twice that
    many; parts and holes smaller than ``hectares`` are dropped.
    """
    shaped = area.buffer(close, quad_segs=2).buffer(-close, quad_segs=2) if close else area
    shaped = shaped.buffer(-open_, quad_segs=2).buffer(open_, quad_segs=2) if open_ else shaped
    simple = shapely.make_valid(shaped.simplify(tolerance))
    kept = []
    for part in shapely.get_parts(simple):
        for polygon in _polygons(part):
            if polygon.area >= hectares * HECTARE:
                holes = [ring for ring in polygon.interiors if shapely.Polygon(ring).area >= hectares * HECTARE]
                kept.append(shapely.Polygon(polygon.exterior, holes))
    return shapely.union_all(kept)


def _polygons(part: BaseGeometry) -> list[shapely.Polygon]:
    return [item for item in shapely.get_parts(part) if item.geom_type == "Polygon"]


def coarsen_cover(areas: Sequence[BaseGeometry], tolerance: float) -> list[BaseGeometry]:
    """Simplify areas that touch each other so that they still touch: no gaps, no overlaps."""
    return list(shapely.coverage_simplify(np.array(areas, dtype=object), tolerance))


def coarsen_lines(lines: Sequence[BaseGeometry], tolerance: float, metres: float) -> BaseGeometry:
    """Join lines end to end, simplify them to ``tolerance`` metres, and drop those shorter than ``metres``."""
    merged = shapely.line_merge(shapely.union_all(list(lines)))
    kept = [line for line in shapely.get_parts(merged) if line.length >= metres]
    return shapely.MultiLineString([line.simplify(tolerance) for line in kept])
