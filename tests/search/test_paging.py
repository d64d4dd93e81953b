"""One page, whichever way is the least work: each way finds what measuring every place finds."""

import random

import pytest

from finder.domain.filters import Filters
from finder.domain.geometry import Point
from finder.domain.vocabulary import PlaceKind
from finder.search import paging
from finder.search.index import PlaceIndex
from tests.search import checks, strategies
from tests.search.strategies import NOW


@pytest.mark.parametrize("chosen", [{}, {"languages": frozenset({"ti"})}, {"kinds": frozenset({PlaceKind.CHURCH})}])
@pytest.mark.parametrize("near", [Point(4.9, 52.36), Point(4.41, 52.21), Point(4.95, 52.4)])
def test_looking_around_a_point_finds_what_measuring_every_place_finds(monkeypatch, chosen, near):
    places = strategies.random_places(random.Random(7), 3000)
    index, filters = PlaceIndex(places), Filters(near=near, **chosen)
    measured = [index.search(filters, now=NOW, limit=limit) for limit in (1, 20, 700)]
    monkeypatch.setattr(paging, "SCAN_AT_MOST", 0)
    assert [index.search(filters, now=NOW, limit=limit) for limit in (1, 20, 700)] == measured
    assert checks.same_hits(index, places, filters, NOW)
