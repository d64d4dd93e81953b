"""Every key that a fact or a filter can carry has a word, and no word is left over."""

import pytest

from finder.domain import filters, vocabulary
from finder.wording import fact_words, words


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        (words.KINDS, vocabulary.PlaceKind),
        (words.RELIGIONS, vocabulary.Religion),
        (words.NEEDS, vocabulary.Need),
        (words.LEVELS, vocabulary.LanguageLevel),
        (words.QUESTIONS, vocabulary.Question),
        (words.PARTS_OF_DAY, filters.PartOfDay),
        (words.DENOMINATIONS, vocabulary.DENOMINATIONS),
        (words.COMMUNITIES, vocabulary.COMMUNITIES),
        (fact_words.GATHERINGS, vocabulary.GATHERING_KINDS),
        (fact_words.AUDIENCES, vocabulary.AUDIENCES),
        (fact_words.ACTIVITIES, vocabulary.ACTIVITIES),
        (fact_words.TERMS, vocabulary.FACT_TERMS),
    ],
)
def test_words_of_a_vocabulary_are_its_keys(said, keys):
    assert set(said) == set(keys)
    assert all(said.values())
