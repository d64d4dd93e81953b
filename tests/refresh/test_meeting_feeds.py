"""Feeds of weekly meetings in the two documented shapes, read without what they say of people."""

import json
from datetime import date

import pytest

from finder.domain.geometry import BBox, Point, metres_between
from finder.domain.place import Address
from finder.refresh.client import SourceUnavailable
from finder.refresh.meeting_feeds import bmlt_address, bmlt_parameters, read_bmlt, read_tsml

TSML = {
    "name": "Zondag Rust",
    "slug": "zondag-rust-14",
    "day": 0,
    "time": "18:00",
    "end_time": "19:30",
    "location": "Wijkcentrum",
    "group": "De Groep",
    "notes": "Ask for Jan on 06 12345678",
    "updated": "2026-05-31 14:32:23",
    "url": "https://example.org/meetings/zondag-rust",
    "types": ["O", "W", "EN", "X"],
    "address": "Werfstraat 13",
    "city": "Haarlem",
    "postal_code": "2021 BP",
    "country": "NL",
    "latitude": 52.39,
    "longitude": 4.64,
    "contact_1_name": "Jan",
    "contact_1_phone": "06 12345678",
}
BMLT = {
    "id_bigint": "3277",
    "weekday_tinyint": "2",
    "venue_type": "1",
    "start_time": "19:30:00",
    "duration_time": "01:15:00",
    "formats": "O,WC",
    "longitude": "4.64",
    "latitude": "52.39",
    "meeting_name": "Maandagavond",
    "location_text": "Ecosol",
    "location_street": "Werfstraat 13",
    "location_municipality": "Haarlem",
    "location_postal_code_1": "2021bp",
    "comments": "Ask for Jan",
    "contact_phone_1": "06 12345678",
}


def tsml(**changes):
    (meeting,) = read_tsml(json.dumps([TSML | changes]).encode())
    return meeting


def bmlt(**changes):
    (meeting,) = read_bmlt(json.dumps([BMLT | changes]).encode())
    return meeting


def test_a_meeting_of_meeting_guide_is_read():
    meeting = tsml()
    assert (meeting.number, meeting.id, meeting.name) == (1, "zondag-rust-14", "Zondag Rust")
    assert (meeting.days, meeting.start, meeting.end) == ((6,), "18:00", "19:30")
    assert (meeting.venue, meeting.address) == ("Wijkcentrum", Address("Werfstraat", "13", "2021BP", "Haarlem"))
    assert meeting.point == Point(4.64, 52.39)
    assert (meeting.audience, meeting.languages) == (("women",), ("en",))
    assert (meeting.wheelchair, meeting.closed, meeting.away) == (True, False, "")
    assert (meeting.url, meeting.updated) == ("https://example.org/meetings/zondag-rust", date(2026, 5, 31))


def test_a_meeting_of_bmlt_is_read():
    meeting = bmlt()
    assert (meeting.id, meeting.name, meeting.days) == ("3277", "Maandagavond", (0,))
    assert (meeting.start, meeting.end) == ("19:30", "20:45")
    assert (meeting.venue, meeting.address) == ("Ecosol", Address("Werfstraat", "13", "2021BP", "Haarlem"))
    assert (meeting.wheelchair, meeting.closed, meeting.away, meeting.updated) == (True, False, "", None)


def test_nothing_that_is_said_of_people_is_read():
    for meeting in (tsml(), bmlt()):
        assert "Jan" not in repr(meeting)
        assert "06" not in repr(meeting)


@pytest.mark.parametrize(
    ("day", "days"), [(0, (6,)), ("1", (0,)), (6, (5,)), ([0, 1, 1], (0, 6)), (None, ()), ("", ())]
)
def test_days_of_meeting_guide_count_from_sunday(day, days):
    assert tsml(day=day).days == days


@pytest.mark.parametrize(("day", "days"), [("1", (6,)), ("2", (0,)), ("7", (5,))])
def test_days_of_bmlt_count_from_sunday_and_one(day, days):
    assert bmlt(weekday_tinyint=day).days == days


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Werfstraat 13, 2021BP Haarlem, Nederland", Address("Werfstraat", "13", "2021BP", "Haarlem")),
        ("Werfstraat 13-15, Haarlem, Nederland", Address("Werfstraat", "13-15", "", "Haarlem")),
        ("Haarlem, Nederland", Address("Haarlem", "", "", "Nederland")),
    ],
)
def test_an_address_in_one_line_is_taken_apart(text, address):
    assert tsml(address="", formatted_address=text).address == address


@pytest.mark.parametrize(
    ("changes", "why"),
    [({"types": ["TC"]}, "closed for a time"), ({"approximate": "yes"}, "not exact"), ({"types": ["C"]}, "")],
)
def test_where_nobody_can_go_is_told_of_meeting_guide(changes, why):
    assert why in tsml(**changes).away
    assert bool(tsml(**changes).away) is bool(why)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"venue_type": "2"}, "only online"),
        ({"venue_type": "3"}, ""),
        ({"venue_type": "", "formats": "VM"}, "only online"),
        ({"venue_type": "", "formats": "VM,HY"}, ""),
        ({"formats": "VM,TC"}, "closed for a time"),
    ],
)
def test_where_nobody_can_go_is_told_of_bmlt(changes, why):
    assert why in bmlt(**changes).away
    assert bool(bmlt(**changes).away) is bool(why)


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [("23:30:00", "01:00:00", "00:30"), ("9:05", "00:30", "09:35"), ("19:00", "", ""), ("", "01:00", "")],
)
def test_a_meeting_of_bmlt_ends_when_its_time_is_over(start, duration, end):
    assert bmlt(start_time=start, duration_time=duration).end == end


@pytest.mark.parametrize(
    "changes", [{"latitude": "0", "longitude": "0"}, {"latitude": "", "longitude": ""}, {"latitude": None}]
)
def test_a_server_without_a_position_has_none(changes):
    assert bmlt(**changes).point is None


@pytest.mark.parametrize("read", [read_tsml, read_bmlt])
@pytest.mark.parametrize("body", [b"", b"<html>", b"{}", b"[5]", b"[{}]", b"[" * 100_000, b'{"meetings": []}'])
def test_a_feed_that_is_not_as_documented_is_refused(read, body):
    with pytest.raises(SourceUnavailable, match="not as documented"):
        read(body)


@pytest.mark.parametrize("changes", [{"day": 7}, {"day": "Sunday"}, {"latitude": "north"}])
def test_a_field_that_is_not_as_documented_is_refused(changes):
    with pytest.raises(SourceUnavailable, match="not as documented"):
        tsml(**changes)


def test_a_bmlt_server_is_asked_for_the_circle_around_the_box():
    box = BBox(4.58, 52.27, 5.11, 52.44)
    asked = bmlt_parameters(box)
    assert (asked["switcher"], asked["lat_val"], asked["long_val"]) == ("GetSearchResults", "52.35500", "4.84500")
    middle = Point(4.845, 52.355)
    corners = [Point(x, y) for x in (box.west, box.east) for y in (box.south, box.north)]
    assert all(metres_between(middle, corner) / 1000 <= float(asked["geo_width_km"]) + 0.1 for corner in corners)
    assert bmlt_address("https://example.org/main_server/") == "https://example.org/main_server/client_interface/json/"
