"""How many hits each value of each filter would bring, and which filter to loosen when there are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

import numpy as np

from finder.domain.clock import dutch_day
from finder.domain.engine import WITHIN_CHOICES
from finder.domain.filters import Combine, Filters, Unknown, ValueFilter
from finder.domain.geometry import ground_point
from finder.domain.hits import Count, Facets, Loosening
from finder.search.bitmaps import BitSets, flags_of, negated, sizes
from finder.search.selection import Selector, circle_of, counted


def _answers(selector: Selector, filters: Filters, now: datetime) -> dict[str, BitSets]:
    answers = selector.answers(filters, dutch_day(now))
    if circle := circle_of(filters):
        answers["within"] = selector.inside(circle)
    return answers


def _counts(pairs: BitSets, filters: Filters) -> list[Count]:
    include = filters.unknown is Unknown.INCLUDE
    return [Count(certain, either - certain if include else 0) for certain, either in sizes(pairs).tolist()]


def _within_counts(selector: Selector, others: BitSets, filters: Filters) -> dict[int, Count]:
    if filters.near is None:
        return {}
    grid, (x, y) = selector.columns.grid, ground_point(filters.near)
    runs = grid.runs(x, y, max(WITHIN_CHOICES))
    squared = grid.squared(runs, x, y)
    has, may = flags_of(others, runs)
    counts = {}
    for metres in WITHIN_CHOICES:
        inside = squared <= metres * metres
        certain, either = int(np.count_nonzero(has & inside)), int(np.count_nonzero(may & inside))
        counts[metres] = Count(certain, either - certain if filters.unknown is Unknown.INCLUDE else 0)
    return counts


def facets(selector: Selector, filters: Filters, now: datetime) -> Facets:
    """Count, for every value, the hits if it were the only one of its filter and all other filters stayed."""
    answers = _answers(selector, filters, now)
    all_together = selector.together(answers)

    def others(name: str) -> BitSets:
        return selector.together(answers, but=name) if name in answers else all_together

    values: dict[str, Mapping[str, Count]] = {}
    unlisted: dict[str, Count] = {}
    for name, spec in selector.filters.items():
        if not isinstance(spec, ValueFilter):
            continue
        column = selector.column(spec)
        pairs = negated(column.pairs) if spec.combine is Combine.NONE else column.pairs
        *counts, unlisted[name] = _counts(pairs & others(name), filters)
        values[name] = dict(zip(column.rows, counts, strict=True))
    open_now = selector.opening.answers(now, dutch_day(now))
    return Facets(
        values=values,
        unlisted=unlisted,
        within=_within_counts(selector, others("within"), filters),
        open_now=counted(others("open_at") & open_now, filters),
    )


def _wider(selector: Selector, filters: Filters, others: BitSets) -> Loosening:
    """The nearest choice of distance that brings a hit; without one, no distance at all."""
    counts = _within_counts(selector, others, filters)
    for metres, hits in counts.items():
        if filters.within is not None and metres > filters.within and hits.total:
            return Loosening("within", replace(filters, within=float(metres)), hits, metres)
    return Loosening("within", replace(filters, within=None), counted(others, filters))


def _looser(selector: Selector, filters: Filters, now: datetime) -> Iterator[Loosening]:
    answers = _answers(selector, filters, now)
    for name in answers:
        others = selector.together(answers, but=name)
        if name == "within":
            yield _wider(selector, filters, others)
        else:
            yield Loosening(name, filters.without(name), counted(others, filters))
    if filters.unknown is Unknown.EXCLUDE:
        included = filters.without("unknown")
        yield Loosening("unknown", included, counted(selector.together(answers), included))


def loosen(selector: Selector, filters: Filters, now: datetime) -> tuple[Loosening, ...]:
    """Return each single filter whose loosening brings hits, the one with most certain hits first."""
    found = [option for option in _looser(selector, filters, now) if option.hits.total]
    return tuple(sorted(found, key=lambda option: (-option.hits.certain, -option.hits.perhaps)))
