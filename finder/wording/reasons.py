"""Hits put into phrases: why a place fits, why it likely does, and what nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from finder.domain.filters import FILTERS, Combine, ValueFilter
from finder.domain.hits import Hit, Reason
from finder.domain.likely import Likelihood
from finder.i18n.phrases import Listing, Phrase, Sayable
from finder.wording import words
from finder.wording.filter_words import FILTER_WORDS
from finder.wording.guesses import guess_phrase
from finder.wording.schedules import when_phrase


def _known(reason: Reason) -> Sayable | None:
    said = FILTER_WORDS[reason.filter]
    if said.value is None or not said.told:
        return None
    word = said.value(reason.value)
    return Phrase("%(what)s (%(when)s)", {"what": word, "when": when_phrase(reason.when)}) if reason.when else word


def _phrase(reason: Reason) -> Sayable | None:
    if reason.certain:
        return _known(reason)
    said = FILTER_WORDS[reason.filter]
    return guess_phrase(reason) or (said.unknown(reason.value) if said.unknown else None)


def _told(reasons: Sequence[Reason]) -> Sequence[Reason]:
    """Where one value is enough: of what the place has, else likely has. What it has not is no reason for a hit."""
    spec = FILTERS.get(reasons[0].filter)
    if isinstance(spec, ValueFilter) and spec.combine is not Combine.ANY:
        return reasons
    best = max(reason.answer for reason in reasons)
    if best >= Likelihood.LIKELY:
        return [reason for reason in reasons if reason.answer is best]
    return [reason for reason in reasons if reason.answer is not Likelihood.NO]


def reason_line(hit: Hit) -> Listing:
    """Return why a place fits: its kind, what it has of what was asked, what it likely has, then what is not known."""
    shown: list[Sayable] = [words.KIND_WORDS[hit.place.kind]]
    told = [each for _, group in groupby(hit.reasons, _filter) for each in _told(list(group))]
    for reason in sorted(told, key=lambda reason: -reason.answer):
        phrase = _phrase(reason)
        if phrase is not None and phrase not in shown:
            shown.append(phrase)
    return Listing(tuple(shown))


def _filter(reason: Reason) -> str:
    return reason.filter
