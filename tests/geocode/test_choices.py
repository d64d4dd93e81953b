"""Settling, or asking in words that differ."""

from dataclasses import replace

from finder.domain.geometry import Point
from finder.geocode.choices import MOST_CHOICES, asked, in_order, label, main_stops, settle, title
from finder.geocode.entries import FoundKind
from finder.geocode.found import Found, Lookup, Question
from finder.geocode.surroundings import Surroundings
from tests.geocode.small import ENTRIES, small_table

AROUND = Surroundings(small_table(), ENTRIES.names)


def found(kind: FoundKind, name: str, longitude: float, precision: int = 50, town: str = "Amsterdam") -> Found:
    return Found("", kind, Point(longitude, 52.37), precision, True, "test", name=name, town=town)


WEST = found(FoundKind.STREET, "Kade", 4.86)
CENTRE = found(FoundKind.STREET, "Kade", 4.89)


def test_title_says_what_a_stop_is_and_of_an_area_only_when_asked():
    assert title(found(FoundKind.METRO, "Zuid", 4.87)) == "Metro Zuid"
    assert title(found(FoundKind.METRO, "Station RAI", 4.87)) == "Station RAI"
    assert title(found(FoundKind.DISTRICT, "Zuid", 4.87)) == "Zuid"
    assert title(found(FoundKind.DISTRICT, "Zuid", 4.87), with_kind=True) == "Wijk Zuid"
    assert title(replace(WEST, number="12")) == "Kade 12"


def test_label_says_the_town_or_else_the_district_and_what_is_near():
    assert label(WEST) == "Kade, Amsterdam"
    assert label(replace(WEST, area="West", near="Molenpad")) == "Kade, West, bij Molenpad"
    assert label(found(FoundKind.TOWN, "Haarlem", 4.64, town="Haarlem")) == "Haarlem"
    assert label(found(FoundKind.TRAIN, "Haarlem", 4.64, town="Haarlem")) == "Station Haarlem, Haarlem"


def test_settle_takes_the_small_thing_that_holds_the_others():
    square = found(FoundKind.STREET, "Plein", 4.89, 200)
    assert settle([found(FoundKind.TRAM, "Plein", 4.8905), square]) == square


def test_settle_takes_things_on_one_spot_as_the_first_with_a_doubt_that_holds_all():
    train, metro = found(FoundKind.TRAIN, "Amstel", 4.918), found(FoundKind.METRO, "Amstel", 4.9205)
    assert settle([metro, train]) == replace(train, precision_metres=230)


def test_settle_takes_no_street_for_a_stop_at_its_far_end():
    assert settle([found(FoundKind.STREET, "Laan", 4.85, 1500), found(FoundKind.METRO, "Laan", 4.86)]) is None
    assert settle([WEST, CENTRE]) is None


def test_settle_takes_the_area_that_holds_the_others_of_its_name_however_large():
    district = found(FoundKind.DISTRICT, "Weesp", 4.90, 2900)
    assert settle([found(FoundKind.TOWN, "Weesp", 4.91, 2000), district]) == district


def test_asked_sets_namesakes_apart_by_district():
    choices = asked(Question.WHICH, [WEST, CENTRE], AROUND).choices
    assert [choice.label for choice in choices] == ["Kade, West", "Kade, Centrum"]
    assert not any(choice.certain for choice in choices)


def test_asked_sets_namesakes_in_one_district_apart_by_what_is_near():
    one = replace(WEST, point=Point(4.8521, 52.3702))
    other = replace(WEST, point=Point(4.869, 52.3705))
    choices = asked(Question.WHICH, [one, other], AROUND).choices
    assert [choice.label for choice in choices] == ["Kade, West, bij Molenpad", "Kade, West, bij Dijkplein"]


def test_asked_says_the_town_of_namesakes_in_two_towns():
    haarlem = replace(WEST, town="Haarlem", point=Point(4.64, 52.38))
    choices = asked(Question.WHICH, [WEST, haarlem], AROUND).choices
    assert [choice.label for choice in choices] == ["Kade, Amsterdam", "Kade, Haarlem"]


def test_asked_says_what_an_area_is_beside_a_street_of_its_name():
    area = found(FoundKind.NEIGHBOURHOOD, "Kade", 4.87)
    choices = asked(Question.WHICH, [WEST, area], AROUND).choices
    assert [choice.label for choice in choices] == ["Kade, Amsterdam", "Buurt Kade, Amsterdam"]


def test_asked_offers_what_no_words_set_apart_once_with_a_doubt_that_holds_both():
    far = replace(WEST, point=Point(5.05, 52.45))
    other = replace(far, point=Point(5.052, 52.45))
    (choice,) = asked(Question.WHICH, [far, other], AROUND).choices
    assert (choice.label, choice.point, choice.precision_metres) == ("Kade, Amsterdam", far.point, 190)


def test_asked_offers_each_thing_and_each_stop_once_and_not_too_many():
    train, metro = found(FoundKind.TRAIN, "Amstel", 4.918), found(FoundKind.METRO, "Amstelstation", 4.9185)
    assert [one.kind for one in asked(Question.MEANT, [train, train, metro], AROUND).choices] == [FoundKind.TRAIN]
    many = [found(FoundKind.STREET, f"Weg {number}", 4.8 + number / 1000) for number in range(30)]
    assert len(asked(Question.MEANT, many, AROUND).choices) == MOST_CHOICES


def test_asked_about_nothing_is_unknown():
    assert asked(Question.MEANT, [], AROUND) == Lookup()
    assert Lookup().unknown


def test_main_stops_leave_out_a_pier_or_tram_beside_a_station_only():
    station, pier = found(FoundKind.METRO, "Centraal", 4.90), found(FoundKind.FERRY, "Centraal", 4.905)
    far = found(FoundKind.TRAM, "Centraal", 4.95)
    assert list(main_stops([pier, station, far])) == [station, far]
    assert list(main_stops([pier])) == [pier]


def test_in_order_stations_come_before_streets_and_streets_before_tram_stops():
    kinds = [FoundKind.TRAM, FoundKind.STREET, FoundKind.METRO, FoundKind.TRAIN]
    assert [one.kind for one in in_order([found(kind, "A", 4.9) for kind in kinds])] == kinds[::-1]
