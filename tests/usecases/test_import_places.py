"""Rows become places, and every row is accounted for."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.code_register import CodeRegister, CodeStatus, GatheringRegister
from finder.domain.errors import InvalidData
from finder.domain.geometry import Point
from finder.domain.place import Address
from finder.domain.vocabulary import PlaceKind, Reach, Religion, Status
from finder.formats.import_csv import ImportFile
from finder.merging.candidate import Candidate, Claim, Confidence, Origin, Position
from finder.merging.matching import Change
from finder.usecases.import_places import compare, import_places
from tests.merging.import_rows import AREAS, AT_DOOR, HERE, fact, fates, only_place, row, run, source, why

FAR = Point(4.95, 52.38)


def test_a_row_becomes_a_place_with_its_areas_and_sources():
    place = only_place(row(1, "De Meevaart", address=AT_DOOR, website="https://meevaart.nl/"))
    assert (place.municipality, place.location.district, place.location.neighbourhood) == (
        "Amsterdam",
        "Oost",
        "Dapperbuurt",
    )
    assert (place.name, place.website, place.address) == ("De Meevaart", "https://meevaart.nl/", AT_DOOR)
    assert place.sources == (source("2026-05-22"),)
    assert {str(said.value) for said in place.facts()} == {
        *("De Meevaart", "community_centre", str(HERE), str(AT_DOOR), "https://meevaart.nl/"),
    }
    assert not place.unverified


def test_rows_of_one_place_fill_each_other_up():
    main = row(1, "Elthetokerk", kind=PlaceKind.CHURCH, point=None, address=Address("Javastraat", "", "", "Amsterdam"))
    osm = row(2, "Eltheto", kind=PlaceKind.CHURCH, same_as="P1", address=replace(AT_DOOR, postcode=""), phone="020 1")
    poll = row(3, "Stembureau", same_as="P2", address=Address("", "", "1094HP", ""), subtype="polling_place")
    imported = run(main, osm, poll)
    (place,) = imported.places
    assert place.address == AT_DOOR
    assert (place.point, place.phone, place.identity.also_called) == (HERE, "020 1", ("Eltheto",))
    assert fates(imported) == {"P1": "taken", "P2": "merged", "P3": "merged"}


def test_a_repair_cafe_in_a_house_lends_the_house_no_name():
    cafe = row(
        2, "Repair café Westerpark", kind=PlaceKind.COMMUNITY_GROUP, same_as="P1", website="https://repair.example/"
    )
    place = only_place(row(1, "De Koperen Knoop"), cafe)
    assert place.identity.also_called == ()
    assert (place.website, place.contact.reaches) == ("https://repair.example/", {"website": Reach.GROUP})


def test_a_place_known_from_weak_sources_only_is_unverified():
    assert only_place(row(1, confidence=Confidence.C)).unverified
    assert not only_place(row(1, confidence=Confidence.C), row(2, same_as="P1", confidence=Confidence.B)).unverified


@pytest.mark.parametrize(
    ("candidate", "reason"),
    [
        (row(1, refuse="people sleep here"), "people sleep here"),
        (row(1, point=Point(52.37, 4.9)), "52.37, 4.9 lies outside the served area (longitude comes first)"),
        (row(1, point=Point(4.7, 52.35)), "lies outside Amsterdam"),
        (row(1, denominations=("calvinist",)), "denominations: 'calvinist' is not in the vocabulary"),
        (row(1, communities=("martian",)), "communities: 'martian' is not in the vocabulary"),
        (row(1, same_as="P9"), "its main row P9 is no row that makes a place"),
        (row(1, same_as="P1"), "its main row P1 is no row that makes a place"),
    ],
)
def test_a_row_is_refused_with_its_reason(candidate: Candidate, reason: str):
    imported = run(candidate, fact(1, "activity", "music"))
    assert imported.places == ()
    assert why(imported, "P1") == reason
    assert fates(imported)["W1"] == "refused"
    assert reason in why(imported, "W1")


def test_a_row_of_a_refused_place_is_refused_with_it():
    imported = run(row(1, refuse="a sports club"), row(2, same_as="P1"))
    assert why(imported, "P2") == "its main row P1 is refused: a sports club"


def test_a_place_without_a_position_is_placed_by_its_address_or_listed():
    lost = row(1, "De Schakel", point=None, address=Address("De Wittenkade", "109", "", "Amsterdam"))
    nameless = row(2, "Casa Migrante", point=None)
    imported = run(lost, nameless, fact(1, "activity", "music"))
    assert imported.places == ()
    assert [(one.row, one.reason) for one in imported.unplaced] == [
        ("P1", "its address is not in the gazetteer"),
        ("P2", "no source gives a house number"),
    ]
    assert fates(imported) == {"P1": "unplaced", "P2": "unplaced", "W1": "unplaced"}
    (place,) = run(lost, known=HERE).places
    assert (place.point, place.location.basis) == (HERE, "address")
    assert place.location.point.sources == place.location.address.sources


def test_a_geocoded_position_places_a_row_and_is_accounted_for():
    lost = row(1, point=None)
    positions = tuple(
        Position(Origin("geocoded.csv", n, f"P{n}"), HERE, source("2026-11-23", "pdok")) for n in (1, 2, 9)
    )
    files = [
        ImportFile("places.csv", (lost, row(2, "Noord", point=FAR))),
        ImportFile("geocoded.csv", positions=positions),
    ]
    imported = import_places(files, AREAS, lambda *address: None, CodeRegister(), GatheringRegister())
    placed = next(place for place in imported.places if place.name == lost.name)
    assert (placed.point, placed.location.basis) == (HERE, "address")
    assert source("2026-11-23", "pdok") in placed.sources
    told = [str(outcome.fate) for outcome in imported.outcomes if outcome.origin.file == "geocoded.csv"]
    assert told == ["taken", "superseded", "refused"]


def test_the_more_exact_position_wins_and_a_fact_may_give_it():
    rough = row(1, point=FAR, position_basis="postcode")
    exact = fact(1, "position", "4.9,52.35", note="source", day="2010")
    near = fact(2, "position", "4.93,52.35", note="neighbour: number 22", day="2026")
    imported = run(rough, exact, near)
    (place,) = imported.places
    assert (place.point, place.location.basis) == (HERE, "source")
    assert fates(imported) == {"P1": "taken", "W1": "taken", "W2": "superseded"}


def test_like_rows_are_merged_without_being_told():
    imported = run(row(1, "Huis van de Wijk De Meeuw"), row(2, "De Meeuw"), row(3, "De Evenaar"))
    assert fates(imported) == {"P1": "taken", "P2": "merged", "P3": "taken"}
    assert why(imported, "P2") == "same name 0 m away: Huis van de Wijk De Meeuw"


def test_a_row_id_may_stand_in_the_files_once():
    with pytest.raises(InvalidData, match=r"places\.csv, line 2 \(P1\): has the row id of places\.csv, line 2"):
        run(row(1), row(1))
    with pytest.raises(InvalidData, match="has the row id of facts"):
        run(row(1), fact(1, "activity", "music"), fact(1, "activity", "art"))


def test_worship_of_a_known_religion_is_a_church_mosque_or_temple():
    place = only_place(row(1, kind=PlaceKind.OTHER_WORSHIP), fact(1, "denomination", "eritrean_orthodox"))
    assert (place.kind, place.religion, place.belonging.basis) == (PlaceKind.CHURCH, Religion.CHRISTIAN, "source")
    assert place.denominations == ("eritrean_orthodox", "orthodox")
    assert place.belonging.religion.sources == place.belonging.denominations.sources == (source("", "page1"),)
    assert place.identity.kind.sources == (source("2026-05-22"), source("", "page1"))
    assert only_place(row(1, kind=PlaceKind.OTHER_WORSHIP)).religion is None
    meeting = fact(1, "kind", "other_worship")
    told = only_place(row(1, kind=PlaceKind.OTHER_WORSHIP), meeting, fact(2, "religion", "christian"))
    assert (told.kind, told.religion) == (PlaceKind.OTHER_WORSHIP, Religion.CHRISTIAN)


def test_what_a_source_says_of_religion_goes_before_the_kind_of_house():
    house = row(1, religion=Religion.NONE, religion_basis="kind")
    assert only_place(house).religion is Religion.NONE
    assert only_place(house, fact(1, "religion", "muslim")).religion is Religion.MUSLIM
    assert only_place(house, fact(1, "denomination", "salvation_army")).religion is Religion.CHRISTIAN


def test_status_comes_from_the_newest_source_with_its_words():
    old = fact(1, "status", "uncertain", day="2019", note="may close")
    new = fact(2, "status", "closed", day="2023", note="closed in March")
    imported = run(row(1), old, new)
    (place,) = imported.places
    assert (place.status, place.identity.status_note) == (Status.CLOSED, "closed in March")
    assert fates(imported)["W1"] == "superseded"


def test_two_ways_to_write_one_site_are_one():
    house = row(1, website="http://www.meevaart.nl/", phone="020-665 1234")
    site = fact(1, "website", "https://meevaart.nl", day="2020")
    phone = fact(2, "phone", "+31 20 665 1234", day="2020")
    assert fates(run(house, site, phone)) == {"P1": "taken", "W1": "merged", "W2": "merged"}


def test_codes_are_kept_and_moved_with_their_places():
    register = CodeRegister()
    first = {
        place.name: place.code for place in run(row(1, "Noord"), row(2, "Zuid", point=FAR), register=register).places
    }
    (merged,) = run(row(1, "Noord"), row(2, "Zuid", point=FAR, same_as="P1"), register=register).places
    assert merged.code == first["Noord"]
    moved = next(entry for entry in register.entries() if entry.code == first["Zuid"])
    assert (moved.status, moved.moved_to) == (CodeStatus.MOVED, first["Noord"])


def test_an_import_is_compared_with_what_was_there():
    register = CodeRegister()
    before = run(row(1, "Noord"), row(2, "Zuid", point=FAR), register=register).places
    codes = {place.name: place.code for place in before}
    after = run(row(1, "Noord", phone="020 1"), row(3, "Oost", point=FAR), register=register).places
    east = next(place.code for place in after if place.name == "Oost")
    assert compare(before, before) == dict.fromkeys(codes.values(), Change.SAME)
    told = {codes["Noord"]: Change.CHANGED, codes["Zuid"]: Change.GONE, east: Change.NEW}
    assert compare(before, after) == told


FIELDS = [
    ("activity", "music"),
    ("activity", "nothing"),
    ("community", "ghanaian"),
    ("religion", "muslim"),
    ("religion", "christian"),
    ("kind", "mosque"),
    ("need:meal", "yes"),
    ("need:meal", "no"),
    ("opening_hours", "Mo-Fr 10:00-17:00"),
    ("opening_hours", "Mo 10:00 || unknown"),
    ("gathering", "coffee"),
    ("phone", "020 1"),
    ("status", "closed"),
    ("address", "Javastraat 1||Amsterdam"),
    ("position", "4.91,52.36"),
    ("nonsense", "x"),
]


@st.composite
def rows(draw: st.DrawFn) -> tuple[Candidate | Claim, ...]:
    count = draw(st.integers(0, 6))
    ids = ["", *(f"P{number}" for number in range(1, count + 2))]
    made: list[Candidate | Claim] = [
        row(
            number,
            draw(st.sampled_from(["", "De Meeuw", "Huis van de Wijk De Meeuw", "Al Kabir"])),
            kind=draw(st.sampled_from([PlaceKind.COMMUNITY_CENTRE, PlaceKind.OTHER_WORSHIP, PlaceKind.MOSQUE])),
            point=draw(st.sampled_from([None, HERE, FAR, Point(4.7, 52.35), Point(52.0, 4.0)])),
            same_as=draw(st.sampled_from(ids)),
            refuse=draw(st.sampled_from(["", "", "a sports club"])),
            identifiers=draw(st.sampled_from([{}, {"osm": "n1"}])),
            source=source(draw(st.sampled_from(["", "2020", "2026-05"]))),
        )
        for number in range(1, count + 1)
    ]
    for number in range(1, draw(st.integers(0, 8)) + 1):
        field, value = draw(st.sampled_from(FIELDS))
        parts = {
            "refuse": draw(st.sampled_from(["", "", "too weak"])),
            "wording": draw(st.sampled_from(["", "Coffee"])),
        }
        day = draw(st.sampled_from(["", "2017-07", "2025"]))
        made.append(fact(number, field, value, draw(st.sampled_from(ids)), day, **parts))
    return tuple(made)


@given(rows())
def test_every_row_has_exactly_one_fate(items: tuple[Candidate | Claim, ...]):
    imported = run(*items)
    assert [outcome.origin for outcome in imported.outcomes] == [item.origin for item in items]
    codes = {place.code for place in imported.places}
    for outcome in imported.outcomes:
        assert (outcome.code in codes) == (outcome.fate in {"taken", "merged", "superseded"})
        assert outcome.why or outcome.fate == "taken"
    mains = Counter(
        outcome.code for outcome in imported.outcomes if outcome.origin.file == "places.csv" and outcome.fate == "taken"
    )
    assert mains == Counter(codes)


@given(rows())
def test_an_import_gives_the_same_again(items: tuple[Candidate | Claim, ...]):
    registers = {"register": CodeRegister(), "gathering_ids": GatheringRegister()}
    first = run(*items, **registers)
    issued = [register.entries() for register in registers.values()]
    again = run(*items, **registers)
    assert again == first
    assert [register.entries() for register in registers.values()] == issued
