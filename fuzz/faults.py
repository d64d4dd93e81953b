"""What goes wrong during a soak: a worker is killed, what is published is replaced, at times by a wrong file."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import time
from contextlib import suppress
from pathlib import Path

from finder.formats.files import replace_file
from fuzz.answers import Ended
from fuzz.asked import Asked, request
from fuzz.load import Seen
from fuzz.served import ROOT, Served
from fuzz.wire import Lane

KILL_EVERY, SWAP_EVERY, BROKEN_EVERY = 40.0, 20.0, 4
"""Seconds between two kills and two swaps; each so manieth file is a wrong one."""
FOLLOWED_WITHIN = 15.0
"""Seconds in which every worker serves or refuses what was published: two on a machine that is not as busy as here."""
_HEALTH = Asked("health", request("GET", b"/healthz", [("Connection", "close")]))
_PUBLISHED = ("places.geojson", "codes.csv", "gathering_ids.csv")
_SURE = 8
"""Answers on new connections after which no worker is taken to say anything else."""


def publish_copy(folder: Path) -> Path:
    """Copy what is published into a folder and return the places file there."""
    for name in _PUBLISHED:
        shutil.copy(ROOT / "data" / name, folder / name)
    return folder / _PUBLISHED[0]


def edition(content: bytes, number: int) -> bytes:
    """Return a places file with another name for its first place."""
    told = json.loads(content)
    told["features"][0]["properties"]["name"] += f" {number}"
    return json.dumps(told, ensure_ascii=False).encode()


async def _health(port: int) -> tuple[str, str] | None:
    outcome = await Lane(port).ask(_HEALTH)
    if outcome.ended is not Ended.ANSWERED or outcome.answers[0].status != 200:
        return None
    told = json.loads(outcome.answers[0].body)
    return told["status"], told["version"]


async def _followed(port: int, before: str, *, good: bool) -> float | None:
    """Return after how many seconds every worker served a good file or refused a wrong one, None when they did not."""
    began, sure = time.monotonic(), 0
    while time.monotonic() - began < FOLLOWED_WITHIN:
        told = await _health(port)
        # Which version stays is not asked: a worker that came since has only that of the server's start.
        as_due = told is not None and (told[0] == "pass" and told[1] != before if good else told[0] == "warn")
        sure = sure + 1 if as_due else 0
        if sure == _SURE:
            return time.monotonic() - began
        await asyncio.sleep(0 if as_due else 0.1)
    return None


async def swapper(port: int, over: asyncio.Event, seen: Seen, places: Path) -> None:
    """Publish another edition every now and then, or a file that is none, and see that every worker follows."""
    content, number = places.read_bytes(), 0
    while not over.is_set():
        with suppress(TimeoutError):
            await asyncio.wait_for(over.wait(), SWAP_EVERY)
            return
        number += 1
        good = number % BROKEN_EVERY != 0
        told = await _health(port)
        replace_file(places, edition(content, number) if good else content[: len(content) // 2])
        took = await _followed(port, told[1] if told else "", good=good)
        seen.counts["served" if good else "refused"] += 1
        if took is None:
            kind = "a new edition is not served" if good else "a wrong file is not refused"
            seen.findings.append(f"{kind} by every worker within {FOLLOWED_WITHIN:.0f} s")
        else:
            seen.took.append(took)


async def killer(server: Served, over: asyncio.Event, seen: Seen) -> None:
    """Kill the youngest worker every now and then, and see that another comes; the eldest is left, to be watched."""
    while not over.is_set():
        with suppress(TimeoutError):
            await asyncio.wait_for(over.wait(), KILL_EVERY)
            return
        before = server.workers()
        os.kill(before[-1], signal.SIGKILL)
        seen.counts["killed"] += 1
        began = time.monotonic()
        while len(set(server.workers()) - {before[-1]}) < len(before):
            if time.monotonic() - began > FOLLOWED_WITHIN:
                seen.findings.append(f"no worker came within {FOLLOWED_WITHIN:.0f} s for one that was killed")
                break
            await asyncio.sleep(0.05)
        seen.took.append(time.monotonic() - began)
