"""/api/v1: search places over HTTP. The contract is docs/api.md."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, current_app, request
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from finder.usecases.look_up_place import look_up_place
from finder.web.open_data import OPEN_DATA
from finder.web.open_data.v1.body import read_body
from finder.web.open_data.v1.representation import place_feature
from finder.web.open_data.v1.search_body import search_text, text_of
from finder.web.query.search_parameters import Given, read_search
from finder.web.services import services, snapshot

API_VERSION = "1.0.0"

api = Blueprint("api_v1", __name__, url_prefix="/api/v1")

POLICY = replace(OPEN_DATA, headers={**OPEN_DATA.headers, "API-Version": API_VERSION})


def _geojson(text: str) -> Response:
    return Response(text, content_type="application/geo+json")


def _searched(given: Given) -> Response:
    return _geojson(search_text(snapshot().index, read_search(given), services().clock(), snapshot().names))


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
    return _searched(given)


@api.post("/places/search")
def search() -> Response:
    """Search by a JSON body, which stands in no log between here and the reader."""
    if request.mimetype != "application/json":
        raise UnsupportedMediaType("send application/json")
    return _searched(read_body(_whole_body()))


@api.get("/places/<code>")
def place(code: str) -> Response:
    """Give one place, also one that closed or moved. Raises UnknownPlace."""
    found = look_up_place(snapshot().index, code, services().clock())
    return _geojson(text_of(place_feature(found.place, found.opening)))
