"""The body that answers a search: the same to the byte over HTTP and on the command line."""

from __future__ import annotations

import json
from datetime import datetime

from finder.domain.engine import SearchEngine
from finder.domain.filters import filters_in
from finder.usecases.find_page import find_page
from finder.web.open_data.v1.parameters import SearchRequest
from finder.web.open_data.v1.representation import Json, collection, hit_feature
from finder.web.query import called_by


def search_body(index: SearchEngine, asked: SearchRequest, now: datetime) -> Json:
    """Return one page of hits as a FeatureCollection. ``now`` is aware. Raises InvalidInput as ``find_page`` does."""
    filters = filters_in(type(asked.filters))
    with called_by({name: spec.api_key for name, spec in filters.items()}):
        found = find_page(index, asked.filters, now, asked.limit, asked.offset)
    pairs = zip(found.hits.items, found.openings, strict=True)
    return collection(found.hits, [hit_feature(hit, opening, filters) for hit, opening in pairs])


def text_of(body: Json) -> str:
    """Return a body as it is sent."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
