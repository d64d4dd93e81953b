"""The field "from where": what was typed stays in it, and it sends back which of several was meant."""

from finder.domain.geometry import Point
from finder.geocode.entries import FoundKind
from finder.geocode.found import Found
from finder.geocode.starting_point import StartingPoint
from finder.i18n.phrases import Verbatim
from finder.web.options import Option
from finder.web.starting_point import StartingPointView, starting_point_view

EAST = Found("Kerkstraat, Amsterdam", FoundKind.STREET, Point(4.89, 52.37), 50, False, "bag")
WEST = Found("Kerkstraat, Haarlem", FoundKind.STREET, Point(4.63, 52.38), 50, False, "bag")


def test_an_empty_field_offers_the_known_names():
    assert starting_point_view("", StartingPoint(), ["Dam"]) == StartingPointView("", ["Dam"], False, (), "", None)


def test_several_of_a_name_are_offered_and_the_chosen_one_is_marked():
    view = starting_point_view("kerkstraat", StartingPoint(WEST.point, WEST, (EAST, WEST)), [])
    assert view.choices == (
        Option("4.89,52.37", Verbatim("Kerkstraat, Amsterdam"), "address", False),
        Option("4.63,52.38", Verbatim("Kerkstraat, Haarlem"), "address", True),
    )
    assert view.here == ""
    assert view.phrase == Verbatim("Kerkstraat, Haarlem")


def test_nobody_has_chosen_yet():
    view = starting_point_view("kerkstraat", StartingPoint(maybe=(EAST, WEST)), [])
    assert [choice.chosen for choice in view.choices] == [False, False]


def test_the_position_of_the_device_is_sent_again():
    assert starting_point_view("", StartingPoint(Point(4.95, 52.31)), []).here == "4.95,52.31"


def test_what_was_not_found_stays_in_the_field():
    view = starting_point_view("xyzzy", StartingPoint(not_found=True), [])
    assert (view.where, view.not_found) == ("xyzzy", True)
