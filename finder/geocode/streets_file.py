"""``data/gazetteer_streets.npz``: a StreetTable as a zip of numpy columns.

Texts are UTF-8, one a line. Columns of a street: ``name``, the rows of ``towns``, ``districts`` and ``neighbourhoods``
that it lies in, ``point`` (whole steps of 1e-5 degrees, longitude first), ``reach`` in metres, ``count`` of its house
numbers. Columns of a number: ``key`` (the number, odd ones raised by 32768), ``east`` and ``north`` in steps from the
point of its street, all three as the difference to the row above modulo 65536; ``loose`` is one bit each.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from finder.domain.errors import InvalidData
from finder.domain.geometry import SERVED_AREA, Point
from finder.geocode.streets import STEP, Numbers, StreetTable

VERSION = 1
_TEXTS = ("name", "towns", "districts", "neighbourhoods")
_Column = npt.NDArray[Any]


def format_streets(table: StreetTable) -> bytes:
    """Write a table: equal tables give equal bytes."""
    numbers = table.numbers
    rows = range(len(table))
    columns: dict[str, _Column] = {"version": np.array(VERSION, np.uint8), "name": _lines(table.names)}
    for key, of in (
        ("towns", table.town),
        ("districts", table.district),
        ("neighbourhoods", table.neighbourhood),
    ):
        known = sorted({of(row) for row in rows})
        place = {text: at for at, text in enumerate(known)}
        columns[key] = _lines(known)
        columns[key.removesuffix("s")] = np.array([place[of(row)] for row in rows], np.uint16)
    columns |= {
        "point": table.points,
        "reach": table.reach.astype(np.uint16),
        "count": np.diff(numbers.starts).astype(np.uint16),
        "key": _apart(numbers.keys),
        "east": _apart(numbers.east.view(np.uint16)),
        "north": _apart(numbers.north.view(np.uint16)),
        "loose": np.packbits(numbers.loose),
    }
    content = io.BytesIO()
    np.savez_compressed(content, allow_pickle=False, **columns)
    return content.getvalue()


def parse_streets(content: bytes, name: str) -> StreetTable:
    """Read a table. Raises InvalidData for a file that is not as documented."""
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            columns = {key: file[key] for key in file.files}
        table = _table(columns)
    except (OSError, EOFError, KeyError, ValueError, IndexError, zipfile.BadZipFile, zlib.error) as error:
        raise InvalidData(name, f"is not a file of streets ({error})") from None
    return table


def _table(columns: dict[str, _Column]) -> StreetTable:
    if int(columns["version"]) != VERSION:
        raise ValueError(f"version {columns['version']} is not {VERSION}")
    names, towns, districts, neighbourhoods = (_texts(columns[key]) for key in _TEXTS)
    places = [
        (towns[town], districts[district], neighbourhoods[neighbourhood])
        for town, district, neighbourhood in zip(
            *(columns[key].tolist() for key in ("town", "district", "neighbourhood")), strict=True
        )
    ]
    starts = np.concatenate(([0], np.cumsum(columns["count"], dtype=np.int32))).astype(np.int32)
    numbers = Numbers(
        starts,
        _joined(columns["key"]),
        _joined(columns["east"]).view(np.int16),
        _joined(columns["north"]).view(np.int16),
        np.unpackbits(columns["loose"], count=int(starts[-1])).astype(np.bool_),
    )
    points, reach = columns["point"], columns["reach"].astype(np.int32)
    if {len(names), len(places), len(points), len(reach)} != {len(starts) - 1}:
        raise ValueError("its columns of streets differ in length")
    if {len(numbers.keys), len(numbers.east), len(numbers.north)} != {int(starts[-1])}:
        raise ValueError("its columns of numbers differ in length")
    _check_points(points)
    return StreetTable(names, places, points, reach, numbers)


def _check_points(points: _Column) -> None:
    if points.dtype != np.int32 or points.shape != (len(points), 2):
        raise ValueError("its points are not two whole numbers each")
    for corner in (points.min(axis=0), points.max(axis=0)) if len(points) else ():
        if not SERVED_AREA.contains(Point(*(corner * STEP).tolist())):
            raise ValueError("a street lies outside the served area (longitude comes first)")


def _lines(texts: Sequence[str]) -> _Column:
    return np.frombuffer("".join(f"{text}\n" for text in texts).encode(), np.uint8)


def _texts(column: _Column) -> list[str]:
    return column.tobytes().decode().split("\n")[:-1]


def _apart(column: npt.NDArray[np.uint16]) -> npt.NDArray[np.uint16]:
    return np.diff(column, prepend=np.uint16(0))


def _joined(column: _Column) -> npt.NDArray[np.uint16]:
    if column.dtype != np.uint16:
        raise ValueError("a column of numbers does not hold whole numbers of 16 bits")
    return np.cumsum(column, dtype=np.uint16)
