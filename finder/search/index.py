"""The index over all published places: a search in, a page of hits in order out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property

from finder.domain.clock import dutch_day
from finder.domain.errors import UnknownPlace
from finder.domain.filters import Filters, filters_in, value_filters_in
from finder.domain.hits import Count, Facets, Hit, Hits, Loosening, Match
from finder.domain.limits import check_search
from finder.domain.place import Place
from finder.search import facets as counting
from finder.search import loosening
from finder.search.columns import Columns, columns_of, rank
from finder.search.opening_table import OpeningTable
from finder.search.paging import Pager
from finder.search.reasons import Explainer
from finder.search.selection import Selector


class PlaceIndex:
    """The SearchEngine that holds all places in memory, as columns; immutable, safe to read from several threads."""

    def __init__(self, places: Sequence[Place], columns: Columns | None = None, of: type[Filters] = Filters) -> None:
        """Lay out the places; ``columns`` may be given when they are already laid out in the order of ``places``.

        ``of`` says which filters there are to search by.

        Raises InvalidData for opening hours that cannot be evaluated.
        """
        self.places = places
        self._columns = columns_of(places, value_filters_in(of)) if columns is None else columns
        self._opening = OpeningTable(self._columns.hours)
        self._selector = Selector(self._columns, self._opening, filters_in(of))
        self._explainer = Explainer(self._selector)
        self._pager = Pager(self._columns, self._selector, rank(self._columns.by_name))

    def __len__(self) -> int:
        return len(self.places)

    @cached_property
    def _by_code(self) -> dict[str, Place]:
        return {place.code: place for place in self.places}

    def by_code(self, code: str) -> Place:
        """Return the place with this code, also one that closed. Raises UnknownPlace."""
        try:
            return self._by_code[code]
        except KeyError:
            raise UnknownPlace(code) from None

    def search(self, filters: Filters, *, now: datetime, limit: int = 20, offset: int = 0) -> Hits:
        """Return one page of hits, as ``SearchEngine.search`` does."""
        check_search(filters, limit=limit, offset=offset)
        today = dutch_day(now)
        page, wishes = self._pager.page(filters, today, limit, offset)
        places = [self.places[number] for number in self._columns.order[page.positions].tolist()]
        matches = _matches(page.counts, offset, offset + limit)
        all_certain = not matches or matches[-1] is Match.YES
        reasons = self._explainer.reasons_of(filters, wishes, page.positions, places, all_certain=all_certain)
        states = self._opening.states(page.positions, now)
        measured: list[float] | list[None] = page.metres or [None] * len(places)
        metres = [None if place.hides else far for place, far in zip(places, measured, strict=True)]
        items = tuple(map(Hit, places, metres, matches, reasons, states))
        return Hits(page.counts, items)

    def facets(self, filters: Filters, now: datetime) -> Facets:
        """Count the hits of every value, as ``SearchEngine.facets`` does."""
        check_search(filters)
        return counting.facets(self._selector, filters, now)

    def loosen(self, filters: Filters, now: datetime) -> tuple[Loosening, ...]:
        """Return what to loosen, as ``SearchEngine.loosen`` does."""
        check_search(filters)
        return loosening.loosen(self._selector, filters, now)


def _matches(count: Count, offset: int, end: int) -> list[Match]:
    """The group of each hit of a page: they come one after the other."""
    matches: list[Match] = []
    before = 0
    for match, size in ((Match.YES, count.certain), (Match.LIKELY, count.likely), (Match.PERHAPS, count.perhaps)):
        matches += [match] * max(0, min(before + size, end) - max(before, offset))
        before += size
    return matches
