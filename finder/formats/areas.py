"""Reading ``data/areas.geojson``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import shapely

from finder.domain.areas import LEVELS, Areas
from finder.domain.errors import InvalidData


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
