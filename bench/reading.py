"""How long a places file takes to read and to lay out, and how much memory that holds: each in a fresh process."""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import real_shaped
from finder.domain.collector import collector_off
from finder.formats.places_file import read_places
from finder.search.index import PlaceIndex
from finder.usecases.library import load_snapshot

ROOT = Path(__file__).parents[1]
ROUNDS = 5
SECONDS_AT_MOST, MEGABYTES_AT_MOST = 3.5, 400.0
"""For reading and indexing 100,000 places."""

Measured = dict[str, float]


def _megabytes_now() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


def _megabytes_at_most() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def _measure(what: str, places: Path) -> Measured:
    """``before`` are the megabytes of the program itself; times are seconds on the clock."""
    measured = {"before": _megabytes_now()}
    began = time.perf_counter()
    if what == "snapshot":
        kept: object = load_snapshot(places)
    else:
        with collector_off():
            read = read_places(places)
            measured["read"] = time.perf_counter() - began
            kept = PlaceIndex(read)
    measured |= {"in all": time.perf_counter() - began, "memory": _megabytes_now(), "peak": _megabytes_at_most()}
    del kept
    return measured


def _in_a_fresh_process(what: str, folder: Path) -> Measured:
    command = [sys.executable, "-m", "bench.reading", "--measure", what, "--folder", str(folder)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    measured: Measured = json.loads(told)
    return measured


def _best(what: str, folder: Path) -> Measured:
    """The quickest of some rounds: whatever else the machine does makes a round longer, never shorter."""
    return min((_in_a_fresh_process(what, folder) for _ in range(ROUNDS)), key=lambda measured: measured["in all"])


def _report(count: int, indexed: Measured, snapshot: Measured) -> str:
    rows = [
        f"### Reading {count:,} places",
        "",
        "| | seconds | MB after | MB at most |",
        "| --- | ---: | ---: | ---: |",
        f"| the program itself | | {indexed['before']:.0f} | |",
        f"| read | {indexed['read']:.2f} | | |",
        f"| read and indexed | {indexed['in all']:.2f} | {indexed['memory']:.0f} | {indexed['peak']:.0f} |",
        f"| a whole snapshot | {snapshot['in all']:.2f} | {snapshot['memory']:.0f} | {snapshot['peak']:.0f} |",
    ]
    if count == 100_000:
        rows += ["", f"Goal for read and indexed: {SECONDS_AT_MOST} s, {MEGABYTES_AT_MOST:.0f} MB"]
    return "\n".join(rows)


def main() -> None:
    """Print a table; a snapshot is the index, the agenda, what is similar, and the codes."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--places", type=int, default=100_000)
    parser.add_argument("--measure", choices=["index", "snapshot"], help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(_measure(asked.measure, asked.folder / "places.geojson")))
        return
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        real_shaped.write(folder, asked.places)
        print(_report(asked.places, _best("index", folder), _best("snapshot", folder)))


if __name__ == "__main__":
    main()
