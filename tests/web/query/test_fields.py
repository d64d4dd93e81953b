"""What a field of a form may hold, and by which name it is refused."""

from datetime import date

import pytest

from finder.domain.errors import InvalidInput
from finder.domain.filters import PartOfDay
from finder.web.query.fields import called_by, iso_day, keys, whole_number


def test_values_of_a_vocabulary_are_members_of_it():
    assert keys("part", ["morning", "morning"], PartOfDay) == frozenset({PartOfDay.MORNING})
    assert keys("part", [], PartOfDay) == frozenset()


def test_a_value_outside_the_vocabulary_is_refused_with_what_is_in_it():
    with pytest.raises(InvalidInput, match="one of morning, afternoon, evening") as refused:
        keys("part", ["morning", "night"], PartOfDay)
    assert (refused.value.key, refused.value.value) == ("part", "night")


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("007", 7), ("20", 20)])
def test_a_whole_number_is_read_up_to_both_ends(text, number):
    assert whole_number("shown", text, 1, 20) == number


@pytest.mark.parametrize("text", ["", "0", "21", "-1", "1.0", "²", "١", " 1", "0000000001"])
def test_what_is_no_whole_number_in_between_is_refused(text):
    with pytest.raises(InvalidInput, match="a whole number from 1 to 20"):
        whole_number("shown", text, 1, 20)


def test_a_day_is_read():
    assert iso_day("when", "2026-11-25", "a day") == date(2026, 11, 25)


@pytest.mark.parametrize("text", ["", "2026-02-30", "25-11-2026", "gisteren"])
def test_what_is_no_day_is_refused_with_what_would_have_been_right(text):
    with pytest.raises(InvalidInput, match="a day as YYYY-MM-DD"):
        iso_day("when", text, "a day as YYYY-MM-DD")


def test_a_field_is_refused_by_the_name_it_is_called_by():
    with pytest.raises(InvalidInput) as refused, called_by({"open_at": "openAt"}):
        raise InvalidInput("open_at", "x", "a moment")
    assert refused.value.key == "openAt"
    with pytest.raises(InvalidInput) as refused, called_by({"open_at": "openAt"}):
        raise InvalidInput("near", "x", "a position")
    assert refused.value.key == "near"
