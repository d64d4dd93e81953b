"""The basemap that the server sends is checked when it starts, not when somebody opens the map."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from finder.basemap.served import read_served_basemap
from finder.domain.errors import InvalidData
from tests.paths import DATA

FEATURE = {
    "properties": {"layer": "park"},
    "geometry": {"type": "LineString", "coordinates": [[4.9, 52.3], [4.8, 52.3]]},
}


def _file(folder: Path, *features: object) -> Path:
    path = folder / "basemap.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path


def test_the_file_is_sent_as_it_stands_and_other_bytes_have_another_tag(tmp_path: Path):
    real = read_served_basemap(DATA / "basemap.geojson")
    assert real.content == (DATA / "basemap.geojson").read_bytes()
    other = read_served_basemap(_file(tmp_path, FEATURE))
    assert other.etag != real.etag
    assert other.etag == read_served_basemap(_file(tmp_path, FEATURE)).etag


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b"{}", b'{"features":[]}', b"[" * 100_000])
def test_what_is_no_basemap_is_refused(tmp_path: Path, content: bytes):
    path = tmp_path / "basemap.geojson"
    path.write_bytes(content)
    with pytest.raises(InvalidData, match=r"^basemap\.geojson"):
        read_served_basemap(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(InvalidData, match="cannot be read"):
        read_served_basemap(tmp_path / "none.geojson")


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        {},
        {**FEATURE, "properties": {"layer": "moat"}},
        {**FEATURE, "geometry": None},
        {**FEATURE, "geometry": {"type": "Circle", "coordinates": [4.9, 52.3]}},
        {**FEATURE, "geometry": {"type": "Point", "coordinates": []}},
        {**FEATURE, "geometry": {"type": "Point", "coordinates": [4.9]}},
        {**FEATURE, "geometry": {"type": "Point", "coordinates": ["4.9", "52.3"]}},
        {**FEATURE, "geometry": {"type": "Point", "coordinates": [4.9, 95]}},
        {**FEATURE, "geometry": {"type": "Point", "coordinates": [float("nan"), 52.3]}},
        {**FEATURE, "geometry": {"type": "LineString", "coordinates": [[4.9, 52.3], [185, 52.3]]}},
    ],
)
def test_a_feature_that_no_browser_can_draw_is_named(tmp_path: Path, wrong: object):
    with pytest.raises(InvalidData, match="feature 1: cannot be drawn"):
        read_served_basemap(_file(tmp_path, FEATURE, wrong))
