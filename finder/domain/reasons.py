"""Why a place is a hit: for each filter in use the chosen values that it has, or else those that it may have."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from itertools import chain

from finder.domain.bitmaps import Positions, Spots, flags_at, spots
from finder.domain.columns import ValueColumn
from finder.domain.filters import Filters, Stretch
from finder.domain.hits import Reason
from finder.domain.place import Place
from finder.domain.selection import RATHER_NOT, VALUE_FILTERS, Answers, Selector
from finder.domain.vocabulary import LanguageLevel, Need

Reasons = list[Reason]


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


def _chosen(
    name: str, column: ValueColumn, values: Collection[str], at: Spots, places: Sequence[Place]
) -> list[Reasons]:
    when = _WHEN.get(name)
    reasons: list[Reasons] = [[] for _ in places]
    unsure: list[Reasons] = [[] for _ in places]
    for value in sorted(values):
        has, may = flags_at(column.pair(value), at).tolist()
        sure, ask = Reason(name, value, True), Reason(name, value, False)
        for number, place in enumerate(places):
            if has[number]:
                time = when(place, value) if when else None
                reasons[number].append(Reason(name, value, True, time) if time else sure)
            elif may[number]:
                unsure[number].append(ask)
    return [certain or perhaps for certain, perhaps in zip(reasons, unsure, strict=True)]


def _avoided(name: str, column: ValueColumn, values: Collection[str], at: Spots) -> list[Reasons]:
    reasons: list[Reasons] = [[] for _ in at[0]]
    for value in sorted(values):
        known, unknown = Reason(name, value, True), Reason(name, value, False)
        for number, may in enumerate(flags_at(column.pair(value)[1], at).tolist()):
            reasons[number].append(unknown if may else known)
    return reasons


def _open(asked: datetime | Stretch, sure: Sequence[bool], places: Sequence[Place]) -> list[Reasons]:
    value = f"{asked.start.isoformat()}/{asked.end.isoformat()}" if isinstance(asked, Stretch) else asked.isoformat()
    unsure = [Reason("open_at", value, False)]
    return [
        [Reason("open_at", value, True, place.hours.osm if place.hours else None)] if certain else unsure
        for certain, place in zip(sure, places, strict=True)
    ]


def reasons_of(
    selector: Selector, filters: Filters, answers: Answers, page: Positions, places: Sequence[Place]
) -> list[tuple[Reason, ...]]:
    """Return the reasons of each place of a page: ``page`` are their positions, ``places`` the places themselves."""
    values, at = selector.columns.values, spots(page)
    lists: list[list[Reasons]] = [
        _chosen(name, values[name], getattr(filters, name), at, places) for name in VALUE_FILTERS if name in answers
    ]
    if filters.open_at is not None:
        lists.append(_open(filters.open_at, flags_at(answers["open_at"][0], at).tolist(), places))
    lists.extend(
        _avoided(name, values[field], getattr(filters, name), at)
        for name, field in RATHER_NOT.items()
        if name in answers
    )
    if filters.within is not None:
        lists.append([[Reason("within", f"{filters.within:g}", True)]] * len(places))
    return [tuple(chain.from_iterable(parts)) for parts in zip(*lists, strict=True)] if lists else [()] * len(places)
