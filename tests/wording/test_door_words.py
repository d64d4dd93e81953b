"""Words for the door: short, in order of a visit, in the reader's language, and they ask nobody to explain himself."""

import re
from collections import Counter

import pytest

from finder.i18n.locales import LOCALES
from finder.i18n.localizer import Localizer
from finder.wording.door_words import DOOR_WORDS, OCCASIONS, Occasion, door_words
from tests.i18n.test_dutch import too_long, words_not_used

ABOUT_HAVING_NO_HOME = re.compile(
    r"\b(huis|thuis|slaap\w*|opvang|straat|woon\w*|adres|waarom|papieren|geloof\w*)\b", re.I
)


def test_every_occasion_of_a_visit_has_sentences_in_order():
    occasions = [word.occasion for word in DOOR_WORDS]
    assert occasions == sorted(occasions, key=list(Occasion).index)
    assert set(occasions) == set(OCCASIONS) == set(Occasion)
    assert 8 <= len(DOOR_WORDS) <= 12


def test_each_occasion_has_its_own_heading():
    assert list(OCCASIONS.items()) == [
        (Occasion.ARRIVING, "Als je binnenkomt"),
        (Occasion.ASKING, "Als je iets wilt vragen"),
        (Occasion.DECLINING, "Als je iets niet wilt"),
        (Occasion.LEAVING, "Als je weggaat"),
    ]


def test_keys_and_sentences_are_each_their_own():
    assert max(Counter(word.key for word in DOOR_WORDS).values()) == 1
    assert max(Counter(word.message for word in DOOR_WORDS).values()) == 1


@pytest.mark.parametrize("word", DOOR_WORDS, ids=lambda word: word.key)
def test_a_sentence_is_plain_and_does_not_speak_of_having_no_home(word):
    assert not too_long(word.message)
    assert not words_not_used(word.message)
    assert not ABOUT_HAVING_NO_HOME.search(word.message)


def test_somebody_is_asked_for_the_language_of_the_reader():
    said = {word.key: Localizer(LOCALES["nl"]).text(phrase) for word, phrase in door_words("ti")}
    assert said["my_language"] == "Spreekt hier iemand Tigrinya?"
    assert len(said) == len(DOOR_WORDS)


@pytest.mark.parametrize("language", [None, "nl"])
def test_nobody_is_asked_for_dutch(language):
    keys = [word.key for word, _ in door_words(language)]
    assert "my_language" not in keys
    assert len(keys) == len(DOOR_WORDS) - 1


@pytest.mark.parametrize("code", LOCALES)
def test_every_sentence_can_be_said_in_every_locale(code):
    for _, phrase in door_words("ar"):
        said = Localizer(LOCALES[code]).text(phrase)
        assert said
        assert "%(" not in said
