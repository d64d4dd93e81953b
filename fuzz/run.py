"""Send the requests that a seed draws to a server of our own, and tell what must not have come of them.

    make fuzz                                       20,000 requests of the seed in the Makefile
    make fuzz FUZZ_SEED=7 FUZZ_REQUESTS=100000      others, and more of them
    python -m fuzz.run --seed 7 --only 1234         one of them again, with what came back

The log is kept at its most talkative. Exits with 1 when there is a finding.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.forms import WHERES
from fuzz.answers import Outcome
from fuzz.asked import NEEDLE, Asked
from fuzz.judge import complaint, log_complaints, memory_complaints
from fuzz.kinds import Drawn
from fuzz.served import Served, serving
from fuzz.told import reproduction, table
from fuzz.wire import Lane

LANES, HELD = 12, 60
"""Connections over which requests are sent one after the other, and those kept for what is never finished."""
AGAIN = 5
MAY_GROW = 12_000_000
"""Bytes that a worker may grow by when a fifth of what was sent is sent again: 3 KB for each of 3,333 requests."""
WORDS = (NEEDLE, *(where for where in WHERES if len(where) > 7))


@dataclass(slots=True)
class Report:
    """What came of a run."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    slowest: dict[str, float] = field(default_factory=dict)
    findings: list[tuple[str, int, Asked]] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, number: int, asked: Asked, outcome: Outcome) -> None:
        """Count what came of one request, and keep it when it must not have come."""
        counted = self.counts.setdefault(asked.kind, Counter())
        counted[str(outcome.answers[0].status) if outcome.answers else str(outcome.ended)] += 1
        self.slowest[asked.kind] = max(self.slowest.get(asked.kind, 0.0), outcome.seconds)
        if why := complaint(asked, outcome):
            self.findings.append((why, number, asked))

    def told(self, seed: int) -> list[str]:
        """Return every finding, and how to do it again; nothing when there is none."""
        return [*self.beside, *reproduction(self.findings, seed)]


async def _work(port: int, numbers: Iterable[int], draw: Drawn, report: Report) -> None:
    lane = Lane(port)
    for number in numbers:
        asked = draw(number)
        report.add(number, asked, await lane.ask(asked))
    lane.close()


async def send(port: int, numbers: Sequence[int], draw: Drawn, report: Report) -> None:
    """Send the requests with these numbers: those that are never finished beside the others, since they last."""
    held = {number for number in numbers if draw.lasts(number)}
    waiting, others = iter(sorted(held)), (number for number in numbers if number not in held)
    await asyncio.gather(
        *(_work(port, waiting, draw, report) for _ in range(HELD)),
        *(_work(port, others, draw, report) for _ in range(LANES)),
    )


def attack(server: Served, numbers: Sequence[int], draw: Drawn) -> Report:
    """Send five sixths of the requests, a fifth of these again, then look at the memory and the log.

    What a page needs is kept when it is first shown in a language, so the memory grows until late in a run; it may not
    when the same is asked again.
    """
    report, began, workers = Report(), time.monotonic(), server.workers()
    again = len(numbers) // (AGAIN + 1)
    fresh = numbers[: len(numbers) - again]
    asyncio.run(send(server.port, fresh, draw, report))
    before = server.resident()
    asyncio.run(send(server.port, fresh[len(fresh) - again :], draw, report))
    report.seconds = time.monotonic() - began
    after = server.resident()
    if server.workers() != workers:
        report.beside.append("a worker died")
    report.beside += memory_complaints({pid: size - before.get(pid, size) for pid, size in after.items()}, MAY_GROW)
    report.beside += log_complaints(server.log, WORDS, server.port)
    print(f"memory of the workers, MB: {_megabytes(before)} after all of it, {_megabytes(after)} after a part again")
    print(f"lines in the log: {len(server.log.splitlines())}")
    return report


def _megabytes(sizes: dict[int, int]) -> str:
    return " and ".join(f"{size / 1e6:.0f}" for size in sizes.values())


def _again(server: Served, asked: Asked) -> None:
    outcome = asyncio.run(Lane(server.port).ask(asked))
    print(f"{asked.kind}: {asked.sent[:2000]!r}\n{outcome.ended} after {outcome.seconds:.2f} s")
    for answer in outcome.answers:
        print(answer.head.decode("latin-1"), answer.body[:2000].decode("utf-8", "replace"), sep="\n\n")
    print(complaint(asked, outcome) or "as it should be", *log_complaints(server.log, WORDS, server.port), sep="\n")


def main() -> None:
    """Run, print, and exit with 1 when there is a finding."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.run", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--only", type=int, help="the number of one request")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:
        if chosen.only is not None:
            return _again(server, Drawn(chosen.seed)(chosen.only))
        report = attack(server, range(chosen.requests), Drawn(chosen.seed))
        sent = sum(counts.total() for counts in report.counts.values())
        print(f"{sent} requests of seed {chosen.seed} in {report.seconds:.0f} s\n")
        print("\n".join(table(report.counts, report.slowest)))
        told = report.told(chosen.seed)
        print("", *(told or ["No finding."]), sep="\n")
    sys.exit(1 if told else 0)


if __name__ == "__main__":
    main()
