"""Calling home and interpreting: what is told is what a source said, and nothing else."""

from finder.domain.geometry import Point
from finder.domain.place import Fact, Place, Source, SpokenLanguage
from finder.domain.remote_calls import CallAspect, InterpreterAspect, calling, interpreting
from finder.domain.vocabulary import Answer, LanguageLevel, Need, PlaceKind

SOURCE = Source("https://example.org", "A page", "facts", None)


def _place(needs=None, languages=()):
    return Place(
        "00TW9", "Plek", PlaceKind.LIBRARY, Point(4.9, 52.37), "Amsterdam", needs=needs or {}, languages=languages
    )


def test_nothing_is_guessed_from_the_kind_of_place():
    assert {fact.answer for fact in calling(_place()).values()} == {Answer.UNKNOWN}
    assert {fact.answer for fact in interpreting(_place()).values()} == {Answer.UNKNOWN}


def test_what_a_source_says_of_calling_is_told_with_that_source():
    call = Fact(Answer.YES, SOURCE, ("private_room", "call_paid"), when="Mo 10:00-12:00")
    known = calling(_place({Need.VIDEO_CALL: call, Need.WIFI: Fact(Answer.NO, SOURCE)}))
    answers = {aspect: fact.answer for aspect, fact in known.items()}
    assert answers == {
        CallAspect.SCREEN: Answer.UNKNOWN,
        CallAspect.WIFI: Answer.NO,
        CallAspect.PRIVACY: Answer.YES,
        CallAspect.HOURS: Answer.YES,
        CallAspect.FREE: Answer.NO,
    }
    assert known[CallAspect.PRIVACY].source == SOURCE


def test_a_screen_to_call_on_is_known_from_the_word_of_a_source_and_not_from_a_computer():
    computer = {Need.COMPUTER: Fact(Answer.YES, SOURCE)}
    assert calling(_place(computer))[CallAspect.SCREEN].answer is Answer.UNKNOWN
    screen = {Need.VIDEO_CALL: Fact(Answer.YES, SOURCE, ("screen_present",))}
    assert calling(_place(screen))[CallAspect.SCREEN] == Fact(Answer.YES, SOURCE)
    own = {Need.VIDEO_CALL: Fact(Answer.YES, SOURCE, ("own_device_needed",))}
    assert calling(_place(own))[CallAspect.SCREEN].answer is Answer.NO


def test_an_interpreter_who_whose_language_and_bringing_one():
    spoken = (SpokenLanguage("ti", LanguageLevel.INTERPRETER, source=SOURCE), SpokenLanguage("nl", LanguageLevel.STAFF))
    known = interpreting(_place({Need.INTERPRETER: Fact(Answer.YES, SOURCE, ("bring_your_own",))}, spoken))
    assert {fact.answer for fact in known.values()} == {Answer.YES}
    assert interpreting(_place(languages=spoken[1:]))[InterpreterAspect.LANGUAGES].answer is Answer.UNKNOWN
