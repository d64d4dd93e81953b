"""Everything that has a name, as it is found."""

from dataclasses import replace

from finder.domain.geometry import Point
from finder.geocode.entries import Entries, FoundKind, KnownAddress, KnownPostcode
from finder.geocode.streets import street_table
from finder.geocode.things import VAGUE, Things, coded
from tests.geocode.small import ENTRIES, HERE, SOURCE, house, small_table, street

THINGS = Things(ENTRIES, (), small_table(), "test")
LONG = street("Dijk", "Amsterdam", Point(4.87, 52.37), 700)
INSIDE = street("DIJK", "Amsterdam", Point(4.875, 52.37), 50, (house(9, 4.875, 52.37),))
OUTSIDE = street("dijk", "Amsterdam", Point(4.89, 52.37), 50)


def test_called_finds_all_that_has_the_name_in_the_town():
    assert [(one.kind, one.town) for one in THINGS.called("kerkstraat", "")] == [
        (FoundKind.STREET, "Amsterdam"),
        (FoundKind.STREET, "Haarlem"),
    ]
    assert [one.town for one in THINGS.called("kerkstraat", "Haarlem")] == ["Haarlem"]
    assert THINGS.called("kerk", "") == []


def test_called_leaves_out_a_piece_within_the_reach_of_another_and_gives_all_the_same_name():
    things = Things(ENTRIES, (), street_table([OUTSIDE, INSIDE, LONG]), "test")
    found = things.called("dijk", "Amsterdam")
    assert [(one.name, one.point) for one in found] == [("Dijk", LONG.point), ("Dijk", OUTSIDE.point)]


def test_houses_of_a_street_in_pieces_is_the_piece_that_has_the_number():
    (found,) = THINGS.houses("lindestraat", "5", "")
    assert (found.kind, found.number, found.point) == (FoundKind.ADDRESS, "5", Point(4.8501, 52.38))
    assert [one.number_known for one in THINGS.houses("lindestraat", "7", "")] == [False, False]


def test_houses_of_a_street_of_known_doors_only():
    (found,) = THINGS.houses("wibautstraat", "131 d", "Amsterdam")
    assert (found.label, found.precision_metres) == ("Wibautstraat 131-D, 1091 GL Amsterdam", 20)
    (found,) = THINGS.houses("wibautstraat", "9", "Amsterdam")
    assert (found.kind, found.number_known) == (FoundKind.STREET, False)


def test_a_number_that_is_none_is_the_street():
    for number in ("0", "99999", "123456"):
        (found,) = THINGS.houses("kerkstraat", number, "Haarlem")
        assert (found.kind, found.number_known) == (FoundKind.STREET, False)


def test_a_door_in_a_street_of_the_table_makes_no_second_street():
    doors = (KnownAddress("Kerk straat", "9", "", "Haarlem", HERE, "test"),)
    things = Things(Entries({"test": SOURCE}, (), doors), (), small_table(), "test")
    assert len(things.called("kerkstraat", "Haarlem")) == 1
    assert things.houses("kerkstraat", "9", "Haarlem")[0].point == HERE


def test_a_railway_station_named_as_its_town_is_no_second_town():
    assert [one.kind for one in THINGS.called("haarlem", "")] == [FoundKind.TOWN]


def test_parts_are_of_a_street_alone():
    (street_alone,) = THINGS.called("lange weg", "")
    assert [part.area for part in THINGS.parts(street_alone)] == ["West", "West", "West", "Centrum"]


def test_a_street_in_which_the_number_is_not_known_has_parts_only_when_it_says_next_to_nothing():
    (long,) = THINGS.houses("lange weg", "999", "")
    assert long.precision_metres > VAGUE
    parts = THINGS.parts(long)
    assert len(parts) == 4
    assert not any(part.number_known for part in parts)
    assert THINGS.parts(replace(long, precision_metres=VAGUE)) == []
    assert THINGS.parts(THINGS.called("amc", "")[0]) == []


def test_coded_says_whether_the_whole_postcode_is_known():
    digits = KnownPostcode("1017", "Amsterdam", HERE, 850, "test")
    assert coded(digits, "1017").postcode_known
    assert not coded(digits, "1017ZZ").postcode_known
    assert coded(digits, "1017").label == "1017 Amsterdam"
