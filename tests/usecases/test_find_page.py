"""One page of hits, each with its opening state at the moment that was asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from finder.domain.filters import Filters, Stretch
from finder.domain.place import OpeningHours
from finder.domain.vocabulary import PlaceKind, Status
from finder.search.index import PlaceIndex
from finder.search.names import PlaceNames
from finder.usecases.find_page import find_named, find_page
from tests.places import a_place

ANY = Filters()
NOON = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)


INDEX = PlaceIndex([a_place(name, hours=OpeningHours("Mo-Su 09:00-17:00")) for name in ("Aap", "Noot", "Mies")])


def test_a_page_starts_where_it_is_asked_to_and_tells_the_number_of_all():
    found = find_page(INDEX, Filters(), NOON, limit=1, offset=1)
    assert [hit.place.name for hit in found.hits.items] == ["Mies"]
    assert found.hits.total == 3
    assert len(found.openings) == 1


def test_by_name_the_likeliest_come_first_and_filters_still_hold():
    lamp, ramp = a_place("De Lamp"), a_place("De Ramp", kind=PlaceKind.CHURCH)
    names = PlaceNames([ramp, a_place("Noot"), lamp, a_place("Oude Lamp", status=Status.CLOSED)])

    def found(text, filters=ANY, limit=9, offset=0):
        page = find_named(names, text, filters, NOON, limit=limit, offset=offset)
        assert len(page.openings) == len(page.hits.items)
        return page.hits.total, [hit.place.name for hit in page.hits.items]

    assert found("damp") == (2, ["De Lamp", "De Ramp"])
    assert found("ramp") == (1, ["De Ramp"])
    assert found("damp", limit=1) == (2, ["De Lamp"])
    assert found("damp", limit=1, offset=1) == (2, ["De Ramp"])
    assert found("damp", Filters(kinds=frozenset({PlaceKind.CHURCH}))) == (1, ["De Ramp"])
    assert found("xqzzkwv") == (0, [])


def test_without_a_moment_the_state_is_that_of_now():
    found = find_page(INDEX, Filters(), NIGHT, limit=3, offset=0)
    assert found.moment == NIGHT
    assert {opening.state for opening in found.openings} == {"closed"}


@pytest.mark.parametrize("open_at", [NOON, Stretch(NOON, datetime(2026, 11, 25, 15, 0, tzinfo=UTC))])
def test_the_state_is_that_of_the_moment_asked_about(open_at):
    found = find_page(INDEX, replace(Filters(), open_at=open_at), NIGHT, limit=3, offset=0)
    assert found.moment == NOON
    assert [opening.state for opening in found.openings] == ["open"] * 3
