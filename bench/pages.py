"""Measure pages inside one process, without the network, on the real places and on 100,000 real-shaped ones."""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bench import forms, real_shaped

TIMES = 60
"""So often each page is asked for, as often as there are searches in bench/forms.py."""
LONGEST = 20.0
"""Seconds after which a page that is too slow has been asked for often enough."""
SHAPED = 100_000
GOALS = {"GET /nl/": 2.0, "POST /nl+ar/": 12.0, "GET /nl+ar/agenda": 12.0}
"""Milliseconds at the median on the real places."""
GROWS, START_WITHIN, MOST_MEGABYTES = 1.5, 3.5, 400
"""Of the real-shaped places: how many times the median of the real ones, seconds until they can be asked, memory."""

Ask = Callable[[], TestResponse]
Took = tuple[float, float, float]
Figures = dict[str, Any]


def asks(client: FlaskClient) -> dict[str, Ask]:
    """Return what is asked for, by the name it has in the table."""
    searches = iter(list(forms.bodies()) * 2)
    code = json.loads(client.get("/api/v1/places?kind=church&limit=1").data)["features"][0]["id"]

    def get(path: str) -> Ask:
        return lambda: client.get(path)

    def post(path: str, body: Callable[[], str]) -> Ask:
        return lambda: client.post(path, data=body(), content_type="application/x-www-form-urlencoded")

    return {
        "GET /nl/": get("/nl/"),
        "GET /nl+ar/": get("/nl+ar/"),
        "POST /nl/": post("/nl/", lambda: forms.PLAIN),
        "POST /nl+ar/": post("/nl+ar/", lambda: forms.PLAIN),
        f"POST /nl+ar/, {forms.COUNT} different": post("/nl+ar/", lambda: next(searches)),
        "GET /nl/agenda": get("/nl/agenda"),
        "GET /nl+ar/agenda": get("/nl+ar/agenda"),
        "GET /nl+ar/places/…": get(f"/nl+ar/places/{code}"),
        "GET /api/v1/places": get("/api/v1/places?near=4.9,52.37&kind=church"),
    }


def timed(ask: Ask) -> Took:
    """Return the median and the 99th percentile, and the median of what the processor alone took, in milliseconds.

    The first answer does not count. Exits when something is refused.
    """
    took: list[tuple[float, float]] = []
    until = time.monotonic() + LONGEST
    while len(took) <= TIMES and (len(took) < 2 or time.monotonic() < until):
        begun, worked = time.perf_counter(), time.process_time()
        answer = ask()
        took.append((time.perf_counter() - begun, time.process_time() - worked))
        if answer.status_code != 200:
            sys.exit(f"{answer.request.path} answers {answer.status}")
    wall, processor = np.array(took[1:]).T * 1000
    return float(np.median(wall)), float(np.quantile(wall, 0.99)), float(np.median(processor))


def figures_here() -> Figures:
    """Start the application that this process's environment asks for, and return what it and its pages took."""
    begun = time.perf_counter()
    from finder.web import create_app

    client = create_app().test_client()
    client.get("/api/v1/places?limit=1")
    started = time.perf_counter() - begun
    # Before the pages: what they keep is theirs, not that of reading.
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    pages = {name: timed(ask) for name, ask in asks(client).items()}
    return {"started": started, "megabytes": megabytes, "pages": pages}


def figures_in(environment: Mapping[str, str]) -> Figures:
    """Return the figures of a new process, whose memory holds nothing of another's."""
    command = [sys.executable, "-m", "bench.pages", "--here"]
    given = {**os.environ, **environment}
    run = subprocess.run(command, cwd=real_shaped.ROOT, env=given, stdout=subprocess.PIPE, text=True, check=True)
    figures: Figures = json.loads(run.stdout)
    return figures


def _cell(took: Took) -> str:
    median, late, processor = took
    return f"{median:.1f} / {late:.1f} ({processor:.1f})"


def table(real: Figures, shaped: Figures | None) -> list[str]:
    """Write the figures as lines of Markdown."""
    many = f"{SHAPED:,} real-shaped"
    lines = [
        f"| p50 / p99 (processor) in ms | real places | goal | {many} | × |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for name, took in real["pages"].items():
        goal = f"{GOALS[name]:.0f}" if name in GOALS else ""
        cells = ["", ""]
        if shaped:
            longer = shaped["pages"][name]
            cells = [_cell(longer), f"{longer[0] / took[0]:.1f}"]
        lines.append(f"| {name} | {_cell(took)} | {goal} | {' | '.join(cells)} |")
    for label, figures in {"Real places": real, many: shaped}.items():
        if figures:
            lines += [
                "",
                f"{label}: ready in {figures['started']:.1f} s, {figures['megabytes']} MB at most until then.",
            ]
    goals = f"{START_WITHIN} s, {MOST_MEGABYTES} MB, {GROWS} times the real ones"
    return [*lines, f"Goals at {SHAPED:,}: {goals}."] if shaped else lines


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--here", action="store_true", help="measure in this process, print JSON")
    parser.add_argument("--real", action="store_true", help="only the real places")
    chosen = parser.parse_args()
    if chosen.here:
        print(json.dumps(figures_here()))
        return
    real, shaped = figures_in({}), None
    if not chosen.real:
        with tempfile.TemporaryDirectory() as folder:
            shaped = figures_in(real_shaped.write(Path(folder), SHAPED))
    print("\n".join(["\n## Pages in one process\n", *table(real, shaped)]), flush=True)


if __name__ == "__main__":
    main()
