"""The field "from where": what was typed stays in it, and what it does not settle is asked with choices that do."""

from dataclasses import replace

import pytest

from finder.domain.geometry import Point
from finder.domain.place import Address
from finder.geocode.entries import FoundKind
from finder.geocode.found import Found, Lookup, Question
from finder.geocode.starting_point import PLACES_SOURCE, StartingPoint
from finder.search.names import NamedPlace
from finder.web.starting_point import StartingPointView, starting_point_view
from tests.places import a_hidden_place
from tests.wording.saying import all_said, place, said


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


LAMP = place(name="De Lamp", also_called=("Oude Lamp",), address=Address("Dam", "1", "1012 JS"))


def _named(there, name, likeness=1.0):
    return NamedPlace(there, name, likeness)


def test_a_place_of_the_name_can_be_opened_or_started_from():
    view = starting_point_view("oude lamp", StartingPoint(asked=Lookup(), named=(_named(LAMP, "Oude Lamp"),)), [])
    assert said(view.problem) == "Kies eerst welke plek je bedoelt."
    assert view.question.advice is None
    assert said(view.question.named.heading) == "Een plek die zo heet"
    (named,) = view.question.named.places
    assert (named.code, named.name, named.pictogram) == (LAMP.code, "De Lamp", "drop_in")
    assert said(named.about) == "Oude Lamp · Inloophuis · Dam 1, 1012 JS Amsterdam"
    assert (named.value, named.caution) == (f"De Lamp ({LAMP.code})", None)


def test_a_place_that_keeps_its_address_back_can_only_be_opened():
    hidden = a_hidden_place()
    view = starting_point_view("x", StartingPoint(asked=Lookup(), named=(_named(hidden, hidden.name),)), [])
    (named,) = view.question.named.places
    assert named.value == ""
    assert said(named.caution) == "Adres alleen via de telefoon."


def test_beside_a_start_that_is_settled_places_of_its_name_are_told_and_nothing_is_asked():
    view = starting_point_view("lamp", StartingPoint(WEST.point, WEST, named=(_named(LAMP, "De Lamp"),)), [])
    assert view.question is None
    assert [named.name for named in view.named.places] == ["De Lamp"]
    assert view.linked


def test_what_may_be_the_name_of_a_place_stands_in_no_address():
    at_a_place = replace(WEST, source=PLACES_SOURCE)
    assert not starting_point_view("De Lamp (T0001)", StartingPoint(WEST.point, at_a_place), []).linked
    assert not _asking("lamp").linked
    assert starting_point_view("", StartingPoint(), []).linked


def test_the_position_of_the_device_is_sent_again():
    assert starting_point_view("", StartingPoint(Point(4.95, 52.31)), []).here == "4.95,52.31"


def test_a_dot_is_sent_again_and_stands_in_no_address():
    view = starting_point_view("1057", StartingPoint(Point(4.95, 52.31), dot=True), [])
    assert (view.where, view.dot, view.here, view.linked, view.doubts) == ("1057", "4.95,52.31", "", False, ())
    assert starting_point_view("", StartingPoint(Point(4.95, 52.31)), []).dot == ""


def test_eight_starting_points_of_the_operator_are_buttons():
    assert starting_point_view("", StartingPoint(), [], [str(number) for number in range(9)]).own == list("01234567")


def test_what_is_not_known_stays_in_the_field_with_what_to_try():
    view = _asking("xyzzy")
    assert (view.where, view.question.choices) == ("xyzzy", ())
    assert said(view.problem) == "Dit kennen we niet. Probeer een postcode of een buurt."
    assert said(view.question.heading) == "Waar is dat?"
    assert said(view.question.advice) == "Probeer een postcode, een straat met nummer, of een halte."
