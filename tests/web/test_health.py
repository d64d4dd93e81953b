"""GET /health tells an operator what is served and what was refused, and nothing of visitors."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from finder.formats.places_file import read_places
from finder.web import create_app
from finder.web.services import services
from finder.web.settings import Settings
from tests.paths import DATA
from tests.published import publish

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
PLACES = read_places(DATA / "places.geojson")[:3]


@pytest.fixture
def app(tmp_path):
    return create_app(Settings(places=publish(tmp_path, PLACES)), clock=lambda: NOW)


def _look(app, times=1):
    with app.app_context():
        for _ in range(times):
            services().library.look()


def test_health_is_a_pass_with_what_is_served(app, client):
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/health+json"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    with app.app_context():
        version = services().library.current().version
    told = answer.get_json(force=True)
    assert told.pop("process")
    assert client.get("/healthz").get_json(force=True).keys() == {"process", *told}
    newest = max(place.information_date for place in PLACES if place.information_date)
    assert told.pop("daysOld") == (NOW.date() - newest.earliest()).days
    assert told == {
        "status": "pass",
        "version": version,
        "since": "2026-11-25T11:00:00.000+00:00",
        "places": 3,
        "newestSource": max(place.information_date.text for place in PLACES if place.information_date),
        "refused": None,
    }


def test_a_refused_file_is_a_warning_that_says_why_and_since_when(app, client, tmp_path):
    before = client.get("/health").get_json(force=True)
    (tmp_path / "places.geojson").write_text("{")
    _look(app, times=2)
    answer = client.get("/health")
    told = answer.get_json(force=True)
    assert answer.status_code == 200
    assert told["status"] == "warn"
    assert told["version"] == before["version"]
    assert told["refused"]["since"] == "2026-11-25T11:00:00.000+00:00"
    assert told["refused"]["why"].startswith("places.geojson: is not JSON")
    assert str(tmp_path) not in answer.text
    publish(tmp_path, PLACES[:2])
    _look(app)
    told = client.get("/health").get_json(force=True)
    assert (told["status"], told["places"], told["refused"]) == ("pass", 2, None)


def test_each_process_has_a_name_of_its_own_that_is_no_number_of_the_machine(client, monkeypatch):
    def name(number):
        monkeypatch.setattr("finder.web.health.os.getpid", lambda: number)
        return client.get("/health").get_json(force=True)["process"]

    assert name(4711) == name(4711) != name(4712)
    assert "4711" not in name(4711)


def test_pages_show_what_was_published_last(app, client, tmp_path):
    publish(tmp_path, PLACES[:1])
    _look(app)
    assert client.get("/api/v1/places").get_json(force=True)["numberMatched"] == 1
    assert client.get(f"/api/v1/places/{PLACES[2].code}").status_code == 404
    assert client.get(f"/nl/places/{PLACES[2].code}").status_code == 404
