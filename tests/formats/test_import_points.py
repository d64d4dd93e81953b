"""Map files with points are import files too."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from finder.domain.errors import InvalidData
from finder.domain.geometry import Point
from finder.formats.import_points import read_import_file

PROPERTIES = {
    "row": "G1",
    "kind": "mosque",
    "name": "Al Kabir",
    "source_title": "A map",
    "source_url": "https://example.org/",
    "source_licence": "CC0",
}
SPOT = {"type": "Point", "coordinates": [4.91, 52.35]}


def write(path: Path, *features: tuple[dict[str, Any], Any]) -> Path:
    made = [{"type": "Feature", "properties": known, "geometry": shape} for known, shape in features]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": made}), encoding="utf-8")
    return path


def test_a_point_with_the_columns_of_a_places_file_is_a_candidate(tmp_path: Path):
    known = {**PROPERTIES, "house_number": None, "confidence": "B"}
    (candidate,) = read_import_file(write(tmp_path / "a.geojson", (known, SPOT))).candidates
    assert (candidate.row, candidate.name, candidate.point) == ("G1", "Al Kabir", Point(4.91, 52.35))
    assert candidate.address.house_number == ""


def test_features_without_an_id_are_numbered(tmp_path: Path):
    known = {key: value for key, value in PROPERTIES.items() if key != "row"}
    found = read_import_file(write(tmp_path / "map.geojson", (known, SPOT), (known, SPOT))).candidates
    assert [candidate.row for candidate in found] == ["map-1", "map-2"]
    assert [candidate.origin.line for candidate in found] == [1, 2]


@pytest.mark.parametrize(
    ("properties", "geometry", "words"),
    [
        ({**PROPERTIES, "amenity": "x"}, SPOT, "columns that are not known: amenity"),
        ({"kind": "mosque", "name": "x"}, SPOT, "has no column source_licence, source_title, source_url"),
        ({**PROPERTIES, "kind": "moskee"}, SPOT, "feature 1: kind: 'moskee'"),
        (PROPERTIES, {"type": "LineString", "coordinates": [[4, 52], [5, 52]]}, "feature 1: is not a point"),
        (PROPERTIES, None, "feature 1: is not a point"),
    ],
)
def test_a_feature_that_cannot_be_used_is_named(tmp_path: Path, properties: Any, geometry: Any, words: str):
    with pytest.raises(InvalidData, match=r"^a\.geojson") as caught:
        read_import_file(write(tmp_path / "a.geojson", (properties, geometry)))
    assert words in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"{", b'{"type":"FeatureCollection"}', b"\xff\xfe\x00", b"row,kind\n"])
def test_a_file_that_is_no_map_gives_one_clear_error(tmp_path: Path, content: bytes):
    (tmp_path / "a.geojson").write_bytes(content)
    with pytest.raises(InvalidData, match=r"^a\.geojson: "):
        read_import_file(tmp_path / "a.geojson")
    with pytest.raises(InvalidData, match=r"^nowhere\.geojson: is not a file"):
        read_import_file(tmp_path / "nowhere.geojson")


@pytest.mark.parametrize("name", ["a.vrt", "innocent.geojson", "innocent.gpkg", "innocent.shp", "a.gml", "a.kml"])
def test_a_file_never_makes_us_ask_another_address(tmp_path: Path, name: str):
    asked = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)

        do_HEAD = do_GET

        def log_message(self, *_args: object) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"/vsicurl/http://127.0.0.1:{server.server_port}/a.geojson"
        (tmp_path / name).write_text(
            f'<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>{address}</SrcDataSource></OGRVRTLayer>'
            "</OGRVRTDataSource>"
        )
        with pytest.raises(InvalidData, match=name):
            read_import_file(tmp_path / name)
        server.shutdown()
    assert asked == []


@pytest.mark.parametrize(("name", "driver"), [("a.gpkg", "GPKG"), ("a.fgb", "FlatGeobuf"), ("a.shp", "ESRI Shapefile")])
def test_other_kinds_of_map_files_are_read_in_their_own_coordinates(tmp_path: Path, name: str, driver: str):
    import geopandas

    short = {key: PROPERTIES[key] for key in ("row", "kind", "name")}
    frame = geopandas.GeoDataFrame([short], geometry=geopandas.points_from_xy([121_687], [487_484]), crs="EPSG:28992")
    if driver != "ESRI Shapefile":  # whose names of columns are at most ten letters
        frame = frame.assign(**{key: PROPERTIES[key] for key in PROPERTIES if key not in short})
    frame.to_file(tmp_path / name, driver=driver)
    if driver == "ESRI Shapefile":
        with pytest.raises(InvalidData, match="has no column source_licence"):
            read_import_file(tmp_path / name)
        return
    (candidate,) = read_import_file(tmp_path / name).candidates
    assert (round(candidate.point.longitude, 3), round(candidate.point.latitude, 3)) == (4.898, 52.374)


def test_geojson_of_before_the_standard_may_name_its_coordinates(tmp_path: Path):
    path = write(tmp_path / "a.geojson", (PROPERTIES, {"type": "Point", "coordinates": [121_687, 487_484]}))
    told = json.loads(path.read_text()) | {"crs": {"type": "name", "properties": {"name": "EPSG:28992"}}}
    path.write_text(json.dumps(told))
    (candidate,) = read_import_file(path).candidates
    assert (round(candidate.point.longitude, 3), round(candidate.point.latitude, 3)) == (4.898, 52.374)
