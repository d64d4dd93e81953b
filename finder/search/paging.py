"""One page of a search, in order, touching as few places as its filters allow."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

import numpy as np

from finder.domain.filters import Filters, Unknown
from finder.domain.geometry import ground_point
from finder.search.bitmaps import BitSets, Flags, Positions, flags_at, flags_of, positions, sizes, spots, words_for
from finder.search.columns import Columns, Numbers
from finder.search.grid import Metres, held, taken
from finder.search.selection import Answers, Circle, Selector, circle_of

SCAN_AT_MOST = 4096
"""So many matching places are measured one by one, in 0.1 ms; with more, the squares around are looked through."""
SORT_AT_MOST = 512
"""So many are put in order at once; of more of them, those that cannot be on the page are left out first."""
_MARGIN = 1.5
_WIDENED = 1.4
"""Each step of the search around a point has about twice the area of the one before."""

Here = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Page:
    """The counts of both groups; positions in the columns, the first ``sure`` of them certain; their metres."""

    certain: int
    perhaps: int
    sure: int
    positions: Positions
    metres: list[float] | None


@dataclass(frozen=True, slots=True)
class _Found:
    """Places, the square of each one's distance, and whether each matches certainly, or certainly or perhaps."""

    places: Positions
    squared: Metres
    has: Flags
    may: Flags


def _count(flags: Flags) -> int:
    return int(np.count_nonzero(flags))


def _closest(group: Flags, squared: Metres, wanted: int) -> Flags:
    """Narrow a group to places among which are the ``wanted`` nearest."""
    count = _count(group)
    if count <= wanted:
        return group
    if wanted <= 0:
        return np.zeros_like(group)
    # Spread evenly, they would lie in that share of the area. Four times as much nearly always has them, and then
    # the partition, which costs more a place than this comparison, has few left.
    rough = group & (squared <= squared.max() * 4 * wanted / count)
    if _count(rough) >= wanted:
        group = rough
    near_enough: Flags = squared <= np.partition(squared[group], wanted - 1)[wanted - 1]
    return group & near_enough


