"""Rows about a place that must not be found are refused, each with the reason; what is kept back leaves nothing."""

from __future__ import annotations

import pytest

from finder.domain.code_register import CodeRegister
from finder.domain.geometry import Point
from finder.domain.vocabulary import Sensitivity
from finder.formats.places_file import format_places, parse_places
from finder.merging.candidate import Candidate
from tests.merging.import_rows import AREAS, AT_DOOR, fact, fates, only_place, row, run, source, why

NEVER, ON_REQUEST, OPEN = Sensitivity.NEVER, Sensitivity.ON_REQUEST, Sensitivity.OPEN
TOLD = "such a place is never published"


@pytest.mark.parametrize(
    ("candidate", "sort"),
    [
        (row(1, "Blijf-van-mijn-lijfhuis"), "looks like a women's refuge ('blijf van mijn lijfhuis'"),
        (row(1, "LHBTI-opvang"), "looks like a refuge for LGBTQ people ('lhbti opvang'"),
        (row(1, "COA asielzoekerscentrum"), "looks like housing of people who seek asylum"),
        (row(1, "Huiskerk bij familie Jansen"), "looks like the home of somebody"),
        (row(1, "De Brug", subtype="night_shelter"), "looks like a place where people sleep"),
        (row(1, "De Brug", tags={"social_facility": "shelter"}), "place where people sleep (social_facility=shelter)"),
        (row(1, "De Brug", sensitivity=NEVER), "sensitivity: this place is never published"),
    ],
)
def test_a_row_of_each_sort_is_refused_with_its_reason_and_gets_no_code(candidate: Candidate, sort: str):
    register = CodeRegister()
    imported = run(candidate, fact(1, "activity", "music"), register=register)
    assert imported.places == imported.unplaced == ()
    assert fates(imported) == {"P1": "refused", "W1": "refused"}
    assert sort in why(imported, "P1") == why(imported, "W1")
    assert register.assign([]) == {}


def test_what_one_source_says_is_enough_whichever_row_it_stands_in():
    imported = run(row(1, "De Brug"), row(2, "Nachtopvang De Brug", same_as="P1"))
    assert fates(imported) == {"P1": "refused", "P2": "refused"}
    assert why(imported, "P1").startswith("P2 looks like a place where people sleep")
    told = run(row(1, "De Brug"), fact(1, "also_called", "Nachtopvang De Brug"))
    assert told.places == ()
    assert why(told, "P1").startswith("W1 looks like a place where people sleep")
    assert run(row(1, "De Brug"), row(2, "De Brug", same_as="P1", sensitivity=NEVER)).places == ()


def test_who_runs_a_place_does_not_make_it_sensitive():
    assert only_place(row(1, "Inloophuis De Brug", operator="Stichting Nachtopvang")).name == "Inloophuis De Brug"


def test_a_gathering_that_tells_of_a_shelter_is_refused_alone():
    imported = run(row(1, "De Brug"), fact(1, "gathering", "other", wording="Winternachtopvang"))
    assert fates(imported) == {"P1": "taken", "W1": "refused"}
    assert TOLD in why(imported, "W1")


def test_somebody_who_looked_may_release_a_row_and_has_to_say_so():
    released = row(1, "Theater Het Blijf van mijn lijf", sensitivity=OPEN, note="a play, seen on 3 October 2026")
    place = only_place(released)
    assert place.sensitivity is OPEN
    (again,) = parse_places(format_places([place]))
    assert again == place
    silent = run(row(1, "Theater Het Blijf van mijn lijf", sensitivity=OPEN))
    assert why(silent, "P1") == "sensitivity: open needs a note that says who looked"


def test_an_address_on_request_leaves_nothing_but_phone_and_neighbourhood():
    kept_back = row(
        1,
        "Vrouwengroep",
        address=AT_DOOR,
        phone="020 123 4567",
        website="https://example.org/",
        identifiers={"mvzn": "MV1"},
        point=Point(4.905, 52.351),
        sensitivity=ON_REQUEST,
    )
    place = only_place(kept_back)
    text = format_places([place])
    assert place.phone == "020 123 4567"
    assert (place.location.neighbourhood, place.location.basis) == ("Dapperbuurt", "neighbourhood")
    assert place.point == AREAS.middle_around(kept_back.point) != kept_back.point
    for told in ("Javastraat", "1094HP", "MV1", 'https://example.org/"', "4.905"):
        assert told not in text
    assert parse_places(text) == (place,)


def test_an_address_on_request_needs_a_number_to_ask_it_a_position_and_no_page_of_the_object():
    silent = run(row(1, sensitivity=ON_REQUEST))
    assert why(silent, "P1") == "sensitivity: without a phone number nobody can ask for the address"
    nowhere = run(row(1, sensitivity=ON_REQUEST, point=None, phone="020 1", address=AT_DOOR))
    assert why(nowhere, "P1") == "its address is kept back, and no source gives its position"
    assert nowhere.unplaced == ()
    node = source(name="").__class__("https://www.openstreetmap.org/node/5", "OSM", "ODbL 1.0", None)
    assert "leads to the address" in why(run(row(1, sensitivity=ON_REQUEST, phone="020 1", source=node)), "P1")
    claimed = run(row(1, sensitivity=ON_REQUEST), fact(1, "phone", "020 1234567"))
    assert [place.phone for place in claimed.places] == ["020 1234567"]


def test_the_strictest_row_counts():
    place = only_place(
        row(1, "Vrouwengroep", sensitivity=OPEN, note="looked", phone="020 1", point=Point(4.91, 52.35)),
        row(2, "Vrouwengroep", same_as="P1", sensitivity=ON_REQUEST),
    )
    assert place.hides
