"""Hits put into phrases: why a place fits."""

from __future__ import annotations

from finder.domain.hits import Hit, Reason
from finder.i18n.phrases import Listing, Phrase, Sayable
from finder.wording import words
from finder.wording.filter_words import FILTER_WORDS
from finder.wording.schedules import when_phrase


def _reason(reason: Reason) -> Sayable | None:
    said = FILTER_WORDS[reason.filter]
    if not reason.certain:
        return said.unknown(reason.value) if said.unknown else None
    if said.value is None or not said.told:
        return None
    word = said.value(reason.value)
    return Phrase("%(what)s (%(when)s)", {"what": word, "when": when_phrase(reason.when)}) if reason.when else word


def reason_line(hit: Hit) -> Listing:
    """Return why a place fits: its kind, then what it has of what was asked, then what is not known."""
    shown: list[Sayable] = [words.KIND_WORDS[hit.place.kind]]
    for reason in sorted(hit.reasons, key=lambda reason: not reason.certain):
        phrase = _reason(reason)
        if phrase is not None and phrase not in shown:
            shown.append(phrase)
    return Listing(tuple(shown))
