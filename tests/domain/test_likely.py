"""What is likely though nobody says it, and why; what speaks against something; and that neither is ever a fact."""

import pytest

from finder.domain.evidence import Basis, Evidence
from finder.domain.likely import Likelihood, likely_languages, speaks_against, spoken_at
from finder.domain.living_languages import LIVING_LANGUAGES
from finder.domain.place import SpokenLanguage
from finder.domain.vocabulary import LanguageLevel, PlaceKind, Religion
from tests.places import a_place, a_source, sourced

TURKISH = sourced(Evidence(Basis.NETWORK, "diyanet", ("tr", "nl")), a_source("2019", "sermons"))


def spoken(*codes, level=LanguageLevel.GATHERING):
    return tuple(SpokenLanguage(code, level) for code in codes)


def why(place):
    return {code: (str(guess.basis), guess.key) for code, guess in likely_languages(place).items()}


def against(place, code):
    guess = speaks_against(place, code, likely_languages(place))
    return guess and guess.value


def test_the_better_known_the_larger():
    assert sorted(Likelihood) == [*Likelihood]
    assert [each.word for each in Likelihood] == ["no", "unlikely", "unknown", "likely", "yes"]


def test_of_a_place_that_says_nothing_nothing_is_likely():
    assert why(a_place()) == {}
    assert why(a_place(communities=("women", "newcomers"))) == {}


def test_a_community_a_denomination_or_a_religion_makes_its_languages_likely():
    assert why(a_place(communities=("eritrean",))) == {"ti": ("community", "eritrean")}
    assert why(a_place(denominations=("coptic_orthodox", "orthodox"))) == {"ar": ("denomination", "coptic_orthodox")}
    assert why(a_place(religion=Religion.SIKH)) == {"pa": ("religion", "sikh")}


def test_what_a_source_says_of_the_place_itself_goes_before_the_table():
    place = a_place(evidence=[TURKISH], communities=("turkish",))
    guess = likely_languages(place)["tr"]
    assert (guess.basis, guess.key, guess.source) == (Basis.NETWORK, "diyanet", a_source("2019", "sermons"))
    table = likely_languages(a_place(communities=("turkish",)))["tr"]
    assert table.source == LIVING_LANGUAGES[Basis.COMMUNITY, "turkish"].source


def test_what_is_known_is_not_likely_as_well_and_what_is_only_printed_may_be():
    assert why(a_place(languages=spoken("ti"), communities=("eritrean",))) == {}
    printed = a_place(languages=spoken("ti", level=LanguageLevel.PRINTED), communities=("eritrean",))
    assert spoken_at(printed) == ()
    assert list(why(printed)) == ["ti"]


def test_who_speaks_one_language_of_a_family_follows_another_in_the_direction_that_is_true():
    assert why(a_place(languages=spoken("ar"))) == {"ary": ("language", "ar")}
    assert why(a_place(languages=spoken("ary"))) == {}
    assert why(a_place(languages=spoken("hi"))) == {"hns": ("language", "hi"), "ur": ("language", "hi")}


def test_a_church_of_this_country_likely_speaks_its_language_unless_anything_points_to_another_one():
    assert why(a_place(denominations=("protestant", "reformed"))) == {"nl": ("denomination", "protestant")}
    assert why(a_place(denominations=("pentecostal",))) == {}
    assert list(why(a_place(denominations=("roman_catholic",), communities=("filipino",)))) == ["tl", "en"]
    assert why(a_place(denominations=("roman_catholic",), communities=("women",))) == {}
    assert why(a_place(denominations=("roman_catholic",), languages=spoken("es"))) == {}
    assert list(why(a_place(denominations=("roman_catholic",), evidence=[TURKISH]))) == ["tr", "nl"]


def test_a_guess_does_not_rest_on_another_guess():
    assert list(why(a_place(communities=("syrian",)))) == ["ar"]


@pytest.mark.parametrize("kind", [PlaceKind.MOSQUE, PlaceKind.COMMUNITY_GROUP])
def test_a_house_of_people_who_speak_another_language_speaks_against_it(kind):
    house = a_place(kind=kind, evidence=[TURKISH])
    assert against(house, "ary") == against(house, "ar") == "tr"
    assert against(house, "tr") is None
    assert against(house, "nl") is None


def test_nothing_speaks_against_a_language_where_everybody_comes_or_dutch_is_all_that_is_likely():
    assert against(a_place(kind=PlaceKind.COMMUNITY_CENTRE, evidence=[TURKISH]), "ary") is None
    assert against(a_place(kind=PlaceKind.MOSQUE, evidence=[TURKISH], communities=("international",)), "ary") is None
    assert against(a_place(kind=PlaceKind.MOSQUE), "ary") is None
    dutch = Evidence(Basis.COMMUNITY, "surinamese", ("nl",))
    assert against(a_place(kind=PlaceKind.CHURCH, evidence=[dutch]), "ti") is None


def test_a_language_that_its_speakers_can_do_with_does_not_speak_against_theirs():
    syrian = a_place(kind=PlaceKind.CHURCH, communities=("syrian",))
    assert against(syrian, "ary") is None
    assert against(syrian, "pl") == "ar"
