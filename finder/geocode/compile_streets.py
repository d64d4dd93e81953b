"""Streets and house numbers out of the two tables that the manifest names, every row of them accounted for."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from finder.domain.errors import InvalidData
from finder.domain.geometry import SERVED_AREA, Point, ground_grid
from finder.formats.tables import read_rows
from finder.geocode.streets import HIGHEST_NUMBER, House, Street, StreetTable, street_table

Counts = dict[str, Counter[str]]


def compile_streets(part: Mapping[str, Any], folder: Path, counts: Counts) -> StreetTable:
    """Compile the streets of ``part["file"]`` with the house numbers of ``part["numbers"]``.

    Raises InvalidData for a file that cannot be read, KeyError for a manifest or a table that lacks a column.
    """
    columns = part["columns"]
    count = counts.setdefault(f"{part['file']} as streets", Counter())
    rows = list(read_rows(folder / part["file"]))
    served = {row.values[columns["id"]] for row in rows if row.point and SERVED_AREA.contains(row.point)}
    houses = _houses(part, folder, served, counts)
    streets = []
    for row in rows:
        street = row.values[columns["id"]]
        if row.point is None:
            count["no position"] += 1
        elif street not in served:
            count["outside the served area"] += 1
        else:
            count["taken"] += 1
            name, town, district, neighbourhood = (
                row.values[columns[key]].strip() for key in ("name", "town", "district", "neighbourhood")
            )
            reach = _reach(row.point, row.values[columns["bbox"]])
            streets.append(Street(name, town, district, neighbourhood, row.point, reach, houses[street]))
    return street_table(streets)


def _houses(part: Mapping[str, Any], folder: Path, served: set[str], counts: Counts) -> Mapping[str, list[House]]:
    columns, loose = part["number_columns"], part["loose"]
    count = counts.setdefault(f"{part['numbers']} as house numbers", Counter())
    known: dict[str, dict[int, House]] = defaultdict(dict)
    for row in _lines(folder / part["numbers"]):
        street, number = row[columns["street"]], int(row[columns["number"]])
        point = Point(float(row["lon"]), float(row["lat"]))
        if street not in served:
            count["street not taken"] += 1
        elif not 0 < number <= HIGHEST_NUMBER or not SERVED_AREA.contains(point):
            count["out of bounds"] += 1
        elif number in known[street]:
            count["the same number again"] += 1
        else:
            known[street][number] = House(number, point, row[columns["quality"]] == loose)
            count["taken, but says only the street" if known[street][number].loose else "taken"] += 1
    return defaultdict(list, {street: list(numbers.values()) for street, numbers in known.items()})


def _lines(path: Path) -> Iterator[dict[str, str]]:
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
    except (OSError, EOFError, UnicodeDecodeError, csv.Error, zlib.error) as error:
        raise InvalidData(str(path), f"cannot be read ({error})") from None


def _reach(point: Point, bbox: str) -> int:
    """Metres to the farthest corner of the box around a street, which no part of the street is farther away than."""
    west, south, east, north = (float(side) for side in bbox.split())
    x, y = ground_grid([point.longitude, west, west, east, east], [point.latitude, south, north, south, north])
    return round(float(np.hypot(x[1:] - x[0], y[1:] - y[0]).max()))
