"""Counts beside each value, and what to loosen, against the plain reference."""

from dataclasses import replace

from hypothesis import assume, given, settings

from finder.domain.filters import Filters, Unknown
from finder.domain.hits import Count
from finder.domain.vocabulary import COMMUNITIES, DENOMINATIONS, Need, PlaceKind, Religion
from finder.search.facets import WITHIN_CHOICES
from finder.search.index import PlaceIndex
from tests.search import reference, strategies
from tests.search.strategies import NOW

TODAY = NOW.astimezone(reference.DUTCH_TIME).date()
VALUES = {
    "kinds": list(PlaceKind),
    "languages": [*strategies.LANGUAGES, "xx"],
    "religions": list(Religion),
    "denominations": [*DENOMINATIONS, "of nobody"],
    "communities": [*COMMUNITIES, "of nobody"],
    "needs": list(Need),
    "rather_not_religions": list(Religion),
    "rather_not_communities": [*strategies.COMMUNITIES, "of nobody"],
}


def counted(places, filters) -> Count:
    found = reference.search(places, filters, TODAY)
    certain = sum(hit.certain for hit in found)
    return Count(certain, len(found) - certain)


@settings(max_examples=60, deadline=None)
@given(strategies.places, strategies.filters())
def test_every_facet_is_the_count_of_the_search_with_that_value_alone(places, filters):
    assume(reference.clear_of_edges(filters, places))
    facets = PlaceIndex(places).facets(filters, NOW)
    for name, values in VALUES.items():
        for value in values[:12] + values[-1:]:
            alone = replace(filters, **{name: frozenset({value})})
            assert facets.of(name, value) == counted(places, alone), (name, value)
    assert facets.open_now == counted(places, replace(filters, open_at=NOW))


@settings(max_examples=60, deadline=None)
@given(strategies.places, strategies.filters())
def test_distance_facets_are_the_counts_within_each_choice(places, filters):
    facets = PlaceIndex(places).facets(filters, NOW)
    if filters.near is None:
        assert facets.within == {}
        return
    assert list(facets.within) == list(WITHIN_CHOICES)
    for metres in WITHIN_CHOICES:
        at = replace(filters, within=float(metres))
        if reference.clear_of_edges(at, places):
            assert facets.within[metres] == counted(places, at)


def test_every_value_of_a_vocabulary_has_a_count_in_an_empty_index():
    facets = PlaceIndex([]).facets(Filters(), NOW)
    assert set(facets.values["kinds"]) == set(PlaceKind)
    assert set(facets.values["needs"]) == set(Need)
    assert facets.of("languages", "ti") == Count(0, 0)


@settings(max_examples=200, deadline=None)
@given(strategies.places, strategies.filters())
def test_loosening_offers_each_filter_that_brings_hits_and_counts_them_right(places, filters):
    wider = [replace(filters, within=float(metres)) for metres in WITHIN_CHOICES] if filters.near else []
    assume(all(reference.clear_of_edges(each, places) for each in (filters, *wider)))
    offers = {offer.filter: offer for offer in PlaceIndex(places).loosen(filters, NOW)}
    unused = Filters()
    for name in VALUES.keys() | {"open_at", "within"}:
        dropped = replace(filters, **{name: getattr(unused, name)})
        brings = dropped != filters and counted(places, dropped).total > 0
        assert (name in offers) == brings, name
    includes = replace(filters, unknown=Unknown.INCLUDE)
    assert ("unknown" in offers) == (includes != filters and counted(places, includes).total > 0)
    for offer in offers.values():
        assert offer.hits == counted(places, offer.filters)


@settings(max_examples=200, deadline=None)
@given(strategies.places, strategies.filters())
def test_the_best_loosening_comes_first(places, filters):
    hits = [offer.hits for offer in PlaceIndex(places).loosen(filters, NOW)]
    assert hits == sorted(hits, key=lambda count: (-count.certain, -count.perhaps))


@settings(max_examples=100, deadline=None)
@given(strategies.places, strategies.filters())
def test_a_distance_is_widened_no_further_than_it_takes(places, filters):
    assume(filters.within is not None)
    for offer in PlaceIndex(places).loosen(filters, NOW):
        if offer.filter == "within":
            tried = [metres for metres in WITHIN_CHOICES if filters.within < metres < (offer.within or 1e9)]
            at = [replace(filters, within=float(metres)) for metres in tried]
            assume(all(reference.clear_of_edges(each, places) for each in at))
            assert not any(counted(places, each).total for each in at)
            assert offer.filters.within == offer.within
