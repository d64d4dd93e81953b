"""What every engine must do, whatever it is made of: random places and searches against the plain reference.

``make`` is a fixture that makes an engine from places; tests/search/test_conformance.py runs all of this for each.
"""

import random
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from finder.domain.engine import WITHIN_CHOICES
from finder.domain.errors import InvalidInput, UnknownPlace
from finder.domain.filters import FILTERS, VALUE_FILTERS, Filters, Stretch, Unknown
from finder.domain.geometry import BBox, Point
from finder.domain.hits import Count, LetGo, Match, Reason
from finder.domain.likely import Likelihood
from finder.domain.place import Address, Place
from finder.domain.vocabulary import Need, PlaceKind, Status
from tests.places import a_place, elsewhere
from tests.search import checks, reference, strategies
from tests.search.engines import PlainEngine
from tests.search.strategies import NOW

CENTRE = Point(4.9, 52.36)
THOROUGH = settings(max_examples=200, deadline=None)
SLOW = settings(max_examples=50, deadline=None)


def _place(code: str, **facts) -> Place:
    return a_place("A", PlaceKind.CHURCH, code=code, **({"point": CENTRE} | facts))


@THOROUGH
@given(strategies.places, strategies.filters())
def test_a_search_equals_the_reference(make, places, filters):
    assume(reference.clear_of_edges(filters, places))
    checks.same_hits(make(places), places, filters, NOW)


@settings(max_examples=100, deadline=None)
@given(strategies.places, strategies.filters(), st.integers(0, 30), st.integers(0, 210))
def test_a_page_is_a_slice_of_all_hits(make, places, filters, limit, offset):
    engine = make(places)
    all_hits = list(engine.search(filters, now=NOW, limit=len(places)).items)
    checks.same_page(engine, filters, NOW, all_hits, limit, offset)


@SLOW
@given(strategies.filters())
def test_the_order_of_the_places_file_does_not_matter(make, filters):
    places = strategies.random_places(random.Random(3), 150)
    backwards = make(places[::-1]).search(filters, now=NOW, limit=150)
    assert make(places).search(filters, now=NOW, limit=150) == backwards


def test_distances_of_a_few_metres_are_as_true_as_long_ones(make):
    places = [_place(f"{step:05d}", point=Point(4.9 + step * 1e-5, 52.36)) for step in range(1, 40)]
    hits = checks.same_hits(make(places), places, Filters(near=CENTRE), NOW)
    assert hits[0].distance == pytest.approx(0.681, rel=0.005)


def test_equal_distances_are_ordered_by_code_and_equal_names_too(make):
    places = [_place(code) for code in ("00003", "00001", "00002")]
    for filters in (Filters(near=CENTRE), Filters()):
        hits = make(places).search(filters, now=NOW)
        assert [hit.place.code for hit in hits.items] == ["00001", "00002", "00003"]


def test_a_closed_or_moved_place_is_no_hit_but_has_its_page(make):
    places = [_place("00001", status=Status.CLOSED), _place("00002", status=Status.MOVED)]
    places.append(_place("00003", status=Status.UNCERTAIN))
    engine = make(places)
    assert [hit.place.code for hit in engine.search(Filters(), now=NOW).items] == ["00003"]
    assert engine.by_code("00001") == places[0]


def test_an_unknown_code_is_named(make):
    with pytest.raises(UnknownPlace, match="ZZZZZ"):
        make([_place("00001")]).by_code("ZZZZZ")


def test_an_engine_of_no_places_finds_nothing_and_counts_nothing(make):
    engine = make([])
    hits = engine.search(Filters(near=CENTRE, within=500), now=NOW)
    assert (hits.total, hits.items) == (0, ())
    facets = engine.facets(Filters(), NOW)
    for name, spec in VALUE_FILTERS.items():
        assert {facets.of(name, value) for value in spec.vocabulary} == {Count(0, 0, 0)}
    assert engine.loosen(Filters(kinds=frozenset({PlaceKind.CHURCH})), NOW) == ()


