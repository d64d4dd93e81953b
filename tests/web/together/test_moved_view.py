"""The list from a new address laid out: what is offered near it, and why."""

from finder.domain.resolved_codes import ResolvedCodes
from finder.domain.vocabulary import PlaceKind, Religion
from finder.geocode.starting_point import StartingPoint
from finder.search.similar import Measured, Shared, Similar
from finder.usecases.move_house import MovedPlace
from finder.web.starting_point import starting_point_view
from finder.web.together.list_view import list_view, place_line
from finder.web.together.moved_view import moved_view
from tests.wording.saying import place, said

PLACE = place()

LIST = list_view(ResolvedCodes((PLACE,)), starting_point_view("", StartingPoint(), []), answered=True)
FAR = Measured(PLACE, 17_400.0, 280, too_far=True)


def test_a_place_like_it_is_told_with_why_and_how_far():
    shared = (Shared("languages", "ti"), Shared("kinds", PlaceKind.CHURCH), Shared("religions", Religion.NONE))
    other = place(name="Nieuw", unverified=True)
    (moved,) = moved_view(LIST, [MovedPlace(FAR, Similar(other, 600.0, shared))]).places
    assert said(moved.far) == "17,4 km · Te ver om te lopen. Bewaar deze plek voor een bezoek."
    assert moved.line == place_line(PLACE)
    assert moved.alike.line == place_line(other)
    assert said(moved.alike.why) == "Tigrinya · Kerk"
    assert said(moved.alike.far) == "600 m · ongeveer 10 minuten lopen"


def test_where_nothing_is_like_it_nothing_is_told():
    (moved,) = moved_view(LIST, [MovedPlace(FAR, None)]).places
    assert moved.alike is None


def test_without_a_new_address_there_is_only_the_list():
    assert moved_view(LIST, ()).places == ()
    assert moved_view(LIST, ()).list is LIST
