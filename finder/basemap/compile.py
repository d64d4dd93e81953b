"""Compile the basemap from local files that a manifest describes (``data/basemap.toml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from shapely import Point
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from finder.basemap.coarse import coarsen_area, coarsen_cover, join_areas, to_degrees, to_metres
from finder.basemap.features import Basemap, Feature
from finder.basemap.layers import Layer
from finder.domain.errors import InvalidData
from finder.formats.tables import Row, matches, read_rows


def compile_basemap(manifest: Mapping[str, Any], folder: Path) -> Basemap:
    """Compile the files that the manifest names, found in ``folder``.

    Raises InvalidData for a file that cannot be read, and for a manifest that lacks a part.
    """
    try:
        sources = {key: dict(item) for key, item in manifest["sources"].items()}
        features = tuple(feature for part in manifest["layers"] for feature in _features(part, folder))
        if unknown := {feature.source for feature in features} - sources.keys():
            raise InvalidData("manifest", f"does not describe the source {min(unknown)!r}")
        return Basemap(manifest["attribution"], sources, features)
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidData("manifest", f"lacks or mistakes {error}") from None


def _features(part: Mapping[str, Any], folder: Path) -> Iterator[Feature]:
    layer, source = Layer(part["layer"]), part["source"]
    rows = [
        row
        for row in read_rows(folder / part["file"])
        if matches(row.values, part.get("where", {}), part.get("unless", {}))
    ]
    names = [_name(row, part) for row in rows]
    shapes = [_shape(row) for row in rows]
    if "join" in part:
        names, shapes = [part["join"]], [join_areas(shapes)]
    for name, geometry in zip(names, _coarse(shapes, part), strict=True):
        yield Feature(layer, name, source, to_degrees(geometry))


def _name(row: Row, part: Mapping[str, Any]) -> str:
    name = row.values[part["name"]] if "name" in part else ""
    return re.sub(r"\s*\(\d+\)$", "", name).strip()


def _shape(row: Row) -> BaseGeometry:
    if row.point is not None:
        return to_metres(Point(row.point.longitude, row.point.latitude))
    return to_metres(shape(row.shape))


def _coarse(shapes: list[BaseGeometry], part: Mapping[str, Any]) -> list[BaseGeometry]:
    tolerance = part.get("simplify")
    if tolerance is None:
        return shapes
    if part.get("touching"):
        return coarsen_cover(shapes, tolerance)
    close, open_, hectares = (part.get(key, 0) for key in ("close", "open", "hectares"))
    return [coarsen_area(area, tolerance, close, open_, hectares) for area in shapes]
