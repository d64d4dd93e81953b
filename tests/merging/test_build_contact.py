"""A place is reached by its own number where one is known, and nobody is told that another's is its own."""

from __future__ import annotations

from finder.domain.vocabulary import PlaceKind, Reach
from tests.merging.import_rows import fact, fates, only_place, row, run, source, why

SITE, OTHER_SITE = "https://huis.example/", "https://www.huis.example/oud"
CAFE = {"kind": PlaceKind.COMMUNITY_GROUP, "subtype": "repair_cafe", "same_as": "P1"}


def test_a_site_that_a_row_of_another_kind_has_is_the_site_of_the_place():
    church = row(2, "Huis", kind=PlaceKind.CHURCH, same_as="P1", website=SITE, phone="020 1234567")
    place = only_place(row(1, "Huis"), church)
    assert (place.website, place.phone, place.contact.reaches) == (SITE, "020 1234567", {})


def test_what_a_group_has_that_meets_there_is_told_to_be_that_of_the_group():
    place = only_place(row(1, "Huis"), row(2, "Repair café", website=SITE, email="repair@huis.example", **CAFE))
    assert (place.website, place.email) == (SITE, "repair@huis.example")
    assert place.contact.reaches == {"website": Reach.GROUP, "email": Reach.GROUP}
    assert not place.callable


def test_a_fact_about_the_row_of_a_group_is_that_of_the_group():
    place = only_place(row(1, "Huis"), row(2, "Repair café", **CAFE), fact(1, "phone", "06 12345678", place="P2"))
    assert (place.phone, place.contact.reaches, place.callable) == ("06 12345678", {"phone": Reach.GROUP}, False)


def test_its_own_number_is_believed_before_a_newer_one_of_its_office_and_that_before_one_of_a_group():
    own = fact(1, "phone", "020 1111111", day="2012")
    office = fact(2, "phone", "020 2222222", day="2025", terms=("office",))
    group = fact(3, "phone", "020 3333333", day="2026", terms=("group",))
    imported = run(row(1), own, office, group)
    (place,) = imported.places
    assert (place.phone, place.contact.reaches) == ("020 1111111", {})
    assert fates(imported) == {"P1": "taken", "W1": "taken", "W2": "superseded", "W3": "superseded"}
    without = only_place(row(1), office, group)
    assert (without.phone, without.contact.reaches, without.callable) == ("020 2222222", {"phone": Reach.OFFICE}, True)


def test_the_same_number_written_otherwise_is_said_as_well():
    imported = run(
        row(1, phone="020-1234567", source=source("2020")), fact(1, "phone", "+31 20 123 4567", day="2026-01")
    )
    assert fates(imported)["W1"] == "taken"
    older = run(row(1, phone="020-1234567"), fact(1, "phone", "+31 20 123 4567", day="2012"))
    assert fates(older)["W1"] == "merged"
    assert why(older, "W1").startswith("said as well by list")


def test_a_poll_lends_a_place_no_number():
    poll = row(2, "Stembureau", same_as="P1", subtype="polling_place", phone="14 020", website=OTHER_SITE)
    place = only_place(row(1), poll)
    assert (place.phone, place.website) == (None, None)


def test_an_email_of_a_place_is_told_with_who_says_so():
    place = only_place(row(1), fact(1, "email", "info@huis.example", day="2026"))
    assert (place.email, place.contact.email.source) == ("info@huis.example", source("2026", "page1"))
