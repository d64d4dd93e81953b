"""The real places many times over, moved and with codes of their own: as long and as ragged as the real file."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from finder.domain.codes import issue_code
from finder.formats.code_register import COLUMNS

ROOT = Path(__file__).parents[1]
EAST_WEST, NORTH_SOUTH = 0.03, 0.015
"""Standard deviation of the move, in degrees: about 2 km, so that districts keep their share of places."""
SERVED = ((4.45, 5.05), (52.22, 52.48))
"""Where moved places are kept, in degrees."""

Feature = dict[str, Any]


def features(count: int, seed: int = 100) -> Iterator[Feature]:
    """Yield ``count`` features, the same for the same seed."""
    real = json.loads((ROOT / "data/places.geojson").read_text("utf-8"))["features"]
    draw = np.random.default_rng(seed)
    taken = {feature["id"] for feature in real}
    for number in range(count):
        pattern = real[number % len(real)]
        code = issue_code(f"{pattern['id']}/{number}", taken)
        taken.add(code)
        moved = [
            round(float(np.clip(degrees + draw.normal(0, spread), *edges)), 6)
            for degrees, spread, edges in zip(
                pattern["geometry"]["coordinates"], (EAST_WEST, NORTH_SOUTH), SERVED, strict=True
            )
        ]
        yield {
            **pattern,
            "id": code,
            "geometry": {**pattern["geometry"], "coordinates": moved},
            "properties": _of_its_own(pattern["properties"], code),
        }


def _of_its_own(properties: Feature, code: str) -> Feature:
    """The code of a place, and ids of its gatherings, stand in a file once."""
    held = [{**one, "id": f"{code}-{number}"} for number, one in enumerate(properties.get("gatherings", ()))]
    return {**properties, "code": code} | ({"gatherings": held} if held else {})


def write(folder: Path, count: int) -> dict[str, str]:
    """Write places and codes into a folder, and return the environment that serves them."""
    places, codes = folder / "places.geojson", folder / "codes.csv"
    with places.open("w", encoding="utf-8") as out, codes.open("w", encoding="utf-8", newline="") as register:
        rows = csv.writer(register, lineterminator="\n")
        rows.writerow(COLUMNS)
        out.write('{"type":"FeatureCollection","features":[')
        for number, feature in enumerate(features(count)):
            out.write(",\n" if number else "\n")
            out.write(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
            rows.writerow((feature["id"], f"SHAPED-{number}", "active", ""))
        out.write("\n]}\n")
    return {"SAMENPLEK_PLACES": str(places)}
