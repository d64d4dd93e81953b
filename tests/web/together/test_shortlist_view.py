"""The list of places laid out: what each place says, and the code to scan."""

import pytest

from finder.domain.listed_place import ListedPlace
from finder.domain.resolved_codes import ResolvedCodes
from finder.geocode.starting_point import StartingPoint
from finder.web.starting_point import starting_point_view
from finder.web.together.list_view import list_view
from finder.web.together.shortlist_view import shortlist_view
from tests.wording.saying import NOW, all_said, place, said

PLACE = place()

LIST = list_view(ResolvedCodes((PLACE,)), starting_point_view("", StartingPoint(), []), answered=True)
LINK = "https://samenplek.example/nl/shortlist#1.nl.4F2AX"


def _view(*listed, link=LINK):
    return shortlist_view(LIST, listed, link, NOW)


def test_a_place_says_when_it_opens_next_and_how_far_it_is():
    (kept,) = _view(ListedPlace(place(hours="Mo 10:00-12:00"), 600.0)).places
    assert kept.line.code == PLACE.code
    assert all_said(kept.opening) == ["Open op maandag 30 november 2026 om 10:00"]
    assert said(kept.far) == "600 m · ongeveer 10 minuten lopen"


def test_a_start_at_the_door_is_a_distance_and_no_start_is_none():
    at_the_door, nowhere = _view(ListedPlace(PLACE, 0.0), ListedPlace(PLACE, None)).places
    assert said(at_the_door.far).startswith("10 m")
    assert nowhere.far is None


def test_from_a_rough_start_only_kilometres_are_told():
    (kept,) = _view(ListedPlace(PLACE, 600.0, 250)).places
    assert said(kept.far) == "dichtbij"


@pytest.mark.parametrize(
    ("host", "only_here"),
    [("127.0.0.1:8000", True), ("localhost:8000", True), ("[::1]:8000", True), ("samenplek.example", False)],
)
def test_an_address_that_a_phone_cannot_reach_is_told(host, only_here):
    assert _view(link=f"http://{host}/nl/shortlist#1.nl").only_here is only_here


def test_the_code_is_drawn_only_where_there_is_a_list():
    assert _view().qr.startswith("<svg")
    assert _view(link="").qr == ""
    assert not _view(link="").only_here
