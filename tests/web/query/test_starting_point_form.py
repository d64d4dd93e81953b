"""From where somebody starts: what he typed, and a position by either name."""

import pytest
from werkzeug.datastructures import MultiDict

from finder.domain.errors import InvalidInput
from finder.domain.geometry import Point
from finder.web.query.starting_point_form import StartingPointForm, read_starting_point_form

ZUIDOOST = Point(4.95, 52.31)


def test_what_was_typed_is_kept_up_to_120_characters_and_without_the_space_around_it():
    assert read_starting_point_form(MultiDict({"where": f"  {'x' * 130} "})) == StartingPointForm("x" * 120)


def test_what_is_meant_comes_in_the_place_of_what_was_typed():
    chosen = MultiDict({"where": "kerkstraat", "meant": "Kerkstraat, Haarlem"})
    assert read_starting_point_form(chosen) == StartingPointForm("Kerkstraat, Haarlem")
    assert read_starting_point_form(MultiDict({"where": "kerkstraat", "meant": " "})).where == "kerkstraat"
    assert read_starting_point_form(MultiDict({"meant": "x" * 130})).where == "x" * 120


def test_a_dot_is_read_beside_what_was_typed_and_gives_way_to_what_is_chosen():
    form = MultiDict({"where": "kerkstraat", "dot": " 4.95,52.31 "})
    assert read_starting_point_form(form) == StartingPointForm("kerkstraat", None, ZUIDOOST)
    form["meant"] = "Kerkstraat, Haarlem"
    assert read_starting_point_form(form).dot is None


@pytest.mark.parametrize("key", ["near", "position"])
def test_a_position_may_go_by_either_name(key):
    assert read_starting_point_form(MultiDict({key: " 4.95,52.31 "})) == StartingPointForm("", ZUIDOOST)


def test_an_empty_name_for_the_position_leaves_the_other_one():
    assert read_starting_point_form(MultiDict({"near": "", "position": "4.95,52.31"})).position == ZUIDOOST


@pytest.mark.parametrize("key", ["near", "position", "dot"])
@pytest.mark.parametrize("text", ["52.31,4.95", "nan,nan", "x", "4.95"])
def test_a_position_that_is_none_is_refused_by_the_name_it_went_by(key, text):
    with pytest.raises(InvalidInput) as refused:
        read_starting_point_form(MultiDict({key: text}))
    assert (refused.value.key, refused.value.value) == (key, text)
