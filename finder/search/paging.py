"""One page of a search, in order, touching as few places as its filters allow."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np

from finder.domain.filters import Filters
from finder.domain.geometry import ground_point
from finder.domain.hits import Count
from finder.search.bitmaps import BitSets, Flags, Positions, flags_at, flags_of, positions, sizes, spots, words_for
from finder.search.columns import Columns, Numbers
from finder.search.grid import Metres, held, taken
from finder.search.ranking import Ranking, Ranks
from finder.search.selection import Circle, Selector, Wish, circle_of, wanted

SCAN_AT_MOST = 4096
"""So many matching places are measured one by one, in 0.1 ms; with more, the squares around are looked through."""
SORT_AT_MOST = 512
"""So many are put in order at once; of more of them, those that cannot be on the page are left out first."""
_MARGIN = 1.5
_WIDENED = 1.4
"""Each step of the search around a point has about twice the area of the one before."""

Here = tuple[float, float]


class Page(NamedTuple):
    """The counts of all groups; positions in the columns, in order; their metres."""

    counts: Count
    positions: Positions
    metres: list[float] | None


class _Found(NamedTuple):
    """Places that match, the square of each one's distance, and the rank of each one's group: None, all are in one."""

    places: Positions
    squared: Metres
    ranks: Ranks | None


def _closest(group: Flags, squared: Metres, wanted: int) -> Flags:
    """Narrow a group to places among which are the ``wanted`` nearest."""
    count = int(np.count_nonzero(group))
    if count <= wanted:
        return group
    if wanted <= 0:
        return np.zeros_like(group)
    # Spread evenly, they would lie in that share of the area. Four times as much nearly always has them, and then
    # the partition, which costs more a place than this comparison, has few left.
    rough = group & (squared <= squared.max() * 4 * wanted / count)
    if np.count_nonzero(rough) >= wanted:
        group = rough
    near_enough: Flags = squared <= np.partition(squared[group], wanted - 1)[wanted - 1]
    return group & near_enough


def _first_of_all(ranking: Ranking, places: Positions, squared: Metres, flags: Flags, wanted: int) -> Flags:
    """Narrow places to some among which are the ``wanted`` first: of each group the nearest."""
    kept = np.zeros(places.size, dtype=np.bool_)
    for group in ranking.groups_of(places, flags):
        kept |= _closest(group, squared, wanted)
        wanted -= int(np.count_nonzero(group))
        if wanted <= 0:
            break
    return kept


def _first(ranking: Ranking, places: Positions, squared: Metres, flags: Flags, count: Count, end: int) -> _Found:
    """Return places among which are the first ``end``; ``flags`` tell in which sets of the ranking each place is."""
    only_certain = end <= count.certain
    kept = flags[0] if only_certain else flags[-1]
    if kept.size > SORT_AT_MOST:
        kept = _first_of_all(ranking, places, squared, flags, end)
    if not kept.all():
        (index,) = kept.nonzero()
        places, squared, flags = places[index], squared[index], flags[:, index]
    return _Found(places, squared, None if only_certain else ranking.ranks(places, flags))


@dataclass(frozen=True, slots=True)
class Pager:
    """Finds pages over the columns; ``name_rank`` is each place's rank by name, then code."""

    columns: Columns
    selector: Selector
    name_rank: Numbers

    def page(self, filters: Filters, today: date, limit: int, offset: int) -> tuple[Page, list[Wish]]:
        """Return the places ``offset`` up to ``offset + limit`` and every wish but ``within``."""
        wishes, circle, end = self.selector.wishes(filters, today), circle_of(filters), offset + limit
        sets, grades = wanted(self.selector.together(wishes), filters.unknown)
        uncertain = [wish.answer[0] for wish in wishes if not self.selector.filters[wish.filter].always_answered]
        ranking = Ranking(sets, grades, uncertain)
        if circle is not None:
            places, squared, flags = self._within(ranking, circle)
            count = ranking.count([int(np.count_nonzero(each)) for each in flags])
            return self._in_order(_first(ranking, places, squared, flags, count, end), count, offset, end), wishes
        count = ranking.count(sizes(sets).tolist())
        if filters.near is None:
            return Page(count, self._by_name(ranking, offset, end), None), wishes
        found = self._nearest(ranking, count, end, ground_point(filters.near))
        return self._in_order(found, count, offset, end), wishes

    def _in_order(self, found: _Found, count: Count, offset: int, end: int) -> Page:
        keys = self.columns.code_rank[found.places], found.squared
        order = np.lexsort(keys if found.ranks is None else (*keys, found.ranks))[offset:end]
        return Page(count, found.places[order], np.sqrt(found.squared[order]).tolist())

    def _within(self, ranking: Ranking, circle: Circle) -> tuple[Positions, Metres, Flags]:
        """Return places around, the square of each one's distance, and in which sets it is: none, if it is outside."""
        grid, here, edge = self.columns.grid, (circle.x, circle.y), circle.metres * circle.metres
        runs = grid.runs(*here, circle.metres)
        first, last = runs[0].start >> 6, words_for(runs[-1].stop)
        around = ranking.sets[-1, first:last]
        # Where fewer than half of the places around match, it is less work to measure these one by one.
        if sizes(around) * 2 < held(runs):
            places = positions(around) + first * 64
            squared = grid.squared(places, *here)
            (inside,) = (squared <= edge).nonzero()
            places = places[inside]
            return places, squared[inside], flags_at(ranking.sets, spots(places))
        squared, flags = grid.squared(runs, *here), flags_of(ranking.sets, runs)
        flags &= squared <= edge
        return taken(grid.numbers, runs), squared, flags

    def _nearest(self, ranking: Ranking, count: Count, end: int, here: Here) -> _Found:
        """Return places among which are the first ``end`` of all."""
        if count.total <= SORT_AT_MOST:
            places = positions(ranking.sets[-1])
            squared = self.columns.grid.squared(places, *here)
            return _first(ranking, places, squared, flags_at(ranking.sets, spots(places)), count, end)
        groups = [self._nearest_of(*group, here) for group in ranking.first(end)]
        places, squared = (np.concatenate(parts) for parts in zip(*groups, strict=True))
        sizes_of_groups = [places.size for places, _ in groups]
        return _Found(places, squared, np.repeat(np.arange(len(groups)), sizes_of_groups) if len(groups) > 1 else None)

    def _nearest_of(self, words: BitSets, count: int, wanted: int, here: Here) -> tuple[Positions, Metres]:
        """Return places of a set among which are the ``wanted`` nearest."""
        if wanted <= 0:
            return np.empty(0, np.int64), np.empty(0)
        around = self._around(words, count, wanted, here) if count > SCAN_AT_MOST else None
        places = positions(words) if around is None else around[0]
        squared = self.columns.grid.squared(places, *here) if around is None else around[1]
        if places.size > SORT_AT_MOST:
            (kept,) = _closest(np.ones(places.size, dtype=np.bool_), squared, wanted).nonzero()
            return places[kept], squared[kept]
        return places, squared

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

    def _by_name(self, ranking: Ranking, offset: int, end: int) -> Positions:
        return np.concatenate([self._first_names(*group) for group in ranking.first(end)])[offset:]

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
