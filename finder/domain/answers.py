"""What a place answers to each filter: how its facts are read for a search. Nothing else reads them for one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from finder.domain.place import Place
from finder.domain.vocabulary import DENOMINATIONS, Answer, LanguageLevel, Need, Religion


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a place for one filter: the answer for each value it speaks of, and for any other value."""

    answers: Mapping[str, Answer]
    otherwise: Answer
    values: tuple[str, ...] = field(init=False, compare=False)
    """The values that the place is known to have."""

    def __post_init__(self) -> None:
        known = tuple(value for value, answer in self.answers.items() if answer is Answer.YES)
        object.__setattr__(self, "values", known)

    def of(self, value: str) -> Answer:
        """Return the answer for one value."""
        return self.answers.get(value, self.otherwise)


NOTHING_KNOWN = Known({}, Answer.UNKNOWN)


@lru_cache(maxsize=4096)
def _these(values: tuple[str, ...], perhaps: tuple[str, ...] = ()) -> Known:
    """Whoever names some is taken to name all: any other value is a no. Places that name the same share the answer."""
    answers = dict.fromkeys((*values, *perhaps), Answer.UNKNOWN) | dict.fromkeys(values, Answer.YES)
    return Known(answers, Answer.NO) if answers else NOTHING_KNOWN


@lru_cache(maxsize=4096)
def _only_these(answers: tuple[tuple[str, Answer], ...]) -> Known:
    """Whoever speaks of some says nothing of any other value."""
    return Known(dict(answers), Answer.UNKNOWN)


@cache
def _without_denomination(religion: Religion) -> Known:
    others = [key for key, denomination in DENOMINATIONS.items() if denomination.religion is not religion]
    return Known(dict.fromkeys(others, Answer.NO), Answer.UNKNOWN)


def kind_of(place: Place) -> Known:
    """Answer for kinds: every place is of one."""
    return _these((place.kind,))


def languages_of(place: Place) -> Known:
    """Answer for languages: of one that is only printed nobody knows whether it is spoken."""
    spoken: list[str] = []
    printed: list[str] = []
    for said in place.offer.languages:
        (printed if said.value.level is LanguageLevel.PRINTED else spoken).append(said.value.code)
    return _these(tuple(spoken), tuple(printed))


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


def need_hours(place: Place, need: str) -> str | None:
    """Return when there is a practical thing (opening_hours syntax), None where that is always or nobody says."""
    return place.need(Need(need)).when
