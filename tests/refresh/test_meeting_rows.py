"""Meetings as gatherings of houses: those that we know, and new ones."""

from dataclasses import replace
from datetime import date

import pytest

from finder.domain.geometry import BBox, Point
from finder.domain.place import Address
from finder.domain.vocabulary import PlaceKind, Status
from finder.refresh.meeting import Meeting
from finder.refresh.meeting_rows import Houses, ReadFeed, meeting_rows
from tests.places import a_place

BOX = BBox(4.58, 52.27, 5.11, 52.44)
TODAY = date(2026, 11, 25)
THERE = Address("Werfstraat", "13", "2021BP", "Haarlem")
MEETING = Meeting(1, "m-1", "Rust", (0, 2), "19:30", "20:45", "Ecosol", THERE, Point(4.64, 52.39))
NOWHERE = Houses(())


def found(*meetings, houses=NOWHERE, label="NA", url="https://example.org/feed"):
    return meeting_rows([ReadFeed(label, url, meetings)], houses, BOX, TODAY)


def test_a_meeting_is_a_gathering_of_a_new_house_that_nobody_has_judged():
    rows, elsewhere = found(MEETING)
    (house,), (fact,) = rows.places.values(), rows.facts.values()
    assert (house["row"], house["kind"], house["name"]) == (
        "MEET-at-werfstraat-13-haarlem",
        "community_group",
        "Ecosol",
    )
    assert (house["street"], house["house_number"], house["longitude"]) == ("Werfstraat", "13", "4.6400000")
    assert house["confidence"] == "C"
    assert (fact["row"], fact["place"], fact["value"]) == ("MEET-na-m-1", house["row"], "support_group")
    assert (fact["rrule"], fact["start"], fact["end"]) == ("FREQ=WEEKLY;BYDAY=MO,WE", "19:30", "20:45")
    assert (fact["wording"], fact["note"]) == ("NA: Rust", "")
    assert (fact["source_url"], fact["source_date"]) == ("https://example.org/feed", "2026-11-25")
    assert (rows.refused, elsewhere) == ([], 0)


def test_a_meeting_says_for_whom_in_which_language_and_how_old_it_is():
    meeting = replace(
        MEETING,
        audience=("women",),
        languages=("en", "pl"),
        closed=True,
        wheelchair=True,
        url="https://example.org/m-1",
        updated=date(2026, 5, 31),
    )
    rows, _ = found(meeting)
    gathering, wheelchair = rows.facts.values()
    assert (gathering["audience"], gathering["languages"]) == ("women", "en;pl")
    assert gathering["note"] == "closed: only for people who have the problem themselves"
    assert (gathering["source_url"], gathering["source_date"]) == ("https://example.org/m-1", "2026-05-31")
    assert (wheelchair["field"], wheelchair["value"]) == ("need:wheelchair", "yes")


def test_two_fellowships_in_one_house_give_one_place():
    feeds = [ReadFeed(label, "https://example.org/", (replace(MEETING, wheelchair=True),)) for label in ("AA", "NA")]
    rows, _ = meeting_rows(feeds, NOWHERE, BOX, TODAY)
    assert len(rows.places) == 1
    assert sorted(rows.facts) == ["MEET-aa-m-1", "MEET-at-werfstraat-13-haarlem-wheelchair", "MEET-na-m-1"]
    assert rows.refused == []


def test_a_meeting_in_a_house_that_we_know_is_a_gathering_of_that():
    place = a_place("Ecosol", PlaceKind.COMMUNITY_CENTRE, address=replace(THERE, postcode=""))
    rows, _ = found(MEETING, houses=Houses([(place, "F0001")]))
    assert (rows.places, rows.facts["MEET-na-m-1"]["place"]) == ({}, "F0001")


@pytest.mark.parametrize(
    ("place", "row"),
    [
        (a_place("Ecosol", address=replace(THERE, house_number="15")), "F0001"),
        (a_place("Ecosol", address=replace(THERE, city="Amsterdam")), "F0001"),
        (a_place("Ecosol", address=THERE, status=Status.CLOSED), "F0001"),
        (a_place("Ecosol", address=THERE), ""),
    ],
)
def test_another_number_another_city_a_house_that_is_gone_or_made_by_hand_is_not_that_house(place, row):
    assert Houses([(place, row)]).find("Ecosol", THERE) is None


def test_of_several_at_one_address_the_one_of_that_name_is_meant_or_none():
    church, mosque = (a_place(name, address=THERE) for name in ("Kerk Ecosol", "Moskee El Tawheed"))
    houses = Houses([(church, "F0001"), (mosque, "F0002")])
    assert houses.find("Ecosol", THERE) == "F0001"
    assert houses.find("El Tawheed", THERE) == "F0002"
    assert houses.find("Buurthuis", THERE) is None
    assert Houses([(church, "F0001"), (church, "F0003")]).find("Ecosol", THERE) is None


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"away": "is only online"}, "is only online"),
        ({"days": ()}, "has no day and hour"),
        ({"start": ""}, "has no day and hour"),
        ({"point": None, "address": Address("Haarlem", "", "", "")}, "neither a position nor a house number"),
        ({"start": "half acht"}, "half acht"),
        ({"venue": "", "address": Address()}, "name is empty"),
    ],
)
def test_a_meeting_where_nobody_can_go_is_refused_with_the_reason(changes, why):
    rows, _ = found(replace(MEETING, **changes))
    (refused,) = rows.refused
    assert (refused.number, refused.what) == (1, "NA m-1")
    assert why in refused.why
    assert rows.facts == {}


def test_a_meeting_outside_of_the_box_is_only_counted():
    rows, elsewhere = found(replace(MEETING, point=Point(5.5, 52.39)))
    assert (rows.places, rows.facts, rows.refused, elsewhere) == ({}, {}, [], 1)


def test_a_meeting_without_a_position_has_its_address_looked_up_by_the_import():
    rows, _ = found(replace(MEETING, point=None))
    assert rows.places["MEET-at-werfstraat-13-haarlem"]["longitude"] == ""
    assert len(rows.facts) == 1


def test_a_meeting_at_the_home_of_somebody_leaves_nothing_but_the_reason():
    rows, _ = found(replace(MEETING, venue="Bij familie De Vries"))
    assert (rows.places, rows.facts) == ({}, {})
    assert [each.sensitive for each in rows.refused] == [True]


def test_ids_of_other_scripts_stay_apart():
    rows, _ = found(*(replace(MEETING, id=name) for name in ("Εν", "Δύο")))
    assert len(rows.facts) == 2
