"""Serve visitors for minutes on end, while slow clients hold what they can, workers die and files are swapped.

    make soak                     half an hour
    make soak SOAK_MINUTES=3      three minutes

Exits with 1 when a probe was not answered, a worker grew, or anything came of it that must not.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from fuzz import faults, load
from fuzz.judge import log_complaints
from fuzz.load import Seen
from fuzz.run import WORDS
from fuzz.served import Served, serving

SLOW_OF_EACH, VISITORS = 12, 4
LOOK_EVERY = 2.0
"""Seconds between two looks at the memory of the workers."""
MAY_GROW = 30_000_000
"""Bytes: by so much the most that a worker holds in the last third may be above the most of the third before.

A worker that swaps holds two editions for a moment, 15 MB more, and is not seen at its peak each time.
"""
_OURS = ("was sent SIGKILL", "refused, version")
"""What the server says of the faults that we make."""

Sizes = list[tuple[float, dict[int, int]]]


async def _watch(server: Served, over: asyncio.Event, sizes: Sizes) -> None:
    began = time.monotonic()
    while not over.is_set():
        sizes.append((time.monotonic() - began, server.resident()))
        with suppress(TimeoutError):
            await asyncio.wait_for(over.wait(), LOOK_EVERY)


async def _soak(server: Served, places: Path, seconds: float) -> tuple[dict[str, Seen], Sizes]:
    over = asyncio.Event()
    seen = {name: Seen() for name in ("probes", "visitors", "PDFs", "stranger", "slow clients", "kills", "swaps")}
    sizes: Sizes = []
    port = server.port
    going = [
        load.probe(port, over, seen["probes"]),
        *(load.visitors(port, over, seen["visitors"]) for _ in range(VISITORS)),
        load.printer(port, over, seen["PDFs"]),
        load.stranger(port, over, seen["stranger"]),
        *(slow(port, over, seen["slow clients"]) for slow in load.slow_clients(SLOW_OF_EACH)),
        faults.killer(server, over, seen["kills"]),
        faults.swapper(port, over, seen["swaps"], places),
        _watch(server, over, sizes),
    ]
    tasks = [asyncio.ensure_future(each) for each in going]
    await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION)
    over.set()
    await asyncio.gather(*tasks)
    return seen, sizes


def most_in(sizes: Sizes, pid: int, start: float, end: float) -> int:
    """Return the most bytes that a worker held between two moments, in seconds since the beginning."""
    return max((held.get(pid, 0) for moment, held in sizes if start <= moment < end), default=0)


def grown(sizes: Sizes, seconds: float) -> dict[int, int]:
    """Return by how many bytes each worker that was there for the last two thirds grew from the one to the other."""
    third = seconds / 3
    stayed = [held for moment, held in sizes if moment >= third]
    always = set.intersection(*(set(held) for held in stayed)) if stayed else set()
    return {pid: most_in(sizes, pid, 2 * third, seconds) - most_in(sizes, pid, third, 2 * third) for pid in always}


def memory_table(sizes: Sizes, seconds: float) -> list[str]:
    """Write the most megabytes of each worker in each third of the time as lines of Markdown."""
    third = seconds / 3
    lines = ["| worker | first third, MB | second | last |", "| --- | ---: | ---: | ---: |"]
    for pid in sorted({pid for _, held in sizes for pid in held}):
        most = (most_in(sizes, pid, number * third, (number + 1) * third) for number in range(3))
        lines.append(f"| {pid} | {' | '.join(f'{size / 1e6:.0f}' if size else '' for size in most)} |")
    return lines


def table(seen: Mapping[str, Seen]) -> list[str]:
    """Write what each sort of client saw as lines of Markdown; times are in seconds."""
    lines = [
        "| who | times | median, s | 95 of 100 | slowest | answered |",
        "| --- | ---: | ---: | ---: | ---: | --- |",
    ]
    return [*lines, *(f"| {name} | {' | '.join(of.cells)} |" for name, of in seen.items())]


def findings(server: Served, seen: Mapping[str, Seen], sizes: Sizes, seconds: float) -> list[str]:
    """Return everything that must not have come of it."""
    told = [f"{name}: {why}" for name, of in seen.items() for why in of.findings]
    by = grown(sizes, seconds)
    if not by:
        told.append("no worker was there for the last two thirds")
    told += [f"worker {pid} grew by {size / 1e6:.0f} MB" for pid, size in by.items() if size > MAY_GROW]
    log = "\n".join(line for line in server.log.splitlines() if not any(ours in line for ours in _OURS))
    return [*told, *log_complaints(log, WORDS, server.port)]


def _print(lines: Sequence[str]) -> None:
    print("", *lines, sep="\n", flush=True)


def main() -> None:
    """Soak, print, and exit with 1 when there is a finding."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    seconds = parser.parse_args().minutes * 60
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        places = faults.publish_copy(folder)
        with serving(folder, {"SAMENPLEK_PLACES": str(places), "LOG_LEVEL": "info"}) as server:
            seen, sizes = asyncio.run(_soak(server, places, seconds))
            told = findings(server, seen, sizes, seconds)
    print(f"{seconds / 60:g} minutes, {VISITORS} visitors, {4 * SLOW_OF_EACH} slow clients at any time")
    _print(table(seen))
    _print(memory_table(sizes, seconds))
    _print(told[:20] or ["No finding."])
    sys.exit(1 if told else 0)


if __name__ == "__main__":
    main()
