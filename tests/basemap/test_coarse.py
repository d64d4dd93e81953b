"""Making shapes coarse, in metres."""

import pytest
import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon, box

from finder.basemap.coarse import coarsen_area, coarsen_cover, coarsen_lines, to_degrees, to_metres


def test_metres_and_degrees_are_each_others_inverse():
    line = LineString([(4.9, 52.37), (4.64, 52.38)])
    assert shapely.hausdorff_distance(to_degrees(to_metres(line)), line) < 1e-7
    assert to_metres(line).length == pytest.approx(17_740, rel=0.01)


def test_coarsen_area_drops_small_parts_and_small_holes():
    large = box(0, 0, 1000, 1000).difference(box(400, 400, 410, 410)).difference(box(600, 600, 900, 900))
    simple = coarsen_area(MultiPolygon([large, box(2000, 0, 2020, 20)]), 5, hectares=1)
    assert simple.geom_type == "Polygon"
    assert simple.area == pytest.approx(1000 * 1000 - 300 * 300)


def test_coarsen_area_closes_gaps_and_removes_strips():
    two = shapely.union_all([box(0, 0, 100, 100), box(110, 0, 210, 100)])
    assert coarsen_area(two, 1, close=10).area == pytest.approx(21_000, rel=0.02)
    strip = shapely.union_all([box(0, 0, 100, 100), box(100, 45, 400, 55)])
    assert coarsen_area(strip, 1, open_=10).area == pytest.approx(10_000, rel=0.05)


def test_coarsen_area_of_a_self_crossing_shape_is_valid():
    bow_tie = Polygon([(0, 0), (100, 100), (100, 0), (0, 100)])
    assert coarsen_area(bow_tie, 1).is_valid


def test_coarsen_cover_keeps_neighbours_together():
    ragged = [(100, y + (7 if y % 20 else 0)) for y in range(0, 101, 10)]
    left = Polygon([(0, 0), *ragged, (0, 107)])
    right = Polygon([(200, 0), (200, 107), *reversed(ragged)])
    simple = coarsen_cover([left, right], 20)
    assert sum(shapely.get_num_coordinates(area) for area in simple) < shapely.get_num_coordinates(left)
    assert simple[0].intersection(simple[1]).area == pytest.approx(0)
    assert simple[0].distance(simple[1]) == 0


def test_coarsen_lines_joins_ends_and_drops_stubs():
    lines = [LineString([(0, 0), (50, 1)]), LineString([(50, 1), (100, 0)]), LineString([(0, 500), (5, 500)])]
    (line,) = coarsen_lines(lines, 5, metres=20).geoms
    assert len(line.coords) == 2
    assert line.length == pytest.approx(100)
