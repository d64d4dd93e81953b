"""Let every way answer the same queries in turns, check that they agree, and print medians, p99 and ratios."""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Iterator, Sequence

import numpy as np

from bench import synthetic
from bench.ways import Query, Result, Way, filter_first, frame_of, index_way, numpy_way, project_first, query
from finder.domain.geometry import Point
from finder.domain.vocabulary import PlaceKind
from finder.search.index import PlaceIndex

CLASSES: dict[str, tuple[PlaceKind | None, str]] = {
    "wide": (None, "nl"),
    "middling": (PlaceKind.DROP_IN, "ti"),
    "rare": (PlaceKind.MOSQUE, "rom"),
}
SHAPES: dict[str, float | None] = {"nearest 20": None, "within 2 km": 2000.0}
ROUNDS = {3_000: (40, 20), 100_000: (30, 10), 1_000_000: (20, 2)}
"""Per number of places: how many rounds, and in how many of them GeoPandas takes part."""
TURN, SLOW_TURN = 10, 2
"""Queries that a way answers before the next way has its turn; fewer for GeoPandas."""
GOALS = {3_000: 40, 100_000: 100}
INDEX, NUMPY, FILTER, PROJECT = "index", "numpy scan", "GeoPandas, filter first", "GeoPandas, to_crs first"
SLOW = (FILTER, PROJECT)

Times = dict[tuple[str, str, str], list[float]]
"""Milliseconds by shape, class and way."""


def queries(count: int) -> Iterator[tuple[str, str, list[Query]]]:
    """Yield every shape and class with ``count`` queries around places that people look from."""
    draw = np.random.default_rng(7)
    for shape, within in SHAPES.items():
        for name, (kind, language) in CLASSES.items():
            points = zip(
                draw.normal(4.88, 0.06, count).tolist(), draw.normal(52.37, 0.025, count).tolist(), strict=True
            )
            yield shape, name, [query(Point(*point), within, kind, language) for point in points]


def agree(results: Sequence[Result]) -> bool:
    """Tell whether every way counted the same, and gave the same places in the same order, at the same metres.

    GeoPandas measures on the grid of RD New, where the metres are 0.008 % shorter than on the ground.
    """
    first = results[0]
    return all(
        (other.count, other.codes) == (first.count, first.codes) and np.allclose(other.metres, first.metres, rtol=1e-4)
        for other in results[1:]
    )


def timed(way: Way, turn: Sequence[Query], into: list[float]) -> list[Result]:
    """Answer the queries of one turn."""
    results = []
    for asked in turn:
        begun = time.perf_counter()
        answer = way.run(asked)
        into.append((time.perf_counter() - begun) * 1000)
        results.append(way.read(answer))
    return results


def measure(ways: dict[str, Way], rounds: int, slow_rounds: int) -> tuple[Times, dict[str, int]]:
    """Let the ways take turns. Exits with an error when two of them disagree."""
    times: Times = {}
    most: dict[str, int] = {}
    for shape, name, asked in queries(rounds * TURN):
        for number in range(rounds):
            turn = asked[number * TURN : (number + 1) * TURN]
            found = [
                timed(way, turn[:SLOW_TURN] if label in SLOW else turn, times.setdefault((shape, name, label), []))
                for label, way in ways.items()
                if number < slow_rounds or label not in SLOW
            ]
            for answers in zip(*found, strict=False):
                if not agree(answers):
                    sys.exit(f"the ways disagree on {name}, {shape}: {answers}")
            most[name] = max(most.get(name, 0), *(result.count.total for result in found[0]))
    return times, most


def table(size: int, times: Times) -> list[str]:
    """Write the measurements as lines of a Markdown table."""
    ways = list(dict.fromkeys(way for _, _, way in times))
    lines = ["| p50 / p99 in ms | " + " | ".join([*ways, "GeoPandas ÷ index"]) + " |"]
    lines.append("| --- |" + " ---: |" * (len(ways) + 1))
    smallest = dict.fromkeys(SLOW, np.inf)
    for shape, name in dict.fromkeys((shape, name) for shape, name, _ in times):
        median = {way: statistics.median(times[shape, name, way]) for way in ways}
        cells = [f"{median[way]:.3f} / {np.quantile(times[shape, name, way], 0.99):.3f}" for way in ways]
        ratios = {way: median[way] / median[INDEX] for way in SLOW}
        smallest = {way: min(smallest[way], ratios[way]) for way in SLOW}
        cells.append(", ".join(f"{ratio:.0f}x" for ratio in ratios.values()))
        lines.append(f"| {shape}, {name} | " + " | ".join(cells) + " |")
    goal = f" (goal: {GOALS[size]}x)" if size in GOALS else ""
    return [*lines, "", "Smallest ratio: " + "; ".join(f"{way} {ratio:.0f}x" for way, ratio in smallest.items()) + goal]


def ways_over(size: int) -> dict[str, Way]:
    """Build all that does not depend on the query, for each way."""
    data = synthetic.make(size)
    places, frame = synthetic.places_of(data), frame_of(data)
    begun = time.perf_counter()
    columns = synthetic.columns_of(data)
    print(f"\n## {size:,} places\n\nColumns and grid laid out in {time.perf_counter() - begun:.2f} s.\n", flush=True)
    index = index_way(PlaceIndex(places, columns))
    return {INDEX: index, NUMPY: numpy_way(data), FILTER: filter_first(frame), PROJECT: project_first(frame)}


def main() -> None:
    """Measure at each size and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(ROUNDS), choices=list(ROUNDS))
    for size in parser.parse_args().sizes:
        times, most = measure(ways_over(size), *ROUNDS[size])
        hits = ", ".join(f"{name} up to {count:,}" for name, count in most.items())
        print("\n".join([*table(size, times), "", f"Matching places: {hits}."]), flush=True)


if __name__ == "__main__":
    main()
