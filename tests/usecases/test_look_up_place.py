"""One place by its code, with its opening state now."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from finder.domain.codes import issue_code
from finder.domain.errors import UnknownPlace
from finder.domain.place import OpeningHours
from finder.domain.vocabulary import Status
from finder.search.index import PlaceIndex
from finder.usecases.look_up_place import look_up_place
from tests.places import a_place

HOURS = OpeningHours("Mo-Su 09:00-17:00")
PLACE = a_place(hours=HOURS, status=Status.MOVED)
CODE = PLACE.code
INDEX = PlaceIndex([PLACE])
NOON = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)


def test_a_place_is_found_by_a_sloppy_code_also_when_it_is_gone():
    assert look_up_place(INDEX, f" {CODE.lower()} ", NOON).place is PLACE


@pytest.mark.parametrize(("hour", "state"), [(11, "open"), (2, "closed")])
def test_its_opening_state_is_that_of_now(hour, state):
    index = PlaceIndex([a_place(hours=HOURS)])
    assert look_up_place(index, CODE, NOON.replace(hour=hour)).opening.state == state


@pytest.mark.parametrize("typed", ["", "XXXXX", issue_code("somewhere else", ())])
def test_any_other_code_is_an_unknown_place(typed):
    with pytest.raises(UnknownPlace):
        look_up_place(INDEX, typed, NOON)
