"""Facts in words: yes, no or not known, a source's few words about it, and how old it is."""

from finder.domain.vocabulary import Answer, LanguageLevel, Need, Question, Religion
from finder.wording import facts
from finder.wording.fact_words import ACTIVITY_WORDS
from tests.wording.saying import OLD, all_said, fact, language, place, said


def _row(asked, locale="nl"):
    return [said(part, locale) for part in (asked.question, asked.said, asked.age)]


def test_a_question_is_answered_with_the_words_and_the_age_of_its_source():
    there = place(first_visit={Question.COST: fact(Answer.NO, "coffee_free", "donation", source=OLD)})
    asked = facts.question(there, Question.COST)
    assert asked.known
    assert _row(asked) == [
        "Kost het geld?",
        "Nee · Koffie is gratis · Je mag geld geven, het hoeft niet",
        "bron uit 2017",
    ]
    assert _row(asked, "en")[1:] == [
        "No · Coffee is free · You may give money, you don’t have to",
        "source from 2017",
    ]


def test_a_question_that_nobody_answers_is_to_be_asked_there():
    asked = facts.question(place(), Question.WALK_IN)
    assert not asked.known
    assert _row(asked) == ["Kan ik zo naar binnen lopen?", "Dat weten we niet: vraag het daar", None]
    assert _row(asked, "ar")[1] == "لا نعرف ذلك: اسأل هناك"


def test_the_languages_of_a_place_answer_whether_mine_is_spoken():
    there = place(languages=(language("ti", LanguageLevel.STAFF), language("ar", LanguageLevel.GATHERING)))
    assert _row(facts.question(there, Question.MY_LANGUAGE)) == [
        "Spreekt iemand mijn taal?",
        "Ja · Tigrinya · Arabisch",
        "bron uit 1 november 2026",
    ]


def test_a_leaflet_in_my_language_is_nobody_who_speaks_it():
    there = place(languages=(language("ti", LanguageLevel.PRINTED),))
    assert not facts.question(there, Question.MY_LANGUAGE).known


def test_what_a_source_says_of_my_language_goes_before_the_languages():
    there = place(languages=(language("ti", LanguageLevel.STAFF),), first_visit={Question.MY_LANGUAGE: fact(Answer.NO)})
    assert said(facts.question(there, Question.MY_LANGUAGE).said) == "Nee"


def test_a_language_is_told_with_who_speaks_it_and_when():
    told = facts.language(language("ti", LanguageLevel.SOME_VISITORS, "Su"))
    assert [said(told.said), said(told.when), said(told.age)] == [
        "Sommige bezoekers spreken Tigrinya",
        "zondag",
        "bron uit 1 november 2026",
    ]
    assert said(told.said, "ar") == "بعض الزوار يتكلمون التغرينية"


def test_a_language_that_is_always_there_has_no_when():
    assert facts.language(language("ti", LanguageLevel.STAFF)).when is None


def test_only_what_is_certain_is_told_as_what_a_place_has():
    there = place(needs={Need.SHOWER: fact(Answer.YES), Need.WIFI: fact(Answer.NO), Need.MEAL: fact(Answer.UNKNOWN)})
    assert facts.known_needs(there) == [Need.SHOWER]


def test_a_practical_thing_is_told_with_its_terms():
    there = place(needs={Need.MEAL: fact(Answer.YES, "soup")})
    assert _row(facts.need(there, Need.MEAL)) == ["Eten", "Ja · Soep", "bron uit 1 november 2026"]
    assert _row(facts.need(there, Need.SHOWER)) == ["Douche", "Dat weten we niet: vraag het daar", None]


def test_who_wants_to_call_home_learns_whether_and_when():
    there = place(
        needs={Need.VIDEO_CALL: fact(Answer.YES, "screen_present", "call_paid", "no_privacy", when="Tu 10:00-12:00")}
    )
    rows = {said(row.question): said(row.said) for row in facts.calls(there)}
    assert rows == {
        "Kan ik hier bellen met beeld?": (
            "Ja · Er is een scherm om te bellen · Bellen kost geld · Anderen kunnen horen wat je zegt"
        ),
        "Is er een scherm om te bellen?": "Ja",
        "Is er wifi?": "Dat weten we niet: vraag het daar",
        "Kan ik alleen zitten als ik bel?": "Nee",
        "Op welke uren kan ik bellen?": "Ja · dinsdag · 10:00–12:00",
        "Is bellen gratis?": "Nee",
    }


def test_who_needs_an_interpreter_learns_for_which_languages():
    there = place(
        languages=(language("ti", LanguageLevel.INTERPRETER), language("ar", LanguageLevel.STAFF)),
        needs={Need.INTERPRETER: fact(Answer.YES, "interpreter_by_phone")},
    )
    assert [said(row.said) for row in facts.interpreters(there)] == [
        "Ja · Een tolk aan de telefoon",
        "Ja · Tigrinya",
        "Dat weten we niet: vraag het daar",
    ]


def test_a_religion_that_only_the_name_tells_says_so():
    assert said(facts.religion_phrase(place(religion=Religion.CHRISTIAN))) == "Christendom"
    by_name = place(religion=Religion.CHRISTIAN, religion_basis="name")
    assert said(facts.religion_phrase(by_name)) == "Christendom · dat zegt alleen de naam"
    assert facts.religion_phrase(place()) is None


def test_several_keys_are_told_in_their_order():
    assert said(facts.words_for(ACTIVITY_WORDS, ("film", "art")), "en") == "Film · Art"
    assert facts.words_for(ACTIVITY_WORDS, ()) is None


def test_every_row_can_be_said_in_arabic():
    there = place()
    rows = [*facts.calls(there), *facts.interpreters(there), *(facts.need(there, need) for need in Need)]
    assert all(all_said((row.question, row.said), "ar") for row in rows)
