"""Put servers under load with wrk, one side after the other, and keep what each turn gave."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

REPLAY = Path(__file__).with_name("replay.lua")
THREADS = 2
_MARK = "REPLAYED "


@dataclass(frozen=True, slots=True)
class Side:
    """A server under test: the loopback ports of its processes, and the file of requests that it gets."""

    ports: tuple[int, ...]
    requests: Path


@dataclass(frozen=True, slots=True)
class Turn:
    """What a side did in one turn. ``p50`` and ``p99`` are milliseconds, ``size`` the bytes of a whole answer."""

    rate: float
    p50: float
    p99: float
    size: float


@dataclass(frozen=True, slots=True)
class Summary:
    """The turns of one side: medians, and the slowest and fastest turn in answers a second."""

    rate: float
    slowest: float
    fastest: float
    p50: float
    p99: float
    size: float


def write_requests(path: Path, requests: Iterable[tuple[str, str, str]]) -> Path:
    """Write requests (method, path, body) as replay.lua reads them."""
    path.write_text("".join(f"{method}\t{target}\t{body}\n" for method, target, body in requests), "utf-8")
    return path


def read_turn(printed: str) -> Turn:
    """Read what replay.lua printed. Raises ValueError when an answer failed, since a quick refusal is no speed."""
    line = next((line for line in printed.splitlines() if line.startswith(_MARK)), None)
    if line is None:
        raise ValueError(f"wrk printed no result:\n{printed}")
    told = json.loads(line.removeprefix(_MARK))
    if told["refused"] or told["broken"] or not told["answers"]:
        raise ValueError(f"not every request was answered: {told}")
    answers = told["answers"]
    return Turn(answers / told["seconds"], told["p50"], told["p99"], told["bytes"] / answers)


def run_turn(side: Side, connections: int, seconds: int) -> Turn:
    """Let wrk ask one side for some seconds. Raises ValueError when an answer failed."""
    command = ["wrk", f"-t{THREADS}", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", str(REPLAY)]
    run = subprocess.run(
        [*command, f"http://127.0.0.1:{side.ports[0]}/", "--", str(side.requests)],
        env={**os.environ, "REPLAY_PORTS": ",".join(map(str, side.ports))},
        capture_output=True,
        text=True,
        check=True,
        timeout=seconds + 60,
    )
    return read_turn(run.stdout)


def take_turns(sides: Mapping[str, Side], turns: int, connections: int, seconds: int) -> dict[str, list[Turn]]:
    """Let every side have its turn, ``turns`` times over, after one that does not count.

    A side that starts a round in one starts later in the next, so that none always runs on a machine that another
    has just heated up. Exits when an answer failed.
    """
    names = list(sides)
    had: dict[str, list[Turn]] = {name: [] for name in names}
    try:
        for name in names:
            run_turn(sides[name], connections, seconds)
        for number in range(turns):
            first = number % len(names)
            for name in names[first:] + names[:first]:
                had[name].append(run_turn(sides[name], connections, seconds))
    except ValueError as error:
        sys.exit(str(error))
    return had


def summary_of(turns: Sequence[Turn]) -> Summary:
    """Return the medians over the turns of one side."""
    rates = [turn.rate for turn in turns]
    return Summary(
        statistics.median(rates),
        min(rates),
        max(rates),
        statistics.median(turn.p50 for turn in turns),
        statistics.median(turn.p99 for turn in turns),
        statistics.median(turn.size for turn in turns),
    )
