"""Family far away, and a language not shared: what is known of calling home by video, and of interpreting, at a place.

Both are read from the practical facts of a place; what no source says is unknown, whatever the kind of place.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from finder.domain.place import UNKNOWN_FACT, Fact, Place
from finder.domain.vocabulary import Answer, LanguageLevel, Need


class CallAspect(StrEnum):
    """What somebody needs to know before he calls home by video."""

    SCREEN = "screen"
    WIFI = "wifi"
    PRIVACY = "privacy"
    HOURS = "hours"
    FREE = "free"


class InterpreterAspect(StrEnum):
    """What somebody needs to know before he counts on an interpreter."""

    PRESENT = "present"
    LANGUAGES = "languages"
    BRING_YOUR_OWN = "bring_your_own"


_SAID = {
    CallAspect.SCREEN: ("screen_present", "own_device_needed"),
    CallAspect.PRIVACY: ("private_room", "no_privacy"),
    CallAspect.FREE: ("call_free", "call_paid"),
}
"""The words of a fact about video calling that mean yes, and those that mean no."""


def _said(fact: Fact, yes: str, no: str) -> Fact:
    for term, answer in ((yes, Answer.YES), (no, Answer.NO)):
        if term in fact.terms:
            return replace(fact, answer=answer, terms=())
    return UNKNOWN_FACT


def calling(place: Place) -> dict[CallAspect, Fact]:
    """Return what is known of calling by video; a computer alone says nothing of a screen that one may call on."""
    call = place.need(Need.VIDEO_CALL)
    known = {aspect: _said(call, *terms) for aspect, terms in _SAID.items()}
    known[CallAspect.WIFI] = place.need(Need.WIFI)
    known[CallAspect.HOURS] = replace(call, terms=()) if call.when else UNKNOWN_FACT
    return {aspect: known[aspect] for aspect in CallAspect}


def interpreting(place: Place) -> dict[InterpreterAspect, Fact]:
    """Return what is known of interpreting; the languages themselves are those of the place at that level."""
    fact = place.need(Need.INTERPRETER)
    interpreted = [spoken for spoken in place.languages if spoken.level is LanguageLevel.INTERPRETER]
    languages = Fact(Answer.YES, interpreted[0].source) if interpreted else UNKNOWN_FACT
    own = _said(fact, "bring_your_own", "no_own_interpreter")
    return {
        InterpreterAspect.PRESENT: fact,
        InterpreterAspect.LANGUAGES: languages,
        InterpreterAspect.BRING_YOUR_OWN: own,
    }
