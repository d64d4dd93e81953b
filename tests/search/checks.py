"""An engine against the reference."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby, pairwise

from finder.domain.engine import SearchEngine
from finder.domain.filters import Filters
from finder.domain.hits import Count, Hit
from finder.domain.opening_hours import state_of
from finder.domain.place import Place
from tests.search import reference

DISTANCE_TOLERANCE = 0.005
ORDER_TOLERANCE = 0.001


def counted(places: Sequence[Place], filters: Filters, now: datetime) -> Count:
    return reference.count(reference.search(places, filters, now.astimezone(reference.DUTCH_TIME).date()))


def same_hits(engine: SearchEngine, places: Sequence[Place], filters: Filters, now: datetime) -> list[Hit]:
    """Every hit, its group, reasons, distance, opening state and order, and the counts are those of the reference."""
    today = now.astimezone(reference.DUTCH_TIME).date()
    expected = reference.search(places, filters, today)
    hits = engine.search(filters, now=now, limit=len(places) + 1)
    assert hits.count == reference.count(expected)
    assert hits.total == len(expected)
    assert [hit.match for hit in hits.items] == [found.match for found in expected]
    at = 0
    for _, together in groupby(expected, lambda found: (found.match, found.against, found.holding)):
        wanted = list(together)
        group, at = hits.items[at : at + len(wanted)], at + len(wanted)
        assert {hit.place.code for hit in group} == {found.place.code for found in wanted}
        if filters.near is None:
            assert [hit.place.code for hit in group] == [found.place.code for found in wanted]
            assert all(hit.distance is None for hit in group)
        else:
            metres = {found.place.code: found.metres for found in wanted}
            in_order_of_distance(group, metres)
    for hit in hits.items:
        assert hit.reasons == reference.reasons(hit.place, filters, today)
        assert hit.opening == state_of(hit.place, now, today)
    return list(hits.items)


def in_order_of_distance(hits: Sequence[Hit], metres: dict[str, float]) -> None:
    for hit in hits:
        true = metres[hit.place.code]
        assert abs(hit.distance - true) <= DISTANCE_TOLERANCE * true + 1e-6
    for first, second in pairwise(hits):
        assert metres[first.place.code] <= metres[second.place.code] * (1 + ORDER_TOLERANCE) + 1e-6
        if first.place.point == second.place.point:
            assert first.place.code < second.place.code


def same_page(
    engine: SearchEngine, filters: Filters, now: datetime, all_hits: list[Hit], limit: int, offset: int
) -> None:
    """A page is that slice of all hits."""
    hits = engine.search(filters, now=now, limit=limit, offset=offset)
    assert list(hits.items) == all_hits[offset : offset + limit]
    assert hits.total == len(all_hits)
