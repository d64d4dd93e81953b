"""Which places a page is about, as the codes were typed."""

import pytest
from werkzeug.datastructures import MultiDict

from finder.domain.errors import InvalidInput
from finder.domain.geometry import Point
from finder.web.query.list_form import ListForm, read_list_form
from finder.web.query.starting_point_form import StartingPointForm

ZUIDOOST = Point(4.95, 52.31)


def test_a_list_keeps_the_order_in_which_codes_were_typed():
    form = read_list_form(MultiDict({"code": ["B", "A b"], "also": ["C"], "without": ["A"], "near": "4.95,52.31"}))
    assert form == ListForm(("B", "A b"), frozenset({"A"}), ("C",), StartingPointForm("", ZUIDOOST))
    assert read_list_form(MultiDict()) == ListForm()


def test_a_list_with_a_wrong_position_names_it():
    with pytest.raises(InvalidInput) as refused:
        read_list_form(MultiDict({"code": "A", "near": "x"}))
    assert refused.value.key == "near"
