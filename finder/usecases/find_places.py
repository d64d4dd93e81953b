"""Find places: hits in order, counts beside every choice, and what to loosen when there is nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from finder.domain.engine import SearchEngine
from finder.domain.filters import Filters
from finder.domain.hits import Facets, Hits, Loosening


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search gave; ``loosenings`` only when it gave nothing."""

    hits: Hits
    facets: Facets
    loosenings: tuple[Loosening, ...]


def find_places(index: SearchEngine, filters: Filters, now: datetime, limit: int) -> SearchResult:
    """Search for the first ``limit`` places, with facets for the whole form. ``now`` is aware."""
    hits = index.search(filters, now=now, limit=limit)
    loosenings = () if hits.total else index.loosen(filters, now=now)
    return SearchResult(hits, index.facets(filters, now=now), tuple(loosenings))
