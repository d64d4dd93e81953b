"""Calling home and interpreting: what is told is what a source said, and nothing else."""

from finder.domain.place import Fact, SpokenLanguage
from finder.domain.remote_calls import CallAspect, InterpreterAspect, calling, interpreting
from finder.domain.vocabulary import Answer, LanguageLevel, Need
from tests.places import a_place, a_source, sourced


def answers(known):
    return {aspect: one.value.answer if one else None for aspect, one in known.items()}


def test_nothing_is_guessed_from_the_kind_of_place():
    assert set(calling(a_place()).values()) == {None}
    assert set(interpreting(a_place()).values()) == {None}


def test_what_a_source_says_of_calling_is_told_with_that_source():
    page = a_source("2024", "calls")
    call = Fact(Answer.YES, ("private_room", "call_paid"), when="Mo 10:00-12:00")
    known = calling(a_place(needs={Need.VIDEO_CALL: sourced(call, page), Need.WIFI: Answer.NO}))
    assert answers(known) == {
        CallAspect.SCREEN: None,
        CallAspect.WIFI: Answer.NO,
        CallAspect.PRIVACY: Answer.YES,
        CallAspect.HOURS: Answer.YES,
        CallAspect.FREE: Answer.NO,
    }
    assert known[CallAspect.PRIVACY].sources == (page,)
    assert known[CallAspect.HOURS].value.terms == ()


def test_a_screen_to_call_on_is_known_from_the_word_of_a_source_and_not_from_a_computer():
    def screen(needs):
        return answers(calling(a_place(needs=needs)))[CallAspect.SCREEN]

    assert screen({Need.COMPUTER: Answer.YES}) is None
    assert screen({Need.VIDEO_CALL: Fact(Answer.YES, ("screen_present",))}) is Answer.YES
    assert screen({Need.VIDEO_CALL: Fact(Answer.YES, ("own_device_needed",))}) is Answer.NO


def test_an_interpreter_who_whose_language_and_bringing_one():
    spoken = [SpokenLanguage("ti", LanguageLevel.INTERPRETER), SpokenLanguage("nl", LanguageLevel.STAFF)]
    needs = {Need.INTERPRETER: Fact(Answer.YES, ("bring_your_own",))}
    assert set(answers(interpreting(a_place(needs=needs, languages=spoken))).values()) == {Answer.YES}
    assert interpreting(a_place(languages=spoken[1:]))[InterpreterAspect.LANGUAGES] is None