def test_a_place_on_the_edge_of_a_box_is_in_it(make):
    corners = [Point(longitude, latitude) for longitude in (4.8, 5.0) for latitude in (52.3, 52.4)]
    beside = [Point(4.799999, 52.35), Point(5.000001, 52.35), Point(4.9, 52.299999), Point(4.9, 52.400001)]
    engine = make([_place(f"{number:05d}", point=point) for number, point in enumerate([*corners, *beside])])
    hits = engine.search(Filters(bbox=BBox(4.8, 52.3, 5.0, 52.4)), now=NOW)
    assert [hit.place.code for hit in hits.items] == ["00000", "00001", "00002", "00003"]
    assert {hit.reasons for hit in hits.items} == {(Reason("bbox", "4.8,52.3,5.0,52.4", Likelihood.YES),)}


BAD = [
    (Filters(within=500), "within"),
    (Filters(near=CENTRE, within=float("nan")), "within"),
    (Filters(near=Point(float("nan"), 52.3)), "near"),
    (Filters(bbox=BBox(5.0, 52.3, 4.8, 52.4)), "bbox"),
    (Filters(open_at=NOW.replace(tzinfo=None)), "open_at"),
    (Filters(open_at=Stretch(NOW, NOW - timedelta(hours=1))), "open_at"),
]


@pytest.mark.parametrize(("filters", "name"), BAD)
def test_a_filter_out_of_its_range_is_refused_by_its_name(make, filters, name):
    engine = make([_place("00001")])
    for ask in (lambda: engine.search(filters, now=NOW), lambda: engine.facets(filters, NOW)):
        with pytest.raises(InvalidInput) as error:
            ask()
        assert error.value.key == name
    with pytest.raises(InvalidInput):
        engine.loosen(filters, NOW)


@pytest.mark.parametrize("page", [{"limit": -1}, {"offset": -1}])
def test_a_negative_page_is_refused(make, page):
    with pytest.raises(InvalidInput):
        make([_place("00001")]).search(Filters(), now=NOW, **page)


def test_a_reason_says_when_a_language_is_there(make):
    places = strategies.random_places(random.Random(5), 200)
    filters = Filters(languages=frozenset({"ti", "ar"}))
    for hit in make(places).search(filters, now=NOW, limit=200).items:
        said = [(spoken.code, spoken.when) for spoken in hit.place.languages if spoken.level != "printed"]
        wanted = [(code, when) for code, when in said if code in filters.languages]
        if hit.match is Match.YES:
            told = ((reason.value, reason.when) for reason in hit.reasons if reason.certain)
            assert sorted(wanted, key=str) == sorted(told, key=str)
        else:
            assert not wanted


def test_one_place_is_never_changed_by_what_it_stands_beside(make):
    place = _place("00001", address=Address("Damrak", "1"))
    alone = make([place]).search(Filters(near=CENTRE), now=NOW).items[0]
    others = [elsewhere(place, "00002", Point(5.0, 52.4)), place]
    assert make(others).search(Filters(near=CENTRE), now=NOW, limit=1).items[0] == alone


OF_NOBODY = "of nobody"
TRIED = {
    "languages": [*strategies.LANGUAGES, "tr", "xx"],
    "denominations": [*strategies.DENOMINATIONS, "zen", OF_NOBODY],
    "communities": [*strategies.COMMUNITIES, "thai", OF_NOBODY],
    "rather_not_communities": [*strategies.COMMUNITIES, OF_NOBODY],
}
"""Values that random places have, and some that none has; of other filters every value is tried."""


@SLOW
@given(strategies.places, strategies.filters())
def test_every_facet_is_the_count_of_the_search_with_that_value_alone(make, places, filters):
    assume(reference.clear_of_edges(filters, places))
    facets = make(places).facets(filters, NOW)
    for name, spec in VALUE_FILTERS.items():
        for value in TRIED.get(name, spec.vocabulary):
            alone = reference.with_value(filters, name, value)
            assert facets.of(name, value) == checks.counted(places, alone, NOW), (name, value)
    assert facets.open_now == checks.counted(places, replace(filters, open_at=NOW), NOW)


