"""Streets with their house numbers, column by column: what 390,000 numbers need to be small and quick to load."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from finder.domain.geometry import Point

STEP = 1e-5
"""Degrees: positions are whole steps, which is 0.7 metres to the east and 1.1 to the north."""
HIGHEST_NUMBER = 2**15 - 1
_ODD = 2**15

Whole = npt.NDArray[np.int32]
Offsets = npt.NDArray[np.int16]
Keys = npt.NDArray[np.uint16]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class House:
    """A number in a street. ``loose``: its points lie apart, so that it says little of where the door is."""

    number: int
    point: Point
    loose: bool


@dataclass(frozen=True, slots=True)
class Street:
    """A street as it is compiled: ``point`` on it near its middle, ``reach`` metres from there to its far end."""

    name: str
    town: str
    district: str
    neighbourhood: str
    point: Point
    reach: int
    houses: Sequence[House] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """House numbers of all streets: those of street ``i`` stand at ``starts[i]`` up to ``starts[i + 1]``.

    ``keys`` are the numbers, odd ones after even ones, so that neighbours on one side of a street stand together.
    ``east`` and ``north`` are steps from the point of the street.
    """

    starts: Whole
    keys: Keys
    east: Offsets
    north: Offsets
    loose: Flags


class StreetTable:
    """The streets in memory; a street is named by its position in ``names``."""

    def __init__(
        self,
        names: Sequence[str],
        places: Sequence[tuple[str, str, str]],
        points: Whole,
        reach: Whole,
        numbers: Numbers,
    ) -> None:
        self.names, self.points, self.reach, self.numbers = names, points, reach, numbers
        self._places = places

    def __len__(self) -> int:
        return len(self.names)

    def town(self, street: int) -> str:
        """Return the town of a street."""
        return self._places[street][0]

    def district(self, street: int) -> str:
        """Return the district that the middle of a street lies in."""
        return self._places[street][1]

    def neighbourhood(self, street: int) -> str:
        """Return the neighbourhood that the middle of a street lies in."""
        return self._places[street][2]

    def point(self, street: int) -> Point:
        """Return the point on a street that is nearest to its middle."""
        return _point(self.points[street])

    def house(self, street: int, number: int) -> House | None:
        """Return a house number of a street, None when it is not known."""
        if not 0 < number <= HIGHEST_NUMBER:
            return None
        start, end = self._slice(street)
        at = start + int(np.searchsorted(self.numbers.keys[start:end], _key(number)))
        return self._house(street, at) if at < end and self.numbers.keys[at] == _key(number) else None

    def neighbours(self, street: int, number: int) -> tuple[House | None, House | None]:
        """Return the nearest known numbers below and above, on the same side and not loose."""
        start, end = self._slice(street)
        keys, loose = self.numbers.keys[start:end], self.numbers.loose[start:end]
        same_side = np.flatnonzero((keys >= _ODD) == bool(number % 2))
        steady = same_side[~loose[same_side]] + start
        numbers = self.numbers.keys[steady] % _ODD
        below, above = steady[numbers < number], steady[numbers > number]
        return (
            self._house(street, int(below[-1])) if below.size else None,
            self._house(street, int(above[0])) if above.size else None,
        )

    def houses(self, street: int) -> Whole:
        """Return where the houses of a street stand that are not loose: steps of shape (n, 2), longitude first."""
        start, end = self._slice(street)
        steady = ~self.numbers.loose[start:end]
        away = np.column_stack((self.numbers.east[start:end][steady], self.numbers.north[start:end][steady]))
        return np.asarray(self.points[street] + away, np.int32)

    def _slice(self, street: int) -> tuple[int, int]:
        return int(self.numbers.starts[street]), int(self.numbers.starts[street + 1])

    def _house(self, street: int, at: int) -> House:
        numbers = self.numbers
        away = np.array((numbers.east[at], numbers.north[at]), np.int32)
        point = _point(self.points[street] + away)
        return House(int(numbers.keys[at]) % _ODD, point, bool(numbers.loose[at]))


def street_table(streets: Iterable[Street]) -> StreetTable:
    """Lay streets out column by column, in an order that depends on nothing but what they are.

    Raises ValueError for a number above HIGHEST_NUMBER or a house farther than 20 km from its street.
    """
    ordered = sorted(streets, key=lambda street: (street.town, street.name, *steps(street.point)))
    points = np.array([steps(street.point) for street in ordered], np.int32).reshape(-1, 2)
    houses = [sorted(street.houses, key=lambda house: _key(house.number)) for street in ordered]
    at = [steps(house.point) for row in houses for house in row]
    counts = [len(row) for row in houses]
    away = np.array(at, np.int32).reshape(-1, 2) - np.repeat(points, counts, axis=0)
    numbers = [house.number for row in houses for house in row]
    if any(not 0 < number <= HIGHEST_NUMBER for number in numbers) or np.abs(away).max(initial=0) >= _ODD:
        raise ValueError("a house number or its distance from the street is out of bounds")
    return StreetTable(
        [street.name for street in ordered],
        [(street.town, street.district, street.neighbourhood) for street in ordered],
        points,
        np.array([street.reach for street in ordered], np.int32),
        Numbers(
            np.concatenate(([0], np.cumsum(counts, dtype=np.int32))).astype(np.int32),
            np.array([_key(number) for number in numbers], np.uint16),
            away[:, 0].astype(np.int16),
            away[:, 1].astype(np.int16),
            np.array([house.loose for row in houses for house in row], np.bool_),
        ),
    )


def steps(point: Point) -> tuple[int, int]:
    """Return a point in whole steps, longitude first."""
    return round(point.longitude / STEP), round(point.latitude / STEP)


def _point(place: Whole) -> Point:
    return Point(round(int(place[0]) * STEP, 5), round(int(place[1]) * STEP, 5))


def _key(number: int) -> int:
    return number + _ODD * (number % 2)
