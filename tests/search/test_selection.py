"""What each filter answers, and what they leave together."""

from datetime import date

import numpy as np
import pytest

from finder.domain.filters import FILTERS, Filters, Unknown
from finder.domain.geometry import BBox, Point
from finder.domain.hits import Count
from finder.domain.place import OpeningHours
from finder.domain.vocabulary import Answer, Need, PlaceKind, Religion, Status
from finder.search.bitmaps import both, pack, positions
from finder.search.columns import columns_of
from finder.search.opening_table import OpeningTable
from finder.search.selection import Selector, circle_of, counted, counted_each
from tests.places import HERE, a_place
from tests.search.strategies import NOW

EAST = Point(HERE.longitude + 0.02, HERE.latitude)
PLACES = [
    a_place("church", PlaceKind.CHURCH, HERE, religion=Religion.CHRISTIAN, hours=OpeningHours("24/7")),
    a_place("mosque", PlaceKind.MOSQUE, EAST, religion=Religion.MUSLIM, needs={Need.MEAL: Answer.YES}),
    a_place("group", PlaceKind.COMMUNITY_GROUP, EAST),
    a_place("gone", PlaceKind.CHURCH, HERE, status=Status.CLOSED),
]
COLUMNS = columns_of(PLACES)
SELECTOR = Selector(COLUMNS, OpeningTable(COLUMNS.hours), FILTERS)
TODAY = date(2026, 11, 23)


def names(words):
    found = (PLACES[COLUMNS.order[number]].name for number in positions(words) if number < COLUMNS.count)
    return sorted(found)


def answers(**chosen):
    return {wish.filter: wish.answer for wish in SELECTOR.wishes(Filters(**chosen), TODAY)}


def test_a_filter_that_is_not_used_answers_nothing():
    assert answers() == {}
    assert list(answers(near=HERE, within=500)) == []


def test_filters_answer_in_the_order_of_their_fields():
    used = answers(
        bbox=BBox(4, 52, 5, 53),
        rather_not_religions=frozenset({Religion.MUSLIM}),
        open_at=NOW,
        needs=frozenset({Need.MEAL}),
        kinds=frozenset({PlaceKind.CHURCH}),
    )
    assert list(used) == ["bbox", "kinds", "needs", "open_at", "rather_not_religions"]


def test_what_is_avoided_leaves_who_is_known_to_be_something_else_and_perhaps_who_says_nothing():
    has, may = answers(rather_not_religions=frozenset({Religion.MUSLIM}))["rather_not_religions"]
    assert names(has) == ["church"]
    assert names(may) == ["church", "gone", "group"]


def test_a_box_is_answered_for_certain():
    (has,) = answers(bbox=BBox(HERE.longitude, HERE.latitude, HERE.longitude + 0.01, HERE.latitude))["bbox"]
    assert names(has) == ["church", "gone"]
    both = answers(bbox=BBox(HERE.longitude, HERE.latitude, EAST.longitude, HERE.latitude))["bbox"]
    assert names(both[0]) == ["church", "gone", "group", "mosque"]


def test_a_circle_is_answered_for_certain():
    circle = circle_of(Filters(near=HERE, within=100))
    (has,) = SELECTOR.inside(circle)
    assert names(has) == ["church", "gone"]
    assert circle_of(Filters(near=HERE)) is None


def test_together_they_leave_what_all_of_them_leave_and_nothing_that_is_gone():
    filters = Filters(kinds=frozenset({PlaceKind.CHURCH, PlaceKind.MOSQUE}), needs=frozenset({Need.MEAL}))
    wishes = SELECTOR.wishes(filters, TODAY)
    assert [names(words) for words in SELECTOR.together(wishes)] == [["mosque"], ["church", "mosque"]]
    assert [names(words) for words in SELECTOR.together(wishes[1:])] == [["mosque"], ["church", "group", "mosque"]]
    assert [names(words) for words in SELECTOR.together([])] == [["church", "group", "mosque"]]


def test_each_need_is_a_wish_of_its_own_and_of_other_filters_one_value_is_enough():
    filters = Filters(kinds=frozenset({PlaceKind.CHURCH, PlaceKind.MOSQUE}), needs=frozenset({Need.MEAL, Need.DOGS}))
    told = [(wish.filter, wish.values, wish.value) for wish in SELECTOR.wishes(filters, TODAY)]
    assert told == [
        ("kinds", ("church", "mosque"), None),
        ("needs", ("dogs",), "dogs"),
        ("needs", ("meal",), "meal"),
    ]


GRADED = np.stack(
    [pack(np.array(flags, dtype=bool)) for flags in ("0001", "0011", "0111", "1111") for flags in [[*map(int, flags)]]]
)
"""One place each that is unlikely, unknown, likely and certain."""


def test_only_the_groups_that_somebody_wants_are_counted():
    assert counted(GRADED, Unknown.INCLUDE) == Count(1, 1, 2)
    assert counted(GRADED, Unknown.LIKELY) == Count(1, 1, 0)
    assert counted(GRADED, Unknown.EXCLUDE) == Count(1, 0, 0)
    plain = GRADED[[0, 2]]
    assert [counted(plain, unknown) for unknown in Unknown] == [Count(1, 0, 2), Count(1, 0, 0), Count(1, 0, 0)]
    assert {counted(GRADED[:1], unknown) for unknown in Unknown} == {Count(1, 0, 0)}


@pytest.mark.parametrize("unknown", Unknown)
def test_many_answers_are_counted_as_each_of_them_is(unknown):
    shapes = [GRADED, GRADED[[0, 2]], GRADED[:1], GRADED[[1, 3]]]
    for one in shapes:
        for other in shapes:
            expected = counted(both(one, other), unknown)
            assert counted_each(one[np.newaxis], other, unknown) == [expected]
