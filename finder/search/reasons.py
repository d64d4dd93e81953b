"""Why a place is a hit: for each filter in use the chosen values that it has, or else those that it may have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from finder.domain.filters import Filters, Stretch
from finder.domain.hits import Reason
from finder.domain.place import Place
from finder.domain.vocabulary import LanguageLevel, Need
from finder.search.bitmaps import Positions, Spots, flags_at, negated, spots
from finder.search.columns import ValueColumn
from finder.search.selection import RATHER_NOT, Answers, Selector

Reasons = tuple[Reason, ...]

ALWAYS_KNOWN = {"kinds"}
"""Filters that no place leaves unanswered."""


def _language_when(place: Place, code: str) -> str | None:
    first = None
    for spoken in place.languages:
        if spoken.code == code and spoken.level is not LanguageLevel.PRINTED:
            if spoken.when is None:
                return None
            first = first or spoken.when
    return first


def _need_when(place: Place, need: str) -> str | None:
    return place.need(Need(need)).when


_WHEN: dict[str, Callable[[Place, str], str | None]] = {"languages": _language_when, "needs": _need_when}


def _one(name: str, value: str, certain: Sequence[bool], places: Sequence[Place]) -> list[Reasons]:
    sure, unsure, when = (Reason(name, value, True),), (Reason(name, value, False),), _WHEN.get(name)
    reasons: list[Reasons] = [sure if has else unsure for has in certain]
    if when is None:
        return reasons
    for number, place in enumerate(places):
        if certain[number] and (time := when(place, value)):
            reasons[number] = (Reason(name, value, True, time),)
    return reasons


def _several(
    name: str, values: Sequence[str], column: ValueColumn, at: Spots, places: Sequence[Place]
) -> list[Reasons]:
    sure: list[Reasons] = [()] * len(places)
    unsure: list[Reasons] = [()] * len(places)
    for value in values:
        pair = negated(column.pair(value)) if name in RATHER_NOT else column.pair(value)
        has, may = flags_at(pair, at).tolist()
        for number, reasons in enumerate(_one(name, value, has, places)):
            if has[number]:
                sure[number] += reasons
            elif may[number]:
                unsure[number] += reasons
    if name in RATHER_NOT:
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
    uncertain = answers.keys() - ALWAYS_KNOWN
    as_a_whole = [True] * sure + [False] * (len(places) - sure) if len(uncertain) <= 1 else None
    reasons: list[Reasons] = [()] * len(places)
    for name, answer in answers.items():
        if sure == len(places) or name not in uncertain:
            certain = everywhere
        else:
            certain = as_a_whole or flags_at(answer[0], at).tolist()
        if name == "open_at" and filters.open_at is not None:
            part = _open(filters.open_at, certain, places)
        else:
            values, column = sorted(getattr(filters, name)), selector.columns.values[RATHER_NOT.get(name, name)]
            several = len(values) > 1
            part = _several(name, values, column, at, places) if several else _one(name, values[0], certain, places)
        reasons = [known + more for known, more in zip(reasons, part, strict=True)]
    if filters.within is not None:
        near_enough = (Reason("within", f"{filters.within:g}", True),)
        reasons = [known + near_enough for known in reasons]
    return reasons
