"""How many hits each value of each filter would bring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import numpy as np

from finder.domain.clock import dutch_day
from finder.domain.engine import WITHIN_CHOICES
from finder.domain.filters import Combine, Filters, Unknown, ValueFilter
from finder.domain.geometry import ground_point
from finder.domain.hits import Count, Facets
from finder.search.bitmaps import BitSets, both, flags_of, negated
from finder.search.selection import Selector, Wish, circle_of, count_of, counted, counted_each, wanted


def all_wishes(selector: Selector, filters: Filters, now: datetime) -> list[Wish]:
    """Return every wish, ``within`` included."""
    wishes = selector.wishes(filters, dutch_day(now))
    if circle := circle_of(filters):
        wishes.append(Wish("within", (), selector.inside(circle)))
    return wishes


def within_counts(selector: Selector, others: BitSets, filters: Filters, unknown: Unknown) -> dict[int, Count]:
    """Count what the ``others`` find within each distance that is offered; nothing without a position."""
    if filters.near is None:
        return {}
    grid, (x, y) = selector.columns.grid, ground_point(filters.near)
    runs = grid.runs(x, y, max(WITHIN_CHOICES))
    squared = grid.squared(runs, x, y)
    sets, grades = wanted(others, unknown)
    flags = flags_of(sets, runs)
    counts = {}
    for metres in WITHIN_CHOICES:
        inside = squared <= metres * metres
        counts[metres] = count_of([int(np.count_nonzero(each & inside)) for each in flags], grades)
    return counts


def facets(selector: Selector, filters: Filters, now: datetime) -> Facets:
    """Count the hits of every value, as ``SearchEngine.facets`` does."""
    wishes = all_wishes(selector, filters, now)
    everything = selector.together(wishes)

    def others(name: str) -> BitSets:
        return _others(selector, wishes, name, everything)

    values: dict[str, Mapping[str, Count]] = {}
    unlisted: dict[str, Count] = {}
    for name, spec in selector.filters.items():
        if not isinstance(spec, ValueFilter):
            continue
        column = selector.column(spec)
        answers = negated(column.answers) if spec.combine is Combine.NONE else column.answers
        beside = everything if spec.combine is Combine.ALL else others(name)
        *counts, unlisted[name] = counted_each(answers, beside, filters.unknown)
        values[name] = dict(zip(column.rows, counts, strict=True))
    open_now = selector.opening.answers(now, dutch_day(now))
    return Facets(
        values=values,
        unlisted=unlisted,
        within=within_counts(selector, others("within"), filters, filters.unknown),
        open_now=counted(both(others("open_at"), open_now), filters.unknown),
    )


def _others(selector: Selector, wishes: Sequence[Wish], name: str, everything: BitSets) -> BitSets:
    kept = [wish for wish in wishes if wish.filter != name]
    return everything if len(kept) == len(wishes) else selector.together(kept)
