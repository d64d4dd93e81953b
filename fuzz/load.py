"""Who comes to the site during a soak: visitors, one who prints, a stranger, slow clients, and a probe a second."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count, cycle
from random import Random
from urllib.parse import urlencode

from bench.forms import bodies
from fuzz import pages, site
from fuzz.answers import Ended
from fuzz.asked import Asked, request
from fuzz.judge import complaint
from fuzz.kinds import QUICK, Drawn
from fuzz.pages import FORM
from fuzz.values import locales
from fuzz.wire import Lane

PROBE_WITHIN = 10.0
"""Seconds in which whoever only wants a search or the state of health is answered, whatever else goes on.

It is ten times what 95 of 100 take on two cores, so that a busy machine is no finding; the table has the figures.
"""
_STALL = 0.5


Client = Callable[[int, asyncio.Event, "Seen"], Coroutine[None, None, None]]


@dataclass(slots=True)
class Seen:
    """What one sort of client saw: statuses, the seconds that its answers took, and what must not have come."""

    counts: Counter[str] = field(default_factory=Counter)
    took: list[float] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)

    @property
    def cells(self) -> list[str]:
        """Return how many, how long at the median, for 95 of 100 and at most, and what was answered."""
        statuses = ", ".join(f"{status}: {times}" for status, times in sorted(self.counts.items()))
        if len(self.took) < 2:
            return [str(self.counts.total()), "", "", "", statuses]
        late = statistics.quantiles(self.took, n=20, method="inclusive")[-1]
        times = (statistics.median(self.took), late, max(self.took))
        return [str(self.counts.total()), *(f"{seconds:.2f}" for seconds in times), statuses]


async def _ask(lane: Lane, asked: Asked, seen: Seen, within: float | None = None) -> None:
    """Ask, once more when the worker was killed that had the question: a browser does the same."""
    for _ in range(3):
        outcome = await lane.ask(asked)
        if outcome.ended is not Ended.CLOSED or not asked.framed:
            break
        seen.counts["asked again"] += 1
    seen.counts[str(outcome.answers[0].status) if outcome.answers else str(outcome.ended)] += 1
    seen.took.append(outcome.seconds)
    why = complaint(asked, outcome)
    if why is None and within is not None:
        fine = outcome.answers and outcome.answers[0].status == 200 and outcome.seconds <= within
        why = None if fine else f"not answered well within {within:.0f} s but {outcome.ended} in {outcome.seconds:.1f}"
    if why:
        seen.findings.append(f"{asked.kind}: {why}: {asked.sent[:200]!r}")


async def _until(over: asyncio.Event, every: float) -> AsyncIterator[int]:
    for number in count():
        yield number
        with suppress(TimeoutError):
            await asyncio.wait_for(over.wait(), every)
        if over.is_set():
            return


def _searches() -> Iterator[Asked]:
    draw = Random(1)
    for body in cycle(bodies()):
        target = f"/{locales(draw)}/".encode()
        yield Asked("visitors", request("POST", target, [FORM], body.encode()))
        yield pages.plain(draw)


async def visitors(port: int, over: asyncio.Event, seen: Seen) -> None:
    """Search and look at pages, a few times a second."""
    lane, asked = Lane(port), _searches()
    async for _ in _until(over, 0.2):
        await _ask(lane, next(asked), seen)


async def stranger(port: int, over: asyncio.Event, seen: Seen) -> None:
    """Send what a fuzzer sends."""
    lane, draw = Lane(port), Drawn(int(time.time()), QUICK)
    async for number in _until(over, 0.1):
        await _ask(lane, draw(number), seen)


async def printer(port: int, over: asyncio.Event, seen: Seen) -> None:
    """Ask for cards as PDF, now and then for ten at once."""
    body = urlencode({"code": site.codes()[:8]}, doseq=True).encode()
    card = Asked("PDFs", request("POST", b"/nl+ar/card.pdf", [FORM], body))
    async for number in _until(over, 5):
        await asyncio.gather(*(_ask(Lane(port), card, seen) for _ in range(10 if number % 6 == 5 else 1)))


async def probe(port: int, over: asyncio.Event, seen: Seen) -> None:
    """Ask for a search and for the state of health, each second on a new connection."""
    search = Asked("probe", request("POST", b"/nl/", [FORM], b"where=1012&go=1"))
    health = Asked("probe", request("GET", b"/healthz"))
    async for number in _until(over, 1):
        lane = Lane(port)
        await _ask(lane, health if number % 2 else search, seen, PROBE_WITHIN)
        lane.close()


async def _slow(port: int, over: asyncio.Event, seen: Seen, sent: bytes, drip: bytes, *, reads: bool) -> None:
    while not over.is_set():
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1024)
            writer.write(sent)
            if not reads:
                writer.transport.pause_reading()
            while not over.is_set() and not writer.transport.is_closing():
                await asyncio.sleep(_STALL)
                writer.write(drip)
                if reads and reader.at_eof():
                    break
            seen.counts["let go"] += 1
            writer.transport.abort()
        except OSError:
            seen.counts["refused"] += 1
            await asyncio.sleep(_STALL)


def slow_clients(many: int) -> list[Client]:
    """Return clients of four sorts: half headers, half bodies, a byte at a time, and answers that nobody reads."""
    half = request("POST", b"/nl/", [FORM, ("Content-Length", "100")], b"")
    sorts = (
        (half[:-2], b"", True),
        (half + b"where=", b"", True),
        (half, b"x", True),
        (request("GET", b"/basemap.geojson") * 20, b"", False),
    )

    def of(sort: tuple[bytes, bytes, bool]) -> Client:
        return lambda port, over, seen: _slow(port, over, seen, sort[0], sort[1], reads=sort[2])

    return [of(sort) for sort in sorts for _ in range(many)]
