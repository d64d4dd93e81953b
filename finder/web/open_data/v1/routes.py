"""/api/v1: search places over HTTP. The contract is docs/api.md."""

from __future__ import annotations

import json
from datetime import datetime

from flask import Blueprint, Response, current_app, request
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from finder.domain.clock import dutch_day
from finder.domain.codes import normalise_code
from finder.domain.errors import UnknownPlace
from finder.domain.filters import Filters, Stretch
from finder.domain.hits import Hit
from finder.domain.opening_hours import OpeningState, state_of
from finder.web.open_data.v1.body import read_body
from finder.web.open_data.v1.parameters import SearchRequest, read_search
from finder.web.open_data.v1.representation import (
    Json,
    collection,
    feature,
    hit_feature,
    opening_properties,
    place_properties,
)
from finder.web.state import State, state

API_VERSION = "1.0.0"

api = Blueprint("api_v1", __name__, url_prefix="/api/v1")


def opening_at(hit: Hit, filters: Filters, now: datetime) -> OpeningState:
    """Return the opening state of a hit at the moment asked about, or else ``now`` (aware)."""
    asked = filters.open_at
    if asked is None:
        return hit.opening
    return state_of(hit.place, asked.start if isinstance(asked, Stretch) else asked, dutch_day(now))


def search_body(loaded: State, asked: SearchRequest) -> Json:
    """Return the answer to a search: the FeatureCollection that HTTP and command line give alike."""
    now = loaded.now()
    hits = loaded.index.search(asked.filters, now=now, limit=asked.limit, offset=asked.offset)
    return collection(hits, [hit_feature(hit, opening_at(hit, asked.filters, now)) for hit in hits.items])


def text_of(body: Json) -> str:
    """Return a body as it is sent."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def _geojson(body: Json) -> Response:
    return Response(text_of(body), content_type="application/geo+json")


def _whole_body() -> bytes:
    """A body without a stated length is cut off at the limit, which must not pass for its end."""
    raw = request.get_data()
    if request.content_length is None and len(raw) >= current_app.config["MAX_CONTENT_LENGTH"]:
        raise RequestEntityTooLarge
    return raw


@api.get("/places")
def places() -> Response:
    """Search by query keys."""
    given = {key: request.args.getlist(key) for key in request.args}
    return _geojson(search_body(state(), read_search(given)))


@api.post("/places/search")
def search() -> Response:
    """Search by a JSON body, which stands in no log between here and the reader."""
    if request.mimetype != "application/json":
        raise UnsupportedMediaType("send application/json")
    return _geojson(search_body(state(), read_search(read_body(_whole_body()))))


@api.get("/places/<code>")
def place(code: str) -> Response:
    """Give one place, also one that closed or moved. Raises UnknownPlace."""
    meant = normalise_code(code)
    found = state().index.by_code(meant) if meant else None
    if found is None:
        raise UnknownPlace(code)
    now = state().now()
    opening = state_of(found, now, dutch_day(now))
    return _geojson(feature(found, {**place_properties(found), **opening_properties(opening)}))
