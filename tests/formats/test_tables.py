"""Rows of a table and features of a map come in one form."""

import pytest

from finder.domain.errors import InvalidData
from finder.domain.geometry import Point
from finder.formats.tables import Row, matches, read_manifest, read_rows

SQUARE = '{"type":"Polygon","coordinates":[[[4.9,52.3],[5,52.3],[5,52.4],[4.9,52.3]]]}'
MAP = (
    '{"features":[{"properties":{"name":"Dam","stop":null},"geometry":{"type":"Point","coordinates":[4.9,52.37,3]}},'
    f'{{"properties":{{"number":7}},"geometry":{SQUARE}}}]}}'
)


def test_a_row_has_its_point_under_either_name(tmp_path):
    path = tmp_path / "stops.csv"
    path.write_text("\ufeffname,lon,lat\nDam,4.9,52.37\nNergens,,\n", "utf-8")
    dam, nowhere = read_rows(path)
    assert (dam.values["name"], dam.point) == ("Dam", Point(4.9, 52.37))
    assert nowhere.point is None
    path.write_text("longitude,latitude\n4.9,52.37\n")
    assert next(read_rows(path)).point == Point(4.9, 52.37)


def test_a_feature_is_a_point_or_a_shape_and_its_values_are_text(tmp_path):
    path = tmp_path / "map.geojson"
    path.write_text(MAP)
    point, area = read_rows(path)
    assert point == Row({"name": "Dam", "stop": ""}, Point(4.9, 52.37))
    assert (area.values, area.point) == ({"number": "7"}, None)
    assert area.shape is not None
    assert area.shape["type"] == "Polygon"


@pytest.mark.parametrize(
    ("name", "text"), [("a.csv", "lon,lat\neast,52\n"), ("a.geojson", "[]"), ("a.geojson", '{"features":[{}]}')]
)
def test_a_file_that_cannot_be_read_is_named_before_any_row_is_given(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    with pytest.raises(InvalidData, match=name):
        read_rows(tmp_path / name)


def test_a_manifest_is_toml(tmp_path):
    path = tmp_path / "map.toml"
    path.write_text('attribution = "CBS"\n')
    assert read_manifest(path) == {"attribution": "CBS"}
    path.write_text("attribution =")
    with pytest.raises(InvalidData, match=r"map\.toml"):
        read_manifest(path)


def test_every_pattern_must_fit_and_none_that_excludes():
    values = {"kind": "wijk", "name": "Oud-West"}
    assert matches(values, {"kind": "wijk", "name": "Oud*"}, {})
    assert not matches(values, {"kind": "buurt"}, {})
    assert not matches(values, {"kind": "wijk"}, {"name": "*West"})
    assert not matches(values, {"town": "?*"}, {})
