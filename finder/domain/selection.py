"""Which places match a search: each filter gives the places that do and those that may, and both are intersected."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from finder.domain.bitmaps import Positions, Words, pack, size
from finder.domain.columns import Columns
from finder.domain.errors import InvalidInput
from finder.domain.filters import Filters, Unknown
from finder.domain.geometry import Point, rd_new
from finder.domain.grid import Metres, places_of
from finder.domain.hits import Count
from finder.domain.opening_table import OpeningTable

VALUE_FILTERS = ("kinds", "languages", "religions", "denominations", "communities", "needs")
RATHER_NOT = {"rather_not_religions": "religions", "rather_not_communities": "communities"}
FILTER_NAMES = (*VALUE_FILTERS, "open_at", *RATHER_NOT, "within")
"""The fields of Filters that leave places out, ``unknown`` aside."""

Answered = tuple[Words, Words]
"""The places that have what one filter asks for, and those that have it or may have it."""


def rd_of(near: Point) -> tuple[float, float]:
    """Project one point to RD New metres. Raises InvalidInput for a point that has none."""
    x, y = rd_new(near.longitude, near.latitude)
    here = float(x[0]), float(y[0])
    if not all(map(math.isfinite, here)):
        raise InvalidInput("near", f"{near.longitude},{near.latitude}", "a position in the Netherlands")
    return here


def circle_of(filters: Filters) -> tuple[float, float, float] | None:
    """Return x, y (RD New) and metres of ``within``, or None without one.

    Raises InvalidInput for a distance without a position, or that is no distance.
    """
    if filters.within is None:
        return None
    if filters.near is None:
        raise InvalidInput("within", f"{filters.within:g}", "used without near")
    if not (math.isfinite(filters.within) and filters.within >= 0):
        raise InvalidInput("within", f"{filters.within:g}", "a number of metres, 0 or more")
    return *rd_of(filters.near), filters.within


@dataclass(frozen=True, slots=True)
class Selector:
    """Answers each filter over the columns."""

    columns: Columns
    opening: OpeningTable

    def near(self, x: float, y: float, metres: float) -> tuple[Positions, Metres]:
        """Return the places within ``metres`` of a point in RD New, and how far each is."""
        grid = self.columns.grid
        found = places_of(*grid.box(x, y, metres))
        distances = np.hypot(grid.x[found] - x, grid.y[found] - y)
        inside = distances <= metres
        return found[inside], distances[inside]

    def answered(self, name: str, filters: Filters, today: date) -> Answered | None:
        """Return what one filter leaves, or None when it is not used. Raises InvalidInput for a filter out of range."""
        if name == "within":
            circle = circle_of(filters)
            return None if circle is None else self._inside(*circle)
        asked = getattr(filters, name)
        if not asked:
            return None
        if name == "open_at":
            return self.opening.answers(asked, today)
        if name in RATHER_NOT:
            has, may = self.columns.values[RATHER_NOT[name]].chosen(asked)
            return ~may, ~has
        return self.columns.values[name].chosen(asked)

    def _inside(self, x: float, y: float, metres: float) -> Answered:
        found, _ = self.near(x, y, metres)
        inside = np.zeros(self.columns.count, dtype=np.bool_)
        inside[found] = True
        words = pack(inside)
        return words, words

    def answers(self, filters: Filters, today: date, names: Sequence[str] = FILTER_NAMES) -> dict[str, Answered]:
        """Return the answer of every filter in use. Raises InvalidInput for one that is out of its range."""
        answers = ((name, self.answered(name, filters, today)) for name in names)
        return {name: answered for name, answered in answers if answered is not None}

    def together(self, answers: Mapping[str, Answered], *, but: str = "") -> Answered:
        """Return the places that match all filters, and those that match or may, leaving out the filter named."""
        has = may = self.columns.findable
        for name, (yes, possible) in answers.items():
            if name != but:
                has, may = has & yes, may & possible
        return has, may


def counted(answered: Answered, filters: Filters) -> Count:
    """Count both groups; none is "perhaps" when what is not known is to be left out."""
    certain = size(answered[0])
    return Count(certain, size(answered[1]) - certain if filters.unknown is Unknown.INCLUDE else 0)
