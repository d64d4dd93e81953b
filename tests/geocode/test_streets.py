"""Streets and numbers in columns."""

import numpy as np
import pytest

from finder.domain.geometry import Point
from finder.geocode.streets import HIGHEST_NUMBER, House, Street, steps, street_table
from tests.geocode.small import KERKSTRAAT, house, small_table, street

TABLE = small_table()
KERK = TABLE.names.index("Kerkstraat")


def test_a_street_says_where_it_is():
    assert (TABLE.town(KERK), TABLE.district(KERK), TABLE.neighbourhood(KERK)) == (
        "Amsterdam",
        "Centrum",
        "Kerkstraatbuurt",
    )
    assert (TABLE.point(KERK), int(TABLE.reach[KERK])) == (Point(4.89, 52.36), 300)


@pytest.mark.parametrize("known", KERKSTRAAT.houses, ids=lambda known: str(known.number))
def test_every_house_is_found_where_it_was_put(known: House):
    assert TABLE.house(KERK, known.number) == known


@pytest.mark.parametrize("number", [0, -1, 3, 5, 9, 11, 201, HIGHEST_NUMBER, HIGHEST_NUMBER + 1, 10**9])
def test_no_other_number_is_found(number: int):
    assert TABLE.house(KERK, number) is None


def test_a_street_without_houses_has_none():
    empty = TABLE.names.index("Eerste Van Swindenstraat")
    assert TABLE.house(empty, 1) is None
    assert TABLE.neighbours(empty, 1) == (None, None)
    assert TABLE.houses(empty).shape == (0, 2)


@pytest.mark.parametrize(
    ("number", "below", "above"), [(6, 4, 10), (2, None, 4), (3, 1, None), (250, 200, None), (4, 2, 10)]
)
def test_neighbours_stand_on_the_same_side_and_are_not_loose(number: int, below: int | None, above: int | None):
    found = TABLE.neighbours(KERK, number)
    assert [one.number if one else None for one in found] == [below, above]


def test_houses_leave_out_loose_ones():
    assert [488_810, 5_236_020] in TABLE.houses(KERK).tolist()
    assert len(TABLE.houses(KERK)) == len(KERKSTRAAT.houses) - 1


def test_the_order_depends_on_nothing_but_the_streets():
    one, other = street("B", "Haarlem", Point(4.64, 52.38)), street("A", "Haarlem", Point(4.65, 52.38))
    assert street_table([one, other]).names == street_table([other, one]).names == ["A", "B"]


@pytest.mark.parametrize("bad", [house(0, 4.89), house(HIGHEST_NUMBER + 1, 4.89), house(1, 4.4)])
def test_what_does_not_fit_its_column_is_refused(bad: House):
    with pytest.raises(ValueError, match="out of bounds"):
        street_table([Street("Ver", "Amsterdam", "", "", Point(4.89, 52.36), 10, (bad,))])


def test_steps_are_whole():
    assert steps(Point(4.890004, 52.360006)) == (489_000, 5_236_001)
    assert TABLE.points.dtype == np.int32
