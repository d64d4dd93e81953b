"""GET /metrics, where an operator wants it: how much is asked, how it ends, how long it takes. Never by whom or what.

Prometheus would keep a label for ever: ours say the room and the class of the status, so that no path, address,
language or search can stand in one.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from flask import Blueprint, Flask, Response, current_app, g, request

from finder.web.policy import ErrorShape, Policy

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

_KEY = "samenplek.metrics"
POLICY = Policy(errors=ErrorShape.PROBLEM)
FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Where the processes count together; gunicorn.conf.py makes it before any of them begins."""
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
_ROOMS = frozenset({"api", "static", "health", "healthz", "metrics"})

pages = Blueprint("metrics", __name__, url_prefix="/metrics")


def room_of(path: str) -> str:
    """Return the room that a path lies in: one of a handful, whatever somebody asks for."""
    first = path.lstrip("/").partition("/")[0]
    return first if first in _ROOMS else "pages"


@pages.get("")
def metrics() -> Response:
    """Tell what was counted, by all processes together where they do so."""
    from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
    from prometheus_client.multiprocess import MultiProcessCollector

    registry: CollectorRegistry = current_app.extensions[_KEY]
    if FOLDER in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def register(app: Flask) -> None:
    """Count every request from now on, and tell it at /metrics."""
    from prometheus_client import CollectorRegistry, Histogram

    app.extensions[_KEY] = registry = CollectorRegistry()
    about = "Seconds until an answer was made, by room and class of status."
    took = Histogram("samenplek_request_seconds", about, ("room", "status"), buckets=_SECONDS, registry=registry)

    @app.before_request
    def begin() -> None:
        g.began = time.perf_counter()

    @app.after_request
    def count(response: Response) -> Response:
        seconds = time.perf_counter() - g.pop("began", time.perf_counter())
        took.labels(room_of(request.path), f"{response.status_code // 100}xx").observe(seconds)
        return response
