"""Every key that somebody can choose has a word, and no word is left over."""

import pytest

from finder.domain import filters, remote_calls, vocabulary
from finder.domain.vocabulary import Need, PlaceKind, Religion
from finder.wording import words
from tests.wording.saying import said


@pytest.mark.parametrize(
    ("worded", "keys"),
    [
        (words.KIND_WORDS, vocabulary.PlaceKind),
        (words.RELIGION_WORDS, vocabulary.Religion),
        (words.NEED_WORDS, vocabulary.Need),
        (words.LEVEL_WORDS, vocabulary.LanguageLevel),
        (words.QUESTION_WORDS, vocabulary.Question),
        (words.CALL_WORDS, remote_calls.CallAspect),
        (words.INTERPRETER_WORDS, remote_calls.InterpreterAspect),
        (words.PART_OF_DAY_WORDS, filters.PartOfDay),
        (words.DENOMINATION_WORDS, vocabulary.DENOMINATIONS),
        (words.COMMUNITY_WORDS, vocabulary.COMMUNITIES),
    ],
)
def test_words_of_a_vocabulary_are_its_keys(worded, keys):
    assert set(worded) == set(keys)
    assert all(worded.values())


@pytest.mark.parametrize(
    ("message", "nl", "en", "ar"),
    [
        (words.KIND_WORDS[PlaceKind.MOSQUE], "Moskee", "Mosque", "مسجد"),
        (words.RELIGION_WORDS[Religion.NONE], "Zonder geloof", "No religion", "غير ديني"),
        (words.NEED_WORDS[Need.NO_ID], "Geen papieren nodig", "No papers needed", "لا حاجة إلى أوراق"),
    ],
)
def test_a_key_is_told_in_the_readers_language(message, nl, en, ar):
    assert [said(message, locale) for locale in ("nl", "en", "ar")] == [nl, en, ar]
