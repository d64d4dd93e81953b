"""Family far away, and a language not shared: what is known of calling home by video, and of interpreting, at a place.

Both are read from the practical facts of a place; what no source says is unknown, whatever the kind of place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from finder.domain.place import Fact, Place
from finder.domain.sourced import Sourced
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


Known = Sourced[Fact] | None
"""None: no source says anything."""


def _said(known: Known, yes: str, no: str) -> Known:
    terms = known.value.terms if known else ()
    if known is None or not (yes in terms or no in terms):
        return None
    answer = Answer.YES if yes in terms else Answer.NO
    return known.having(lambda fact: replace(fact, answer=answer, terms=()))


def calling(place: Place) -> Mapping[CallAspect, Known]:
    """Return what is known of calling by video; a computer alone says nothing of a screen that one may call on."""
    call = place.offer.needs.get(Need.VIDEO_CALL)
    known = {aspect: _said(call, *terms) for aspect, terms in _SAID.items()}
    known[CallAspect.WIFI] = place.offer.needs.get(Need.WIFI)
    known[CallAspect.HOURS] = call.having(_without_terms) if call and call.value.when else None
    return {aspect: known[aspect] for aspect in CallAspect}


def _without_terms(fact: Fact) -> Fact:
    return replace(fact, terms=())


def interpreting(place: Place) -> Mapping[InterpreterAspect, Known]:
    """Return what is known of interpreting; the languages themselves are those of the place at that level."""
    known = place.offer.needs.get(Need.INTERPRETER)
    interpreted = [spoken for spoken in place.offer.languages if spoken.value.level is LanguageLevel.INTERPRETER]
    languages = interpreted[0].having(lambda _: Fact(Answer.YES)) if interpreted else None
    return {
        InterpreterAspect.PRESENT: known,
        InterpreterAspect.LANGUAGES: languages,
        InterpreterAspect.BRING_YOUR_OWN: _said(known, "bring_your_own", "no_own_interpreter"),
    }
