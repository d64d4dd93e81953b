"""Why a place is a hit: for each filter in use the chosen values that it has, or else those that it may have."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from finder.domain.filters import Combine, Filters, Stretch, ValueFilter
from finder.domain.hits import Reason
from finder.domain.place import Place
from finder.search.bitmaps import Positions, Spots, flags_at, negated, spots
from finder.search.columns import ValueColumn
from finder.search.selection import Answers, Selector

Reasons = tuple[Reason, ...]


def _one(spec: ValueFilter, value: str, certain: Sequence[bool], places: Sequence[Place]) -> list[Reasons]:
    sure, unsure = (Reason(spec.name, value, True),), (Reason(spec.name, value, False),)
    reasons: list[Reasons] = [sure if has else unsure for has in certain]
    if spec.when is None:
        return reasons
    for number, place in enumerate(places):
        if certain[number] and (time := spec.when(place, value)):
            reasons[number] = (Reason(spec.name, value, True, time),)
    return reasons


def _several(
    spec: ValueFilter, values: Sequence[str], column: ValueColumn, at: Spots, places: Sequence[Place]
) -> list[Reasons]:
    sure: list[Reasons] = [()] * len(places)
    unsure: list[Reasons] = [()] * len(places)
    for value in values:
        pair = negated(column.pair(value)) if spec.combine is Combine.NONE else column.pair(value)
        has, may = flags_at(pair, at).tolist()
        for number, reasons in enumerate(_one(spec, value, has, places)):
            if has[number]:
                sure[number] += reasons
            elif may[number]:
                unsure[number] += reasons
    if spec.combine is Combine.NONE:
        return [known + unknown for known, unknown in zip(sure, unsure, strict=True)]
    return [certain or perhaps for certain, perhaps in zip(sure, unsure, strict=True)]


def _open(asked: datetime | Stretch, certain: Sequence[bool], places: Sequence[Place]) -> list[Reasons]:
    value = f"{asked.start.isoformat()}/{asked.end.isoformat()}" if isinstance(asked, Stretch) else asked.isoformat()
    unsure = (Reason("open_at", value, False),)
    return [
        (Reason("open_at", value, True, place.hours.osm if place.hours else None),) if sure else unsure
        for sure, place in zip(certain, places, strict=True)
    ]


def reasons_of(
    selector: Selector, filters: Filters, answers: Answers, page: Positions, sure: int, places: Sequence[Place]
) -> list[Reasons]:
    """Return the reasons of each place of a page.

    ``page`` are their positions, the first ``sure`` of them certain hits; ``places`` the places themselves.
    """
    at, everywhere = spots(page), [True] * len(places)
    uncertain = {name for name in answers if not selector.filters[name].always_answered}
    # With one filter that may leave a place unanswered, certain hits are those that have what it asks.
    as_a_whole = [True] * sure + [False] * (len(places) - sure) if len(uncertain) <= 1 else None
    reasons: list[Reasons] = [()] * len(places)
    for name, answer in answers.items():
        if sure == len(places) or name not in uncertain:
            certain = everywhere
        else:
            certain = as_a_whole or flags_at(answer[0], at).tolist()
        spec = selector.filters[name]
        if isinstance(spec, ValueFilter):
            values, column = sorted(spec.chosen(filters)), selector.column(spec)
            several = len(values) > 1
            part = _several(spec, values, column, at, places) if several else _one(spec, values[0], certain, places)
        elif name == "open_at" and filters.open_at is not None:
            part = _open(filters.open_at, certain, places)
        elif name == "bbox" and filters.bbox is not None:
            part = [(Reason(name, ",".join(map(str, filters.bbox.coordinates)), True),)] * len(places)
        else:
            raise AssertionError(f"nothing says why a place matches {name}")
        reasons = [known + more for known, more in zip(reasons, part, strict=True)]
    if filters.within is not None:
        near_enough = (Reason("within", f"{filters.within:g}", True),)
        reasons = [known + near_enough for known in reasons]
    return reasons
