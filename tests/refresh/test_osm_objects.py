"""Objects of OpenStreetMap: what is asked of Overpass, and the same objects out of its answer and out of a file."""

import json
from datetime import date

import osmium
import pytest

from finder.domain.errors import InvalidData
from finder.domain.geometry import BBox, Point
from finder.refresh.client import SourceUnavailable
from finder.refresh.osm_objects import overpass_query, read_osm_objects, read_overpass

BOX = BBox(4.58, 52.27, 5.11, 52.44)
MOSQUE = {"amenity": "place_of_worship", "religion": "muslim", "name": "De Proef"}
ANSWER = {
    "version": 0.6,
    "generator": "Overpass API",
    "osm3s": {"timestamp_osm_base": "2026-11-25T09:00:00Z", "copyright": "ODbL"},
    "elements": [
        {
            **{"type": "node", "id": 1, "lat": 52.36, "lon": 4.9, "timestamp": "2026-05-31T10:00:00Z", "version": 3},
            **{"changeset": 5, "user": "somebody", "uid": 7, "tags": MOSQUE},
        },
        {
            "type": "way",
            "id": 2,
            "center": {"lat": 52.37, "lon": 4.91},
            "nodes": [1, 2],
            "tags": {"amenity": "library"},
        },
        {"type": "relation", "id": 3, "tags": {"amenity": "library"}},
    ],
}


def test_overpass_is_asked_for_five_sorts_of_amenity_in_a_box_south_first():
    assert overpass_query(BOX) == (
        "[out:json][timeout:180][maxsize:67108864];"
        'nwr["amenity"~"^(place_of_worship|community_centre|social_centre|social_facility|library)$"]'
        "(52.27,4.58,52.44,5.11);out center meta;"
    )


def test_an_answer_gives_objects_with_their_middle_and_last_edit():
    node, way, relation = read_overpass(json.dumps(ANSWER).encode())
    assert (node.number, node.id, node.point, node.changed_on) == (1, "n1", Point(4.9, 52.36), date(2026, 5, 31))
    assert node.tags == MOSQUE
    assert (node.title, node.url) == ("node 1", "https://www.openstreetmap.org/node/1")
    assert (way.id, way.point, way.changed_on) == ("w2", Point(4.91, 52.37), None)
    assert (relation.url, relation.point) == ("https://www.openstreetmap.org/relation/3", None)


def test_who_edited_an_object_is_not_kept():
    assert "somebody" not in repr(read_overpass(json.dumps(ANSWER).encode()))


def test_an_answer_that_overpass_did_not_finish_is_refused():
    with pytest.raises(SourceUnavailable, match="did not finish: runtime error: Query timed out"):
        read_overpass(json.dumps({**ANSWER, "remark": "runtime error: Query timed out"}).encode())


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"<html>busy</html>", b"[]", b"{}", b'{"elements": 5}', b'{"elements": [{}]}', b"[" * 100_000),
        b'{"elements": [{"type": "area", "id": 1}]}',
        b'{"elements": [{"type": "node", "id": "x", "lat": 1, "lon": 1}]}',
        b'{"elements": [{"type": "node", "id": 1, "lat": "north", "lon": 1}]}',
        b'{"elements": [{"type": "node", "id": 1, "lat": 1, "lon": 1, "tags": []}]}',
        b'{"elements": [{"type": "node", "id": 1, "lat": 1, "lon": 1, "timestamp": "yesterday"}]}',
    ],
)
def test_an_answer_that_is_not_as_documented_is_refused(body):
    with pytest.raises(SourceUnavailable, match="as documented"):
        read_overpass(body)


OSM = """<?xml version="1.0"?><osm version="0.6">
<node id="1" version="1" lat="52.36" lon="4.90" timestamp="2026-05-31T10:00:00Z">
 <tag k="amenity" v="place_of_worship"/><tag k="name" v="De Proef"/></node>
<node id="2" version="1" lat="52.360" lon="4.910"/><node id="3" version="1" lat="52.360" lon="4.912"/>
<node id="4" version="1" lat="52.362" lon="4.912"/><node id="5" version="1" lat="52.362" lon="4.910"/>
<node id="6" version="1" lat="52.36" lon="4.92"><tag k="amenity" v="bench"/></node>
<node id="7" version="1" lat="53.36" lon="4.90"><tag k="amenity" v="library"/></node>
<way id="8" version="2" timestamp="2025-01-02T00:00:00Z">
 <nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="5"/><nd ref="2"/>
 <tag k="amenity" v="library"/><tag k="building" v="yes"/></way>
</osm>"""


def test_a_file_gives_each_object_of_the_box_once(tmp_path):
    (tmp_path / "city.osm").write_text(OSM, "utf-8")
    node, way = read_osm_objects(tmp_path / "city.osm", BOX)
    assert (node.number, node.id, node.changed_on) == (1, "n1", date(2026, 5, 31))
    assert (way.number, way.id, way.changed_on) == (2, "w8", date(2025, 1, 2))
    assert (way.point.longitude, way.point.latitude) == pytest.approx((4.911, 52.361))


def test_a_packed_file_gives_the_same(tmp_path):
    (tmp_path / "city.osm").write_text(OSM, "utf-8")
    with osmium.SimpleWriter(str(tmp_path / "city.osm.pbf")) as writer:
        for item in osmium.FileProcessor(str(tmp_path / "city.osm")):
            writer.add(item)
    assert list(read_osm_objects(tmp_path / "city.osm.pbf", BOX)) == list(read_osm_objects(tmp_path / "city.osm", BOX))


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(InvalidData):
        list(read_osm_objects(tmp_path / "none.osm", BOX))
