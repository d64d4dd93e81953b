"""What requests and commands share is read once, when it must be, and is one thing for one answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from finder.domain.clock import utc_now
from finder.domain.errors import InvalidData, InvalidInput
from finder.web import command_app, create_app
from finder.web.services import Services, services, snapshot
from finder.web.settings import Settings

MISSING = Path("/nowhere")


def test_a_command_reads_no_file_before_it_asks():
    commanded = command_app(Settings(places=MISSING, gazetteer=MISSING))
    with commanded.app_context():
        assert services().settings.places == MISSING
        with pytest.raises(InvalidData):
            snapshot()
        with pytest.raises(InvalidData):
            _ = services().locator


@pytest.mark.parametrize("settings", [Settings(places=MISSING), Settings(gazetteer=MISSING)])
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


def test_what_was_read_once_is_not_read_again():
    shared = Services(Settings(), utc_now)
    assert shared.locator is shared.locator
    assert shared.library.current() is shared.library.current()
