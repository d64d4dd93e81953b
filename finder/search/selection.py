"""Which places match a search: each filter answers for all places, and the answers are intersected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from finder.domain.filters import Combine, Filters, FilterSpec, Unknown, ValueFilter
from finder.domain.geometry import BBox, ground_point
from finder.domain.hits import Count
from finder.search.bitmaps import BitSets, negated, pack, sizes
from finder.search.columns import Columns, ValueColumn
from finder.search.opening_table import OpeningTable

Answers = Mapping[str, BitSets]
"""By the name of a field of Filters: what it leaves, shape (2, words)."""


@dataclass(frozen=True, slots=True)
class Circle:
    """``metres`` around (x, y) in RD New."""

    x: float
    y: float
    metres: float


def circle_of(filters: Filters) -> Circle | None:
    """Return what ``within`` asks for, or None without it."""
    if filters.within is None or filters.near is None:
        return None
    return Circle(*ground_point(filters.near), filters.within)


@dataclass(frozen=True, slots=True)
class Selector:
    """Answers each filter over the columns; ``filters`` are those that there are, by name."""

    columns: Columns
    opening: OpeningTable
    filters: Mapping[str, FilterSpec]

    def answers(self, filters: Filters, today: date) -> dict[str, BitSets]:
        """Return the answer of every filter in use but ``within``, which paging and facets measure for themselves."""
        answers = {}
        for name, spec in self.filters.items():
            if isinstance(spec, ValueFilter):
                if chosen := spec.chosen(filters):
                    pair = self.column(spec).any_of(chosen)
                    answers[name] = negated(pair) if spec.combine is Combine.NONE else pair
            elif name == "bbox" and filters.bbox is not None:
                answers[name] = self.in_box(filters.bbox)
            elif name == "open_at" and filters.open_at is not None:
                answers[name] = self.opening.answers(filters.open_at, today)
        return answers

    def column(self, spec: ValueFilter) -> ValueColumn:
        """Return the column of the values that a filter chooses or avoids."""
        return self.columns.values[spec.avoids or spec.name]

    def in_box(self, box: BBox) -> BitSets:
        """Answer ``bbox``, in degrees: the edges of a box in degrees are no straight lines on the grid of RD New."""
        east, north = self.columns.longitude, self.columns.latitude
        words = pack((east >= box.west) & (east <= box.east) & (north >= box.south) & (north <= box.north))
        return np.stack((words, words))

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
