"""What to let go of, over a few places that are looked through by hand."""

from finder.domain.filters import Filters, Unknown
from finder.domain.geometry import Point
from finder.domain.hits import Count, LetGo
from finder.domain.vocabulary import Answer, Need, PlaceKind
from finder.search.index import PlaceIndex
from tests.places import HERE, a_place
from tests.search.strategies import NOW
from tests.search.test_facets import INDEX

YES, NO = Answer.YES, Answer.NO


def offered(index, **chosen):
    filters = Filters(**{name: frozenset(v) if isinstance(v, set) else v for name, v in chosen.items()})
    return [(offer.let_go, offer.hits) for offer in index.loosen(filters, NOW)]


def test_a_distance_is_widened_to_the_first_step_that_brings_a_hit():
    (offer,) = INDEX.loosen(Filters(near=HERE, within=100), NOW)
    assert (offer.let_go, offer.hits) == ((LetGo("within", None, 1000),), Count(1, 0, 0))
    assert offer.filters == Filters(near=HERE, within=1000.0)


def test_a_distance_that_brings_hits_is_widened_to_a_further_one_and_a_perhaps_is_a_hit():
    (offer,) = INDEX.loosen(Filters(near=HERE, within=1000), NOW)
    assert (offer.let_go[0].within, offer.hits) == (2000, Count(1, 0, 0))
    (offer,) = INDEX.loosen(Filters(near=HERE, within=100, needs=frozenset({Need.SHOWER})), NOW)
    assert (offer.let_go, offer.hits) == ((LetGo("within", None, 1000),), Count(0, 0, 1))


def test_a_distance_is_left_out_where_no_step_brings_a_hit():
    (offer,) = INDEX.loosen(Filters(near=Point(4.45, 52.22), within=100), NOW)
    assert (offer.let_go, offer.filters.within, offer.hits) == ((LetGo("within"),), None, Count(3, 0, 0))


def test_the_filter_that_brings_most_certain_hits_is_offered_first():
    asked = Filters(kinds=frozenset({PlaceKind.CHURCH}), needs=frozenset({Need.MEAL}), unknown=Unknown.EXCLUDE)
    offers = [(offer.let_go[0].filter, offer.hits) for offer in INDEX.loosen(asked, NOW)]
    assert offers == [("kinds", Count(1, 0, 0)), ("needs", Count(1, 0, 0)), ("unknown", Count(0, 0, 1))]


HOUSES = PlaceIndex(
    [
        a_place("free", needs={Need.FREE: YES, Need.NO_REGISTRATION: NO, Need.WIFI: NO}),
        a_place("open", needs={Need.FREE: NO, Need.NO_REGISTRATION: YES, Need.WIFI: NO}),
        a_place("shut", PlaceKind.CHURCH, needs={Need.FREE: NO, Need.NO_REGISTRATION: NO, Need.WIFI: NO}),
    ]
)


def test_one_of_several_wishes_can_be_let_go_of_or_all_of_them():
    assert offered(HOUSES, needs={Need.FREE, Need.NO_REGISTRATION}) == [
        ((LetGo("needs"),), Count(3, 0, 0)),
        ((LetGo("needs", "free"),), Count(1, 0, 0)),
        ((LetGo("needs", "no_registration"),), Count(1, 0, 0)),
    ]


def test_where_no_single_thing_brings_a_hit_two_of_them_do_and_none_is_untouchable():
    kind = {"kinds": {PlaceKind.SYNAGOGUE}}
    wishes = {Need.FREE, Need.NO_REGISTRATION, Need.WIFI}
    pairs = offered(HOUSES, **kind, needs=wishes)
    assert pairs == [((LetGo("kinds"), LetGo("needs")), Count(3, 0, 0))]
    nobody_knows = PlaceIndex([a_place(kind=PlaceKind.CHURCH)])
    sure = {"kinds": {PlaceKind.SYNAGOGUE}, "languages": {"pl"}, "unknown": Unknown.EXCLUDE}
    assert offered(nobody_knows, **sure) == [
        ((LetGo("kinds"), LetGo("languages")), Count(1, 0, 0)),
        ((LetGo("kinds"), LetGo("unknown")), Count(0, 0, 1)),
    ]


def test_a_distance_is_widened_as_far_as_the_other_thing_makes_it_need():
    far = PlaceIndex([a_place(kind=PlaceKind.CHURCH, point=Point(HERE.longitude + 0.04, HERE.latitude))])
    (pair,) = far.loosen(Filters(near=HERE, within=100.0, kinds=frozenset({PlaceKind.MOSQUE})), NOW)
    assert pair.let_go == (LetGo("kinds"), LetGo("within", None, 3000))
    assert pair.filters == Filters(near=HERE, within=3000.0)
