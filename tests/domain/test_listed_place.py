"""Places of a list seen from where somebody starts."""

import pytest

from finder.domain.geometry import Point
from finder.domain.listed_place import ListedPlace, seen_from
from tests.places import a_hidden_place, a_place

NEAR, FAR = (a_place(point=Point(4.9, latitude)) for latitude in (52.36, 52.37))


def test_places_stay_in_the_order_of_the_list_each_with_its_distance():
    seen = seen_from(Point(4.9, 52.36), [FAR, NEAR])
    assert [listed.place for listed in seen] == [FAR, NEAR]
    assert [listed.metres for listed in seen] == pytest.approx([1112, 0], abs=2)


def test_a_start_at_the_place_itself_is_no_metres_and_not_nothing():
    assert seen_from(NEAR.point, [NEAR]) == (ListedPlace(NEAR, 0.0),)


def test_what_is_not_known_of_the_start_is_kept_with_each_place():
    assert seen_from(NEAR.point, [NEAR], 400) == (ListedPlace(NEAR, 0.0, 400),)


def test_without_a_start_there_is_no_distance():
    assert seen_from(None, [NEAR]) == (ListedPlace(NEAR, None),)


def test_nobody_is_told_how_far_a_place_is_that_keeps_its_address_back():
    hidden = a_hidden_place()
    assert seen_from(Point(4.9, 52.36), [hidden]) == (ListedPlace(hidden, None),)
