"""Find one page of hits, each with its opening state at the moment that was asked about: for API and command line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from finder.domain.clock import dutch_day
from finder.domain.engine import SearchEngine
from finder.domain.filters import Filters, Stretch
from finder.domain.hits import Hit, Hits
from finder.domain.opening_hours import OpeningState, state_of
from finder.search.index import PlaceIndex
from finder.search.names import MOST, PlaceNames


@dataclass(frozen=True, slots=True)
class HitPage:
    """Hits in order with the numbers of all; ``openings`` are their opening states at ``moment``, in the same order."""

    hits: Hits
    openings: tuple[OpeningState, ...]
    moment: datetime


def find_page(index: SearchEngine, filters: Filters, now: datetime, limit: int, offset: int) -> HitPage:
    """Search for ``limit`` places from ``offset`` on. ``now`` is aware.

    Raises InvalidInput for a filter out of its range.
    """
    return _page(index.search(filters, now=now, limit=limit, offset=offset), filters, now)


def find_named(names: PlaceNames, text: str, filters: Filters, now: datetime, *, limit: int, offset: int) -> HitPage:
    """Search among the places with a name like ``text``, the likeliest first. ``now`` is aware.

    Raises InvalidInput for a filter out of its range.
    """
    likely = [each.place for each in names.like(text)]
    hits = PlaceIndex(likely, of=type(filters)).search(filters, now=now, limit=MOST)
    order = {place.code: at for at, place in enumerate(likely)}
    ranked = sorted(hits.items, key=lambda hit: order[hit.place.code])
    return _page(replace(hits, items=tuple(ranked[offset : offset + limit])), filters, now)


def _page(hits: Hits, filters: Filters, now: datetime) -> HitPage:
    asked = filters.open_at
    moment = now if asked is None else asked.start if isinstance(asked, Stretch) else asked
    return HitPage(hits, tuple(_opening(hit, filters, moment, now) for hit in hits.items), moment)


def _opening(hit: Hit, filters: Filters, moment: datetime, now: datetime) -> OpeningState:
    return hit.opening if filters.open_at is None else state_of(hit.place, moment, dutch_day(now))
