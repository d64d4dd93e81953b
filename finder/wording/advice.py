"""What to do before going somewhere in vain: call where there is a number, else look at the website, else go there."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from finder.domain.place import Place
from finder.i18n.phrases import N_, Phrase, Sayable


class FirstStep(StrEnum):
    """What somebody can do first."""

    CALL = "call"
    LOOK = "look"
    GO = "go"


_SENTENCES: Mapping[FirstStep, str] = {
    FirstStep.CALL: N_("Bel eerst."),
    FirstStep.LOOK: N_("Kijk eerst op de website."),
    FirstStep.GO: N_("Ga langs en kijk."),
}
_IN_A_SENTENCE: Mapping[FirstStep, str] = {
    FirstStep.CALL: N_("bel eerst"),
    FirstStep.LOOK: N_("kijk eerst op de website"),
    FirstStep.GO: N_("ga langs en kijk"),
}


def first_step(place: Place) -> FirstStep:
    """Return what somebody can do first about a place."""
    if place.callable:
        return FirstStep.CALL
    return FirstStep.LOOK if place.website else FirstStep.GO


def advice(place: Place) -> str:
    """Return what to do first, as a sentence."""
    return _SENTENCES[first_step(place)]


def with_advice(doubt: str, place: Place) -> Phrase:
    """Return a sentence of doubt with the sentence that says what to do about it."""
    return Phrase(N_("%(doubt)s %(advice)s"), {"doubt": doubt, "advice": advice(place)})


def advised(message: str, place: Place, **parts: Sayable) -> Phrase:
    """Return a message with what to do first where it says ``%(advice)s``."""
    return Phrase(message, {"advice": _IN_A_SENTENCE[first_step(place)], **parts})
