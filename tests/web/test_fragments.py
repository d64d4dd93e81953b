"""Parts of pages that are made once: never in the wrong language, never with what another visitor chose."""

import gc
from datetime import UTC, date, datetime

from finder.web import create_app, fragments
from finder.web.services import services

SEARCH = {"go": "1", "where": "1091 GB"}


def _search(client, locales="nl", **form):
    """The page without what fills it up, which is different each time."""
    return client.post(f"/{locales}/", data={**SEARCH, **form}).text.rpartition("\n<!-- ")[0]


def test_a_page_reads_the_same_whatever_was_asked_before(client):
    fragments._kept.clear()
    fresh = _search(client, kind="mosque", need="meal")
    _search(client, kind="church", language="ti")
    client.get("/nl/agenda")
    assert _search(client, kind="mosque", need="meal") == fresh


def test_every_pair_of_languages_has_its_own_parts(client):
    fragments._kept.clear()
    dutch, both, arabic = (_search(client, locales) for locales in ("nl", "nl+ar", "ar"))
    assert "say-second" not in dutch
    assert "Zet op de lijst" in dutch
    assert "Zet op de lijst" in both
    assert "Zet op de lijst" not in arabic
    assert _search(client, "nl") == dutch


def test_nothing_that_is_kept_tells_what_somebody_chose(client, app):
    fragments._kept.clear()
    _search(client, language="ti", kind="church", need="shower")
    with app.app_context():
        kept = fragments._kept[services().library.current()]
    assert kept
    assert {key[2] for key in kept} <= {"languages", "hit name", "hit facts", "hit button"}
    assert not any("checked" in part for part in kept.values())


def test_what_is_kept_goes_with_its_snapshot(app):
    class Gone:
        pass

    snapshot = Gone()
    fragments._kept[snapshot] = {("", "nl", "x"): "y"}
    before = len(fragments._kept)
    del snapshot
    gc.collect()
    assert len(fragments._kept) == before - 1


def test_the_start_page_is_made_anew_each_day_and_for_each_pair_of_languages(app, client, monkeypatch):
    fragments._pages.clear()
    made = []
    monkeypatch.setattr("finder.web.finder.search.kept_page", lambda day, make: made.append(day) or make())
    assert client.get("/nl/").status_code == 200
    assert made == [date(2026, 11, 25)]
    with app.test_request_context("/nl/"):
        first, second = date(2026, 11, 25), date(2026, 11, 26)
        assert fragments.kept_page(first, lambda: "one") == "one"
        assert fragments.kept_page(first, lambda: "two") == "one"
        assert fragments.kept_page(second, lambda: "two") == "two"
    with app.test_request_context("/en/"):
        assert fragments.kept_page(second, lambda: "three") == "three"


def test_the_agenda_that_nobody_asked_anything_of_drops_what_is_over_since_it_was_made():
    hour = 8
    client = create_app(clock=lambda: datetime(2026, 11, 25, hour, tzinfo=UTC)).test_client()
    morning = client.get("/nl/agenda").text
    assert client.get("/nl/agenda").text == morning
    hour = 22
    night = client.get("/nl/agenda").text
    assert morning.count('<li class="fact">') > night.count('<li class="fact">')


def test_too_many_parts_make_it_start_anew(client, monkeypatch):
    fragments._kept.clear()
    monkeypatch.setattr(fragments, "MOST_KEPT", 10)
    page = _search(client)
    assert all(len(parts) <= 10 for parts in fragments._kept.values())
    assert page == _search(client)
