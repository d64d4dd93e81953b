"""What the pages about a list have in common."""

import pytest

from finder.domain.geometry import Point
from finder.domain.resolved_codes import Problem, ResolvedCodes, Trouble
from finder.domain.vocabulary import Status
from finder.geocode.starting_point import StartingPoint
from finder.web.starting_point import starting_point_view
from finder.web.together.list_view import list_view, place_line
from tests.wording.saying import OLD, all_said, place, said

PLACE = place()

FIELD = starting_point_view("", StartingPoint(Point(4.9, 52.37)), [])


def test_the_list_is_sent_on_by_its_codes_and_says_what_is_wrong():
    view = list_view(ResolvedCodes((PLACE,), (Problem("4F2AX", Trouble.UNKNOWN),)), FIELD, answered=True)
    assert view.codes == (PLACE.code,)
    assert all_said(view.problems) == ["4F2AX: deze code kennen we niet."]
    assert view.start is FIELD


@pytest.mark.parametrize(
    ("places", "answered", "form"), [((PLACE,), True, "list-form"), ((), True, ""), ((PLACE,), False, "")]
)
def test_only_a_list_that_was_sent_is_kept_in_another_language(places, answered, form):
    assert list_view(ResolvedCodes(places), FIELD, answered=answered).keeps_form == form


def test_a_place_is_told_with_what_to_beware_of_and_how_old_that_is():
    there = place(name="’t Huis", status=Status.MOVED, unverified=True, source=OLD, phone="020 1")
    line = place_line(there)
    assert (line.code, line.name, line.address, line.pictogram) == (there.code, "’t Huis", "Amsterdam", "drop_in")
    assert said(line.kind) == "Inloophuis"
    assert all_said(line.cautions) == [
        "Deze plek is verhuisd. Ga niet naar dit adres.",
        "Deze plek komt uit een oude of onzekere bron. Bel eerst.",
    ]
    assert said(line.information) == "Informatie uit 2017, niet nagevraagd"
