"""A point lies in the areas that hold it, level by level."""

import pytest
from shapely import box

from finder.domain.areas import Areas, Whereabouts
from finder.domain.geometry import BBox, Point

AREAS = Areas(
    {
        "municipality": [("Amsterdam", box(4.8, 52.3, 5.0, 52.4)), ("Haarlem", box(4.6, 52.3, 4.8, 52.4))],
        "district": [("West", box(4.8, 52.3, 4.9, 52.4))],
    }
)


def test_a_point_is_told_every_level_that_is_known():
    assert AREAS.locate(Point(4.85, 52.35)) == Whereabouts("Amsterdam", "West", None)
    assert AREAS.locate(Point(4.95, 52.35)) == Whereabouts("Amsterdam", None, None)
    assert AREAS.locate(Point(5.5, 52.35)) == Whereabouts()


def test_a_point_on_a_border_lies_in_the_first_area_that_touches_it():
    assert AREAS.locate(Point(4.8, 52.35)).municipality == "Amsterdam"


def test_a_municipality_has_a_box():
    assert AREAS.bbox("Haarlem") == BBox(4.6, 52.3, 4.8, 52.4)
    assert AREAS.municipalities() == ["Amsterdam", "Haarlem"]
    with pytest.raises(KeyError):
        AREAS.bbox("Zaanstad")


def test_the_middle_is_that_of_the_smallest_area_whatever_the_point():
    assert AREAS.middle_around(Point(4.81, 52.31)) == AREAS.middle_around(Point(4.89, 52.39)) == Point(4.85, 52.35)
    assert AREAS.middle_around(Point(4.99, 52.31)) == Point(4.9, 52.35)
    with pytest.raises(KeyError):
        AREAS.middle_around(Point(5.5, 52.35))
