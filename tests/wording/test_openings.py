"""When a place opens next, in words that hold on another day; and nobody is sent to a closed door without a warning."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from finder.domain.codes import issue_code
from finder.domain.errors import InvalidData
from finder.domain.geometry import Point
from finder.domain.place import Gathering, OpeningHours, PartialDate, Place, Source
from finder.domain.vocabulary import PlaceKind, Status
from finder.formats.geojson import format_places
from finder.i18n.locales import LOCALES
from finder.i18n.localizer import Localizer
from finder.web import create_app
from finder.web.settings import Settings
from finder.wording.openings import cautions, next_opening

WEDNESDAY_NOON = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
NEW = Source("https://example.org/new", "New", "facts", PartialDate("2026-11-01"))
OLD = Source("https://example.org/old", "Old", "facts", PartialDate("2017"))
PLACE = Place(issue_code("openings", ()), "De Proef", PlaceKind.DROP_IN, Point(4.91, 52.35), "Amsterdam")
PRAYER = Gathering("prayer", "Gebed", "FREQ=DAILY", "19:00", None, None, not_during="in summer", source=OLD)
VOICE = Localizer(LOCALES["nl"])


def _said(osm, source=NEW, **parts):
    place = replace(PLACE, hours=OpeningHours(osm, None, source), **parts)
    return [VOICE.text(phrase) for phrase in next_opening(place, WEDNESDAY_NOON)]


def test_an_open_place_says_until_when_and_when_again():
    assert _said("Mo-Fr 10:00-17:00") == [
        "Open op woensdag 25 november 2026, tot 17:00",
        "Open op donderdag 26 november 2026 om 10:00",
    ]


def test_a_shut_place_says_the_day_in_full():
    assert _said("Mo 10:00-17:00") == ["Open op maandag 30 november 2026 om 10:00"]


def test_old_hours_are_perhaps_and_carry_their_age():
    assert _said("Mo 10:00-17:00", OLD) == [
        "Misschien open op maandag 30 november 2026 om 10:00",
        "Tijden uit 2017: bel eerst",
    ]


def test_hours_that_nobody_knows_are_not_shut():
    assert _said(None) == ["Tijden uit 1 november 2026: bel eerst"]
    assert [VOICE.text(phrase) for phrase in next_opening(PLACE, WEDNESDAY_NOON)] == ["Tijden niet bekend"]
    assert _said('Mo-Su unknown "by appointment"') == ["Tijden uit 1 november 2026: bel eerst"]


@pytest.mark.parametrize("status", [Status.CLOSED, Status.MOVED])
def test_a_place_that_is_gone_opens_no_more(status):
    assert _said("24/7", status=status) == []
    assert cautions(replace(PLACE, status=status))


def test_only_a_place_without_doubt_has_no_warning():
    assert cautions(PLACE) == ()
    assert len(cautions(replace(PLACE, status=Status.UNCERTAIN, unverified=True))) == 2


def _client(tmp_path, place):
    file = tmp_path / "places.geojson"
    file.write_text(format_places([place]), "utf-8")
    return create_app(Settings(places=file), clock=lambda: WEDNESDAY_NOON).test_client()


@pytest.mark.parametrize("page", ["shortlist", "compare", "moved", "card", "card.html"])
def test_every_page_about_a_list_warns(tmp_path, page):
    data = {"code": PLACE.code, "near": "4.9,52.36"}
    doubtful = _client(tmp_path, replace(PLACE, unverified=True)).post(f"/nl/{page}", data=data).text
    assert "Deze plek komt uit een oude of onzekere bron. Bel eerst." in doubtful
    closed = (
        _client(tmp_path, replace(PLACE, status=Status.CLOSED, gatherings=(PRAYER,)))
        .post(f"/nl/{page}", data=data)
        .text
    )
    assert "Deze plek is dicht en gaat niet meer open." in closed
    assert "Bijeenkomst:" not in closed
    assert "19:00" not in closed


@pytest.mark.parametrize("page", ["compare", "card", "agenda", f"places/{PLACE.code}"])
def test_a_gathering_is_told_with_its_age_and_its_doubt(tmp_path, page):
    client = _client(tmp_path, replace(PLACE, gatherings=(PRAYER,)))
    answer = client.post(f"/nl/{page}", data={"code": PLACE.code}) if "/" not in page else client.get(f"/nl/{page}")
    assert "19:00" in answer.text
    assert "bron uit 2017" in answer.text
    assert "Niet elke week: bel eerst." in answer.text


def test_the_page_of_a_closed_place_names_no_next_time(tmp_path):
    client = _client(tmp_path, replace(PLACE, status=Status.CLOSED, gatherings=(PRAYER,)))
    assert "Volgende keer" not in client.get(f"/nl/places/{PLACE.code}").text


def test_a_damaged_register_of_codes_stops_the_start_and_not_a_visitor(tmp_path):
    register = tmp_path / "codes.csv"
    register.write_text("code,row,status,moved_to\nXXXXX,a,active,\n", "utf-8")
    with pytest.raises(InvalidData, match="line 2"):
        create_app(Settings(codes=register))
