"""Address and position: the fullest and the most exact that is said, before anything is looked up."""

from __future__ import annotations

from dataclasses import replace

from finder.domain.geometry import Point
from finder.domain.place import Address
from finder.merging.gather import Gathered, Spot
from finder.merging.parse_claims import parse_claim
from tests.merging.import_rows import AT_DOOR, HERE, fact, row, source

FAR = Point(4.95, 52.38)
STREET = Address("Javastraat", "", "", "Amsterdam")


def gathered(*rows, claims=()):
    return Gathered(rows, [parse_claim(claim) for claim in claims])


def test_the_fullest_address_is_believed_whatever_its_age():
    full = fact(1, "address", "Javastraat 118|1094HP|Amsterdam", day="2010")
    found = gathered(row(1, address=STREET), claims=[full])
    assert found.address.value == AT_DOOR
    assert found.address.sources == (full.source,)


def test_a_postcode_comes_from_who_has_the_same_house():
    ours, theirs = row(1, address=replace(AT_DOOR, postcode="")), row(2, address=AT_DOOR, source=source("2020"))
    found = gathered(ours, theirs)
    assert found.address.value == AT_DOOR
    assert found.address.sources == (ours.source, theirs.source)
    next_door = row(2, address=replace(AT_DOOR, house_number="120"), source=source("2020"))
    assert gathered(ours, next_door).address.value.postcode == ""


def test_without_an_address_there_is_none():
    assert gathered(row(1)).address is None


def test_the_most_exact_position_is_believed_and_on_a_par_that_of_the_main_row():
    rough, exact = row(1, point=FAR, position_basis="postcode"), row(2, source=source("2010"))
    assert gathered(rough, exact).spot == Spot(HERE, "source", (exact.source,))
    assert gathered(row(1), replace(exact, point=FAR)).spot.point == HERE


def test_a_place_that_no_source_puts_anywhere_has_no_spot():
    assert gathered(row(1, point=None)).spot is None


def test_a_claim_a_building_away_says_the_same_and_further_on_something_else():
    near, far = fact(1, "position", "4.9004,52.35"), fact(2, "position", "4.91,52.35")
    ledger = gathered(row(1), claims=[near, far]).ledger
    assert {one.origin.row: str(one.fate) for one in ledger.outcomes("00000")} == {"W1": "merged", "W2": "superseded"}


def test_what_only_votes_or_meets_there_does_not_name_the_place():
    poll, cafe = row(2, subtype="polling_place"), row(3, kind="community_group")
    assert gathered(row(1), poll, cafe).like_main == [row(1)]
