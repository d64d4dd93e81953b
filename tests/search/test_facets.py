"""Counts beside each value, and what to loosen, over three places that are counted by hand."""

from finder.domain.filters import Filters, Unknown
from finder.domain.geometry import Point
from finder.domain.hits import Count
from finder.domain.place import SpokenLanguage
from finder.domain.vocabulary import Answer, LanguageLevel, Need, PlaceKind, Religion
from finder.search.index import PlaceIndex
from tests.places import HERE, a_place
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
    assert facets.of("kinds", "church") == Count(0, 1)
    assert facets.of("kinds", "mosque") == Count(1, 0)
    assert facets.of("kinds", "library") == Count(0, 0)
    assert facets.of("needs", "shower") == Count(0, 1)


def test_a_value_that_is_avoided_counts_what_is_left():
    facets = INDEX.facets(Filters(), NOW)
    assert facets.of("rather_not_religions", "christian") == Count(1, 1)
    assert facets.of("religions", "christian") == Count(1, 1)


def test_a_value_that_no_place_speaks_of_may_still_be_there():
    assert INDEX.facets(Filters(), NOW).of("languages", "of nobody") == Count(0, 2)


def test_nobody_is_a_perhaps_when_what_is_not_known_is_left_out():
    facets = INDEX.facets(Filters(near=HERE, unknown=Unknown.EXCLUDE), NOW)
    assert facets.of("religions", "christian") == Count(1, 0)
    assert facets.within[5000] == Count(3, 0)
    assert facets.open_now == Count(0, 0)


def test_distances_are_counted_without_the_distance_that_was_asked_for():
    facets = INDEX.facets(Filters(near=HERE, within=500), NOW)
    counted = {metres: count.certain for metres, count in facets.within.items()}
    assert counted == {500: 0, 1000: 1, 2000: 1, 3000: 3, 5000: 3, 10_000: 3, 20_000: 3}
    assert INDEX.facets(Filters(), NOW).within == {}


def test_a_distance_is_widened_to_the_first_step_that_brings_a_hit():
    (offer,) = INDEX.loosen(Filters(near=HERE, within=100), NOW)
    assert (offer.filter, offer.within, offer.hits) == ("within", 1000, Count(1, 0))
    assert offer.filters == Filters(near=HERE, within=1000.0)


def test_a_distance_that_brings_hits_is_widened_to_a_further_one_and_a_perhaps_is_a_hit():
    (offer,) = INDEX.loosen(Filters(near=HERE, within=1000), NOW)
    assert (offer.within, offer.hits) == (2000, Count(1, 0))
    (offer,) = INDEX.loosen(Filters(near=HERE, within=100, needs=frozenset({Need.SHOWER})), NOW)
    assert (offer.filter, offer.within, offer.hits) == ("within", 1000, Count(0, 1))


def test_a_distance_is_left_out_where_no_step_brings_a_hit():
    (offer,) = INDEX.loosen(Filters(near=Point(4.45, 52.22), within=100), NOW)
    assert (offer.within, offer.filters.within, offer.hits) == (None, None, Count(3, 0))


def test_the_filter_that_brings_most_certain_hits_is_offered_first():
    asked = Filters(kinds=frozenset({PlaceKind.CHURCH}), needs=frozenset({Need.MEAL}), unknown=Unknown.EXCLUDE)
    offers = [(offer.filter, offer.hits) for offer in INDEX.loosen(asked, NOW)]
    assert offers == [("kinds", Count(1, 0)), ("needs", Count(1, 0)), ("unknown", Count(0, 1))]
