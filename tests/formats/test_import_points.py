"""Map files with points are import files too."""

from __future__ import annotations

import json
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
