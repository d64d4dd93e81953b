"""OpenStreetMap asked again: what has changed, and nothing when nothing has."""

import json
from datetime import date

from finder.domain.geometry import BBox
from finder.refresh.client import Limits, PoliteClient
from finder.usecases.refresh_osm import read_osm_extract, refresh_osm
from tests.refresh.server import Told, serving
from tests.refresh.test_osm_objects import ANSWER, OSM

BOX, TODAY = BBox(4.58, 52.27, 5.11, 52.44), date(2026, 11, 25)


def test_overpass_is_asked_once_and_a_second_time_only_for_what_is_new():
    with serving() as server:
        version = {"Last-Modified": "Tue, 24 Nov 2026 08:00:00 GMT"}
        url = server.tell("/api/interpreter", Told(body=json.dumps(ANSWER).encode(), headers=version), Told(304))
        client = PoliteClient("operator@example.org", [url], Limits(pause=0))
        found = refresh_osm(url, client, BOX, {}, TODAY)
        assert (found.fetched, list(found.rows.places)) == (3, ["LIVE-n1"])
        assert refresh_osm(url, client, BOX, found.versions, TODAY) is None
        first, second = server.asked
        assert "nwr" in first.query["data"][0]
        assert second.headers["If-Modified-Since"] == version["Last-Modified"]


def test_a_file_is_read_without_a_network(tmp_path):
    (tmp_path / "city.osm").write_text(OSM, "utf-8")
    found = read_osm_extract(tmp_path / "city.osm", BOX, TODAY)
    assert (found.fetched, list(found.rows.places), len(found.rows.refused)) == (2, ["LIVE-n1"], 1)
