"""One page of a search, in order, touching as few places as its filters allow."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

import numpy as np

from finder.domain.bitmaps import Positions, Words, holds, positions, size
from finder.domain.columns import Columns, Numbers
from finder.domain.errors import InvalidInput
from finder.domain.filters import Filters, Unknown
from finder.domain.grid import Metres
from finder.domain.selection import FILTER_NAMES, Answered, Selector, circle_of, rd_of

SCAN_AT_MOST = 4096
"""So many matching places are measured one by one; with more of them, the squares around are looked through."""

Ordered = tuple[Positions, Metres | None]
"""Places in order with their metres from ``near``, if there is one."""
Groups = tuple[int, int, Ordered, Ordered]
"""How many places match certainly and perhaps, and the first of both."""
Circle = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Page:
    """The counts of both groups; positions in the columns, the first ``sure`` of them certain; their metres."""

    certain: int
    perhaps: int
    sure: int
    positions: Positions
    metres: Metres | None


def _first(wanted: int, found: Positions, metres: Metres, code_rank: Numbers) -> Ordered:
    if found.size > 2 * wanted > 0:
        near_enough = metres <= np.partition(metres, wanted - 1)[wanted - 1]
        found, metres = found[near_enough], metres[near_enough]
    order = np.lexsort((code_rank[found], metres))[:wanted]
    return found[order], metres[order]


@dataclass(frozen=True, slots=True)
class Pager:
    """Finds pages over the columns; ``name_rank`` is each place's rank by name, then code."""

    columns: Columns
    selector: Selector
    name_rank: Numbers

    def _around(self, words: Words, count: int, wanted: int, x: float, y: float) -> tuple[Positions, Metres] | None:
        grid, everything = self.columns.grid, self.columns.count
        needed = 1.5 * wanted * everything / count
        metres = grid.side * math.sqrt(needed * grid.across * grid.up / everything) / 4
        while (inside := grid.places_in_box(x, y, metres)) * 4 < everything:
            if inside >= needed:
                found, distances = self.selector.near(x, y, metres)
                kept = holds(words, found)
                if np.count_nonzero(kept) >= wanted:
                    return found[kept], distances[kept]
            metres *= 1.5
        return None

    def _nearest(self, words: Words, count: int, wanted: int, here: tuple[float, float]) -> Ordered:
        around = self._around(words, count, wanted, *here) if count > SCAN_AT_MOST else None
        if around is None:
            grid, found = self.columns.grid, positions(words)
            around = found, np.hypot(grid.x[found] - here[0], grid.y[found] - here[1])
        return _first(wanted, *around, self.columns.code_rank)

    def _by_name(self, words: Words, count: int, wanted: int) -> Ordered:
        names = self.columns.by_name
        look = 2 * wanted * names.size // count
        if look < count:
            found = names[:look][holds(words, names[:look])]
            if found.size >= wanted:
                return found[:wanted], None
        found = positions(words)
        return found[np.argsort(self.name_rank[found])[:wanted]], None

    def _first_of(self, words: Words, count: int, wanted: int, here: tuple[float, float] | None) -> Ordered:
        if not count or wanted <= 0:
            return np.empty(0, np.int64), None if here is None else np.empty(0)
        wanted = min(wanted, count)
        return self._nearest(words, count, wanted, here) if here else self._by_name(words, count, wanted)

    def _everywhere(self, answered: Answered, filters: Filters, end: int) -> Groups:
        has, may = answered
        here = rd_of(filters.near) if filters.near else None
        certain = size(has)
        perhaps = size(may) - certain if filters.unknown is Unknown.INCLUDE else 0
        sure = self._first_of(has, certain, end, here)
        unsure = self._first_of(may & ~has, perhaps, end - certain, here)
        return certain, perhaps, sure, unsure

    def _within(self, answered: Answered, filters: Filters, end: int, circle: Circle) -> Groups:
        found, metres = self.selector.near(*circle)
        has, may = (holds(words, found) for words in answered)
        perhaps = may & ~has if filters.unknown is Unknown.INCLUDE else np.zeros_like(has)
        code_rank, certain = self.columns.code_rank, int(np.count_nonzero(has))
        sure = _first(end, found[has], metres[has], code_rank)
        unsure = _first(max(0, end - certain), found[perhaps], metres[perhaps], code_rank)
        return certain, int(np.count_nonzero(perhaps)), sure, unsure

    def page(self, filters: Filters, today: date, limit: int, offset: int) -> tuple[Page, dict[str, Answered]]:
        """Return the places ``offset`` up to ``offset + limit`` and the answers of the filters but ``within``.

        Raises InvalidInput for a filter out of its range, a negative limit or offset.
        """
        for key, value in (("limit", limit), ("offset", offset)):
            if value < 0:
                raise InvalidInput(key, str(value), "0 or more")
        answers = self.selector.answers(filters, today, FILTER_NAMES[:-1])
        answered, end, circle = self.selector.together(answers), offset + limit, circle_of(filters)
        groups = self._within(answered, filters, end, circle) if circle else self._everywhere(answered, filters, end)
        certain, perhaps, sure, unsure = groups
        places = np.concatenate((sure[0][offset:], unsure[0][max(0, offset - certain) :]))
        metres = None
        if sure[1] is not None and unsure[1] is not None:
            metres = np.concatenate((sure[1][offset:], unsure[1][max(0, offset - certain) :]))
        return Page(certain, perhaps, max(0, sure[0].size - offset), places, metres), answers
