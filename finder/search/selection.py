"""Which places match a search: each wish answers for all places, and the answers are intersected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from finder.domain.filters import Combine, Filters, FilterSpec, Unknown, ValueFilter
from finder.domain.geometry import BBox, ground_point
from finder.domain.hits import Count
from finder.domain.likely import Likelihood
from finder.search.bitmaps import GRADES, BitSets, Grades, both, either, negated, pack, sizes
from finder.search.columns import Columns, ValueColumn
from finder.search.opening_table import OpeningTable

Sizes = npt.NDArray[np.int64]


class Wish(NamedTuple):
    """What one filter asks, or one value of a filter of which all are wanted, and which places have it.

    ``values`` are those that were chosen, in order, of which one is enough; none where no values are chosen.
    """

    filter: str
    values: tuple[str, ...]
    answer: BitSets

    @property
    def value(self) -> str | None:
        """The value, if it is only one."""
        return self.values[0] if len(self.values) == 1 else None


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
    """Answers each wish over the columns; ``filters`` are those that there are, by name."""

    columns: Columns
    opening: OpeningTable
    filters: Mapping[str, FilterSpec]

    def wishes(self, filters: Filters, today: date) -> list[Wish]:
        """Return every wish but ``within``, which paging and facets measure for themselves."""
        wishes = []
        for name, spec in self.filters.items():
            if isinstance(spec, ValueFilter):
                if chosen := spec.chosen(filters):
                    wishes += self._of_values(spec, tuple(sorted(chosen)))
            elif name == "bbox" and filters.bbox is not None:
                wishes.append(Wish(name, (), self.in_box(filters.bbox)))
            elif name == "open_at" and filters.open_at is not None:
                wishes.append(Wish(name, (), self.opening.answers(filters.open_at, today)))
        return wishes

    def _of_values(self, spec: ValueFilter, chosen: tuple[str, ...]) -> list[Wish]:
        column = self.column(spec)
        answers = [column.of(value) for value in chosen]
        if spec.combine is Combine.ALL:
            return [Wish(spec.name, (value,), answer) for value, answer in zip(chosen, answers, strict=True)]
        answer = either(answers)
        return [Wish(spec.name, chosen, negated(answer) if spec.combine is Combine.NONE else answer)]

    def column(self, spec: ValueFilter) -> ValueColumn:
        """Return the column of the values that a filter chooses or avoids."""
        return self.columns.values[spec.avoids or spec.name]

    def in_box(self, box: BBox) -> BitSets:
        """Answer ``bbox``, in degrees: the edges of a box in degrees are no straight lines on the grid of RD New."""
        east, north = self.columns.longitude, self.columns.latitude
        inside = (east >= box.west) & (east <= box.east) & (north >= box.south) & (north <= box.north)
        return pack(inside)[np.newaxis]

    def inside(self, circle: Circle) -> BitSets:
        """Answer ``within``."""
        inside = np.zeros(self.columns.count, dtype=np.bool_)
        found, _ = self.columns.grid.near(circle.x, circle.y, circle.metres)
        inside[found] = True
        return pack(inside)[np.newaxis]

    def together(self, wishes: Iterable[Wish]) -> BitSets:
        """Return the answer of all wishes together: the places that match all of them, and so on."""
        met = self.columns.findable
        for wish in wishes:
            met = both(met, wish.answer)
        return met


def wanted(answer: BitSets, unknown: Unknown) -> tuple[BitSets, Grades]:
    """Return those sets of an answer that somebody wants to see, and their grades."""
    grades = GRADES[len(answer)]
    if unknown is Unknown.EXCLUDE:
        return answer[:1], grades[:1]
    if unknown is Unknown.LIKELY:
        least = 1 + (Likelihood.LIKELY in grades)
        return answer[:least], grades[:least]
    return answer, grades


def count_of(sizes_of_sets: list[int], grades: Grades) -> Count:
    """Count the three groups by the sizes of sets of these grades that lie in each other."""
    certain, most = sizes_of_sets[0], sizes_of_sets[-1]
    likely = sizes_of_sets[1] - certain if Likelihood.LIKELY in grades else 0
    return Count(certain, likely, most - certain - likely)


def counted(answer: BitSets, unknown: Unknown) -> Count:
    """Count the places that an answer finds, in the groups that somebody wants to see."""
    sets, grades = wanted(answer, unknown)
    return count_of(sizes(sets).tolist(), grades)


def counted_each(answers: BitSets, others: BitSets, unknown: Unknown) -> list[Count]:
    """Count for each of many answers, shape (n, sets, words), the places that it and ``others`` find together."""
    certain = sizes(answers[:, 0] & others[0])
    if unknown is Unknown.EXCLUDE:
        return _counts(certain, certain, certain)
    guessed = answers.shape[1] == 4 or len(others) == 4
    likely = sizes(answers[:, answers.shape[1] // 4] & others[len(others) // 4]) if guessed else certain
    most = likely if unknown is Unknown.LIKELY else sizes(answers[:, -1] & others[-1])
    return _counts(certain, likely, most)


def _counts(certain: Sizes, likely: Sizes, most: Sizes) -> list[Count]:
    return list(map(Count, certain.tolist(), (likely - certain).tolist(), (most - likely).tolist()))
