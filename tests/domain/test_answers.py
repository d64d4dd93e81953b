"""What a place answers to each filter, read off its facts."""

from finder.domain.answers import (
    NOTHING_KNOWN,
    communities_of,
    denominations_of,
    kind_of,
    language_guess,
    language_hours,
    languages_of,
    need_hours,
    needs_of,
    religion_of,
)
from finder.domain.evidence import Basis, Evidence
from finder.domain.likely import Likelihood
from finder.domain.place import Fact, SpokenLanguage
from finder.domain.vocabulary import Answer, LanguageLevel, Need, PlaceKind, Religion
from tests.places import a_place

NO, UNLIKELY, UNKNOWN, LIKELY, YES = Likelihood


def spoken(code, level=LanguageLevel.STAFF, when=None):
    return SpokenLanguage(code, level, when)


def test_a_place_is_of_its_kind_and_of_no_other():
    known = kind_of(a_place(kind=PlaceKind.CHURCH))
    assert (known.of("church"), known.of("mosque")) == (YES, NO)


def test_of_a_place_that_says_nothing_nothing_is_known():
    for read in (languages_of, religion_of, denominations_of, communities_of):
        assert read(a_place()) == NOTHING_KNOWN
    assert needs_of(a_place()).of(Need.WIFI) is UNKNOWN


def test_who_names_some_languages_speaks_no_others_and_print_is_no_speech():
    known = languages_of(a_place(languages=(spoken("ar", LanguageLevel.PRINTED), spoken("ti"), spoken("nl"))))
    assert [known.of(code) for code in ("ti", "nl", "ar", "pl")] == [YES, YES, UNKNOWN, NO]
    assert known.values == ("ti", "nl")


def test_a_language_that_is_printed_as_well_as_spoken_is_spoken():
    both = (spoken("ti", LanguageLevel.PRINTED), spoken("ti"))
    assert languages_of(a_place(languages=both)).of("ti") is YES
    assert languages_of(a_place(languages=both[::-1])).of("ti") is YES


TURKISH = Evidence(Basis.NETWORK, "diyanet", ("tr",))


def test_evidence_makes_a_language_likely_also_where_another_is_known():
    silent = languages_of(a_place(kind=PlaceKind.COMMUNITY_CENTRE, evidence=[TURKISH]))
    assert [silent.of(code) for code in ("tr", "ary")] == [LIKELY, UNKNOWN]
    dutch = languages_of(a_place(languages=(spoken("nl"),), evidence=[TURKISH]))
    assert [dutch.of(code) for code in ("nl", "tr", "ary")] == [YES, LIKELY, NO]
    assert silent.values == ()


def test_a_house_of_people_who_speak_another_language_is_unlikely_but_no_no():
    mosque = languages_of(a_place(kind=PlaceKind.MOSQUE, evidence=[TURKISH]))
    assert [mosque.of(code) for code in ("tr", "ary", "ar", "nl")] == [LIKELY, UNLIKELY, UNLIKELY, UNKNOWN]
    syrian = languages_of(a_place(kind=PlaceKind.CHURCH, communities=("syrian",)))
    assert [syrian.of(code) for code in ("ar", "ary", "pl")] == [LIKELY, UNKNOWN, UNLIKELY]


def test_a_guess_says_what_it_rests_on():
    mosque = a_place(kind=PlaceKind.MOSQUE, evidence=[TURKISH])
    assert language_guess(mosque, "tr", LIKELY)[:3] == (Basis.NETWORK, "diyanet", "tr")
    assert language_guess(mosque, "ary", UNLIKELY)[:3] == (Basis.NETWORK, "diyanet", "tr")
    assert language_guess(a_place(languages=(spoken("ar"),)), "ary", LIKELY)[:3] == (Basis.LANGUAGE, "ar", "ary")


def test_places_that_differ_only_in_what_makes_no_language_likely_share_their_answer():
    one, other = (languages_of(a_place(name, evidence=[TURKISH], denominations=("sunni",))) for name in ("A", "B"))
    assert one is other
    assert languages_of(a_place("A", PlaceKind.MOSQUE, evidence=[TURKISH], denominations=("sunni",))) != one


def test_no_religion_is_a_religion_that_is_known():
    known = religion_of(a_place(religion=Religion.NONE))
    assert (known.of("none"), known.of("muslim")) == (YES, NO)


def test_a_religion_rules_out_the_denominations_of_another():
    known = denominations_of(a_place(religion=Religion.CHRISTIAN))
    assert [known.of(key) for key in ("orthodox", "sunni", "made up")] == [UNKNOWN, NO, UNKNOWN]
    named = denominations_of(a_place(religion=Religion.CHRISTIAN, denominations=("protestant",)))
    assert [named.of(key) for key in ("protestant", "orthodox", "sunni")] == [YES, NO, NO]


def test_a_source_that_speaks_of_one_need_says_nothing_of_another():
    known = needs_of(a_place(needs={Need.MEAL: Answer.YES, Need.DOGS: Answer.NO}))
    assert [known.of(need) for need in (Need.MEAL, Need.DOGS, Need.SHOWER)] == [YES, NO, UNKNOWN]


def test_a_language_that_is_spoken_always_is_not_bound_to_the_hours_of_a_service():
    service = spoken("ti", LanguageLevel.GATHERING, "Su 10:00-12:00")
    assert language_hours(a_place(languages=(service,)), "ti") == "Su 10:00-12:00"
    assert language_hours(a_place(languages=(service, spoken("ti"))), "ti") is None
    assert language_hours(a_place(languages=(spoken("ti", LanguageLevel.PRINTED, "Mo"),)), "ti") is None


def test_a_need_may_be_there_at_some_hours_only():
    assert need_hours(a_place(needs={Need.MEAL: Fact(Answer.YES, when="We 18:00-20:00")}), "meal") == "We 18:00-20:00"
    assert need_hours(a_place(), "meal") is None
