"""A list seen from a new address, in words: how far each place is now, and why another one there is like it."""

from __future__ import annotations

from collections.abc import Iterable

from finder.domain.band import is_rough
from finder.domain.geometry import walking_minutes
from finder.domain.vocabulary import Religion
from finder.i18n.phrases import N_, Listing, Sayable
from finder.search.similar import TOO_FAR_MINUTES, Measured, Shared
from finder.wording.distances import distance_phrase, walk_phrase
from finder.wording.fact_words import GATHERING_WORDS
from finder.wording.filter_words import value_word

_TOO_FAR = N_("Te ver om te lopen. Bewaar deze plek voor een bezoek.")
_ASK_WHERE = N_("Hoe ver het is, weet je als je het adres hebt.")
_NO_RELIGION = Shared("religions", Religion.NONE)


def measured_phrase(measured: Measured, doubt: int = 0) -> Listing:
    """Return the straight-line distance and the walk, or that nobody walks that far, or knows it yet.

    From a start that may be too many metres off no walk is told, but still that it is too far in any case.
    """
    if measured.place.hides:
        return Listing((_ASK_WHERE,))
    distance = distance_phrase(measured.metres, doubt)
    if is_rough(doubt):
        nearest = max(0.0, measured.metres - doubt)
        return Listing((distance, _TOO_FAR) if walking_minutes(nearest) > TOO_FAR_MINUTES else (distance,))
    return Listing((distance, _TOO_FAR if measured.too_far else walk_phrase(measured.metres)))


def shared_phrase(shared: Iterable[Shared]) -> Listing:
    """Return what two places have in common, each thing once.

    That neither has a religion is nothing they have in common.
    """
    said = (_word(each) for each in shared if each != _NO_RELIGION)
    return Listing(tuple(dict.fromkeys(said)))


def _word(shared: Shared) -> Sayable:
    if shared.filter == "gatherings":
        return GATHERING_WORDS[shared.value]
    return value_word(shared.filter, shared.value)
