"""What visitors notice of clients that are slow or greedy: a probe a second while they hold what they can."""

from __future__ import annotations

import argparse
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlencode

import numpy as np

from bench.servers import samenplek
from finder.formats.places_file import read_places

ROOT = Path(__file__).parents[1]
MANY, PDFS, SECONDS, PATIENCE = 50, 200, 10, 10.0
"""Clients, PDFs asked for at once, how long it is watched, and how long a probe waits."""
GOAL = 1000
"""Milliseconds within which 95 of 100 probes are to be answered."""

Hold = Callable[[int], AbstractContextManager[None]]

_SEARCH = urlencode({"where": "1012", "go": "1"}).encode()
_HALF = b"POST /nl/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n"


@contextmanager
def _nothing(port: int) -> Iterator[None]:
    yield


def _held(sent: bytes) -> Hold:
    @contextmanager
    def hold(port: int) -> Iterator[None]:
        with ExitStack() as open_ones:
            for _ in range(MANY):
                connection = open_ones.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5))
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
                connection.sendall(sent)
            yield

    return hold


@contextmanager
def _pdfs(port: int) -> Iterator[None]:
    codes = [place.code for place in read_places(ROOT / "data/places.geojson")[:8]]
    body = urlencode({"code": codes}, doseq=True).encode()

    def ask() -> None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/nl/card.pdf", body, timeout=60).read()
        except OSError:
            return

    asking = [threading.Thread(target=ask, daemon=True) for _ in range(PDFS)]
    for each in asking:
        each.start()
    yield
    for each in asking:
        each.join(60)


HOLDS: Mapping[str, Hold] = {
    "nobody else": _nothing,
    f"{MANY} half bodies": _held(_HALF + b"\r\nwhere="),
    f"{MANY} half headers": _held(_HALF),
    f"{MANY} that read nothing": _held(b"GET /basemap.geojson HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" * 4),
    f"{PDFS} PDFs at once": _pdfs,
}


def _probe(port: int, path: str, body: bytes | None) -> float:
    begun = time.perf_counter()
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", body, timeout=PATIENCE) as answer:
            answer.read()
    except urllib.error.HTTPError as refused:
        refused.close()
        return float("inf")
    except OSError:
        return float("inf")
    return (time.perf_counter() - begun) * 1000


def _watched(port: int, hold: Hold) -> list[float]:
    took = []
    with hold(port):
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            took += [_probe(port, "/health", None), _probe(port, "/nl+ar/", _SEARCH)]
            time.sleep(0.4)
    return took


def main() -> None:
    """Print, for each server, what a health check and a search took while others held on."""
    parser = argparse.ArgumentParser(prog="python -m bench.slow_clients", description=main.__doc__)
    parser.add_argument("workers", nargs="*", default=["finder.web.buffered_worker.BufferedWorker", "gthread"])
    print("\n# Slow and greedy clients\n")
    print("| worker | held by | probes | not answered | p50 / p95 in ms |\n| --- | --- | ---: | ---: | ---: |")
    for worker in parser.parse_args().workers:
        for name, hold in HOLDS.items():
            with samenplek({"WORKER_CLASS": worker}) as port:
                took = np.array(_watched(port, hold))
            lost = int(np.isinf(took).sum())
            p50, p95 = (np.quantile(took, share, method="higher") for share in (0.5, 0.95))
            kind = worker.rpartition(".")[2]
            print(f"| {kind} | {name} | {took.size} | {lost} | {p50:.0f} / {p95:.0f} |", flush=True)
    print(f"\nGoal: {GOAL} ms at p95.")


if __name__ == "__main__":
    main()
