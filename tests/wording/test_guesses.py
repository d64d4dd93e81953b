"""A guess says what it rests on and that it is ours: nobody can take it for what is known."""

import pytest

from finder.domain.evidence import Basis, Evidence
from finder.domain.hits import Reason
from finder.domain.likely import Guess, Likelihood
from finder.domain.vocabulary import NETWORKS
from finder.i18n.locales import LOCALES
from finder.wording.guesses import guess_phrase, likely_spoken
from finder.wording.words import NETWORK_NAMES
from tests.wording.saying import NEW, place, said

OURS = ". Dat denken wij; vraag het."


def _said(basis, key, value="ti", answer=Likelihood.LIKELY, locale="nl"):
    return said(guess_phrase(Reason("languages", "ti", answer, None, Guess(basis, key, value, NEW))), locale)


@pytest.mark.parametrize(
    ("basis", "key", "value", "expected"),
    [
        (Basis.COMMUNITY, "eritrean", "ti", "Eritrees (gemeenschap): waarschijnlijk Tigrinya"),
        (Basis.DENOMINATION, "coptic_orthodox", "ar", "Koptisch-orthodox: waarschijnlijk Arabisch"),
        (Basis.NETWORK, "milli_gorus", "tr", "Millî Görüş: waarschijnlijk Turks"),
        (Basis.RELIGION, "sikh", "pa", "Sikhisme: waarschijnlijk Punjabi"),
        (
            Basis.LANGUAGE,
            "ar",
            "ary",
            "Ze spreken er Arabisch. Wie Marokkaans-Arabisch spreekt, verstaat dat vaak",
        ),
    ],
)
def test_a_likely_language_says_what_makes_us_think_so(basis, key, value, expected):
    assert _said(basis, key, value) == expected + OURS


@pytest.mark.parametrize(
    ("key", "answer", "expected"),
    [
        ("2020-05", Likelihood.LIKELY, "Oude tijden (mei 2020): waarschijnlijk open"),
        ("2020-05", Likelihood.UNLIKELY, "Oude tijden (mei 2020): waarschijnlijk dicht"),
        ("", Likelihood.LIKELY, "Tijden zonder datum: waarschijnlijk open"),
        ("", Likelihood.UNLIKELY, "Tijden zonder datum: waarschijnlijk dicht"),
    ],
)
def test_old_hours_make_it_likely_that_a_place_is_open_or_shut(key, answer, expected):
    assert _said(Basis.HOURS, key, "24/7", answer) == expected + OURS


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_says_that_it_is_a_guess(locale):
    words = _said(Basis.COMMUNITY, "eritrean", locale=locale)
    without = said("Eritrees", locale)
    assert without in words
    assert len(words) > len(without) + 20


def test_where_nothing_makes_it_likely_nothing_is_said():
    assert guess_phrase(Reason("languages", "ti", Likelihood.UNKNOWN)) is None


def test_every_network_has_its_name():
    assert set(NETWORK_NAMES) == set(NETWORKS)


def test_the_likely_languages_of_a_place_are_told_with_what_they_rest_on():
    there = place(communities=("eritrean",), evidence=[Evidence(Basis.NETWORK, "diyanet", ("tr",))])
    told = likely_spoken(there)
    assert [said(phrase) for phrase, _ in told] == [
        "Diyanet: waarschijnlijk Turks" + OURS,
        "Eritrees (gemeenschap): waarschijnlijk Tigrinya" + OURS,
    ]
    assert [guess.value for _, guess in told] == ["tr", "ti"]
