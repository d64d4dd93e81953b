"""What is likely at a place though nobody says it, what is unlikely, and what makes us think so.

All of it is worked out from facts and evidence each time: a guess is never written into a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from finder.domain.evidence import Basis
from finder.domain.living_languages import FOLLOWED, LIVING_LANGUAGES
from finder.domain.place import Place
from finder.domain.sourced import Source
from finder.domain.vocabulary import WORSHIP_KINDS, Answer, LanguageLevel, PlaceKind


class Likelihood(IntEnum):
    """How far it is known that a place has what somebody wishes: the larger, the better for who wishes it."""

    NO = 0
    UNLIKELY = 1
    """Nobody knows, and something speaks against it."""
    UNKNOWN = 2
    LIKELY = 3
    """Nobody knows, and something speaks for it."""
    YES = 4

    @property
    def word(self) -> str:
        """The word for it in the API: ``yes``, ``likely`` …"""
        return self.name.lower()


OF_ANSWER: Mapping[Answer, Likelihood] = {
    Answer.YES: Likelihood.YES,
    Answer.UNKNOWN: Likelihood.UNKNOWN,
    Answer.NO: Likelihood.NO,
}


@dataclass(frozen=True, slots=True)
class Guess:
    """Why we think so: what ``basis`` rests on (``key``), the ``value`` that it makes likely, and who says that.

    ``key`` is a word of the vocabulary of the basis; for a language that is followed that language, and for hours
    the date of their source (empty without one). For what is unlikely ``value`` is what is likely instead.
    """

    basis: Basis
    key: str
    value: str
    source: Source


_HOUSE_OF_SOME = WORSHIP_KINDS | {PlaceKind.COMMUNITY_GROUP}
"""Kinds of houses that are of one community: an ordinary neighbourhood house is for everybody, whoever meets there."""
_OF_ALL = frozenset({"mixed", "international"})
"""Communities that say that everybody comes."""
EVERYBODYS_LANGUAGE = "nl"
"""Never unlikely: it is the language that people here have in common."""


def spoken_at(place: Place) -> tuple[str, ...]:
    """Return the languages that are known to be spoken at a place: one that is only printed is not."""
    return tuple(spoken.code for spoken in place.languages if spoken.level is not LanguageLevel.PRINTED)


def _guesses(place: Place) -> Iterator[Guess]:
    """Yield a guess for each likely language, what sources say of this very place first."""
    for said in place.evidence:
        for code in said.value.languages:
            yield Guess(said.value.basis, said.value.key, code, said.source)
    belongs = [(Basis.DENOMINATION, key) for key in place.denominations]
    belongs += [(Basis.COMMUNITY, key) for key in place.communities]
    if place.religion:
        belongs.append((Basis.RELIGION, place.religion))
    for basis, key in belongs:
        living = LIVING_LANGUAGES.get((basis, key))
        for code in living.languages if living else ():
            assert living is not None
            yield Guess(basis, key, code, living.source)


def _followed(spoken: tuple[str, ...]) -> Iterator[Guess]:
    for asked, others in FOLLOWED.items():
        for code in spoken:
            if code in others:
                yield Guess(Basis.LANGUAGE, code, asked, others[code])


def likely_languages(place: Place) -> dict[str, Guess]:
    """Return by code each language that is not known to be spoken at a place but likely is, and why."""
    spoken = spoken_at(place)
    guesses: dict[str, Guess] = {}
    for guess in (*_guesses(place), *_followed(spoken)):
        if guess.value not in spoken:
            guesses.setdefault(guess.value, guess)
    return guesses


def speaks_against(place: Place, code: str, likely: Mapping[str, Guess]) -> Guess | None:
    """Return what makes a language unlikely at a place: that it is a house of people who speak others.

    ``likely`` are the likely languages of the place. None where nothing speaks against it.
    """
    others = [guess for guess in likely.values() if guess.value != EVERYBODYS_LANGUAGE]
    if not others or code in likely or code == EVERYBODYS_LANGUAGE or place.kind not in _HOUSE_OF_SOME:
        return None
    if not _OF_ALL.isdisjoint(place.communities) or any(other in likely for other in FOLLOWED.get(code, ())):
        return None
    return others[0]