@dataclass(frozen=True, slots=True)
class Pager:
    """Finds pages over the columns; ``name_rank`` is each place's rank by name, then code."""

    columns: Columns
    selector: Selector
    name_rank: Numbers

    def page(self, filters: Filters, today: date, limit: int, offset: int) -> tuple[Page, Answers]:
        """Return the places ``offset`` up to ``offset + limit`` and the answers of the filters but ``within``."""
        answers, circle, end = self.selector.answers(filters, today), circle_of(filters), offset + limit
        pair = self.selector.together(answers)
        if filters.unknown is Unknown.EXCLUDE:
            pair = np.stack((pair[0], pair[0]))
        if circle is not None:
            found = self._within(pair, circle)
            certain, either = _count(found.has), _count(found.may)
            return self._in_order(found, certain, either - certain, offset, end), answers
        certain, either = sizes(pair).tolist()
        if filters.near is None:
            return self._by_name(pair, certain, either - certain, offset, end), answers
        found = self._nearest(pair, certain, either - certain, end, ground_point(filters.near))
        return self._in_order(found, certain, either - certain, offset, end), answers

    def _in_order(self, found: _Found, certain: int, perhaps: int, offset: int, end: int) -> Page:
        kept = found.may
        if kept.size > SORT_AT_MOST:
            unsure = kept ^ found.has
            kept = _closest(found.has, found.squared, end)
            kept = kept | _closest(unsure, found.squared, end - certain)
        (index,) = kept.nonzero()
        places, squared = found.places[index], found.squared[index]
        order = np.lexsort((self.columns.code_rank[places], squared, ~found.has[index]))[offset:end]
        metres = np.sqrt(squared[order]).tolist()
        return Page(certain, perhaps, max(0, min(certain, end) - offset), places[order], metres)

    def _within(self, pair: BitSets, circle: Circle) -> _Found:
        grid, here, edge = self.columns.grid, (circle.x, circle.y), circle.metres * circle.metres
        runs = grid.runs(*here, circle.metres)
        first, last = runs[0].start >> 6, words_for(runs[-1].stop)
        # Where fewer than half of the places around match, it is less work to measure these one by one.
        if sizes(pair[1, first:last]) * 2 < held(runs):
            places = positions(pair[1, first:last]) + first * 64
            squared = grid.squared(places, *here)
            (inside,) = (squared <= edge).nonzero()
            places = places[inside]
            has = flags_at(pair[0], spots(places))
            return _Found(places, squared[inside], has, np.ones_like(has))
        squared, flags = grid.squared(runs, *here), flags_of(pair, runs)
        flags &= squared <= edge
        return _Found(taken(grid.numbers, runs), squared, flags[0], flags[1])

    def _nearest(self, pair: BitSets, certain: int, perhaps: int, end: int, here: Here) -> _Found:
        """Return places among which are the first ``end`` of all, certain ones first."""
        if certain + perhaps <= SORT_AT_MOST:
            places = positions(pair[1])
            has = flags_at(pair[0], spots(places))
            return _Found(places, self.columns.grid.squared(places, *here), has, np.ones_like(has))
        sure = self._nearest_of(pair[0], certain, min(end, certain), here)
        unsure = self._nearest_of(pair[0] ^ pair[1], perhaps, min(end - certain, perhaps), here)
        has = np.arange(sure[0].size + unsure[0].size) < sure[0].size
        places, squared = (np.concatenate(both) for both in zip(sure, unsure, strict=True))
        return _Found(places, squared, has, np.ones_like(has))

    def _nearest_of(self, words: BitSets, count: int, wanted: int, here: Here) -> tuple[Positions, Metres]:
        if wanted <= 0:
            return np.empty(0, np.int64), np.empty(0)
        around = self._around(words, count, wanted, here) if count > SCAN_AT_MOST else None
        if around is not None:
            return around
        places = positions(words)
        return places, self.columns.grid.squared(places, *here)

    def _around(self, words: BitSets, count: int, wanted: int, here: Here) -> tuple[Positions, Metres] | None:
        """Widen a box until it surely holds the ``wanted`` nearest; None when measuring all is less work."""
        grid, everything = self.columns.grid, self.columns.count
        # A box that holds that many matches holds 4 / pi = 1.27 times as many as the circle in it; 1.5 leaves a margin.
        needed = _MARGIN * wanted * everything / count
        # Half the width that it would need if places were spread evenly: people look from where places are dense.
        metres = grid.side * math.sqrt(needed * grid.across * grid.up / everything) / 4
        # With more than a quarter of all places in the box, reading its squares costs more than measuring the matches.
        while (inside := held(runs := grid.runs(*here, metres))) * 4 < everything:
            if inside >= needed:
                squared = grid.squared(runs, *here)
                (kept,) = (flags_of(words, runs) & (squared <= metres * metres)).nonzero()
                if kept.size >= wanted:
                    return taken(grid.numbers, runs)[kept], squared[kept]
            metres *= _WIDENED
        return None

    def _by_name(self, pair: BitSets, certain: int, perhaps: int, offset: int, end: int) -> Page:
        sure = self._first_names(pair[0], certain, min(end, certain))[offset:]
        unsure = self._first_names(pair[0] ^ pair[1], perhaps, min(end - certain, perhaps))
        places = np.concatenate((sure, unsure[max(0, offset - certain) :]))
        return Page(certain, perhaps, sure.size, places, None)

    def _first_names(self, words: BitSets, count: int, wanted: int) -> Positions:
        if wanted <= 0:
            return np.empty(0, np.int64)
        names = self.columns.by_name
        # Twice as many names as would hold the page if matches were spread evenly over the alphabet.
        look = 2 * wanted * names.size // count
        if look < count:
            found = names[:look][flags_at(words, spots(names[:look]))]
            if found.size >= wanted:
                return found[:wanted]
        found = positions(words)
        return found[np.argsort(self.name_rank[found])[:wanted]]
