"""Which field of a form could not be read, in the words in which it asks."""

import pytest

from finder.wording.field_words import FIELD_WORDS, field_problem
from tests.wording.saying import said


@pytest.mark.parametrize(
    ("key", "nl"),
    [
        ("kind", "Het ging mis bij: Wat voor plek?"),
        ("not_community", "Het ging mis bij: Liever niet: gemeenschap"),
        ("position", "Het ging mis bij: Vanaf waar?"),
        ("near", "Het ging mis bij: Vanaf waar?"),
        ("within", "Het ging mis bij: Hoe ver?"),
        ("when", "Het ging mis bij: Wanneer?"),
        ("part", "Het ging mis bij: Welk deel van de dag?"),
        ("other_day", "Het ging mis bij: Welke dag?"),
        ("what", "Het ging mis bij: Wat wil je doen?"),
    ],
)
def test_a_field_is_named_by_what_it_asks(key, nl):
    assert said(field_problem(key)) == nl


def test_a_field_is_named_in_the_language_of_the_reader():
    assert said(field_problem("within"), "en") == "It went wrong at: How far?"
    assert said(field_problem("within"), "ar") == "حدث الخطأ هنا: كم المسافة؟"


@pytest.mark.parametrize("key", ["shown", "loosen", "more", "PDOK_LOCATIESERVER"])
def test_what_asks_nothing_has_no_words(key):
    assert key not in FIELD_WORDS
    assert field_problem(key) is None
