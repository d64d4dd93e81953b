"""GET /healthz (and /health): what this process serves, in the words of an operator. It knows nothing of visitors."""

from __future__ import annotations

import json
import os
from datetime import datetime
from functools import cache
from secrets import token_hex

from flask import Blueprint, Response

from finder.usecases.check_health import check_health
from finder.web.policy import ErrorShape, Policy
from finder.web.services import services

POLICY = Policy(errors=ErrorShape.PROBLEM)

pages = Blueprint("health", __name__, url_prefix="/health")
liveness = Blueprint("healthz", __name__, url_prefix="/healthz")


@cache
def _process_name(_pid: int) -> str:
    """A name by which answers of two processes can be told apart; a process number would tell of the machine."""
    return token_hex(4)


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")


@pages.get("")
@liveness.get("")
def health() -> Response:
    """Say "pass", or "warn" where a published file was refused; the pages are served in either case."""
    found = check_health(services().library)
    body = {
        "status": found.status,
        "version": found.version,
        "since": _moment(found.since),
        "places": found.places,
        "newestSource": found.newest.text if found.newest else None,
        "daysOld": found.days_old(services().clock()),
        "refused": {"why": found.refusal.why, "since": _moment(found.refusal.since)} if found.refusal else None,
        "process": _process_name(os.getpid()),
    }
    return Response(json.dumps(body, ensure_ascii=False), content_type="application/health+json")
