"""Which places match a search: each filter answers for all places, and the answers are intersected."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from finder.domain.errors import InvalidInput
from finder.domain.filters import Filters, Unknown
from finder.domain.geometry import Point, ground_point
from finder.domain.hits import Count
from finder.search.bitmaps import BitSets, negated, pack, sizes
from finder.search.columns import Columns
from finder.search.opening_table import OpeningTable

VALUE_FILTERS = ("kinds", "languages", "religions", "denominations", "communities", "needs")
RATHER_NOT = {"rather_not_religions": "religions", "rather_not_communities": "communities"}

Answers = Mapping[str, BitSets]
"""By the name of a field of Filters: what it leaves, shape (2, words)."""


@dataclass(frozen=True, slots=True)
class Circle:
    """``metres`` around (x, y) in RD New."""

    x: float
    y: float
    metres: float


def rd_of(near: Point) -> tuple[float, float]:
    """Project one point to RD New metres. Raises InvalidInput for a point that has none."""
    x, y = ground_point(near)
    if not (math.isfinite(x) and math.isfinite(y)):
        raise InvalidInput("near", f"{near.longitude},{near.latitude}", "a position in the Netherlands")
    return x, y


def circle_of(filters: Filters) -> Circle | None:
    """Return what ``within`` asks for, or None without it.

    Raises InvalidInput for a distance without a position, or that is no distance.
    """
    if filters.within is None:
        return None
    if filters.near is None:
        raise InvalidInput("within", f"{filters.within:g}", "used without near")
    if not (math.isfinite(filters.within) and filters.within >= 0):
        raise InvalidInput("within", f"{filters.within:g}", "a number of metres, 0 or more")
    return Circle(*rd_of(filters.near), filters.within)


@dataclass(frozen=True, slots=True)
class Selector:
    """Answers each filter over the columns."""

    columns: Columns
    opening: OpeningTable

    def answers(self, filters: Filters, today: date) -> dict[str, BitSets]:
        """Return the answer of every filter in use but ``within``. Raises InvalidInput for one out of its range."""
        answers, values = {}, self.columns.values
        for name in VALUE_FILTERS:
            if chosen := getattr(filters, name):
                answers[name] = values[name].any_of(chosen)
        if filters.open_at is not None:
            answers["open_at"] = self.opening.answers(filters.open_at, today)
        for name, field in RATHER_NOT.items():
            if avoided := getattr(filters, name):
                answers[name] = negated(values[field].any_of(avoided))
        return answers

    def inside(self, circle: Circle) -> BitSets:
        """Answer ``within``."""
        inside = np.zeros(self.columns.count, dtype=np.bool_)
        found, _ = self.columns.grid.near(circle.x, circle.y, circle.metres)
        inside[found] = True
        words = pack(inside)
        return np.stack((words, words))

    def together(self, answers: Answers, *, but: str = "") -> BitSets:
        """Return the places that match all filters, and those that match or may, leaving out the filter named."""
        pair = self.columns.findable
        for name, answer in answers.items():
            if name != but:
                pair = pair & answer
        return pair


def counted(pair: BitSets, filters: Filters) -> Count:
    """Count both groups; none is "perhaps" when what is not known is to be left out."""
    certain, either = sizes(pair).tolist()
    return Count(certain, either - certain if filters.unknown is Unknown.INCLUDE else 0)
