"""What went wrong is told with its place, and never with more of an input than fits on a line."""

from finder.domain.errors import FinderError, InvalidData, InvalidInput, UnknownPlace


def test_a_wrong_value_is_told_with_what_would_have_been_right():
    error = InvalidInput("near", "x" * 500, "longitude,latitude")
    assert str(error) == f"near: {'x' * 200!r} is not longitude,latitude"
    assert (error.key, error.value, error.allowed) == ("near", "x" * 200, "longitude,latitude")


def test_a_wrong_file_is_told_with_the_place_in_it():
    assert str(InvalidData("codes.csv, line 3", "has no code")) == "codes.csv, line 3: has no code"


def test_a_code_that_no_place_has_is_told_in_short():
    assert str(UnknownPlace("Z" * 100)) == f"no place has the code {'Z' * 20!r}"
    assert isinstance(UnknownPlace(""), FinderError)
