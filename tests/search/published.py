"""The published places: thousands of random searches give what the plain reference gives."""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from finder.domain.engine import SearchEngine
from finder.domain.filters import Filters, Stretch, Unknown
from finder.domain.geometry import BBox, Point
from finder.domain.place import Place
from finder.domain.vocabulary import Need, Religion
from finder.formats.places_file import read_places
from tests.paths import ROOT
from tests.search import checks, reference
from tests.search.engines import PlainEngine

PLACES = ROOT / "data" / "places.geojson"
SEARCHES_PER_DAY = 1000
TODAY = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
DAYS = [TODAY, datetime(2020, 6, 3, 12, 0, tzinfo=UTC), datetime(2020, 12, 25, 9, 30, tzinfo=UTC)]
"""In 2020 the hours of 2020 could be trusted: the same data, with other answers."""


@pytest.fixture(scope="module")
def places() -> tuple[Place, ...]:
    return read_places(PLACES)


@pytest.fixture(scope="module")
def engine(make, places: tuple[Place, ...]) -> SearchEngine:
    return make(places)


def _near(source: random.Random, places: tuple[Place, ...]) -> Point:
    if source.random() < 0.2:
        return source.choice(places).point
    if source.random() < 0.3:
        return Point(source.uniform(4.5, 5.05), source.uniform(52.25, 52.45))
    point = source.choice(places).point
    return Point(point.longitude + source.gauss(0, 0.01), point.latitude + source.gauss(0, 0.006))


def _box(source: random.Random, places: tuple[Place, ...]) -> BBox:
    one, other = source.choice(places).point, _near(source, places)
    west, east = sorted((one.longitude, other.longitude))
    south, north = sorted((one.latitude, other.latitude))
    return BBox(west, south, east, north)


def _languages(place: Place) -> set[str]:
    said = {code for one in place.evidence for code in one.value.languages}
    return said | {spoken.code for spoken in place.languages}


class Searches:
    """Random filters out of the values that the places have, now and then one that none has."""

    def __init__(self, places: tuple[Place, ...], seed: int) -> None:
        self.source = random.Random(seed)
        self.places = places
        self.values = {
            "kinds": sorted({place.kind for place in places}),
            "languages": [*sorted({code for place in places for code in _languages(place)}), "xx"],
            "religions": sorted(Religion),
            "denominations": [*sorted({value for place in places for value in place.denominations}), "zen"],
            "communities": [*sorted({value for place in places for value in place.communities}), "thai"],
            "needs": sorted(Need),
            "rather_not_religions": sorted(Religion),
            "rather_not_communities": sorted({value for place in places for value in place.communities}),
        }

    def _open_at(self, now: datetime) -> datetime | Stretch | None:
        if self.source.random() < 0.7:
            return None
        start = now + timedelta(minutes=self.source.randrange(-1440, 14 * 1440))
        if self.source.random() < 0.6:
            return start
        return Stretch(start, start + timedelta(minutes=self.source.choice([15, 120, 360])))

    def next(self, now: datetime) -> Filters:
        source = self.source
        chosen = {
            name: frozenset(source.sample(values, source.randint(1, min(3, len(values)))))
            for name, values in self.values.items()
            if source.random() < (0.1 if name.startswith("rather") else 0.25)
        }
        near = _near(source, self.places) if source.random() < 0.8 else None
        within = source.choice([None, 300.0, 900.0, 2500.0, 8000.0]) if near else None
        unknown = source.choice([*[Unknown.INCLUDE] * 7, Unknown.LIKELY, Unknown.EXCLUDE])
        box = _box(source, self.places) if source.random() < 0.2 else None
        return Filters(near=near, within=within, bbox=box, open_at=self._open_at(now), unknown=unknown, **chosen)


@pytest.mark.parametrize("now", DAYS, ids=lambda day: day.date().isoformat())
def test_every_search_over_the_published_places_equals_the_reference(places, engine, now):
    searches, groups, checked = Searches(places, seed=now.toordinal()), Counter(), 0
    wanted = 60 if isinstance(engine, PlainEngine) else SEARCHES_PER_DAY
    while checked < wanted:
        filters = searches.next(now)
        if not reference.clear_of_edges(filters, places):
            continue
        hits = checks.same_hits(engine, places, filters, now)
        checks.same_page(engine, filters, now, hits, limit=20, offset=searches.source.choice([0, 0, 20, 500]))
        groups.update([hit.match for hit in hits] or ["nothing"])
        checked += 1
    seen = ["yes", "perhaps", "nothing"] if isinstance(engine, PlainEngine) else ["yes", "likely", "perhaps", "nothing"]
    assert min(groups[match] for match in seen) > 0


def test_searching_for_everything_finds_every_place_that_did_not_close(places, engine):
    gone = [place for place in places if place.status in ("closed", "moved")]
    hits = engine.search(Filters(), now=TODAY, limit=len(places))
    assert hits.total == hits.count.certain == len(places) - len(gone)


def test_the_counts_beside_each_value_are_those_of_searching_for_it(places, engine):
    searches = Searches(places, seed=8)
    for _ in range(20):
        filters = searches.next(TODAY)
        if not reference.clear_of_edges(filters, places):
            continue
        facets = engine.facets(filters, TODAY)
        for name, values in searches.values.items():
            value = searches.source.choice(values)
            alone = reference.with_value(filters, name, value)
            assert facets.of(name, value) == engine.search(alone, now=TODAY, limit=0).count
