"""Places by their names: as they are, in part, or misspelt; by a former name or an abbreviation; in any script."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import OSA

from finder.domain.place import Place
from finder.search.name_words import sound_of, telling, whole, words_of, wrong_letters

LIKE = 0.66
"""A name that is less like it says something else."""
MOST = 100
"""Never more places than this, whatever is asked."""
_SHORTEST_BEGINNING = 3
_BEGUN, _SOUNDS = 0.9, 0.95
"""How like a word is of which only the beginning is given, or that only sounds like it."""
_FARTHER = 0.15
"""What is less like it than the likeliest by more than this is left out."""
_LEFT_OVER = 0.1
"""What a name loses of its likeness by words that nobody asked for."""
_LABEL = re.compile(r".*\((?P<code>[0-9A-Z]{5})\)", re.DOTALL)

Likenesses = npt.NDArray[np.float32]


class NamedPlace(NamedTuple):
    """A place with the name of it that was found, and how like that is: up to 1, for exactly what was asked."""

    place: Place
    name: str
    likeness: float


def label_of(place: Place) -> str:
    """Return the words by which a place, and no other, is a start: its name and its code."""
    return f"{place.name} ({place.code})"


@dataclass(frozen=True, slots=True)
class _Laid:
    """All names in rows: ``numbers`` of their places, how many letters tell (``sizes``), and the words of each.

    Word ``of_word[i]`` stands in name ``of_name[i]``; the words of a name written as one are a word of it too.
    """

    names: Sequence[str]
    numbers: Sequence[int]
    sizes: npt.NDArray[np.int32]
    words: Sequence[str]
    sounds: Mapping[str, Sequence[int]]
    of_word: npt.NDArray[np.int32]
    of_name: npt.NDArray[np.int32]
    exact: Mapping[str, Sequence[int]]


def _laid(places: Sequence[Place]) -> _Laid:
    called = [(number, name) for number, place in enumerate(places) for name in _names_of(place)]
    words: dict[str, int] = {}
    exact: dict[str, list[int]] = defaultdict(list)
    of_word, of_name, sizes = [], [], []
    for at, (number, name) in enumerate(called):
        said = words_of(name)
        told = telling(said)
        together = "".join(told)
        for word in dict.fromkeys(filter(None, [*told, together, whole(said)])):
            of_word.append(words.setdefault(word, len(words)))
            of_name.append(at)
        sizes.append(len(together))
        if number not in exact[whole(said)]:
            exact[whole(said)].append(number)
    sounds: dict[str, list[int]] = defaultdict(list)
    for word, row in words.items():
        sounds[sound_of(word)].append(row)
    return _Laid(
        [name for _, name in called],
        [number for number, _ in called],
        np.array(sizes, np.int32),
        list(words),
        dict(sounds),
        np.array(of_word, np.int32),
        np.array(of_name, np.int32),
        {called_so: numbers for called_so, numbers in exact.items() if called_so},
    )


def _names_of(place: Place) -> tuple[str, ...]:
    return (place.name, *place.identity.also_called)


class PlaceNames:
    """The names of places, laid out when somebody first asks for one; safe to read from several threads."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = places

    @cached_property
    def _laid(self) -> _Laid:
        return _laid(self._places)

    @cached_property
    def _by_code(self) -> Mapping[str, Place]:
        return {place.code: place for place in self._places}

    def labelled(self, text: str) -> Place | None:
        """Return the place of which this is the label; None for any other text, and where its address is hidden."""
        match = _LABEL.fullmatch(text.strip())
        place = self._by_code.get(match["code"]) if match else None
        return place if place and place.shown_point and label_of(place) == text.strip() else None

    def exactly(self, text: str) -> list[Place]:
        """Return the places that have this name; capitals, accents, spaces, punctuation and articles do not matter."""
        return [self._places[number] for number in self._laid.exact.get(whole(words_of(text)), ())]

    def like(self, text: str, limit: int = MOST) -> list[NamedPlace]:
        """Return places with a name like this, the likeliest first, each once.

        Of words that many names have, only those that are called exactly so.
        """
        words = words_of(text)
        told = telling(words)
        if not told:
            return [NamedPlace(place, place.name, 1.0) for place in self.exactly(text)][:limit]
        likeness, rank = self._likeness(told, {"".join(told), whole(words)})
        best: dict[int, tuple[float, int]] = {}
        for name in np.flatnonzero(likeness >= LIKE).tolist():
            number = self._laid.numbers[name]
            best[number] = min(best.get(number, (0.0, 0)), (-round(float(rank[name]), 4), name))
        ranked = sorted((apart, self._places[number].name, number, name) for number, (apart, name) in best.items())
        farthest = ranked[0][0] + _FARTHER if ranked else 0
        return [
            NamedPlace(self._places[number], self._laid.names[name], -apart)
            for apart, _, number, name in ranked[: min(limit, MOST)]
            if apart <= farthest
        ]

    def _likeness(self, told: Sequence[str], wholes: Iterable[str]) -> tuple[Likenesses, Likenesses]:
        """Return how like each name is, and the same less for what it has besides."""
        size = sum(map(len, told))
        each = np.zeros(len(self._laid.names), np.float32)
        for word in told:
            each += self._best(word) * np.float32(len(word) / size)
        found = np.maximum.reduce([each, *map(self._best, wholes)])
        left_over = np.clip(1 - size / np.maximum(self._laid.sizes, 1), 0, 1)
        return found, np.asarray(found * (1 - _LEFT_OVER * left_over), np.float32)

    def _best(self, word: str) -> Likenesses:
        """Return for each name how like this the likeliest of its words is."""
        laid, most = self._laid, wrong_letters(word)
        apart = process.cdist([word], laid.words, scorer=OSA.distance, score_cutoff=most, dtype=np.int16)[0]
        likeness = np.where(apart <= most, 1 - apart / len(word), 0).astype(np.float32)
        alike = list(laid.sounds.get(sound_of(word), ()))
        likeness[alike] = np.maximum(likeness[alike], _SOUNDS)
        if len(word) >= _SHORTEST_BEGINNING:
            begun = [row for row, other in enumerate(laid.words) if other.startswith(word)]
            likeness[begun] = np.maximum(likeness[begun], _BEGUN)
        best = np.zeros(len(laid.names), np.float32)
        np.maximum.at(best, laid.of_name, likeness[laid.of_word])
        return best
