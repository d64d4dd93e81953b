"""Where a number is, and how sure."""

import pytest

from finder.domain.geometry import Point
from finder.geocode.houses import Spot, house_spot, street_spot
from finder.geocode.streets import street_table
from tests.geocode.small import house, small_table, street

TABLE = small_table()
KERK = TABLE.names.index("Kerkstraat")


def test_a_street_is_its_middle_and_its_doubt_its_far_end():
    assert street_spot(TABLE, KERK) == Spot(Point(4.89, 52.36), 360, False)


@pytest.mark.parametrize(
    ("number", "spot"),
    [
        (2, Spot(Point(4.8880, 52.36), 50, True)),
        (200, Spot(Point(4.8930, 52.36), 150, True)),
        (300, Spot(Point(4.8900, 52.36), 220, False)),
        (6, Spot(Point(4.88847, 52.36), 140, False)),
        (100, Spot(Point(4.89, 52.36), 360, False)),
        (3, Spot(Point(4.89, 52.36), 360, False)),
        (999, Spot(Point(4.89, 52.36), 360, False)),
    ],
    ids=["beside another", "apart", "loose", "between two", "between two far ones", "other side", "beyond"],
)
def test_a_number_is_known_or_said_not_to_be(number: int, spot: Spot):
    assert house_spot(TABLE, KERK, number) == spot


@pytest.mark.parametrize(("other", "doubt", "middle"), [(4.8628, 280, 4.8614), (4.8632, 2060, 4.87)])
def test_neighbours_far_apart_say_nothing_of_what_is_between(other: float, doubt: int, middle: float):
    table = street_table([street("Dijk", "Amsterdam", Point(4.87, 52.36), 2000, (house(2, 4.86), house(6, other)))])
    spot = house_spot(table, 0, 4)
    assert (spot.doubt, spot.point.longitude) == (doubt, middle)
