"""One page of a search, in order, touching as few places as its filters allow."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

import numpy as np

from finder.domain.bitmaps import Flags, Positions, Words, flags_at, flags_of, positions, sizes, spots
from finder.domain.columns import Columns, Numbers
from finder.domain.errors import InvalidInput
from finder.domain.filters import Filters, Unknown
from finder.domain.grid import Metres, held, taken
from finder.domain.selection import Answers, Circle, Selector, circle_of, rd_of

SCAN_AT_MOST = 4096
"""So many matching places are measured one by one; with more of them, the squares around are looked through."""

Ordered = tuple[Positions, Metres]
"""Places in order, and the square of each one's distance."""
Here = tuple[float, float]

_NOBODY: Ordered = np.empty(0, np.int64), np.empty(0)


@dataclass(frozen=True, slots=True)
class Page:
    """The counts of both groups; positions in the columns, the first ``sure`` of them certain; their metres."""

    certain: int
    perhaps: int
    sure: int
    positions: Positions
    metres: list[float] | None


@dataclass(frozen=True, slots=True)
class _Group:
    """How many there are, and the first of them that the page needs."""

    count: int
    first: Ordered


@dataclass(frozen=True, slots=True)
class Pager:
    """Finds pages over the columns; ``name_rank`` is each place's rank by name, then code."""

    columns: Columns
    selector: Selector
    name_rank: Numbers

    def _first(self, wanted: int, found: Positions, squared: Metres) -> Ordered:
        if found.size > 2 * wanted:
            (near_enough,) = (squared <= np.partition(squared, wanted - 1)[wanted - 1]).nonzero()
            found, squared = found[near_enough], squared[near_enough]
        order = np.lexsort((self.columns.code_rank[found], squared))[:wanted]
        return found[order], squared[order]

    def _around(self, words: Words, count: int, wanted: int, here: Here) -> Ordered | None:
        grid, everything = self.columns.grid, self.columns.count
        needed = 1.5 * wanted * everything / count
        metres = grid.side * math.sqrt(needed * grid.across * grid.up / everything) / 4
        while (inside := held(runs := grid.runs(*here, metres))) * 4 < everything:
            if inside >= needed:
                squared = grid.squared(runs, *here)
                kept = flags_of(words, runs) & (squared <= metres * metres)
                if np.count_nonzero(kept) >= wanted:
                    return taken(grid.numbers, runs)[kept], squared[kept]
            metres *= 1.4
        return None

    def _nearest(self, words: Words, count: int, wanted: int, here: Here) -> Ordered:
        around = self._around(words, count, wanted, here) if count > SCAN_AT_MOST else None
        if around is None:
            found = positions(words)
            around = found, self.columns.grid.squared(found, *here)
        return self._first(wanted, *around)

    def _by_name(self, words: Words, count: int, wanted: int) -> Ordered:
        names = self.columns.by_name
        look = 2 * wanted * names.size // count
        if look < count:
            found = names[:look][flags_at(words, spots(names[:look]))]
            if found.size >= wanted:
                return found[:wanted], _NOBODY[1]
        found = positions(words)
        return found[np.argsort(self.name_rank[found])[:wanted]], _NOBODY[1]

    def _everywhere(self, pair: Words, filters: Filters, end: int) -> tuple[_Group, _Group]:
        here = rd_of(filters.near) if filters.near else None
        certain, either = sizes(pair).tolist()
        perhaps = either - certain if filters.unknown is Unknown.INCLUDE else 0
        groups, left = [], end
        for count, words in ((certain, pair[0]), (perhaps, pair[0] ^ pair[1])):
            wanted, first = min(left, count), _NOBODY
            if wanted:
                first = self._nearest(words, count, wanted, here) if here else self._by_name(words, count, wanted)
            groups.append(_Group(count, first))
            left -= wanted
        return groups[0], groups[1]

    def _within(self, pair: Words, filters: Filters, end: int, circle: Circle) -> tuple[_Group, _Group]:
        grid, here = self.columns.grid, (circle.x, circle.y)
        runs = grid.runs(*here, circle.metres)
        if sizes(pair[1]) < held(runs):
            found = positions(pair[1])
            squared, has = grid.squared(found, *here), flags_at(pair[0], spots(found))
            may = ~has
        else:
            found = taken(grid.numbers, runs)
            squared, (has, either) = grid.squared(runs, *here), flags_of(pair, runs)
            may = either ^ has
        edge = circle.metres * circle.metres
        inside = squared <= edge
        sure = self._group(has & inside, found, squared, end, edge)
        if filters.unknown is Unknown.EXCLUDE:
            return sure, _Group(0, _NOBODY)
        return sure, self._group(may & inside, found, squared, max(0, end - sure.count), edge)

    def _group(self, kept: Flags, found: Positions, squared: Metres, wanted: int, edge: float) -> _Group:
        count = int(np.count_nonzero(kept))
        wanted = min(wanted, count)
        if not wanted:
            return _Group(count, _NOBODY)
        if count > 4 * wanted:
            closer = kept & (squared <= edge * 4 * wanted / count)
            kept = closer if np.count_nonzero(closer) >= wanted else kept
        (index,) = kept.nonzero()
        return _Group(count, self._first(wanted, found[index], squared[index]))

    def page(self, filters: Filters, today: date, limit: int, offset: int) -> tuple[Page, Answers]:
        """Return the places ``offset`` up to ``offset + limit`` and the answers of the filters but ``within``.

        Raises InvalidInput for a filter out of its range, a negative limit or offset.
        """
        for key, value in (("limit", limit), ("offset", offset)):
            if value < 0:
                raise InvalidInput(key, str(value), "0 or more")
        answers, circle = self.selector.answers(filters, today), circle_of(filters)
        pair, end = self.selector.together(answers), offset + limit
        sure, unsure = self._within(pair, filters, end, circle) if circle else self._everywhere(pair, filters, end)
        skipped = max(0, offset - sure.count)
        places = np.concatenate((sure.first[0][offset:], unsure.first[0][skipped:]))
        metres = None
        if filters.near is not None:
            squared = np.concatenate((sure.first[1][offset:], unsure.first[1][skipped:]))
            metres = np.sqrt(squared).tolist()
        return Page(sure.count, unsure.count, max(0, sure.first[0].size - offset), places, metres), answers
