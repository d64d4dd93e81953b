"""Measure the gazetteer against addresses of another source of which the position is known.

    python scripts/measure_gazetteer.py             what tests/geocode/known_addresses.csv says of it
    python scripts/measure_gazetteer.py --compile FILE
                                                    make that file anew from pc6_address_points_amsterdam_haarlem.csv

The addresses are those of the city's register of social facilities (22 May 2026) and of a list of Turkish mosques
(2020), without their names. The register is also a source of the gazetteer: "without doors" leaves all known doors out,
so that only the inferred house numbers answer; that is the figure for an address that nobody wrote down.
"""

from __future__ import annotations

import argparse
import csv
import io
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from finder.domain.geometry import Point, metres_between  # noqa: E402
from finder.geocode.entries import parse_entries  # noqa: E402
from finder.geocode.found import Found, Lookup  # noqa: E402
from finder.geocode.gazetteer import Gazetteer  # noqa: E402
from finder.geocode.streets_file import parse_streets  # noqa: E402
from finder.geocode.text import fold, squash  # noqa: E402

ADDRESSES = ROOT / "tests/geocode/known_addresses.csv"
COLUMNS = ("street", "number", "town", "longitude", "latitude")
WITHIN = 50


@dataclass(frozen=True, slots=True)
class Known:
    """An address and where it is."""

    street: str
    number: str
    town: str
    point: Point


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of looking up all addresses: ``metres`` of those that were settled, milliseconds of processor time."""

    asked: int
    settled: int
    within: int
    held: int
    wrong: list[str]
    question: int
    unknown: int
    metres: list[float]
    milliseconds: float

    @property
    def said(self) -> str:
        """Return the figures in one line."""
        share = ", ".join(
            f"{name} {count} ({count / self.asked:.1%})"
            for name, count in (
                ("settled", self.settled),
                (f"within {WITHIN} m", self.within),
                ("inside the said doubt", self.held),
                ("asked about", self.question),
                ("unknown", self.unknown),
            )
        )
        return f"{self.asked} addresses: {share}; wrong street {self.wrong}; median {self.milliseconds:.2f} ms"


def read_known(path: Path = ADDRESSES) -> list[Known]:
    """Read the addresses."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Known(row["street"], row["number"], row["town"], Point(float(row["longitude"]), float(row["latitude"])))
            for row in csv.DictReader(file)
        ]


def compile_known(path: Path) -> str:
    """Compile the addresses: those with a street and a number, each once, in alphabetical order."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = {
            (row["street"], row["housenumber"], row["city"], f"{float(row['lon']):.5f}", f"{float(row['lat']):.5f}")
            for row in csv.DictReader(file)
            if row["street"] and row["housenumber"]
        }
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(rows))
    return text.getvalue()


def without_doors(path: Path) -> Gazetteer:
    """Load a gazetteer as if no door were known, only inferred house numbers and streets."""
    entries = parse_entries(path.read_text("utf-8"), path.name)
    assert entries.streets
    beside = path.with_name(entries.streets.file)
    return Gazetteer(replace(entries, addresses=()), (), parse_streets(beside.read_bytes(), beside.name))


def measure(lookup: Callable[[str], Lookup], known: Sequence[Known], *, with_town: bool = True) -> Measured:
    """Look up every address as a person writes it."""
    settled: list[tuple[Known, Found]] = []
    seconds, question, unknown = [], 0, 0
    for address in known:
        text = f"{address.street} {address.number}" + (f", {address.town}" if with_town else "")
        started = time.thread_time()
        meaning = lookup(text)
        seconds.append(time.thread_time() - started)
        question += meaning.question is not None
        unknown += meaning.unknown
        if meaning.settled:
            settled.append((address, meaning.settled))
    metres = [metres_between(address.point, found.point) for address, found in settled]
    return Measured(
        len(known),
        len(settled),
        sum(away <= WITHIN for away in metres),
        sum(away <= found.precision_metres for away, (_, found) in zip(metres, settled, strict=True)),
        [f"{address.street} -> {found.name}" for address, found in settled if not _same_street(address, found)],
        question,
        unknown,
        metres,
        statistics.median(seconds) * 1000,
    )


def _same_street(address: Known, found: Found) -> bool:
    wanted, name = squash(fold(address.street)), squash(fold(found.name))
    lost = "?" in address.street and abs(len(address.street) - len(found.name)) <= 1
    return address.town == found.town and (wanted == name or lost)


def main() -> None:
    """Measure, or compile the addresses."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gazetteer", type=Path, default=ROOT / "data/gazetteer.json")
    parser.add_argument("--compile", type=Path, metavar="FILE")
    options = parser.parse_args()
    if options.compile:
        ADDRESSES.write_text(compile_known(options.compile), "utf-8")
        return
    known = read_known()
    for name, gazetteer in (
        ("without doors", without_doors(options.gazetteer)),
        ("as it is", Gazetteer.load(options.gazetteer)),
    ):
        for with_town in (True, False):
            found = measure(gazetteer.lookup, known, with_town=with_town)
            print(f"{name}, {'with' if with_town else 'without'} the town: {found.said}")
            marks = statistics.quantiles(found.metres, n=20)
            print("    metres: " + ", ".join(f"{share} % {marks[share // 5 - 1]:.0f}" for share in (50, 75, 90, 95)))


if __name__ == "__main__":
    main()
