"""Squares of a grid: nothing near is left out, and what is far costs no look."""

import numpy as np
import pytest

from finder.search.grid import PLACES_PER_SQUARE, held, lay_out, taken


def spread(count: int, width: float = 1000.0):
    draw = np.random.default_rng(5)
    return draw.uniform(0, width, count), draw.uniform(0, width, count)


def test_places_keep_their_metres_in_the_order_that_is_given():
    x, y = np.array([900.0, 100.0, 500.0]), np.array([900.0, 100.0, 500.0])
    grid, order = lay_out(x, y)
    assert grid.x.tolist() == x[order].tolist()
    assert grid.y.tolist() == y[order].tolist()
    assert sorted(order.tolist()) == [0, 1, 2]


def test_a_square_holds_its_places_side_by_side():
    x, y = spread(2000)
    grid, _ = lay_out(x, y)
    for square in range(grid.across * grid.up):
        run = slice(grid.starts[square], grid.starts[square + 1])
        column, row = square % grid.across, square // grid.across
        assert ((grid.x[run] - grid.west) // grid.side == column).all()
        assert ((grid.y[run] - grid.south) // grid.side == row).all()
    assert grid.starts[-1] == 2000
    assert 0.5 < 2000 / (grid.across * grid.up) / PLACES_PER_SQUARE < 2


@pytest.mark.parametrize("here", [(500.0, 500.0), (0.0, 0.0), (-5000.0, 300.0)])
@pytest.mark.parametrize("metres", [0.0, 40.0, 700.0, 10_000.0])
def test_near_is_everything_within_the_metres_and_nothing_else(here, metres):
    grid, _ = lay_out(*spread(800))
    found, squared = grid.near(*here, metres)
    far = np.hypot(grid.x - here[0], grid.y - here[1])
    assert found.tolist() == np.flatnonzero(far <= metres).tolist()
    assert squared == pytest.approx(far[found] ** 2)


def test_what_lies_at_just_so_many_metres_is_near():
    grid, _ = lay_out(np.array([0.0, 3.0]), np.array([0.0, 4.0]))
    assert grid.near(0.0, 0.0, 5.0)[0].tolist() == [0, 1]
    assert grid.near(0.0, 0.0, 4.999)[0].tolist() == [0]


def test_a_small_box_looks_at_few_places():
    grid, _ = lay_out(*spread(5000))
    assert held(grid.runs(500.0, 500.0, 20.0)) < 500
    assert held(grid.runs(500.0, 500.0, 5000.0)) == 5000


def test_places_of_runs_and_places_by_number_are_taken_alike():
    values = np.arange(10) * 10
    assert (
        taken(values, [slice(1, 3), slice(7, 8)]).tolist()
        == taken(values, np.array([1, 2, 7])).tolist()
        == [10, 20, 70]
    )


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_grid_of_no_places_or_of_one_address_is_a_single_square(count):
    grid, order = lay_out(np.full(count, 120_000.0), np.full(count, 480_000.0))
    assert (grid.across, grid.up, order.size) == (1, 1, count)
    assert grid.near(120_000.0, 480_000.0, 5.0)[0].size == count


def test_one_place_far_away_does_not_make_millions_of_squares():
    x, y = spread(1000, width=10.0)
    grid, _ = lay_out(np.append(x, 1e7), np.append(y, 0.0))
    assert grid.across <= 1025
