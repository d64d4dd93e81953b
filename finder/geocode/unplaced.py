"""Rows that the importer could not place, and the positions Locatieserver gives them for the next import."""

from __future__ import annotations

import csv
import io
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from finder.domain.errors import InvalidData
from finder.formats.files import replace_file
from finder.geocode.pdok import Locatieserver, LocatieserverUnavailable

UNPLACED_COLUMNS = ("row", "name", "street", "house_number", "postcode", "city", "reason")
GEOCODED_COLUMNS = ("row", "longitude", "latitude", "label", "source", "date")
SOURCE = "PDOK Locatieserver v3_1 (BAG, Kadaster)"
FAILURES_IN_A_ROW = 3
"""After so many the service is taken to be away, and the rest is left for another day."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What came of a run: rows with their new position, and how many were placed or not, and why."""

    rows: tuple[Mapping[str, str], ...]
    counts: Counter[str]


def read_table(path: Path, columns: Iterable[str]) -> list[dict[str, str]]:
    """Read a CSV file that has these columns. Raises InvalidData when it cannot be read or lacks one."""
    try:
        reader = csv.DictReader(path.read_text("utf-8-sig").splitlines())
        rows = [{key: (value or "").strip() for key, value in row.items() if key} for row in reader]
    except (AttributeError, OSError, UnicodeDecodeError, csv.Error) as error:
        raise InvalidData(str(path), f"cannot be read ({error})") from None
    if missing := sorted(set(columns) - set(reader.fieldnames or ())):
        raise InvalidData(str(path), f"has no column {', '.join(missing)}")
    return rows


def write_geocoded(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Replace the file of positions in one step, ordered by row. Raises OSError with the old file kept."""
    text = io.StringIO()
    writer = csv.DictWriter(text, GEOCODED_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(rows, key=lambda row: row["row"]))
    replace_file(path, text.getvalue().encode())


def place_rows(rows: Iterable[Mapping[str, str]], server: Locatieserver, today: date, pause: float = 0.1) -> Placed:
    """Ask for each row's exact address, ``pause`` seconds apart; a row not found exactly stays unplaced."""
    counts: Counter[str] = Counter()
    return Placed(tuple(_place(rows, server, today, pause, counts)), counts)


def _place(
    rows: Iterable[Mapping[str, str]], server: Locatieserver, today: date, pause: float, counts: Counter[str]
) -> Iterator[Mapping[str, str]]:
    failures = 0
    for row in rows:
        if not (row["street"] and row["house_number"]):
            counts["no street and house number"] += 1
            continue
        if failures >= FAILURES_IN_A_ROW:
            counts["not asked: the service does not answer"] += 1
            continue
        time.sleep(pause)
        try:
            found = server.address(row["street"], row["house_number"], row["postcode"], row["city"])
        except LocatieserverUnavailable:
            failures += 1
            counts["no answer"] += 1
            continue
        failures = 0
        if found is None:
            counts["not known there"] += 1
            continue
        counts["placed"] += 1
        yield {
            "row": row["row"],
            "longitude": f"{found.point.longitude:.6f}",
            "latitude": f"{found.point.latitude:.6f}",
            "label": found.label,
            "source": SOURCE,
            "date": today.isoformat(),
        }
