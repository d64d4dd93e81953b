"""The small map of areas is read whole, or refused with the feature that is wrong."""

import json
from pathlib import Path

import pytest

from finder.domain.errors import InvalidData
from finder.domain.geometry import Point
from finder.formats.areas import read_areas

SQUARE = {"type": "Polygon", "coordinates": [[[4.9, 52.3], [4.91, 52.3], [4.91, 52.31], [4.9, 52.31], [4.9, 52.3]]]}


def test_areas_are_read_by_their_level(tmp_path: Path):
    made = {"properties": {"level": "district", "name": "Oost"}, "geometry": SQUARE}
    (tmp_path / "areas.geojson").write_text(json.dumps({"features": [made]}))
    here = read_areas(tmp_path / "areas.geojson").locate(Point(4.905, 52.305))
    assert (here.municipality, here.district, here.neighbourhood) == (None, "Oost", None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[]", "cannot be read"),
        ('{"features":[{}]}', "feature 0"),
        (
            '{"features":[{"properties":{"level":"street","name":"x"},"geometry":{"type":"Point","coordinates":[4,52]}}]}',
            "0",
        ),
        ('{"features":[{"properties":{"level":"district","name":"x"},"geometry":{"type":"Polygon"}}]}', "feature 0"),
    ],
)
def test_a_damaged_map_of_areas_is_named(tmp_path: Path, text: str, words: str):
    (tmp_path / "areas.geojson").write_text(text)
    with pytest.raises(InvalidData, match=words):
        read_areas(tmp_path / "areas.geojson")
