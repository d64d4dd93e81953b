"""What a place answers to each filter: how its facts and its evidence are read for a search, and only here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from finder.domain.likely import (
    EVERYBODYS_LANGUAGE,
    OF_ANSWER,
    Guess,
    Likelihood,
    likely_instead,
    likely_languages,
    speaks_against,
    spoken_at,
    why_likely,
)
from finder.domain.living_languages import FOLLOWED
from finder.domain.place import Place
from finder.domain.vocabulary import DENOMINATIONS, Answer, LanguageLevel, Need, Religion


@dataclass(frozen=True, slots=True)
class Known:
    """What a place says to one filter: the answer for each value that it speaks of, and for any other value."""

    answers: Mapping[str, Likelihood]
    otherwise: Likelihood
    values: tuple[str, ...] = field(init=False, compare=False)
    """The values that the place is known to have."""

    def __post_init__(self) -> None:
        known = tuple(value for value, answer in self.answers.items() if answer is Likelihood.YES)
        object.__setattr__(self, "values", known)

    def of(self, value: str) -> Likelihood:
        """Return the answer for one value."""
        return self.answers.get(value, self.otherwise)


NOTHING_KNOWN = Known({}, Likelihood.UNKNOWN)


@lru_cache(maxsize=4096)
def _these(values: tuple[str, ...]) -> Known:
    """Whoever names some is taken to name all: any other value is a no. Places that name the same share the answer."""
    return Known(dict.fromkeys(values, Likelihood.YES), Likelihood.NO) if values else NOTHING_KNOWN


@lru_cache(maxsize=4096)
def _only_these(answers: tuple[tuple[str, Answer], ...]) -> Known:
    """Whoever speaks of some says nothing of any other value."""
    return Known({value: OF_ANSWER[answer] for value, answer in answers}, Likelihood.UNKNOWN)


@cache
def _without_denomination(religion: Religion) -> Known:
    others = [key for key, denomination in DENOMINATIONS.items() if denomination.religion is not religion]
    return Known(dict.fromkeys(others, Likelihood.NO), Likelihood.UNKNOWN)


def kind_of(place: Place) -> Known:
    """Answer for kinds: every place is of one."""
    return _these((place.kind,))


def languages_of(place: Place) -> Known:
    """Answer for languages: who names some speaks no others, but evidence and the other facts may make more likely.

    Of one that is only printed nobody knows whether it is spoken.
    """
    offer, belonging = place.offer, place.belonging
    if not (offer.languages or place.evidence or belonging.denominations or belonging.communities or place.religion):
        return NOTHING_KNOWN
    key = (
        tuple((said.value.code, said.value.level is LanguageLevel.PRINTED) for said in offer.languages),
        tuple(code for said in place.evidence for code in said.value.languages),
        (place.kind, place.denominations, place.communities, place.religion),
    )
    known = _languages.get(key)
    if known is None:
        if len(_languages) >= _MOST_KEPT:
            _languages.clear()
        known = _languages[key] = _languages_of(place)
    return known


_languages: dict[tuple[object, ...], Known] = {}
"""Of 100,000 places some hundred differ in what makes a language known or likely; the others share an answer."""
_MOST_KEPT = 4096


def _languages_of(place: Place) -> Known:
    likely = likely_languages(place)
    answers = dict.fromkeys(spoken_at(place), Likelihood.YES) | dict.fromkeys(likely, Likelihood.LIKELY)
    for spoken in place.languages:
        answers.setdefault(spoken.code, Likelihood.UNKNOWN)
    if place.offer.languages:
        return Known(answers, Likelihood.NO)
    if speaks_against(place, "", likely) is None:
        return Known(answers, Likelihood.UNKNOWN) if answers else NOTHING_KNOWN
    for code in (EVERYBODYS_LANGUAGE, *FOLLOWED):
        if code not in answers and speaks_against(place, code, likely) is None:
            answers[code] = Likelihood.UNKNOWN
    return Known(answers, Likelihood.UNLIKELY)


def religion_of(place: Place) -> Known:
    """Answer for religions; ``none`` is one of them."""
    return _these((place.religion,)) if place.religion else NOTHING_KNOWN


def denominations_of(place: Place) -> Known:
    """Answer for denominations: where none is known, those of another religion than the place has are a no."""
    if place.denominations or place.religion is None:
        return _these(place.denominations)
    return _without_denomination(place.religion)


def communities_of(place: Place) -> Known:
    """Answer for communities."""
    return _these(place.communities)


def needs_of(place: Place) -> Known:
    """Answer for needs: a source that speaks of some says nothing of the others."""
    return _only_these(tuple((need, said.value.answer) for need, said in place.offer.needs.items()))


def language_hours(place: Place, code: str) -> str | None:
    """Return when a language is spoken (opening_hours syntax), None where that is always or nobody says."""
    first = None
    for said in place.offer.languages:
        spoken = said.value
        if spoken.code == code and spoken.level is not LanguageLevel.PRINTED:
            if spoken.when is None:
                return None
            first = first or spoken.when
    return first


def language_guess(place: Place, code: str, answer: Likelihood) -> Guess | None:
    """Return what makes a language LIKELY or UNLIKELY at a place, which is the ``answer`` for it."""
    return why_likely(place, code) if answer is Likelihood.LIKELY else likely_instead(place)


def need_hours(place: Place, need: str) -> str | None:
    """Return when there is a practical thing (opening_hours syntax), None where that is always or nobody says."""
    return place.need(Need(need)).when
