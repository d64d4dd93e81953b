"""What requests and commands share is read once, when it must be, and is one thing for one answer."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest

from finder.domain.clock import utc_now
from finder.domain.errors import InvalidData, InvalidInput
from finder.web import command_app, create_app
from finder.web.services import Services, public_address, services, snapshot
from finder.web.settings import Settings
from tests.paths import DATA

MISSING = Path("/nowhere")


def test_a_command_reads_no_file_before_it_asks():
    commanded = command_app(Settings(places=MISSING, gazetteer=MISSING))
    with commanded.app_context():
        assert services().settings.places == MISSING
        with pytest.raises(InvalidData):
            snapshot()
        with pytest.raises(InvalidData):
            _ = services().locator


@pytest.mark.parametrize("settings", [Settings(places=MISSING), Settings(gazetteer=MISSING), Settings(basemap=MISSING)])
def test_a_server_does_not_start_without_a_file(settings):
    with pytest.raises(InvalidData):
        create_app(settings)


def test_a_server_does_not_start_with_a_setting_that_cannot_be_used():
    with pytest.raises(InvalidInput):
        create_app(Settings(locatieserver="ftp://example.org"))


def test_one_request_sees_one_snapshot_whatever_is_published_meanwhile(app, monkeypatch):
    with app.app_context():
        seen = snapshot()
        monkeypatch.setattr(services().library, "_snapshot", object())
        assert snapshot() is seen
    with app.app_context():
        assert snapshot() is not seen


def test_a_page_lets_go_of_its_snapshot_when_it_is_sent_and_not_when_garbage_is_searched_for(app, client):
    served = app.extensions["samenplek"].library.current()
    client.get("/nl/")
    gc.collect()
    gc.disable()
    try:
        before = sys.getrefcount(served)
        client.get("/nl/agenda")
        client.get("/nl/places/ZZZZZ")
        assert sys.getrefcount(served) == before
    finally:
        gc.enable()


def test_what_was_read_once_is_not_read_again():
    shared = Services(Settings(), utc_now)
    assert shared.locator is shared.locator
    assert shared.library.current() is shared.library.current()


def test_the_basemap_is_remembered_and_not_sent_twice_to_a_browser_that_has_it(client):
    first = client.get("/basemap.geojson")
    assert first.content_type == "application/geo+json"
    assert first.data == (DATA / "basemap.geojson").read_bytes()
    assert first.headers["Cache-Control"] == "public, max-age=86400"
    again = client.get("/basemap.geojson", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_an_address_for_a_phone_is_the_operators_or_the_one_that_was_asked_for(app):
    with app.test_request_context("/nl/", base_url="http://host.example"):
        assert public_address("/nl/") == "http://host.example/nl/"
    commanded = command_app(Settings(public_url="https://samenplek.example"))
    with commanded.test_request_context("/nl/", base_url="http://host.example"):
        assert public_address("/nl/") == "https://samenplek.example/nl/"
