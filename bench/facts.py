"""What our API says of every place, as one table for datasette: the same facts on both sides of the measurement."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.servers import fetch

OF_THE_SEARCH = frozenset(("distanceMetres", "walkingMinutes", "match", "reasons", "openState", "opensAt", "closesAt"))
"""What our answer says of a hit beyond the facts: worked out for each search, so there is nothing to store."""
PAGE = 100
TABLE = "places"

Facts = dict[str, Any]
"""``lon`` and ``lat`` in degrees, and every property of a place by its key in the API."""


def facts_of(feature: Mapping[str, Any]) -> Facts:
    """Return the facts of a feature of the API."""
    longitude, latitude = feature["geometry"]["coordinates"]
    told = {key: value for key, value in feature["properties"].items() if key not in OF_THE_SEARCH}
    return {"lon": longitude, "lat": latitude, **told}


def all_facts(port: int) -> Iterator[Facts]:
    """Page through everything that the API finds."""
    offset, total = 0, 1
    while offset < total:
        answer = json.loads(fetch(port, f"/api/v1/places?limit={PAGE}&offset={offset}"))
        total = answer["numberMatched"]
        yield from map(facts_of, answer["features"])
        offset += PAGE


def _cell(value: object) -> object:
    """A list or an object is text of JSON in a column: SQLite has no type for it."""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return value


def cells_of(facts: Facts) -> tuple[object, ...]:
    """Return the facts as a row holds them."""
    return tuple(map(_cell, facts.values()))


def write_database(path: Path, facts: list[Facts]) -> None:
    """Write the table with the indices that serve a box and a kind best."""
    columns = list(facts[0])
    # Degrees must be numbers for what a query sends as text to be compared as one; the others keep what they are given.
    typed = [f'"{column}" REAL' if column in ("lon", "lat") else f'"{column}"' for column in columns]
    database = sqlite3.connect(path)
    with database:
        database.execute(f"CREATE TABLE {TABLE} ({', '.join(typed)}, PRIMARY KEY (code))")
        database.executemany(f"INSERT INTO {TABLE} VALUES ({', '.join('?' * len(columns))})", map(cells_of, facts))
        for name, on in {"kind_box": "kind, lon, lat", "box": "lon, lat", "north": "lat"}.items():
            database.execute(f"CREATE INDEX {name} ON {TABLE} ({on})")
        database.execute("ANALYZE")
    database.execute("VACUUM")
    database.close()
