"""Rows of a CSV file or features of a GeoJSON file in one form, and the manifest that names such files."""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from finder.domain.errors import InvalidData
from finder.domain.geometry import Point

_LONGITUDE, _LATITUDE = ("longitude", "lon"), ("latitude", "lat")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its values as text, and its point or (areas) its GeoJSON geometry."""

    values: Mapping[str, str]
    point: Point | None
    shape: Mapping[str, Any] | None = None


def read_rows(path: Path) -> Iterator[Row]:
    """Read a ``.csv`` with ``lon``/``lat`` (or ``longitude``/``latitude``) columns, or a ``.geojson``.

    Raises InvalidData when the file cannot be read.
    """
    try:
        text = path.read_text("utf-8-sig")
        rows = list(_features(text) if path.suffix == ".geojson" else _lines(text))
    except (AttributeError, KeyError, OSError, TypeError, ValueError) as error:
        raise InvalidData(str(path), f"cannot be read ({error})") from None
    return iter(rows)


def _lines(text: str) -> Iterator[Row]:
    for values in csv.DictReader(text.splitlines()):
        longitude = next((values[key] for key in _LONGITUDE if values.get(key)), "")
        latitude = next((values[key] for key in _LATITUDE if values.get(key)), "")
        yield Row(values, Point(float(longitude), float(latitude)) if longitude and latitude else None)


def _features(text: str) -> Iterator[Row]:
    for feature in json.loads(text)["features"]:
        geometry = feature["geometry"]
        values = {key: "" if value is None else str(value) for key, value in feature["properties"].items()}
        if geometry["type"] == "Point":
            yield Row(values, Point(*geometry["coordinates"][:2]))
        else:
            yield Row(values, None, geometry)


def read_manifest(path: Path) -> dict[str, Any]:
    """Read a manifest of input files. Raises InvalidData when it cannot be read or is not TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidData(str(path), f"cannot be read ({error})") from None


def matches(values: Mapping[str, str], where: Mapping[str, str], unless: Mapping[str, str]) -> bool:
    """Tell whether every ``where`` pattern (``*`` stands for anything) fits, and none of ``unless``."""
    return all(fnmatchcase(values.get(key, ""), pattern) for key, pattern in where.items()) and not any(
        fnmatchcase(values.get(key, ""), pattern) for key, pattern in unless.items()
    )
