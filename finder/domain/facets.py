"""How many hits each value of each filter would bring, and which filter to loosen when there are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

import numpy as np

from finder.domain.bitmaps import Words, holds, size
from finder.domain.filters import Filters, Unknown
from finder.domain.hits import Count, Facets, Loosening
from finder.domain.opening_hours import TIME_ZONE
from finder.domain.selection import RATHER_NOT, VALUE_FILTERS, Answered, Selector, counted, rd_of

WITHIN_CHOICES = (500, 1000, 2000, 3000, 5000, 10_000, 20_000)
"""Metres for which facets count, and to which a distance is widened."""

_UNUSED: dict[str, Any] = {field.name: field.default for field in fields(Filters)}


def _sizes(rows: Words, kept: Words) -> list[int]:
    return list(map(int, np.bitwise_count(rows & kept).sum(axis=1, dtype=np.int64)))


def _value_counts(selector: Selector, name: str, others: Answered, filters: Filters) -> dict[str, Count]:
    has, may = others
    column = selector.columns.values[RATHER_NOT.get(name, name)]
    if name in RATHER_NOT:
        sure, all_sure = _sizes(column.possible, has), size(has)
        could, all_could = _sizes(column.yes, may), size(may)
        certain, total = [all_sure - count for count in sure], [all_could - count for count in could]
    else:
        certain, total = _sizes(column.yes, has), _sizes(column.possible, may)
    include = filters.unknown is Unknown.INCLUDE
    counts = [Count(sure, both - sure if include else 0) for sure, both in zip(certain, total, strict=True)]
    return dict(zip((*column.rows, ""), counts, strict=True))


def _within_counts(selector: Selector, others: Answered, filters: Filters) -> dict[int, Count]:
    if filters.near is None:
        return {}
    here = rd_of(filters.near)
    counts = {}
    found, distances = selector.near(*here, max(WITHIN_CHOICES))
    has, may = holds(others[0], found), holds(others[1], found)
    for metres in WITHIN_CHOICES:
        inside = distances <= metres
        certain, total = int((has & inside).sum()), int((may & inside).sum())
        counts[metres] = Count(certain, total - certain if filters.unknown is Unknown.INCLUDE else 0)
    return counts


def facets(selector: Selector, filters: Filters, now: datetime) -> Facets:
    """Count, for every value, the hits if it were the only one of its filter and all other filters stayed.

    Raises InvalidInput for a filter out of its range.
    """
    today = now.astimezone(TIME_ZONE).date()
    answers = selector.answers(filters, today)
    all_together = selector.together(answers)

    def others(name: str) -> Answered:
        return selector.together(answers, but=name) if name in answers else all_together

    values: dict[str, Mapping[str, Count]] = {}
    unlisted: dict[str, Count] = {}
    for name in (*VALUE_FILTERS, *RATHER_NOT):
        counts = _value_counts(selector, name, others(name), filters)
        unlisted[name] = counts.pop("")
        values[name] = counts
    has, may = others("open_at")
    is_open, may_be_open = selector.opening.answers(now, today)
    return Facets(
        values=values,
        unlisted=unlisted,
        within=_within_counts(selector, others("within"), filters),
        open_now=counted((has & is_open, may & may_be_open), filters),
    )


def _wider(selector: Selector, filters: Filters, others: Answered) -> Loosening:
    """The nearest choice of distance that brings a hit; without one, no distance at all."""
    counts = _within_counts(selector, others, filters)
    for metres, hits in counts.items():
        if filters.within is not None and metres > filters.within and hits.total:
            return Loosening("within", replace(filters, within=float(metres)), hits, metres)
    return Loosening("within", replace(filters, within=None), counted(others, filters))


def _looser(selector: Selector, filters: Filters, now: datetime) -> Iterator[Loosening]:
    answers = selector.answers(filters, now.astimezone(TIME_ZONE).date())
    for name in answers:
        others = selector.together(answers, but=name)
        if name == "within":
            yield _wider(selector, filters, others)
        else:
            yield Loosening(name, replace(filters, **{name: _UNUSED[name]}), counted(others, filters))
    if filters.unknown is Unknown.EXCLUDE:
        included = replace(filters, unknown=Unknown.INCLUDE)
        yield Loosening("unknown", included, counted(selector.together(answers), included))


def loosen(selector: Selector, filters: Filters, now: datetime) -> tuple[Loosening, ...]:
    """Return each single filter whose loosening brings hits, the one with most certain hits first."""
    found = [option for option in _looser(selector, filters, now) if option.hits.total]
    return tuple(sorted(found, key=lambda option: (-option.hits.certain, -option.hits.perhaps)))
