"""One page, whichever way is the least work: each way finds what measuring every place finds."""

import random
from dataclasses import replace

import pytest

from finder.domain.evidence import Basis, Evidence
from finder.domain.filters import Filters, Unknown
from finder.domain.geometry import Point
from finder.domain.hits import Count
from finder.domain.vocabulary import Answer, Need, PlaceKind
from finder.search import paging
from finder.search.index import PlaceIndex
from tests.places import HERE, a_place
from tests.search import checks, strategies
from tests.search.strategies import NOW


def _east(steps: int) -> Point:
    return Point(HERE.longitude + 0.01 * steps, HERE.latitude)


MEALS = PlaceIndex(
    [
        a_place("A", point=_east(4)),
        a_place("B", point=_east(3), needs={Need.MEAL: Answer.YES}),
        a_place("C", point=_east(2)),
        a_place("D", point=_east(1), needs={Need.MEAL: Answer.YES}),
        a_place("E", point=_east(0), needs={Need.MEAL: Answer.NO}),
    ]
)
"""B and D certainly have a meal, A and C perhaps; the earlier the letter, the further from HERE."""
MEAL = frozenset({Need.MEAL})


@pytest.mark.parametrize(
    ("offset", "limit", "names"),
    [
        (0, 20, "BDAC"),
        (0, 0, ""),
        (0, 1, "B"),
        (1, 1, "D"),
        (1, 2, "DA"),
        (2, 1, "A"),
        (3, 5, "C"),
        (4, 5, ""),
        (99, 5, ""),
    ],
)
def test_a_page_by_name_goes_on_from_certain_to_perhaps(offset, limit, names):
    hits = MEALS.search(Filters(needs=MEAL), now=NOW, limit=limit, offset=offset)
    assert "".join(hit.place.name for hit in hits.items) == names
    assert hits.count == Count(2, 0, 2)


@pytest.mark.parametrize(
    ("offset", "limit", "names"),
    [
        (0, 20, "DBCA"),
        (0, 0, ""),
        (0, 1, "D"),
        (1, 1, "B"),
        (1, 2, "BC"),
        (2, 1, "C"),
        (3, 5, "A"),
        (4, 5, ""),
        (99, 5, ""),
    ],
)
@pytest.mark.parametrize("within", [None, 5000.0])
@pytest.mark.parametrize("sorted_at_once", [0, 512])
def test_a_page_by_distance_goes_on_from_certain_to_perhaps(monkeypatch, within, sorted_at_once, offset, limit, names):
    monkeypatch.setattr(paging, "SORT_AT_MOST", sorted_at_once)
    hits = MEALS.search(Filters(near=HERE, within=within, needs=MEAL), now=NOW, limit=limit, offset=offset)
    assert "".join(hit.place.name for hit in hits.items) == names
    assert hits.count == Count(2, 0, 2)


def test_a_distance_leaves_out_what_is_further_and_each_hit_has_its_metres():
    hits = MEALS.search(Filters(near=HERE, within=1400.0), now=NOW).items
    assert [(hit.place.name, round(hit.distance)) for hit in hits] == [("E", 0), ("D", 681), ("C", 1363)]


def test_no_perhaps_is_found_where_what_is_not_known_is_left_out():
    for near in (None, HERE):
        hits = MEALS.search(Filters(near=near, needs=MEAL, unknown=Unknown.EXCLUDE), now=NOW)
        assert sorted(hit.place.name for hit in hits.items) == ["B", "D"]
        assert hits.count == Count(2, 0, 0)


TURKISH, DARIJA = (Evidence(Basis.COMMUNITY, key, (code,)) for key, code in (("turkish", "tr"), ("moroccan", "ary")))
MOSQUES = [
    a_place("A", PlaceKind.MOSQUE, _east(1), evidence=[TURKISH], needs={Need.MEAL: Answer.YES}),
    a_place("B", PlaceKind.MOSQUE, _east(2)),
    a_place("C", PlaceKind.MOSQUE, _east(4), needs={Need.MEAL: Answer.YES}),
    a_place("D", PlaceKind.MOSQUE, _east(5), evidence=[DARIJA]),
    a_place("E", PlaceKind.MOSQUE, _east(6), evidence=[DARIJA], needs={Need.MEAL: Answer.YES}),
    a_place("F", PlaceKind.MOSQUE, _east(0), evidence=[TURKISH]),
]
"""For Darija D and E are likely, B and C perhaps, A and F too, though something speaks against it."""


