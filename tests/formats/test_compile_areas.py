"""The small map of areas is made out of the detailed ones, and tells where a point lies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import shapely

from finder.domain.errors import InvalidData
from finder.domain.geometry import BBox, Point
from finder.formats.areas import read_areas
from finder.formats.compile_areas import compile_areas


def square(west: float, south: float, size: float = 0.01) -> dict[str, Any]:
    return json.loads(shapely.to_geojson(shapely.box(west, south, west + size, south + size)))


def write(path: Path, *features: tuple[dict[str, Any], dict[str, Any]]) -> None:
    made = [{"type": "Feature", "properties": known, "geometry": shape} for known, shape in features]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": made}), encoding="utf-8")


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    write(
        tmp_path / "amsterdam_buurten.geojson",
        ({"naam": "Plan A", "stadsdeel": "Oost"}, square(4.90, 52.30)),
        ({"naam": "Plan B", "stadsdeel": "Oost"}, square(4.91, 52.30)),
    )
    haarlem = {"cbsnl:WK_CODE": "WK039201", "cbsnl:GM_CODE": "GM0392"}
    elsewhere = {"cbsnl:WK_CODE": "WK039300", "cbsnl:GM_CODE": "GM0393"}
    write(tmp_path / "haarlem_wijken.geojson", ({"name": "Oude Stad", "cbs": haarlem}, square(4.60, 52.38)))
    write(
        tmp_path / "haarlem_buurten.geojson",
        ({"name": "Binnenstad", "cbs": haarlem}, square(4.60, 52.38)),
        ({"name": "Spaarndam", "cbs": elsewhere}, square(4.62, 52.38)),
    )
    return tmp_path


def test_compiled_areas_tell_where_a_point_lies(inputs: Path, tmp_path: Path):
    content = compile_areas(inputs)
    assert content == compile_areas(inputs)
    (tmp_path / "areas.geojson").write_bytes(content)
    areas = read_areas(tmp_path / "areas.geojson")
    here = areas.locate(Point(4.915, 52.305))
    assert (here.municipality, here.district, here.neighbourhood) == ("Amsterdam", "Oost", "Plan B")
    assert areas.locate(Point(4.605, 52.385)).district == "Oude Stad"
    assert areas.locate(Point(4.625, 52.385)).municipality is None
    assert areas.bbox("Amsterdam") == BBox(4.90, 52.30, 4.92, 52.31)
    assert areas.municipalities() == ["Amsterdam", "Haarlem"]
    with pytest.raises(KeyError):
        areas.bbox("Zaanstad")


def test_an_input_without_a_needed_property_is_named(inputs: Path):
    write(inputs / "amsterdam_buurten.geojson", ({"naam": "Plan A"}, square(4.9, 52.3)))
    with pytest.raises(InvalidData, match=r"amsterdam_buurten\.geojson: a feature has no stadsdeel"):
        compile_areas(inputs)
    (inputs / "amsterdam_buurten.geojson").unlink()
    with pytest.raises(InvalidData, match="cannot be read"):
        compile_areas(inputs)
