"""A list that moves house: each place measured from the new address, and what there is like it over there.

Two places are alike by what both are known to have. Being near makes no place like another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from finder.domain.filters import VALUE_FILTERS
from finder.domain.geometry import Metres, Point, ground_grid, ground_point, walking_minutes
from finder.domain.place import Place
from finder.domain.vocabulary import WORSHIP_KINDS, PlaceKind, Religion

Positions = npt.NDArray[np.intp]

TOO_FAR_MINUTES = 60
"""A walk of more than this is no daily walk: keep the place for a visit."""
NEAR_METRES = 5000.0
"""What is further from the new address, in a straight line, is not near it."""
HALF_AT_METRES = 2500.0
"""At this distance, 43 minutes on foot, likeness counts for half: a place for every week should be a walk away."""

WEIGHTS = {
    "languages": 4.0,
    "communities": 4.0,
    "denominations": 3.0,
    "kinds": 3.0,
    "religions": 2.0,
    "gatherings": 1.0,
    "needs": 0.5,
}
"""How much one shared value of each counts; also the order in which shared values are told.

A judgement, not a measurement: whom one can talk to and whom one meets go first, then what sort of house it is, then
what happens there. Needs count least, for many houses have wifi and a toilet: eight of them weigh as one language.
"""
_MAKES_ALIKE = ("languages", "communities", "denominations")
_EVERYBODYS_LANGUAGE = "nl"
_SAYS_NOTHING = frozenset({PlaceKind.COMMUNITY_GROUP, PlaceKind.OTHER_WORSHIP})
"""Kinds that hold very different places: sharing one of them alone makes no two places alike."""
_OTHER_CURRENT = 0.5
"""What is left of the likeness of two places known to belong to different denominations."""


class Shared(NamedTuple):
    """A value that both places are known to have. ``filter`` is a field of Filters, or ``gatherings`` (their kind)."""

    filter: str
    value: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A place seen from another point: straight-line metres, estimated minutes on foot, and whether that is too far."""

    place: Place
    metres: float
    minutes: int
    too_far: bool


@dataclass(frozen=True, slots=True)
class Similar:
    """A place that is like another one, its straight-line metres from the new address, and what the two share."""

    place: Place
    metres: float
    shared: tuple[Shared, ...]


def measure_again(places: Iterable[Place], near: Point) -> list[Measured]:
    """Measure each place from ``near``, in the order given; nothing is left out."""
    kept = list(places)
    metres = _metres(*ground_grid([p.point.longitude for p in kept], [p.point.latitude for p in kept]), near)
    return [_measured(place, float(far)) for place, far in zip(kept, metres, strict=True)]


def _measured(place: Place, metres: float) -> Measured:
    minutes = walking_minutes(metres)
    return Measured(place, metres, minutes, minutes > TOO_FAR_MINUTES)


def _metres(x: Metres, y: Metres, near: Point) -> Metres:
    here_x, here_y = ground_point(near)
    return np.hypot(x - here_x, y - here_y)


def known_values(place: Place) -> tuple[Shared, ...]:
    """Return everything a place is known to have that another may share, in the order of WEIGHTS.

    A language that is only printed is not spoken; "other" says nothing of a gathering.
    """
    values = {name: spec.read(place).values for name, spec in VALUE_FILTERS.items() if name in WEIGHTS}
    kinds = (said.value.kind for said in place.offer.gatherings if said.value.kind != "other")
    values["gatherings"] = tuple(dict.fromkeys(kinds))
    return tuple(chain.from_iterable(_shared(name, values[name]) for name in WEIGHTS if values[name]))


@lru_cache(maxsize=4096)
def _shared(name: str, values: tuple[str, ...]) -> tuple[Shared, ...]:
    """Made once for all places that have the same."""
    return tuple(Shared(name, str(value)) for value in values)


def _makes_alike(value: Shared) -> bool:
    if value.filter == "kinds":
        return value.value not in _SAYS_NOTHING
    return value.filter in _MAKES_ALIKE and value != ("languages", _EVERYBODYS_LANGUAGE)


class SimilarPlaces:
    """Places among which something alike is looked for, laid out once.

    Those that closed or moved are left out, and those of which nobody may know how far they are.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        self.places: Sequence[Place] = [place for place in places if not (place.status.gone or place.hides)]
        self._values = [known_values(place) for place in self.places]
        points = [place.point for place in self.places]
        self._x, self._y = ground_grid([p.longitude for p in points], [p.latitude for p in points])
        found: dict[Shared, list[int]] = defaultdict(list)
        for number, values in enumerate(self._values):
            for value in values:
                found[value].append(number)
        self._has_denomination = np.array([bool(place.denominations) for place in self.places], dtype=np.bool_)
        self._with = {value: np.array(numbers, dtype=np.intp) for value, numbers in found.items()}

    def _of(self, value: Shared) -> Positions:
        return self._with.get(value, np.empty(0, dtype=np.intp))

    def most_similar(self, place: Place, near: Point, limit: int = 1, within: float = NEAR_METRES) -> list[Similar]:
        """Return at most ``limit`` places at most ``within`` metres from ``near`` that are like ``place``, best first.

        Each shares its kind, or a language other than Dutch, a community or a denomination; what is shared weighs less
        the further away it is, and where the denominations are known to differ. Never the place itself, and for a house
        of prayer none of another religion. Equal ones by distance, then code.
        """
        score = np.zeros(len(self.places))
        alike = np.zeros(len(self.places), dtype=np.bool_)
        values = known_values(place)
        for value in values:
            having = self._of(value)
            score[having] += WEIGHTS[value.filter]
            if _makes_alike(value):
                alike[having] = True
        metres = _metres(self._x, self._y, near)
        alike &= metres <= within
        if place.denominations:
            score[self._of_other_denominations(place)] *= _OTHER_CURRENT
        if place.religion and place.kind in WORSHIP_KINDS:
            alike &= ~self._of_another_religion(place.religion)
        score /= 1 + metres / HALF_AT_METRES
        chosen = [n for n in np.flatnonzero(alike).tolist() if self.places[n].code != place.code]
        chosen.sort(key=lambda n: (-score[n], metres[n], self.places[n].code))
        mine = set(values)
        return [
            Similar(self.places[n], float(metres[n]), tuple(value for value in self._values[n] if value in mine))
            for n in chosen[:limit]
        ]

    def _of_other_denominations(self, place: Place) -> npt.NDArray[np.bool_]:
        other = self._has_denomination.copy()
        for denomination in place.denominations:
            other[self._of(Shared("denominations", denomination))] = False
        return other

    def _of_another_religion(self, religion: Religion) -> npt.NDArray[np.bool_]:
        """A house where people of another religion pray; one for all religions is not."""
        other = np.zeros(len(self.places), dtype=np.bool_)
        for each in Religion:
            if each not in {religion, Religion.MULTIFAITH, Religion.NONE} and religion is not Religion.MULTIFAITH:
                other[self._of(Shared("religions", each))] = True
        return other


def most_similar(
    place: Place, near: Point, candidates: Iterable[Place] | SimilarPlaces, limit: int = 1, within: float = NEAR_METRES
) -> list[Similar]:
    """Return what is most like a place near another point, as ``SimilarPlaces.most_similar`` does."""
    among = candidates if isinstance(candidates, SimilarPlaces) else SimilarPlaces(candidates)
    return among.most_similar(place, near, limit, within)
