"""Measure over HTTP, all on this machine: the API beside datasette, and visitors who search at once.

Run as a module (``python -m bench.http``): as a script it would stand in the way of Python's own ``http``.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode

from bench import forms, real_shaped
from bench.boxes import HITS, Box, Spot, boxes
from bench.facts import TABLE, all_facts, cells_of, facts_of, write_database
from bench.load import Side, Summary, summary_of, take_turns, write_requests
from bench.servers import PROCESSES, datasette, fetch, samenplek

CONNECTIONS, VISITORS = 16, 8
TURNS, SECONDS = 5, 3
BOXES, CHECKED = 200, 40
"""So many boxes are asked for, and of so many the answers of both are compared beforehand."""
SHAPED = 100_000
NARROW = ("code", "name", "kind", "lon", "lat")

API, SQL, SQL_NARROW, TABLES, TABLES_NARROW = (
    "our API",
    "datasette, SQL",
    f"datasette, SQL of {len(NARROW)} columns",
    "datasette, table",
    f"datasette, table of {len(NARROW)} columns",
)
GOALS = {SQL: 1.3, TABLES: 3.0}
"""Times as many answers a second as datasette gives of the same facts."""
SEARCHES, MOST_LATE = 150, 150
"""Of the visitors: two-language searches a second at least, milliseconds at the 99th percentile at most."""


def api_path(box: Box) -> str:
    """Return the path and query by which our API is asked for a box."""
    corners = f"{box.west},{box.south},{box.east},{box.north}"
    return "/api/v1/places?" + urlencode({"bbox": corners, "kind": box.kind, "limit": HITS})


def _within(box: Box) -> dict[str, str]:
    edges = {"w": box.west, "s": box.south, "e": box.east, "n": box.north}
    return {**{name: str(degrees) for name, degrees in edges.items()}, "kind": box.kind}


def sql_path(database: str, columns: Sequence[str], box: Box) -> str:
    """Return the path and query by which datasette's SQL endpoint is asked for a box."""
    chosen = ", ".join(f'"{column}"' for column in columns) or "*"
    where = "kind = :kind and lon between :w and :e and lat between :s and :n"
    sql = f"select {chosen} from {TABLE} where {where} limit {HITS}"
    return f"/{database}.json?" + urlencode({"sql": sql, **_within(box)})


def table_path(database: str, columns: Sequence[str], box: Box) -> str:
    """Return the path and query by which datasette's table endpoint is asked for a box."""
    edges = {"lon__gte": box.west, "lon__lte": box.east, "lat__gte": box.south, "lat__lte": box.north}
    asked = [("kind", box.kind), *edges.items(), ("_size", HITS), *(("_col", column) for column in columns)]
    return f"/{database}/{TABLE}.json?" + urlencode(asked)


def _rows(body: bytes) -> dict[object, dict[str, object]]:
    told = json.loads(body)
    rows = [dict(zip(told["columns"], row, strict=True)) for row in told["rows"]]
    return {row["code"]: row for row in rows}


def check(port: int, peer: int, paths: Mapping[str, Sequence[str]]) -> None:
    """Exit unless both sides give the same places, and where all columns are asked for the same facts of them."""
    for number, path in enumerate(paths[API][:CHECKED]):
        answer = json.loads(fetch(port, path))
        ours = {feature["id"]: facts_of(feature) for feature in answer["features"]}
        if len(ours) != HITS or answer["numberMatched"] != HITS:
            sys.exit(f"{path} gives {len(ours)} of {answer['numberMatched']} places and not {HITS}")
        cells = {code: dict(zip(facts, cells_of(facts), strict=True)) for code, facts in ours.items()}
        for side in (name for name in paths if name != API):
            theirs = _rows(fetch(peer, paths[side][number]))
            same = theirs.keys() == cells.keys() if "columns" in side else theirs == cells
            if not same:
                sys.exit(f"{side} does not give what our API gives for {path}")