@pytest.mark.parametrize("near", [None, HERE])
@pytest.mark.parametrize(
    ("chosen", "by_name", "by_distance"),
    [
        ({"languages": {"ary"}}, "DEBCAF", "DEBCFA"),
        ({"languages": {"ary"}, "needs": {Need.MEAL}}, "ECBDAF", "ECBDAF"),
        ({"languages": {"ary"}, "needs": {Need.MEAL}, "kinds": {PlaceKind.MOSQUE}}, "ECBDAF", "ECBDAF"),
    ],
)
@pytest.mark.parametrize("sorted_at_once", [0, 512])
def test_likely_hits_come_first_then_those_of_which_more_is_known_and_last_what_speaks_against(
    monkeypatch, sorted_at_once, chosen, by_name, by_distance, near
):
    monkeypatch.setattr(paging, "SORT_AT_MOST", sorted_at_once)
    filters = Filters(near=near, **{name: frozenset(values) for name, values in chosen.items()})
    expected = by_name if near is None else by_distance
    for within in (None,) if near is None else (None, 10_000.0):
        hits = PlaceIndex(MOSQUES).search(replace(filters, within=within), now=NOW)
        assert "".join(hit.place.name for hit in hits.items) == expected
        for offset in range(7):
            part = PlaceIndex(MOSQUES).search(replace(filters, within=within), now=NOW, limit=2, offset=offset)
            assert part.items == hits.items[offset : offset + 2]


def test_only_what_is_certain_or_likely_is_found_where_no_more_is_wanted():
    for near in (None, HERE):
        hits = PlaceIndex(MOSQUES).search(
            Filters(near=near, languages=frozenset({"ary"}), unknown=Unknown.LIKELY), now=NOW
        )
        assert ["".join(hit.place.name for hit in hits.items), hits.count] == ["DE", Count(0, 2, 0)]


@pytest.mark.parametrize("chosen", [{}, {"languages": frozenset({"ti"})}, {"kinds": frozenset({PlaceKind.CHURCH})}])
@pytest.mark.parametrize("near", [Point(4.9, 52.36), Point(4.41, 52.21), Point(4.95, 52.4)])
def test_looking_around_a_point_finds_what_measuring_every_place_finds(monkeypatch, chosen, near):
    places = strategies.random_places(random.Random(7), 3000)
    index, filters = PlaceIndex(places), Filters(near=near, **chosen)
    measured = [index.search(filters, now=NOW, limit=limit) for limit in (1, 20, 700)]
    monkeypatch.setattr(paging, "SCAN_AT_MOST", 0)
    assert [index.search(filters, now=NOW, limit=limit) for limit in (1, 20, 700)] == measured
    assert checks.same_hits(index, places, filters, NOW)


def test_the_first_names_that_match_are_found_though_most_of_them_come_late_in_the_alphabet():
    early = [
        a_place(f"A{number:03d}", needs={Need.MEAL: Answer.NO if number % 20 else Answer.YES}) for number in range(60)
    ]
    late = [a_place(f"Z{number:03d}", needs={Need.MEAL: Answer.YES}) for number in range(140)]
    hits = PlaceIndex([*early, *late]).search(Filters(needs=MEAL), now=NOW, limit=20).items
    assert [hit.place.name for hit in hits] == ["A000", "A020", "A040", *(f"Z{number:03d}" for number in range(17))]


@pytest.mark.parametrize("limit", [1, 20, 700])
def test_names_are_found_whether_the_first_ones_hold_the_page_or_all_are_looked_at(limit):
    places = strategies.random_places(random.Random(8), 1000)
    for chosen in (frozenset({"ti"}), frozenset({"rom"})):
        hits = PlaceIndex(places).search(Filters(languages=chosen), now=NOW, limit=limit).items
        everything = checks.same_hits(PlaceIndex(places), places, Filters(languages=chosen), NOW)
        assert list(hits) == everything[:limit]
