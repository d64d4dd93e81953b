"""/api/v1: search places over HTTP. The contract is docs/api.md."""

from __future__ import annotations

import json

from flask import Blueprint, Response, request
from werkzeug.exceptions import UnsupportedMediaType

from finder.domain.codes import normalise_code
from finder.domain.errors import InvalidInput, UnknownPlace
from finder.domain.filters import Stretch
from finder.domain.opening_hours import state_of
from finder.i18n.voice import NETHERLANDS
from finder.web.api.parameters import SearchRequest, given_in_json, read_search
from finder.web.api.representation import (
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


def search_body(loaded: State, asked: SearchRequest) -> Json:
    """Return the answer to a search: the FeatureCollection that HTTP and command line give alike."""
    now = loaded.now()
    hits = loaded.index.search(asked.filters, now=now, limit=asked.limit, offset=asked.offset)
    moment = asked.filters.open_at
    at = moment.start if isinstance(moment, Stretch) else moment
    today = now.astimezone(NETHERLANDS).date()
    features = [hit_feature(hit, state_of(hit.place, at, today) if at else hit.opening) for hit in hits.items]
    return collection(hits, features)


def _geojson(body: Json) -> Response:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Response(text, content_type="application/geo+json")


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
    try:
        body = json.loads(request.get_data())
    except (ValueError, RecursionError):
        raise InvalidInput("body", "", "JSON in UTF-8") from None
    return _geojson(search_body(state(), read_search(given_in_json(body))))


@api.get("/places/<code>")
def place(code: str) -> Response:
    """Give one place, also one that closed or moved. Raises UnknownPlace."""
    meant = normalise_code(code)
    found = state().index.by_code(meant) if meant else None
    if found is None:
        raise UnknownPlace(code)
    now = state().now()
    opening = state_of(found, now, now.astimezone(NETHERLANDS).date())
    return _geojson(feature(found, {**place_properties(found), **opening_properties(opening)}))
