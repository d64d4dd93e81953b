"""What lies around a point, in words that set one choice apart from another; and the parts of a long street."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from finder.domain.geometry import Point
from finder.geocode.entries import FoundKind, KnownName
from finder.geocode.streets import STEP, StreetTable, Whole, steps
from finder.geocode.text import fold

METRES_PER_STEP = np.array([0.681, 1.1125])
"""Of longitude and latitude in the middle of the served area; at its edges they differ by 0.3 %."""
DISTRICT_WITHIN, NEAR_WITHIN = 1000, 600
LONG_REACH, PART_METRES, MOST_PARTS = 500, 800, 4
"""A street that reaches farther than 500 metres is cut in up to four parts of some 800 metres each."""
PART_DOUBT = 60
_STATIONS = (FoundKind.TRAIN, FoundKind.METRO)
_SQUARES = ("plein", "markt")

Metres = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a street: the house in its middle, and the metres from there to its farthest."""

    point: Point
    doubt: int


class _Marks:
    """Things that people know, by where they are."""

    def __init__(self, marks: Sequence[tuple[str, tuple[int, int]]]) -> None:
        self._names = [name for name, _ in marks]
        self._folded = [fold(name) for name in self._names]
        self._places = np.array([at for _, at in marks], np.int32).reshape(-1, 2) * METRES_PER_STEP

    def around(self, point: Point, not_named: str) -> list[str]:
        """Return those within NEAR_WITHIN that do not hold this folded name, the nearest first."""
        away = _away(self._places, point)
        near = (at for at in np.argsort(away, kind="stable").tolist() if away[at] <= NEAR_WITHIN)
        return [self._names[at] for at in near if not not_named or not_named not in self._folded[at]]


class Surroundings:
    """The districts of streets, and the stops and squares that people know."""

    def __init__(self, table: StreetTable, names: Iterable[KnownName]) -> None:
        self._table = table
        self._streets = table.points * METRES_PER_STEP
        known = list(names)
        stations = [(name.name, steps(name.point)) for name in known if name.kind in _STATIONS]
        others = [(name.name, steps(name.point)) for name in known if name.kind is FoundKind.TRAM]
        others += [
            (name, (int(point[0]), int(point[1])))
            for name, point in zip(table.names, table.points.tolist(), strict=True)
            if name.endswith(_SQUARES)
        ]
        self._marks = (_Marks(stations), _Marks(others))

    def district(self, point: Point) -> str:
        """Return the district of the street that is nearest to the point, empty when none is within a kilometre."""
        at = _nearest(self._streets, point, DISTRICT_WITHIN)
        return "" if at is None else self._table.district(at)

    def landmarks(self, point: Point, not_named: str) -> list[str]:
        """Return what people know around a point: stations, then stops and squares, then the neighbourhood.

        Each kind is in order of distance; no stop or square holds ``not_named``.
        """
        own = fold(not_named)
        known = [mark for marks in self._marks for mark in marks.around(point, own)]
        street = _nearest(self._streets, point, DISTRICT_WITHIN)
        return list(dict.fromkeys(known if street is None else [*known, self._table.neighbourhood(street)]))

    def one_landmark(self, point: Point, not_named: str, taken: Collection[str]) -> str:
        """Return the first landmark that is not taken, empty when there is none."""
        return next((mark for mark in self.landmarks(point, not_named) if mark not in taken), "")

    def parts(self, street: int) -> list[Part]:
        """Return the parts of a long street by its known houses, from west to east or south to north; else none."""
        houses = self._table.houses(street)
        if self._table.reach[street] <= LONG_REACH or len(houses) < MOST_PARTS:
            return []
        metres = (houses - houses[0]) * METRES_PER_STEP
        extent = np.ptp(metres, axis=0)
        along = metres[:, int(extent.argmax())]
        count = min(MOST_PARTS, int(-(-extent.max() // PART_METRES)))
        edges = np.linspace(along.min(), along.max() + 1, count + 1)
        places = np.searchsorted(edges, along, "right") - 1
        parts = [_part(houses[places == place], metres[places == place]) for place in range(count)]
        return [part for part in parts if part]


def _part(houses: Whole, metres: Metres) -> Part | None:
    if not len(houses):
        return None
    middle = int(np.hypot(*(metres - np.median(metres, axis=0)).T).argmin())
    reach = float(np.hypot(*(metres - metres[middle]).T).max())
    longitude, latitude = (round(int(value) * STEP, 5) for value in houses[middle])
    return Part(Point(longitude, latitude), int(-(-(reach + PART_DOUBT) // 10) * 10))


def _away(places: Metres, point: Point) -> Metres:
    return np.asarray(np.hypot(*(places - np.array(steps(point)) * METRES_PER_STEP).T))


def _nearest(places: Metres, point: Point, within: float) -> int | None:
    if not len(places):
        return None
    away = _away(places, point)
    at = int(away.argmin())
    return at if away[at] <= within else None
