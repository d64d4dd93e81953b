"""Feeds of meetings asked again: all of them where one has changed, since their files hold all."""

import json
from datetime import date

import pytest

from finder.domain.code_register import CodeRegister, CodeStatus, IssuedCode
from finder.domain.geometry import BBox
from finder.domain.place import Address
from finder.refresh.client import Limits, PoliteClient
from finder.usecases.refresh_meetings import Feed, FeedFormat, houses, refresh_meetings
from tests.places import a_place
from tests.refresh.server import Told, serving
from tests.refresh.test_meeting_feeds import BMLT, TSML

BOX, TODAY = BBox(4.58, 52.27, 5.11, 52.44), date(2026, 11, 25)
NOWHERE = houses((), CodeRegister())


@pytest.fixture
def server():
    with serving() as told:
        yield told


def test_feeds_of_both_formats_are_asked_in_turn_and_again_only_where_one_has_changed(server):
    aa = server.tell(
        "/aa.json", Told(body=json.dumps([TSML]).encode(), headers={"ETag": '"1"'}), Told(304), Told(304),
        Told(body=json.dumps([TSML]).encode()),
    )  # fmt: skip
    new = json.dumps([BMLT | {"start_time": "20:00:00"}]).encode()
    server.tell(
        "/na/client_interface/json/",
        Told(body=json.dumps([BMLT]).encode(), headers={"ETag": '"2"'}), Told(304), Told(body=new),
    )  # fmt: skip
    feeds = [Feed("AA", FeedFormat.TSML, aa), Feed("NA", FeedFormat.BMLT, f"{server.url}/na/")]
    client = PoliteClient("operator@example.org", [server.url], Limits(pause=0))

    def refresh(known):
        return refresh_meetings(feeds, client, NOWHERE, BOX, known, TODAY)

    first = refresh({})
    assert (first.fetched, sorted(first.rows.facts)[:2]) == (
        2,
        ["MEET-aa-zondag-rust-14", "MEET-at-werfstraat-13-haarlem-wheelchair"],
    )
    assert refresh(first.versions) is None
    third = refresh(first.versions)
    assert third.rows.facts["MEET-na-3277"]["start"] == "20:00"
    assert third.rows.facts["MEET-aa-zondag-rust-14"]["start"] == "18:00"
    assert [asked.headers.get("If-None-Match") for asked in server.asked] == [
        None,
        None,
        '"1"',
        '"2"',
        '"1"',
        '"2"',
        None,
    ]
    assert server.asked[1].query["switcher"] == ["GetSearchResults"]


def test_a_published_house_is_known_by_the_row_that_its_code_was_issued_for():
    place = a_place("Ecosol", address=Address("Werfstraat", "13", "", "Haarlem"))
    register = CodeRegister([IssuedCode(place.code, "F0001", CodeStatus.ACTIVE, "")])
    assert houses([place], register).find("Ecosol", Address("Werfstraat", "13", "", "Haarlem")) == "F0001"
    assert houses([place], CodeRegister()).find("Ecosol", Address("Werfstraat", "13", "", "Haarlem")) is None
