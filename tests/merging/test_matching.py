"""When two candidates are one place, and when they stay apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from finder.domain.geometry import Point
from finder.domain.place import Address
from finder.domain.sourced import Source
from finder.domain.vocabulary import PlaceKind
from finder.merging.candidate import Candidate, Confidence, Origin
from finder.merging.matching import Change, Matcher, change, kinds_agree, name_likeness
from tests.places import a_place

SOURCE = Source("https://example.org/list", "A list", "facts only", None)
HERE = Point(4.9, 52.37)


def candidate(row: str, name: str, kind: PlaceKind = PlaceKind.COMMUNITY_CENTRE, **parts: object) -> Candidate:
    return replace(Candidate(Origin("a.csv", 2, row), kind, name, SOURCE, Confidence.A), **parts)


def found(known: Candidate, new: Candidate) -> bool:
    matcher = Matcher()
    matcher.add([known], known.row)
    match = matcher.find(new)
    assert match is None or (match.row == known.row and match.why)
    return match is not None


def metres_east(metres: float) -> Point:
    return Point(HERE.longitude + metres / 68_000, HERE.latitude)


def test_same_osm_id_is_one_place_whatever_the_name():
    osm = {"osm": "n1"}
    assert found(candidate("1", "De Boeg", identifiers=osm), candidate("2", "Iets anders", identifiers=osm))
    assert not found(
        candidate("1", "De Boeg", identifiers=osm), candidate("2", "Iets anders", identifiers={"osm": "n2"})
    )


def test_same_address_and_like_name_is_one_place():
    address = Address("Elandsgracht", "70", "1016TX", "Amsterdam")
    known = candidate("1", "Huis van de Wijk Het Claverhuis", address=address)
    assert found(known, candidate("2", "Claverhuis", address=replace(address, postcode="")))
    assert not found(known, candidate("2", "Claverhuis", address=replace(address, city="Haarlem")))


def test_congregations_in_one_building_stay_apart():
    address = Address("Bijlmerdreef", "1239", "", "Amsterdam")
    parts = {"kind": PlaceKind.CHURCH, "address": address, "point": HERE}
    house = candidate("1", "Charity's House", **parts)
    assert not found(house, candidate("2", "Pentecost Revival Church", **parts))
    assert found(house, candidate("2", "Charitys House", **parts))


def test_a_mosque_and_a_church_with_one_name_stay_apart():
    mosque = candidate("1", "De Ontmoeting", kind=PlaceKind.MOSQUE, point=HERE)
    assert not found(mosque, candidate("2", "De Ontmoeting", kind=PlaceKind.CHURCH, point=HERE))
    assert found(mosque, candidate("2", "De Ontmoeting", kind=PlaceKind.OTHER_WORSHIP, point=HERE))


@pytest.mark.parametrize(("metres", "same"), [(0, True), (100, True), (140, False), (900, False)])
def test_like_name_counts_only_nearby(metres: float, same: bool):
    known = candidate("1", "Koninkrijkszaal", kind=PlaceKind.CHURCH, point=HERE)
    assert found(known, candidate("2", "Koninkrijkszaal", kind=PlaceKind.CHURCH, point=metres_east(metres))) is same


def test_two_addresses_that_differ_are_two_places_even_next_door():
    parts = {"point": HERE, "name": "Bij Bosshardt"}
    known = candidate("1", address=Address("Loenermark", "317", "", "Amsterdam"), **parts)
    assert not found(known, candidate("2", address=Address("Loenermark", "319", "", "Amsterdam"), **parts))


def test_the_likest_of_several_is_chosen():
    matcher = Matcher()
    for row, name in (("1", "Buurtkamer Zeeburg"), ("2", "Buurtkamer Zeeburgereiland")):
        matcher.add([candidate(row, name, point=HERE)], row)
    match = matcher.find(candidate("3", "Zeeburgereiland", point=HERE))
    assert match is not None
    assert match.row == "2"


def test_names_are_alike_without_the_words_that_only_say_what_it_is():
    assert name_likeness("Huis van de Wijk De Meeuw", "Buurtcentrum De Meeuw") == 1
    assert name_likeness("Moskee Al Kabir", "Al-Kabir moskee") == 1
    assert name_likeness("Buurthuis", "Buurthuis") == 1
    assert name_likeness("Oranjekerk", "Oosterkerk") < 0.85


def test_kinds_agree_for_civic_houses_but_not_for_groups():
    assert kinds_agree(PlaceKind.DROP_IN, PlaceKind.COMMUNITY_CENTRE)
    assert not kinds_agree(PlaceKind.COMMUNITY_GROUP, PlaceKind.COMMUNITY_CENTRE)
    assert not kinds_agree(PlaceKind.LIBRARY, PlaceKind.COMMUNITY_CENTRE)


def test_change_of_a_place_is_new_same_changed_or_gone():
    place = a_place("De Boeg")
    assert change(None, place) is Change.NEW
    assert change(place, replace(place)) is Change.SAME
    assert change(place, a_place("De Nieuwe Boeg", code=place.code)) is Change.CHANGED
    assert change(place, None) is Change.GONE
