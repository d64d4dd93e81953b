"""The numpy engine as a whole; what every engine does stands in conformance.py."""

import pytest

from finder.domain.errors import InvalidData
from finder.domain.filters import Filters
from finder.domain.place import OpeningHours
from finder.domain.vocabulary import Status
from finder.search.columns import columns_of
from finder.search.index import PlaceIndex
from tests.places import HERE, a_hidden_place, a_place
from tests.search.strategies import NOW


def test_it_holds_closed_places_too():
    assert len(PlaceIndex([a_place("A", status=Status.CLOSED), a_place("B")])) == 2


def test_hours_that_cannot_be_evaluated_stop_the_index_and_name_the_place():
    with pytest.raises(InvalidData, match="00001"):
        PlaceIndex([a_place(code="00001", hours=OpeningHours("ma-vr 9-17"))])


def test_columns_that_are_laid_out_already_are_not_laid_out_again():
    places = [a_place("A"), a_place("B")]
    none_findable = columns_of([a_place("A", status=Status.MOVED), a_place("B", status=Status.MOVED)])
    assert PlaceIndex(places, none_findable).search(Filters(), now=NOW).total == 0


def test_a_place_that_keeps_its_address_back_is_found_without_a_distance():
    hidden, open_ = a_hidden_place(), a_place("Open")
    near = Filters(near=HERE, within=100.0)
    hits = PlaceIndex([hidden, open_]).search(near, now=NOW).items
    assert {hit.place.name: hit.distance for hit in hits} == {"Open": 0.0, hidden.name: None}
