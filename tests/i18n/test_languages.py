"""The languages that have a name here are those that a place can have."""

from finder.domain.vocabulary import LANGUAGE_CODES
from finder.i18n.languages import LANGUAGES


def test_every_language_of_the_vocabulary_has_a_name_in_its_order():
    assert tuple(LANGUAGES) == LANGUAGE_CODES
