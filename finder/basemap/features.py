"""``data/basemap.geojson``: an RFC 7946 FeatureCollection of layers, written stably."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from finder.basemap.layers import Layer
from finder.domain.errors import InvalidData

DECIMALS = 5
BUDGET = 150_000
"""Bytes after gzip: product.md R3."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A shape in WGS 84 degrees, longitude first. ``name`` may be empty; ``source`` is a key of the file's sources."""

    layer: Layer
    name: str
    source: str
    geometry: BaseGeometry


@dataclass(frozen=True, slots=True)
class Basemap:
    """A basemap file: the line of attribution to show, the sources by key, and the features."""

    attribution: str
    sources: Mapping[str, Mapping[str, str]]
    features: tuple[Feature, ...]


def format_basemap(basemap: Basemap) -> bytes:
    """Write a basemap, one feature a line: equal basemaps give equal bytes. Empty shapes are left out."""
    order = list(Layer)
    features = sorted(basemap.features, key=lambda item: (order.index(item.layer), item.name, item.geometry.wkt))
    lines = [_json(feature) for feature in map(_feature, features) if feature]
    head = {"attribution": basemap.attribution, "sources": dict(sorted(basemap.sources.items()))}
    text = '{"type":"FeatureCollection",' + _json(head)[1:-1] + ',"features":[\n' + ",\n".join(lines) + "\n]}\n"
    return text.encode()


def _feature(feature: Feature) -> dict[str, Any] | None:
    geometry = tidy(feature.geometry)
    if geometry.is_empty:
        return None
    properties = {"layer": str(feature.layer), "name": feature.name, "source": feature.source}
    return {"type": "Feature", "geometry": mapping(geometry), "properties": properties}


def tidy(geometry: BaseGeometry) -> BaseGeometry:
    """Round to five decimals (about a metre) and turn rings by the right-hand rule; still valid afterwards."""
    snapped = shapely.set_precision(geometry, 10**-DECIMALS)
    rounded = shapely.transform(snapped, lambda degrees: np.round(degrees, DECIMALS))
    return shapely.orient_polygons(rounded, exterior_cw=False)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def zipped_size(content: bytes) -> int:
    """Return the bytes that the file takes on the wire."""
    return len(gzip.compress(content, 9, mtime=0))


def read_basemap(path: Path) -> Basemap:
    """Read a basemap file. Raises InvalidData when it cannot be read or is not as documented."""
    try:
        raw = json.loads(path.read_text("utf-8"))
        features = tuple(_read(raw["features"]))
        return Basemap(raw["attribution"], raw["sources"], features)
    except (AttributeError, KeyError, OSError, TypeError, ValueError, shapely.errors.ShapelyError) as error:
        raise InvalidData(str(path), f"is not a basemap ({error})") from None


def _read(raw: Sequence[Mapping[str, Any]]) -> Iterable[Feature]:
    for item in raw:
        properties = item["properties"]
        layer = Layer(properties["layer"])
        yield Feature(layer, properties["name"], properties["source"], shape(item["geometry"]))
