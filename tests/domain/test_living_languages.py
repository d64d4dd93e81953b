"""The tables of guesses: each row has a source, no liturgical language is living, countries are as CLDR has them."""

import pytest
from babel.languages import get_territory_language_info

from finder.domain.evidence import EVIDENCE_KEYS, Basis
from finder.domain.living_languages import CODES_OF_COUNTRIES, FOLLOWED, LIVING_LANGUAGES, OF_THE_COUNTRY
from finder.domain.vocabulary import LANGUAGE_CODES, LITURGICAL_LANGUAGES

IN_CLDR = {"tl": "fil", "tw": "ak", "prs": "fa"}
"""Where CLDR counts the speakers of a language under another code."""


def test_every_row_is_of_a_vocabulary_and_names_living_languages_and_a_page():
    for (basis, key), living in LIVING_LANGUAGES.items():
        assert key in EVIDENCE_KEYS[basis]
        assert set(living.languages) <= set(LANGUAGE_CODES) - LITURGICAL_LANGUAGES, key
        assert living.languages, key
        assert living.source.url.startswith("http"), key


@pytest.mark.parametrize("community", CODES_OF_COUNTRIES)
def test_the_languages_of_a_country_are_spoken_there(community):
    country, languages = CODES_OF_COUNTRIES[community]
    spoken = {code.split("_")[0] for code in get_territory_language_info(country)}
    assert {IN_CLDR.get(code, code) for code in languages} <= spoken


def test_what_the_plan_names_is_there():
    told = {(str(basis), key): set(living.languages) for (basis, key), living in LIVING_LANGUAGES.items()}
    assert told["community", "eritrean"] == told["denomination", "eritrean_orthodox"] == {"ti"}
    assert told["denomination", "ethiopian_orthodox"] == {"am"}
    assert told["network", "diyanet"] == told["network", "milli_gorus"] == {"tr"}
    assert told["community", "moroccan"] == {"ary", "ar", "rif", "zgh"}
    assert told["community", "hindustani"] == {"hns", "nl"}
    assert told["community", "ghanaian"] == {"tw", "en"}
    assert told["community", "syriac"] == told["denomination", "syriac_orthodox"] == {"syr"}
    assert told["denomination", "coptic_orthodox"] == {"ar"}
    assert told["denomination", "armenian_apostolic"] == {"hy"}
    assert told["community", "cape_verdean"] == {"kea", "pt"}


def test_the_denominations_of_this_country_speak_its_language_and_point_to_no_other():
    assert "nl" in get_territory_language_info("NL")
    for key, living in OF_THE_COUNTRY.items():
        assert (Basis.DENOMINATION, key) not in LIVING_LANGUAGES
        assert key in EVIDENCE_KEYS[Basis.DENOMINATION]
        assert living.languages == ("nl",)


def test_a_language_is_followed_in_the_direction_that_is_true():
    assert "ar" in FOLLOWED["ary"]
    assert "ar" not in FOLLOWED
    assert "hi" in FOLLOWED["hns"]
    assert "hns" not in FOLLOWED["hi"]
    for code, others in FOLLOWED.items():
        assert code not in others
        assert {code, *others} <= set(LANGUAGE_CODES) - LITURGICAL_LANGUAGES
        assert all(source.url.startswith("http") for source in others.values())
