"""A start in words: what was found and how far off it may be, or that it is where the device is."""

from dataclasses import replace

import pytest

from finder.domain.geometry import Point
from finder.geocode.entries import FoundKind
from finder.geocode.found import Found, Lookup, Question
from finder.geocode.starting_point import StartingPoint
from finder.i18n.locales import LOCALES
from finder.i18n.localizer import Localizer
from finder.search.names import NamedPlace
from finder.wording.starting_point import (
    choice_phrase,
    doubts_of,
    found_phrase,
    named_heading,
    question_phrase,
    starting_point_phrase,
    typed_phrase,
)
from tests.wording.saying import place

DAM = Point(4.893, 52.373)
PLAIN = str.maketrans("", "", "\u2066\u2067\u2068\u2069")


def _said(phrase, locale="nl"):
    return Localizer(LOCALES[locale]).text(phrase).translate(PLAIN)


def _found(precision):
    return Found("Dam, Amsterdam", FoundKind.STREET, DAM, precision, True, "bag")


def test_what_is_near_enough_goes_by_its_name():
    assert _said(found_phrase(_found(200))) == "Dam, Amsterdam"


def test_what_may_be_a_walk_away_says_how_far():
    assert _said(found_phrase(_found(210))) == "Dam, Amsterdam (ongeveer, 210 m)"
    assert _said(found_phrase(_found(1500)), "en") == "Dam, Amsterdam (about 1.5 km off)"


def test_a_position_of_the_device_is_where_i_am_now():
    assert _said(starting_point_phrase(StartingPoint(DAM))) == "Waar ik nu ben (ongeveer)"


def test_a_dot_is_called_so():
    assert _said(starting_point_phrase(StartingPoint(DAM, dot=True))) == "De stip op de kaart"


def test_what_was_found_goes_by_its_name_and_not_as_where_i_am():
    assert _said(starting_point_phrase(StartingPoint(DAM, _found(50)))) == "Dam, Amsterdam"


def test_without_a_start_nothing_is_said():
    assert starting_point_phrase(StartingPoint(asked=Lookup())) is None


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"precision_metres": 200}, []),
        ({"number_known": False}, ["We weten het huisnummer niet."]),
        ({"postcode_known": False}, ["Van deze postcode kennen we alleen de cijfers."]),
        (
            {"precision_metres": 210},
            ["We weten niet precies waar dit is. Daarom zeggen we ongeveer hoe ver."],
        ),
    ],
)
def test_what_is_not_known_of_a_start_is_said(parts, expected):
    found = replace(_found(50), **parts)
    assert [_said(doubt) for doubt in doubts_of(StartingPoint(DAM, found))] == expected


def test_of_a_device_and_of_nothing_no_doubt_is_said():
    assert doubts_of(StartingPoint(DAM)) == doubts_of(StartingPoint()) == ()


@pytest.mark.parametrize(
    ("parts", "dutch", "english"),
    [
        (
            {"name": "Postjesweg", "town": "Amsterdam", "area": "West", "near": "Hoofdweg"},
            "Postjesweg · West · bij Hoofdweg",
            "Postjesweg · West · near Hoofdweg",
        ),
        (
            {"name": "Kerkstraat", "number": "10", "town": "Haarlem"},
            "Kerkstraat 10 · Haarlem",
            "Kerkstraat 10 · Haarlem",
        ),
        (
            {"kind": FoundKind.TRAM, "name": "Postjesweg", "town": "Amsterdam"},
            "Halte Postjesweg · Amsterdam",
            "Stop Postjesweg · Amsterdam",
        ),
        (
            {"kind": FoundKind.TRAIN, "name": "Haarlem", "town": "Haarlem"},
            "Station Haarlem · Haarlem",
            "Haarlem station · Haarlem",
        ),
        (
            {"kind": FoundKind.TRAM, "name": "Stationsweg", "town": "Weesp"},
            "Stationsweg · Weesp",
            "Stationsweg · Weesp",
        ),
        (
            {"kind": FoundKind.NEIGHBOURHOOD, "name": "AMC", "town": "Amsterdam"},
            "AMC · Buurt · Amsterdam",
            "AMC · Neighbourhood · Amsterdam",
        ),
        ({"kind": FoundKind.TOWN, "name": "Haarlem", "town": "Haarlem"}, "Haarlem · Plaats", "Haarlem · Town"),
        ({}, "Dam, Amsterdam", "Dam, Amsterdam"),
    ],
)
def test_a_choice_says_what_it_is_and_what_sets_it_apart(parts, dutch, english):
    choice = replace(_found(50), **parts)
    assert (_said(choice_phrase(choice)), _said(choice_phrase(choice), "en")) == (dutch, english)


ONE, TWO = (_found(50),), (_found(50), _found(60))
SAME, LIKE = (NamedPlace(place(name=name), name, likeness) for name, likeness in (("De Lamp", 1.0), ("De Ramp", 0.8)))


@pytest.mark.parametrize(
    ("choices", "named", "question", "typed", "heading"),
    [
        ((), (SAME,), "Bedoel je dit?", "Je typte: lamp", "Een plek die zo heet"),
        (ONE, (SAME,), "Bedoel je één van deze?", "Je typte: lamp", "Een plek die zo heet"),
        ((), (LIKE,), "Bedoel je dit?", "Dit kennen we niet: lamp", "Een plek met een naam die hierop lijkt"),
        ((), (SAME, LIKE), "Bedoel je één van deze?", "Je typte: lamp", "Een plek die zo heet"),
    ],
)
def test_places_of_the_name_are_asked_about_too(choices, named, question, typed, heading):
    asked = Lookup(None, Question.MEANT if choices else None, choices)
    words = question_phrase(asked, named), typed_phrase(asked, "lamp", named), named_heading(named)
    assert [_said(each) for each in words] == [question, typed, heading]


@pytest.mark.parametrize(
    ("asked", "question", "typed"),
    [
        (Lookup(None, Question.WHICH, TWO), "Welke bedoel je?", "Er is meer dan één: kerkstraat"),
        (Lookup(None, Question.MEANT, TWO), "Bedoel je één van deze?", "Dit kennen we niet: kerkstraat"),
        (Lookup(None, Question.MEANT, ONE), "Bedoel je dit?", "Dit kennen we niet: kerkstraat"),
        (Lookup(), "Waar is dat?", "Dit kennen we niet: kerkstraat"),
    ],
)
def test_what_is_not_settled_is_asked_in_words_of_its_own(asked, question, typed):
    assert (_said(question_phrase(asked)), _said(typed_phrase(asked, "kerkstraat"))) == (question, typed)
