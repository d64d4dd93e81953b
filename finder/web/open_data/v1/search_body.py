"""The body that answers a search: the same to the byte over HTTP and on the command line."""

from __future__ import annotations

import json
from datetime import datetime

from finder.domain.filters import filters_in
from finder.search.index import PlaceIndex
from finder.usecases.find_page import find_page
from finder.web.open_data.v1.parameters import SearchRequest
from finder.web.open_data.v1.representation import Json, collection, hit_feature


def search_body(index: PlaceIndex, asked: SearchRequest, now: datetime) -> Json:
    """Return one page of hits as a FeatureCollection. ``now`` is aware. Raises InvalidInput as ``find_page`` does."""
    found = find_page(index, asked.filters, now, asked.limit, asked.offset)
    filters = filters_in(type(asked.filters))
    pairs = zip(found.hits.items, found.openings, strict=True)
    return collection(found.hits, [hit_feature(hit, opening, filters) for hit, opening in pairs])


def text_of(body: Json) -> str:
    """Return a body as it is sent."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
