"""Counts beside each value, over three places that are counted by hand."""

from finder.domain.filters import Filters, Unknown
from finder.domain.geometry import Point
from finder.domain.hits import Count
from finder.domain.place import OpeningHours, SpokenLanguage
from finder.domain.vocabulary import Answer, LanguageLevel, Need, PlaceKind, Religion
from finder.search.index import PlaceIndex
from tests.places import HERE, a_place, a_source, sourced
from tests.search.strategies import NOW

NEAR, FAR = Point(HERE.longitude + 0.01, HERE.latitude), Point(HERE.longitude + 0.04, HERE.latitude)
"""About 680 and 2,730 metres from HERE."""
TIGRINYA = (SpokenLanguage("ti", LanguageLevel.STAFF),)
INDEX = PlaceIndex(
    [
        a_place("church", PlaceKind.CHURCH, NEAR, religion=Religion.CHRISTIAN, languages=TIGRINYA),
        a_place("mosque", PlaceKind.MOSQUE, FAR, religion=Religion.MUSLIM, needs={Need.MEAL: Answer.YES}),
        a_place("library", PlaceKind.LIBRARY, FAR, needs={Need.MEAL: Answer.NO}),
    ]
)


def test_a_value_is_counted_as_if_it_were_the_only_one_of_its_filter():
    facets = INDEX.facets(Filters(kinds=frozenset({PlaceKind.CHURCH}), needs=frozenset({Need.MEAL})), NOW)
    assert facets.of("kinds", "church") == Count(0, 0, 1)
    assert facets.of("kinds", "mosque") == Count(1, 0, 0)
    assert facets.of("kinds", "library") == Count(0, 0, 0)
    assert facets.of("needs", "shower") == Count(0, 0, 1)


def test_a_value_that_is_avoided_counts_what_is_left():
    facets = INDEX.facets(Filters(), NOW)
    assert facets.of("rather_not_religions", "christian") == Count(1, 0, 1)
    assert facets.of("religions", "christian") == Count(1, 0, 1)


def test_a_value_that_no_place_speaks_of_may_still_be_there():
    assert INDEX.facets(Filters(), NOW).of("languages", "of nobody") == Count(0, 0, 2)


def test_nobody_is_a_perhaps_when_what_is_not_known_is_left_out():
    facets = INDEX.facets(Filters(near=HERE, unknown=Unknown.EXCLUDE), NOW)
    assert facets.of("religions", "christian") == Count(1, 0, 0)
    assert facets.within[5000] == Count(3, 0, 0)
    assert facets.open_now == Count(0, 0, 0)


def test_distances_are_counted_without_the_distance_that_was_asked_for():
    facets = INDEX.facets(Filters(near=HERE, within=500), NOW)
    counted = {metres: count.certain for metres, count in facets.within.items()}
    assert counted == {500: 0, 1000: 1, 2000: 1, 3000: 3, 5000: 3, 10_000: 3, 20_000: 3}
    assert INDEX.facets(Filters(), NOW).within == {}


def test_a_need_is_counted_as_one_more_that_is_wanted():
    facets = INDEX.facets(Filters(needs=frozenset({Need.MEAL})), NOW)
    assert facets.of("needs", "meal") == Count(1, 0, 1)
    assert facets.of("needs", "shower") == Count(0, 0, 2)


def test_what_is_likely_is_counted_apart():
    index = PlaceIndex([a_place("church", PlaceKind.CHURCH, communities=("eritrean",)), a_place("group")])
    assert index.facets(Filters(), NOW).of("languages", "ti") == Count(0, 1, 1)
    assert index.facets(Filters(unknown=Unknown.LIKELY), NOW).of("languages", "ti") == Count(0, 1, 0)
    old = a_place("open long ago", hours=sourced(OpeningHours("24/7"), a_source("2020")))
    assert PlaceIndex([old]).facets(Filters(), NOW).open_now == Count(0, 1, 0)
    near = Filters(near=HERE, languages=frozenset({"ti"}))
    assert index.facets(near, NOW).within[500] == Count(0, 1, 1)
