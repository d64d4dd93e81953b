"""Words of a name in one form: so that it does not matter how somebody writes them."""

import pytest

from finder.search.name_words import sound_of, telling, whole, words_of, wrong_letters


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("El-Tawheed", ["el", "tawheed"]),
        ("Église d'Amsterdam", ["eglise", "d", "amsterdam"]),
        ("  't Hoeckhuys (Noord) ", ["t", "hoeckhuys", "noord"]),
        ("Süleymaniye Camii", ["suleymaniye", "camii"]),
        ("مَسْجِدُ التَّوْحِيد", ["مسجد", "التوحيد"]),
        ("الجمعيّة", ["الجمعيه"]),
        ("ቅድስት ማርያም", ["ቅድስት", "ማርያም"]),
        ("Дім Надії", ["дім", "надіі"]),
        ("?!", []),
    ],
)
def test_words_have_no_capitals_accents_vowel_signs_and_punctuation(text, words):
    assert words_of(text) == words


def test_of_a_long_text_the_beginning_is_read():
    assert words_of("a" * 500) == ["a" * 120]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("el tawheed moskee", ["tawheed"]),
        ("huis van de wijk de aker", ["aker"]),
        ("blauwe moske", ["blauwe"]),
        ("moskee", []),
        ("kern", ["kern"]),
    ],
)
def test_words_that_many_names_have_tell_nothing_also_misspelt(text, told):
    assert telling(text.split()) == told


def test_written_as_one_a_name_has_no_articles():
    assert whole(["het", "wereld", "huis"]) == "wereldhuis"


@pytest.mark.parametrize(
    "written",
    [("tawheed", "tawhied", "tavhid"), ("noer", "nour", "nur"), ("djame", "jame"), ("makkah", "makah")],
)
def test_what_sounds_alike_is_one(written):
    assert len({sound_of(word) for word in written}) == 1


@pytest.mark.parametrize(("letters", "most"), [(2, 0), (3, 0), (4, 1), (5, 1), (6, 2), (7, 2), (8, 3), (20, 3)])
def test_a_longer_word_may_have_more_wrong_letters(letters, most):
    assert wrong_letters("x" * letters) == most
