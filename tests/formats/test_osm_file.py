"""Tagged nodes, ways and areas of an OpenStreetMap file become shapes."""

from collections import Counter

import pytest

from finder.domain.errors import InvalidData
from finder.formats.osm_file import read_osm_shapes
from tests.paths import ROOT

TINY = ROOT / "tests/fixtures/tiny.osm"


def test_only_what_carries_a_wanted_key_is_given_longitude_first():
    stations = list(read_osm_shapes(TINY, ("railway",)))
    assert {shape.tags["name"] for shape in stations if shape.geometry.geom_type == "Point"} >= {"Verzonnen Zuid"}
    zuid = next(shape for shape in stations if shape.tags.get("name") == "Verzonnen Zuid")
    assert (zuid.geometry.x, zuid.geometry.y) == pytest.approx((4.91, 52.345))
    assert all("railway" in shape.tags for shape in stations)


def test_a_closed_way_is_a_line_and_an_area():
    parks = Counter(shape.geometry.geom_type for shape in read_osm_shapes(TINY, ("leisure",)))
    assert parks == {"LineString": 1, "MultiPolygon": 1}


def test_a_file_that_is_not_there_or_no_map_is_named(tmp_path):
    with pytest.raises(InvalidData, match="is not there"):
        list(read_osm_shapes(tmp_path / "none.osm", ("railway",)))
    (tmp_path / "bad.osm").write_text("<osm")
    with pytest.raises(InvalidData, match="cannot be read"):
        list(read_osm_shapes(tmp_path / "bad.osm", ("railway",)))
