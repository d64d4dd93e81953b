"""The index against the plain reference, over random places and searches."""

import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from finder.domain.errors import InvalidData, InvalidInput, UnknownPlace
from finder.domain.filters import Filters
from finder.domain.geometry import Point
from finder.domain.hits import Match
from finder.domain.place import Address, OpeningHours, Place
from finder.domain.vocabulary import PlaceKind, Status
from finder.search import paging
from finder.search.index import PlaceIndex
from tests.places import a_place, elsewhere
from tests.search import checks, reference, strategies
from tests.search.strategies import NOW

CENTRE = Point(4.9, 52.36)
THOROUGH = settings(max_examples=300, deadline=None)


@THOROUGH
@given(strategies.places, strategies.filters())
def test_search_equals_the_reference(places, filters):
    assume(reference.clear_of_edges(filters, places))
    checks.same_hits(PlaceIndex(places), places, filters, NOW)


@THOROUGH
@given(strategies.places, strategies.filters(), st.integers(0, 30), st.integers(0, 210))
def test_a_page_is_a_slice_of_all_hits(places, filters, limit, offset):
    index = PlaceIndex(places)
    all_hits = list(index.search(filters, now=NOW, limit=len(places)).items)
    checks.same_page(index, filters, NOW, all_hits, limit, offset)


@pytest.mark.parametrize("chosen", [{}, {"languages": frozenset({"ti"})}, {"kinds": frozenset({PlaceKind.CHURCH})}])
@pytest.mark.parametrize("near", [CENTRE, Point(4.41, 52.21), Point(4.95, 52.4)])
def test_looking_around_a_point_finds_what_measuring_every_place_finds(monkeypatch, chosen, near):
    places = strategies.random_places(random.Random(7), 3000)
    index, filters = PlaceIndex(places), Filters(near=near, **chosen)
    measured = [index.search(filters, now=NOW, limit=limit) for limit in (1, 20, 700)]
    monkeypatch.setattr(paging, "SCAN_AT_MOST", 0)
    assert [index.search(filters, now=NOW, limit=limit) for limit in (1, 20, 700)] == measured
    assert checks.same_hits(index, places, filters, NOW)


def _place(code: str, **facts) -> Place:
    return a_place("A", PlaceKind.CHURCH, code=code, **({"point": CENTRE} | facts))


def test_distances_of_a_few_metres_are_as_true_as_long_ones():
    places = [_place(f"{step:05d}", point=Point(4.9 + step * 1e-5, 52.36)) for step in range(1, 40)]
    hits = checks.same_hits(PlaceIndex(places), places, Filters(near=CENTRE), NOW)
    assert hits[0].distance == pytest.approx(0.681, rel=0.005)


def test_equal_distances_are_ordered_by_code_and_equal_names_too():
    places = [_place(code) for code in ("00003", "00001", "00002")]
    for filters in (Filters(near=CENTRE), Filters()):
        hits = PlaceIndex(places).search(filters, now=NOW)
        assert [hit.place.code for hit in hits.items] == ["00001", "00002", "00003"]


def test_a_closed_or_moved_place_is_no_hit_but_has_its_page():
    places = [_place("00001", status=Status.CLOSED), _place("00002", status=Status.MOVED)]
    places.append(_place("00003", status=Status.UNCERTAIN))
    index = PlaceIndex(places)
    assert [hit.place.code for hit in index.search(Filters(), now=NOW).items] == ["00003"]
    assert index.by_code("00001") is places[0]
    assert len(index) == 3


def test_an_unknown_code_is_named():
    with pytest.raises(UnknownPlace, match="ZZZZZ"):
        PlaceIndex([_place("00001")]).by_code("ZZZZZ")


def test_an_index_of_no_places_finds_nothing():
    hits = PlaceIndex([]).search(Filters(near=CENTRE, within=500), now=NOW)
    assert (hits.total, hits.items) == (0, ())


@pytest.mark.parametrize(
    ("filters", "key"),
    [
        (Filters(within=500), "within"),
        (Filters(near=CENTRE, within=float("nan")), "within"),
        (Filters(near=CENTRE, within=-1), "within"),
        (Filters(near=Point(float("nan"), 52.3)), "near"),
        (Filters(near=Point(4.9, 1e9)), "near"),
        (Filters(open_at=NOW.replace(tzinfo=None)), "openAt"),
        (Filters(open_at=NOW.replace(year=9999)), "openAt"),
    ],
)
def test_a_filter_out_of_its_range_is_named(filters, key):
    with pytest.raises(InvalidInput) as error:
        PlaceIndex([_place("00001")]).search(filters, now=NOW)
    assert error.value.key == key


@pytest.mark.parametrize("page", [{"limit": -1}, {"offset": -1}])
def test_a_negative_page_is_refused(page):
    with pytest.raises(InvalidInput):
        PlaceIndex([_place("00001")]).search(Filters(), now=NOW, **page)


def test_hours_that_cannot_be_evaluated_stop_the_index_and_name_the_place():
    with pytest.raises(InvalidData, match="00001"):
        PlaceIndex([_place("00001", hours=OpeningHours("ma-vr 9-17"))])


@given(strategies.filters())
@settings(max_examples=50, deadline=None)
def test_the_order_of_the_places_file_does_not_matter(filters):
    places = strategies.random_places(random.Random(3), 150)
    backwards = PlaceIndex(places[::-1]).search(filters, now=NOW, limit=150)
    assert PlaceIndex(places).search(filters, now=NOW, limit=150) == backwards


def test_a_reason_says_when_a_language_is_there():
    places = strategies.random_places(random.Random(5), 200)
    filters = Filters(languages=frozenset({"ti", "ar"}))
    for hit in PlaceIndex(places).search(filters, now=NOW, limit=200).items:
        said = [(spoken.code, spoken.when) for spoken in hit.place.languages if spoken.level != "printed"]
        wanted = [(code, when) for code, when in said if code in filters.languages]
        if hit.match is Match.YES:
            assert sorted(wanted, key=str) == sorted(((r.value, r.when) for r in hit.reasons), key=str)
        else:
            assert not wanted


def test_one_place_is_never_changed_by_what_it_is_indexed_with():
    place = _place("00001", address=Address("Damrak", "1"))
    alone = PlaceIndex([place]).search(Filters(near=CENTRE), now=NOW).items[0]
    others = [elsewhere(place, "00002", Point(5.0, 52.4)), place]
    assert PlaceIndex(others).search(Filters(near=CENTRE), now=NOW, limit=1).items[0] == alone
