"""The body that answers a search: the same to the byte over HTTP and on the command line.

What a place says of itself is written once for each index; only how it answers the search is written each time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from weakref import WeakKeyDictionary

from finder.domain.engine import SearchEngine
from finder.domain.filters import FilterSpec, filters_in
from finder.domain.hits import Hit
from finder.domain.opening_hours import OpeningState
from finder.domain.place import Place
from finder.search.names import PlaceNames
from finder.usecases.find_page import HitPage, find_named, find_page
from finder.web.open_data.v1.representation import Json, answer_properties, feature, place_properties
from finder.web.query.fields import called_by
from finder.web.query.search_parameters import SearchRequest

MOST_KEPT = 20_000
"""About 36 MB. With more places than that, the writing starts anew."""

_written: WeakKeyDictionary[SearchEngine, dict[str, str]] = WeakKeyDictionary()
"""By index, so that it goes when the places do: code -> its feature."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def text_of(body: Json) -> str:
    """Return a body as it is sent."""
    return _encode(body)


def _place_text(place: Place, written: dict[str, str]) -> str:
    text = written.get(place.code)
    if text is None:
        if len(written) >= MOST_KEPT:
            written.clear()
        text = written[place.code] = _encode(feature(place, place_properties(place)))
    return text


def _hit_text(
    hit: Hit, opening: OpeningState, filters: Mapping[str, FilterSpec], uncertainty: float, written: dict[str, str]
) -> str:
    """Put the answer behind the last property of the place: both end with the braces of properties and feature."""
    answer = _encode(answer_properties(hit, opening, filters, uncertainty))
    return f"{_place_text(hit.place, written).removesuffix('}}')},{answer.removeprefix('{')}}}"


def hit_page(index: SearchEngine, asked: SearchRequest, now: datetime, names: PlaceNames | None) -> HitPage:
    """Return one page of hits; by name the likeliest first. ``now`` is aware. Raises InvalidInput as ``find_page``."""
    if asked.name and names:
        return find_named(names, asked.name, asked.filters, now, limit=asked.limit, offset=asked.offset)
    return find_page(index, asked.filters, now, asked.limit, asked.offset)


def search_text(index: SearchEngine, asked: SearchRequest, now: datetime, names: PlaceNames | None = None) -> str:
    """Return one page of hits as a FeatureCollection. ``now`` is aware. Raises InvalidInput as ``find_page`` does."""
    filters, written = filters_in(type(asked.filters)), _written.setdefault(index, {})
    with called_by({name: spec.api_key for name, spec in filters.items()}):
        found = hit_page(index, asked, now, names)
    features = [
        _hit_text(hit, opening, filters, asked.uncertainty, written)
        for hit, opening in zip(found.hits.items, found.openings, strict=True)
    ]
    head = _encode(
        {
            "type": "FeatureCollection",
            "numberMatched": found.hits.total,
            "numberReturned": len(features),
            "numberCertain": found.hits.count.certain,
            "numberLikely": found.hits.count.likely,
            "numberPerhaps": found.hits.count.perhaps,
            "features": [],
        }
    )
    return f"{head.removesuffix(']}')}{','.join(features)}]}}"