def beside_datasette(folder: Path, label: str, environment: Mapping[str, str]) -> list[str]:
    """Measure boxes with a kind on the places of one environment."""
    database = folder / f"{label}.db"
    with ExitStack() as stack:
        port = stack.enter_context(samenplek(environment))
        facts = list(all_facts(port))
        write_database(database, facts)
        asked = list(boxes([Spot(told["lon"], told["lat"], told["kind"]) for told in facts], BOXES))
        peers = stack.enter_context(datasette(database))
        paths = {
            API: [api_path(box) for box in asked],
            SQL: [sql_path(label, (), box) for box in asked],
            SQL_NARROW: [sql_path(label, NARROW, box) for box in asked],
            TABLES: [table_path(label, (), box) for box in asked],
            TABLES_NARROW: [table_path(label, NARROW, box) for box in asked],
        }
        check(port, peers[0], paths)
        sides = {
            name: Side(
                (port,) if name == API else peers,
                write_requests(folder / f"{number}.txt", (("GET", path, "") for path in listed)),
            )
            for number, (name, listed) in enumerate(paths.items())
        }
        had = take_turns(sides, TURNS, CONNECTIONS, SECONDS)
    return table(len(facts), {name: summary_of(turns) for name, turns in had.items()})


def table(places: int, summaries: Mapping[str, Summary]) -> list[str]:
    """Write the sides as lines of Markdown."""
    lines = [
        f"| {places:,} places | answers a second (slowest, fastest) | p50 / p99 in ms | bytes | our API is | goal |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, summary in summaries.items():
        ratio = "" if name == API else f"{summaries[API].rate / summary.rate:.2f}x"
        goal = f"{GOALS[name]}x" if name in GOALS else ""
        lines.append(f"| {name} | {_figures(summary)} | {summary.size:,.0f} | {ratio} | {goal} |")
    return lines


def _figures(summary: Summary) -> str:
    rates = f"{summary.rate:,.0f} ({summary.slowest:,.0f}, {summary.fastest:,.0f})"
    return f"{rates} | {summary.p50:.1f} / {summary.p99:.1f}"


def visitors(folder: Path, variants: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Let visitors search at once in two languages, on servers that differ in the variables of their environment."""
    requests = write_requests(folder / "searches.txt", (("POST", "/nl+ar/", body) for body in forms.bodies()))
    with ExitStack() as stack:
        sides = {
            name: Side((stack.enter_context(samenplek(environment)),), requests)
            for name, environment in variants.items()
        }
        had = take_turns(sides, TURNS, VISITORS, SECONDS)
    lines = [
        f"| {VISITORS} visitors at once | searches a second (slowest, fastest) | p50 / p99 in ms |",
        "| --- | ---: | ---: |",
    ]
    lines += [f"| {name} | {_figures(summary_of(turns))} |" for name, turns in had.items()]
    return [*lines, "", f"Goal: {SEARCHES} searches a second, p99 {MOST_LATE} ms."]


def _variant(text: str) -> tuple[str, dict[str, str]]:
    pairs = dict(pair.split("=", 1) for pair in text.split(",") if pair)
    return text or "gunicorn.conf.py as it is", pairs


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.http", description=__doc__)
    parser.add_argument(
        "--parts", nargs="+", choices=["real", "shaped", "visitors"], default=["real", "shaped", "visitors"]
    )
    parser.add_argument(
        "--serve",
        type=_variant,
        nargs="+",
        default=[_variant("")],
        metavar="THREADS=1,WORKERS=2",
        help="servers for the visitors to compare, by variables of their environment",
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        turns = f"{TURNS} turns of {SECONDS} s each: medians, and the slowest and fastest turn"
        print(f"\n# Over HTTP\n\n{PROCESSES} processes each, {turns}.", flush=True)
        if "real" in chosen.parts:
            print("\n".join(["", *beside_datasette(folder, "real", {})]), flush=True)
        if "shaped" in chosen.parts:
            environment = real_shaped.write(folder, SHAPED)
            print("\n".join(["", *beside_datasette(folder, "shaped", environment)]), flush=True)
        if "visitors" in chosen.parts:
            print("\n".join(["", *visitors(folder, dict(chosen.serve))]), flush=True)


if __name__ == "__main__":
    main()
