"""The file format, and the committed basemap."""

import json
from pathlib import Path

import pytest
import shapely
from shapely.geometry import Point, Polygon, shape

from finder.basemap.features import BUDGET, Basemap, Feature, format_basemap, read_basemap, tidy, zipped_size
from finder.basemap.layers import Layer
from finder.domain.errors import InvalidData
from tests.paths import ROOT

COMMITTED = ROOT / "data" / "basemap.geojson"
SQUARE = Polygon([(4.9, 52.3), (4.9, 52.4), (5.0, 52.4), (5.0, 52.3)], [[(4.92, 52.32), (4.95, 52.32), (4.95, 52.35)]])


@pytest.fixture(scope="module")
def committed() -> dict:
    return json.loads(COMMITTED.read_text("utf-8"))


def decimals(number: float) -> int:
    return len(repr(number).partition(".")[2])


def test_the_committed_basemap_fits_the_budget_with_room_to_spare():
    assert zipped_size(COMMITTED.read_bytes()) < BUDGET / 2


def test_the_committed_basemap_is_rfc_7946_with_its_attribution(committed: dict):
    assert committed["type"] == "FeatureCollection"
    assert "crs" not in committed
    assert "CBS" in committed["attribution"]
    assert "City of Amsterdam" in committed["attribution"]
    for feature in committed["features"]:
        geometry = shape(feature["geometry"])
        assert geometry.is_valid, feature["properties"]
        assert not geometry.is_empty
        assert max(map(decimals, shapely.get_coordinates(geometry).ravel().tolist())) <= 5
        assert feature["properties"]["source"] in committed["sources"]
        for part in shapely.get_parts(geometry):
            if part.geom_type == "Polygon":
                assert part.exterior.is_ccw
                assert not any(hole.is_ccw for hole in part.interiors)


def test_the_committed_basemap_has_every_layer_of_the_two_cities(committed: dict):
    names: dict[str, set[str]] = {}
    for feature in committed["features"]:
        names.setdefault(feature["properties"]["layer"], set()).add(feature["properties"]["name"])
    assert names["municipality"] == {"Amsterdam", "Haarlem"}
    assert names["district"] >= {"Centrum", "Noord", "Zuidoost", "Weesp", "Oude Stad", "Europawijk"}
    assert len(names["district"]) == 30
    assert names["park"] >= {"Vondelpark", "Oosterpark"}
    assert names["station"] >= {"Centraal Station", "Amsterdam Amstel"}
    assert names["metro"] >= {"Wibautstraat", "Nieuwmarkt"}
    assert names["ferry"] >= {"Buiksloterweg", "IJplein"}
    assert names["metro"].isdisjoint(names["station"])
    assert "water" in names


@pytest.mark.parametrize(
    ("layer", "longitude", "latitude", "inside"),
    [
        ("water", 4.8985, 52.3835, True),
        ("water", 4.8935, 52.3732, False),
        ("municipality", 4.6366, 52.3812, True),
        ("municipality", 4.8935, 52.3732, True),
        ("municipality", 4.7, 52.3, False),
    ],
)
def test_the_committed_basemap_has_the_ij_wet_and_the_dam_dry(
    committed: dict, layer: str, longitude: float, latitude: float, inside: bool
):
    shapes = [shape(f["geometry"]) for f in committed["features"] if f["properties"]["layer"] == layer]
    assert any(area.covers(Point(longitude, latitude)) for area in shapes) is inside


def test_the_water_of_the_committed_basemap_is_coarse_and_says_whence(committed: dict):
    (water,) = [feature for feature in committed["features"] if feature["properties"]["layer"] == "water"]
    assert shapely.get_num_coordinates(shape(water["geometry"])) < 2500
    source = committed["sources"][water["properties"]["source"]]
    assert "none stated" in source["licence"]
    assert "60 m" in source["title"]


def test_districts_that_touch_leave_no_gap_and_no_overlap():
    districts = [
        f.geometry for f in read_basemap(COMMITTED).features if f.layer is Layer.DISTRICT and f.source == "areas"
    ]
    assert len(districts) == 9
    whole = shapely.union_all(districts)
    assert sum(area.area for area in districts) == pytest.approx(whole.area, rel=1e-4)
    assert sum(len(part.interiors) for part in shapely.get_parts(whole)) == 0


def test_tidy_turns_rings_by_the_right_hand_rule_and_rounds():
    (ring, *holes) = [tidy(SQUARE).exterior, *tidy(SQUARE).interiors]
    assert ring.is_ccw
    assert not any(hole.is_ccw for hole in holes)
    assert tidy(Point(4.1234567, 52.1234567)).wkt == "POINT (4.12346 52.12346)"


def test_format_and_read_give_back_the_same_and_leave_out_what_is_empty(tmp_path: Path):
    square = Feature(Layer.WATER, "", "s", SQUARE)
    stop = Feature(Layer.METRO, "Plein <b>", "s", Point(4.9, 52.35))
    nothing = Feature(Layer.PARK, "x", "s", Polygon())
    content = format_basemap(Basemap("us", {"s": {"title": "t"}}, (stop, nothing, square)))
    assert content == format_basemap(Basemap("us", {"s": {"title": "t"}}, (square, stop)))
    (tmp_path / "b.geojson").write_bytes(content)
    again = read_basemap(tmp_path / "b.geojson")
    assert [(item.layer, item.name) for item in again.features] == [(Layer.WATER, ""), (Layer.METRO, "Plein <b>")]
    assert again.features[0].geometry.equals(SQUARE)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"attribution":"","sources":{},"features":[{}]}'])
def test_read_refuses_what_is_no_basemap(tmp_path: Path, text: str):
    (tmp_path / "b.geojson").write_text(text, "utf-8")
    with pytest.raises(InvalidData, match=r"b\.geojson"):
        read_basemap(tmp_path / "b.geojson")
