"""The field "from where": what was typed stays in it, and what it does not settle is asked with choices that do."""

from dataclasses import replace

import pytest

from finder.domain.geometry import Point
from finder.geocode.entries import FoundKind
from finder.geocode.found import Found, Lookup, Question
from finder.geocode.starting_point import StartingPoint
from finder.web.starting_point import StartingPointView, starting_point_view
from tests.wording.saying import all_said, said


def _found(label, kind=FoundKind.STREET):
    return Found(label, kind, Point(4.89, 52.37), 50, False, "bag")


EAST, WEST = _found("Kerkstraat, Amsterdam"), _found("Kerkstraat, Haarlem")


def _asking(where, question=None, *choices):
    return starting_point_view(where, StartingPoint(asked=Lookup(None, question, choices)), [])


def test_an_empty_field_offers_the_known_names():
    assert starting_point_view("", StartingPoint(), ["Dam"]) == StartingPointView("", ["Dam"], "", None)


def test_what_is_settled_is_said_and_nothing_is_asked():
    view = starting_point_view("kerkstraat haarlem", StartingPoint(WEST.point, WEST), [])
    assert (said(view.phrase), view.question, view.problem, view.here) == ("Kerkstraat, Haarlem", None, None, "")


def test_how_far_off_a_start_may_be_is_said_and_counted_with():
    view = starting_point_view("1057", StartingPoint(WEST.point, replace(WEST, precision_metres=1100)), [])
    assert view.doubt == 1100
    assert len(view.doubts) == 1
    assert starting_point_view("", StartingPoint(WEST.point), []).doubt == 0


def test_several_of_a_name_are_offered_each_by_the_words_that_settle_it():
    view = _asking("kerkstraat", Question.WHICH, EAST, WEST)
    assert said(view.problem) == "Kies eerst welke plek je bedoelt."
    asked = view.question
    assert (said(asked.heading), said(asked.typed)) == ("Welke bedoel je?", "Er is meer dan één: kerkstraat")
    assert [choice.value for choice in asked.choices] == ["Kerkstraat, Amsterdam", "Kerkstraat, Haarlem"]
    assert all_said([choice.word for choice in asked.choices]) == ["Kerkstraat, Amsterdam", "Kerkstraat, Haarlem"]
    assert asked.advice is None


@pytest.mark.parametrize(
    ("kind", "pictogram"),
    [
        (FoundKind.STREET, "address"),
        (FoundKind.ADDRESS, "address"),
        (FoundKind.DISTRICT, "map"),
        (FoundKind.METRO, "where"),
    ],
)
def test_a_choice_has_the_pictogram_of_its_kind(kind, pictogram):
    view = _asking("zuid", Question.WHICH, _found("Zuid", kind), EAST)
    assert view.question.choices[0].pictogram == pictogram


def test_the_position_of_the_device_is_sent_again():
    assert starting_point_view("", StartingPoint(Point(4.95, 52.31)), []).here == "4.95,52.31"


def test_what_is_not_known_stays_in_the_field_with_what_to_try():
    view = _asking("xyzzy")
    assert (view.where, view.question.choices) == ("xyzzy", ())
    assert said(view.problem) == "Dit kennen we niet. Probeer een postcode of een buurt."
    assert said(view.question.heading) == "Waar is dat?"
    assert said(view.question.advice) == "Probeer een postcode, een straat met nummer, of een halte."
