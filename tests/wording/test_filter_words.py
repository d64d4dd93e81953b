"""Every filter has its words."""

import pytest

from finder.domain.filters import FILTERS, VALUE_FILTERS
from finder.i18n.phrases import LanguageName, Phrase
from finder.wording.filter_words import FILTER_WORDS, value_word
from finder.wording.words import COMMUNITY_WORDS, DENOMINATION_WORDS, RELIGION_WORDS


def test_every_filter_but_the_start_can_be_loosened_in_words():
    assert FILTER_WORDS.keys() == FILTERS.keys() - {"near"}


def test_what_may_not_be_known_has_a_word_for_that_and_nothing_else_has():
    unanswered = {name for name, spec in FILTERS.items() if not spec.always_answered} - {"near", "unknown"}
    assert {name for name, said in FILTER_WORDS.items() if said.unknown} == unanswered


@pytest.mark.parametrize("name", VALUE_FILTERS)
def test_every_value_of_every_vocabulary_has_a_word_and_a_pictogram(name):
    said = FILTER_WORDS[name]
    assert said.question
    assert said.pictogram
    for value in VALUE_FILTERS[name].vocabulary:
        assert value_word(name, value)
        assert said.value_pictogram(value)


def test_the_form_asks_in_this_order():
    assert [name for name, said in FILTER_WORDS.items() if said.question] == [
        "kinds",
        "languages",
        "needs",
        "religions",
        "denominations",
        "communities",
        "rather_not_religions",
        "rather_not_communities",
    ]


@pytest.mark.parametrize(
    ("name", "loosen", "question"),
    [
        ("within", "Zoek ook verder weg", None),
        ("bbox", "Zoek ook buiten dit deel van de kaart", None),
        ("kinds", "Zoek alle soorten plekken", "Wat voor plek?"),
        ("languages", "Zoek in elke taal", "Welke taal?"),
        ("needs", "Laat weg wat er moet zijn", "Wat moet er zijn?"),
        ("religions", "Zoek bij elk geloof", "Met welk geloof?"),
        ("denominations", "Zoek bij elke richting", "Welke richting van dat geloof?"),
        ("communities", "Zoek bij elke gemeenschap", "Met wie?"),
        ("open_at", "Zoek op elk moment", None),
        ("rather_not_religions", "Laat “liever niet” bij geloof weg", "Liever niet: geloof"),
        ("rather_not_communities", "Laat “liever niet” bij gemeenschap weg", "Liever niet: gemeenschap"),
        ("unknown", "Toon ook plekken waar we niet alles van weten", None),
    ],
)
def test_a_filter_is_asked_for_and_let_go_of_in_its_own_words(name, loosen, question):
    assert (FILTER_WORDS[name].loosen, FILTER_WORDS[name].question) == (loosen, question)


def test_values_are_said_by_their_own_words():
    assert value_word("languages", "ti") == LanguageName("ti")
    assert value_word("kinds", "church") == "Kerk"
    assert value_word("needs", "shower") == "Douche"
    assert value_word("religions", "muslim") == value_word("rather_not_religions", "muslim") == RELIGION_WORDS["muslim"]
    assert value_word("denominations", "zen") == DENOMINATION_WORDS["zen"]
    assert value_word("communities", "thai") == value_word("rather_not_communities", "thai") == COMMUNITY_WORDS["thai"]
    with pytest.raises(KeyError):
        value_word("within", "500")


def test_of_a_thing_nobody_knows_it_is_named():
    assert FILTER_WORDS["needs"].unknown("shower") == Phrase("Niet bekend: %(thing)s", {"thing": "Douche"})
    assert FILTER_WORDS["languages"].unknown("ti") == "Taal niet bekend"
    assert FILTER_WORDS["open_at"].unknown("2026-11-25T10:00:00+01:00") == "Tijden niet bekend"


def test_a_religion_without_a_pictogram_of_its_own_has_that_of_another_religion():
    drawn = FILTER_WORDS["religions"].value_pictogram
    assert [drawn(value) for value in ("muslim", "bahai", "other")] == ["muslim", "other_religion", "other_religion"]
