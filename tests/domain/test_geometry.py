"""Metres, minutes and positions, against numbers that were worked out elsewhere."""

import math

import pytest
from pyproj import Geod

from finder.domain.errors import InvalidInput
from finder.domain.geometry import (
    BBox,
    Point,
    decimal,
    ground_grid,
    ground_point,
    metres_between,
    parse_bbox,
    parse_position,
    rd_new,
    read_point,
    walking_minutes,
)

DAM, GROTE_MARKT = Point(4.8932, 52.3731), Point(4.6368, 52.3813)


def test_the_tower_of_amersfoort_is_the_middle_of_rd_new():
    x, y = rd_new([5.38720621], [52.15517440])
    assert (x[0], y[0]) == pytest.approx((155_000, 463_000), abs=1)


def test_metres_are_those_on_the_ground():
    *_, geodesic = Geod(ellps="WGS84").inv(*DAM.coordinates, *GROTE_MARKT.coordinates)
    assert metres_between(DAM, GROTE_MARKT) == pytest.approx(geodesic, rel=1e-5)
    assert metres_between(DAM, DAM) == 0


def test_one_point_and_many_lie_on_the_same_grid():
    x, y = ground_grid([DAM.longitude], [DAM.latitude])
    assert ground_point(DAM) == pytest.approx((x[0], y[0]))


@pytest.mark.parametrize(("metres", "minutes"), [(0, 1), (75, 1), (346, 6), (400, 7), (1000, 17), (5000, 87)])
def test_a_walk_is_a_third_longer_than_the_line_and_75_metres_a_minute(metres, minutes):
    assert walking_minutes(metres) == minutes


def test_a_box_holds_its_edges():
    box = BBox(4.8, 52.3, 4.9, 52.4)
    assert box.contains(Point(4.8, 52.3))
    assert box.contains(Point(4.9, 52.4))
    assert not box.contains(Point(4.79, 52.35))
    assert not box.contains(Point(4.85, 52.41))


def test_coordinates_have_six_decimals():
    assert Point(4.12345678, 52.1).coordinates == [4.123457, 52.1]


@pytest.mark.parametrize(("text", "number"), [("5", 5), (" -2.5 ", -2.5), (".5", 0.5), ("1e3", 1000)])
def test_a_number_is_read(text, number):
    assert decimal(text) == number


@pytest.mark.parametrize("text", ["", "1_000", "٥", "nan", "inf", "1,5", "0x1", "1e9999"])
def test_what_only_python_takes_for_a_number_is_none(text):
    assert math.isnan(decimal(text))


def test_a_position_is_longitude_first():
    assert parse_position("near", "4.9,52.37") == Point(4.9, 52.37)


@pytest.mark.parametrize("text", ["52.37,4.9", "4.9", "4.9,52.37,0", "4.9;52.37", "nan,52.37", "4.39,52.37", ""])
def test_a_position_elsewhere_or_in_another_order_is_refused_by_name(text):
    with pytest.raises(InvalidInput) as refused:
        parse_position("near", text)
    assert refused.value.key == "near"


def test_degrees_of_a_file_may_be_left_out_together():
    assert read_point("4.9", "52.37") == Point(4.9, 52.37)
    assert read_point("", "") is None
    for longitude, latitude in [("4.9", ""), ("east", "52.37"), ("nan", "52.37"), ("4.9", "inf")]:
        with pytest.raises(ValueError, match="longitude"):
            read_point(longitude, latitude)


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        (BBox(4.85, 52.32, 4.9, 52.35), True),
        (BBox(4.0, 52.0, 6.0, 53.0), True),
        (BBox(5.0, 52.4, 5.1, 52.5), True),
        (BBox(5.1, 52.3, 5.2, 52.4), False),
        (BBox(4.6, 52.3, 4.7, 52.4), False),
        (BBox(4.8, 52.41, 5.0, 52.5), False),
        (BBox(4.8, 52.2, 5.0, 52.29), False),
    ],
)
def test_two_boxes_overlap_where_they_share_a_point(other, shared):
    box = BBox(4.8, 52.3, 5.0, 52.4)
    assert box.overlaps(other) == other.overlaps(box) == shared


def test_a_box_is_read_in_the_order_of_rfc_7946():
    assert parse_bbox("bbox", "4.88, 52.35,4.94,52.38") == BBox(4.88, 52.35, 4.94, 52.38)
    assert parse_bbox("bbox", "3,52,6,53") == BBox(3, 52, 6, 53)
    assert BBox(4.88, 52.35, 4.94, 52.3800001).coordinates == [4.88, 52.35, 4.94, 52.38]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4.88,52.35,4.94",
        "4.88,52.35,4.94,52.38,1",
        "4.88,52.35,4.94,x",
        "4.88,52.35,nan,52.38",
        "4.88,52.35,1e999,52.38",
        "52.35,4.88,52.38,4.94",
        "4.94,52.35,4.88,52.38",
        "4.88,52.38,4.94,52.35",
        "6.5,53.1,6.6,53.3",
    ],
)
def test_what_is_no_box_of_these_parts_is_refused_by_its_key(text):
    with pytest.raises(InvalidInput) as error:
        parse_bbox("bbox", text)
    assert (error.value.key, error.value.value) == ("bbox", text)
