"""The basemap file as the server sends it: checked once, and remembered as it stands."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from finder.basemap.layers import Layer
from finder.domain.errors import InvalidData

_SHAPES = {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"}


@dataclass(frozen=True, slots=True)
class ServedBasemap:
    """The bytes of the file, and a tag that is another one for other bytes."""

    content: bytes
    etag: str


def read_served_basemap(path: Path) -> ServedBasemap:
    """Read the file and check that a browser can draw it. Raises InvalidData, naming the feature, when it cannot."""
    try:
        content = path.read_bytes()
        raw = json.loads(content.decode("utf-8"))
    except OSError as error:
        raise InvalidData(path.name, f"cannot be read ({error.strerror})") from None
    except (ValueError, RecursionError) as error:
        raise InvalidData(path.name, f"is not JSON ({error})") from None
    if not isinstance(raw, dict) or not isinstance(raw.get("features"), list) or not raw["features"]:
        raise InvalidData(path.name, "is not a basemap: it has no features")
    for number, feature in enumerate(raw["features"]):
        try:
            _check(feature)
        except (KeyError, RecursionError, TypeError, ValueError) as error:
            raise InvalidData(f"{path.name}, feature {number}", f"cannot be drawn ({error})") from None
    return ServedBasemap(content, blake2b(content, digest_size=8).hexdigest())


def _check(feature: Any) -> None:
    Layer(feature["properties"]["layer"])
    geometry = feature["geometry"]
    if geometry["type"] not in _SHAPES:
        raise ValueError(f"its shape is {geometry['type']!r}")
    _check_degrees(geometry["coordinates"])


def _check_degrees(value: Any) -> None:
    """Look at every position; how deep in lists they lie depends on the shape."""
    if not isinstance(value, list) or not value:
        raise ValueError("its coordinates are no list")
    if isinstance(value[0], list):
        for part in value:
            _check_degrees(part)
        return
    longitude, latitude = value[:2]
    if not (math.isfinite(longitude) and math.isfinite(latitude) and abs(longitude) <= 180 and abs(latitude) <= 90):
        raise ValueError(f"{longitude}, {latitude} is no position")
