"""What is likely at a place though nobody says it, what is unlikely, and what makes us think so.

All of it is worked out from facts and evidence each time: a guess is never written into a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from typing import NamedTuple

from finder.domain.evidence import Basis
from finder.domain.living_languages import FOLLOWED, LIVING_LANGUAGES, OF_THE_COUNTRY
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


class Guess(NamedTuple):
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
    found = [*_of_table(Basis.DENOMINATION, place.denominations), *_of_table(Basis.COMMUNITY, place.communities)]
    if place.religion:
        found += _of_table(Basis.RELIGION, (place.religion,))
    yield from found
    if not (found or place.evidence or place.offer.languages or place.communities):
        for denomination in place.denominations:
            if living := OF_THE_COUNTRY.get(denomination):
                yield Guess(Basis.DENOMINATION, denomination, living.languages[0], living.source)


def _of_table(basis: Basis, keys: Iterable[str]) -> Iterator[Guess]:
    for key in keys:
        if living := LIVING_LANGUAGES.get((basis, key)):
            for code in living.languages:
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


def why_likely(place: Place, code: str) -> Guess | None:
    """Return what makes one language likely at a place that is not known to have it, as ``likely_languages`` does."""
    for said in place.evidence:
        if code in said.value.languages:
            return Guess(said.value.basis, said.value.key, code, said.source)
    for guess in _guesses(place):
        if guess.value == code:
            return guess
    return next((guess for guess in _followed(spoken_at(place)) if guess.value == code), None)


def likely_instead(place: Place) -> Guess | None:
    """Return the first language that is likely at a place of which none is known: what speaks against any other."""
    return next((guess for guess in _guesses(place) if guess.value != EVERYBODYS_LANGUAGE), None)


def hours_guess(place: Place) -> Guess | None:
    """Return what makes it likely or unlikely that a place is open: hours that are old or have no date."""
    hours = place.offer.hours
    if hours is None or hours.value.osm is None:
        return None
    said_on = hours.stated_on.text if hours.stated_on else ""
    return Guess(Basis.HOURS, said_on, hours.value.osm, hours.source)


def speaks_against(place: Place, code: str, likely: Mapping[str, Guess]) -> Guess | None:
    """Return what makes a language unlikely at a place: that it is a house of people who speak others.

    ``likely`` are the likely languages of the place. None where nothing speaks against it.
    """
    if not likely or code in likely or code == EVERYBODYS_LANGUAGE or place.kind not in _HOUSE_OF_SOME:
        return None
    if not _OF_ALL.isdisjoint(place.communities) or any(other in likely for other in FOLLOWED.get(code, ())):
        return None
    return likely_instead(place)