@SLOW
@given(strategies.places, strategies.filters())
def test_distance_facets_are_the_counts_within_each_choice(make, places, filters):
    facets = make(places).facets(filters, NOW)
    if filters.near is None:
        assert facets.within == {}
        return
    assert list(facets.within) == list(WITHIN_CHOICES)
    for metres in WITHIN_CHOICES:
        at = replace(filters, within=float(metres))
        if reference.clear_of_edges(at, places):
            assert facets.within[metres] == checks.counted(places, at, NOW)


def test_every_value_of_a_vocabulary_has_a_count_of_its_own(make):
    facets = make([]).facets(Filters(), NOW)
    for name, spec in VALUE_FILTERS.items():
        assert set(spec.vocabulary) <= set(facets.values[name])
    assert set(facets.values["needs"]) == set(Need)


@settings(max_examples=100, deadline=None)
@given(strategies.places, strategies.filters())
def test_loosening_offers_each_thing_that_brings_hits_or_else_each_pair_the_best_first_and_counted_right(
    make, places, filters
):
    wider = [replace(filters, within=float(metres)) for metres in WITHIN_CHOICES] if filters.near else []
    assume(all(reference.clear_of_edges(each, places) for each in (filters, *wider)))
    found = make(places).loosen(filters, NOW)
    expected = PlainEngine(places).loosen(filters, NOW)
    assert {frozenset(offer.let_go) for offer in found} == {frozenset(offer.let_go) for offer in expected}
    assert len(found) == len(expected)
    for offer in found:
        assert offer.hits == checks.counted(places, offer.filters, NOW)
        assert offer.hits.total > 0
        looser = filters
        for each in offer.let_go:
            looser = looser.without(each.filter, each.value)
            if each.within:
                looser = replace(looser, within=float(each.within))
        assert offer.filters == looser
    hits = [offer.hits for offer in found]
    assert hits == sorted(hits, key=lambda count: (-count.certain, -count.likely, -count.perhaps))


@SLOW
@given(strategies.places, strategies.filters())
def test_two_things_are_let_go_of_only_where_no_single_one_brings_a_hit(make, places, filters):
    singles = [filters.without(name) for name in FILTERS.keys() - {"near", "within"}]
    brings = any(checks.counted(places, each, NOW).total for each in singles if each != filters)
    for offer in make(places).loosen(filters, NOW):
        assert len(offer.let_go) == 1 or not brings


@SLOW
@given(strategies.places, strategies.filters())
def test_a_distance_is_widened_no_further_than_it_takes(make, places, filters):
    assume(filters.within is not None)
    for offer in make(places).loosen(filters, NOW):
        for each in offer.let_go:
            if each.filter == "within":
                tried = [metres for metres in WITHIN_CHOICES if filters.within < metres < (each.within or 1e9)]
                at = [replace(offer.filters, within=float(metres)) for metres in tried]
                assume(all(reference.clear_of_edges(one, places) for one in at))
                assert not any(checks.counted(places, one, NOW).total for one in at)
                assert offer.filters.within == each.within


def test_only_what_is_not_known_is_let_in_when_the_unknown_is_loosened(make):
    engine = make([_place("00001")])
    (offer,) = engine.loosen(Filters(needs=frozenset({Need.MEAL}), unknown=Unknown.EXCLUDE), NOW)[-1:]
    assert (offer.let_go, offer.hits) == ((LetGo("unknown"),), Count(0, 0, 1))


def test_what_is_open_now_is_counted_at_the_moment_of_asking(make):
    engine, later = make([_place("00001")]), datetime.fromisoformat("2026-11-25T10:00:00+01:00")
    assert engine.facets(Filters(), later).open_now == Count(0, 0, 1)
