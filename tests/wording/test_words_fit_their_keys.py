"""A key is an English word or two: what English readers see of it has one of them, or stands here letter by letter.

So a word of another key is noticed, though nobody reads four hundred Dutch words again.
"""

import re

import pytest

from finder.wording import fact_words, words
from tests.wording.saying import said

TABLES = {
    name: table
    for module in (words, fact_words)
    for name, table in vars(module).items()
    if name.endswith("_WORDS") and isinstance(table, dict)
}
OTHERWISE = {
    "RELIGION_WORDS": {
        "bahai": "Bahá’í",
        "jewish": "Judaism",
        "muslim": "Islam",
        "multifaith": "For all religions",
        "other": "Another religion",
        "none": "No religion",
    },
    "NEED_WORDS": {"no_id": "No papers needed", "dogs": "Dog may come along", "meal": "Food"},
    "LEVEL_WORDS": {
        "staff": "People who work there speak %(language)s",
        "gathering": "There is a meeting in this language: %(language)s",
        "printed": "There is only something on paper in this language: %(language)s",
    },
    "QUESTION_WORDS": {
        "facilities": "Is there food, a toilet, a shower, wifi or a socket?",
        "step_free": "Can I get in without stairs?",
    },
    "CALL_WORDS": {"privacy": "Can I sit alone while I call?"},
    "INTERPRETER_WORDS": {"present": "Is there an interpreter, or does someone translate?"},
    "COMMUNITY_WORDS": {
        "eu_citizens": "People from other EU countries",
        "newcomers": "People who are new in the Netherlands",
        "undocumented": "People without residence papers",
    },
    "GATHERING_WORDS": {
        "scripture_study": "Reading the holy book together",
        "meal": "Eating together",
        "creative": "Making things",
        "medical_advice": "Questions about health",
        "other": "Meeting",
    },
    "AUDIENCE_WORDS": {
        "newcomers": "People who are new in the Netherlands",
        "eu_citizens": "People from other EU countries",
        "low_income": "People with little money",
    },
    "ACTIVITY_WORDS": {"poetry": "Poems", "quiet": "Rest"},
    "TERM_WORDS": {
        "meal_small_price": "Food costs little",
        "sliding_scale": "You pay what you can",
        "small_price": "It costs little",
        "donation": "You may give money, you don’t have to",
        "vegan_meal": "Food without meat, fish, milk and eggs",
        "vegetarian_meal": "Food without meat and fish",
        "reserve_by_phone": "Call first to keep a place",
        "referral_needed": "Someone has to send you",
        "no_referral": "Nobody has to send you",
        "people_turned_away": "Sometimes not everyone can get in",
        "private_room": "You can sit alone while you call",
        "no_privacy": "Others can hear what you say",
    },
}


def is_like(key, text):
    """Tell whether a part of the key begins as a word of the text does: ``greek_orthodox``, "Greek Orthodox"."""
    parts = [part[:4] for part in str(key).split("_") if len(part) > 2]
    return any(word.startswith(part) for word in re.findall(r"\w+", text.lower()) for part in parts)


@pytest.mark.parametrize("name", TABLES)
def test_a_word_is_that_of_its_key(name):
    unlike = {str(key): said(word, "en") for key, word in TABLES[name].items() if not is_like(key, said(word, "en"))}
    assert unlike == OTHERWISE.get(name, {})


@pytest.mark.parametrize("name", TABLES)
def test_no_two_keys_of_a_table_have_the_same_word(name):
    told = [said(word, "en") for word in TABLES[name].values()]
    assert len(set(told)) == len(told)


def test_every_table_is_looked_at():
    assert len(TABLES) >= 14
    assert OTHERWISE.keys() <= TABLES.keys()
