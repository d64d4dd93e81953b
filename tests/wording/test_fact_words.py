"""Every key that a fact can carry has a word, and no word is left over."""

import pytest

from finder.domain import vocabulary
from finder.wording import fact_words
from tests.wording.saying import said


@pytest.mark.parametrize(
    ("worded", "keys"),
    [
        (fact_words.GATHERING_WORDS, vocabulary.GATHERING_KINDS),
        (fact_words.AUDIENCE_WORDS, vocabulary.AUDIENCES),
        (fact_words.ACTIVITY_WORDS, vocabulary.ACTIVITIES),
        (fact_words.TERM_WORDS, vocabulary.FACT_TERMS),
    ],
)
def test_words_of_a_vocabulary_are_its_keys(worded, keys):
    assert set(worded) == set(keys)
    assert all(worded.values())


@pytest.mark.parametrize(
    ("message", "nl", "en", "ar"),
    [
        (fact_words.GATHERING_WORDS["walk_in"], "Inloop", "Walk-in hour", "استقبال بلا موعد"),
        (
            fact_words.TERM_WORDS["referral_needed"],
            "Iemand moet je doorsturen",
            "Someone has to send you",
            "يجب أن يرسلك شخص إلى هناك",
        ),
    ],
)
def test_a_key_is_told_in_the_readers_language(message, nl, en, ar):
    assert [said(message, locale) for locale in ("nl", "en", "ar")] == [nl, en, ar]
