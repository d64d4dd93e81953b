"""A code is read however it is typed, and a slip of the pen is noticed."""

from string import ascii_uppercase, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.codes import CODE_LENGTH, DIGITS, issue_code, normalise_code

codes = st.text().map(lambda seed: issue_code(seed, ()))


@given(codes)
def test_an_issued_code_can_be_read_typed_and_written_on_paper(code):
    assert len(code) == CODE_LENGTH
    assert set(code) <= set(DIGITS)
    assert normalise_code(code) == code
    assert normalise_code(f" {code[:2].lower()}-{code[2:].lower()} ") == code


@given(codes, st.integers(0, CODE_LENGTH - 1), st.sampled_from(DIGITS))
def test_one_wrong_character_is_noticed(code, at, other):
    typed = code[:at] + other + code[at + 1 :]
    assert normalise_code(typed) == (code if typed == code else None)


@given(codes, st.integers(0, CODE_LENGTH - 2))
def test_two_neighbours_that_changed_places_are_noticed(code, at):
    typed = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    assert normalise_code(typed) == (code if typed == code else None)


def test_letters_that_look_like_digits_are_read_as_these():
    assert normalise_code("o1i3l") == normalise_code("01131")
    assert [letter for letter in digits + ascii_uppercase if letter not in DIGITS] == ["I", "L", "O", "U"]


@pytest.mark.parametrize("text", ["", "05J5", "05J533", "U5J53", "٠5J53"])
def test_what_is_no_code_is_none(text):
    assert normalise_code(text) is None


def test_the_same_seed_gives_the_same_code_until_it_is_taken():
    first = issue_code("W563", ())
    assert issue_code("W563", ()) == first
    second = issue_code("W563", {first})
    assert second != first
    assert issue_code("W563", {f"G{first}"}, prefix="G") == f"G{second}"


def test_codes_run_out_with_an_error_and_not_with_a_loop():
    class Everything:
        def __contains__(self, _code: object) -> bool:
            return True

    with pytest.raises(OverflowError):
        issue_code("W563", Everything())
