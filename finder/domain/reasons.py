"""Why a place is a hit: for each filter in use the chosen values that it has, or else those that it may have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from finder.domain.bitmaps import Positions, holds
from finder.domain.columns import Columns
from finder.domain.filters import Filters, Stretch
from finder.domain.hits import Reason
from finder.domain.place import Place
from finder.domain.selection import RATHER_NOT, VALUE_FILTERS, Answered
from finder.domain.vocabulary import LanguageLevel, Need

Found = Sequence[Place]


def _when(name: str, value: str, place: Place) -> str | None:
    if name == "needs":
        return place.need(Need(value)).when
    if name != "languages":
        return None
    said = [spoken for spoken in place.languages if spoken.code == value]
    times = [spoken.when for spoken in said if spoken.level is not LanguageLevel.PRINTED]
    return None if None in times else next(iter(times), None)


def _chosen(columns: Columns, name: str, values: Sequence[str], page: Positions, places: Found) -> list[list[Reason]]:
    column = columns.values[name]
    sure = [holds(column.yes[column.row(value)], page).tolist() for value in values]
    may = [holds(column.possible[column.row(value)], page).tolist() for value in values]
    has = [Reason(name, value, True) for value in values]
    ask = [Reason(name, value, False) for value in values]
    reasons = []
    for number, place in enumerate(places):
        certain = [reason for reason, flags in zip(has, sure, strict=True) if flags[number]]
        for i, reason in enumerate(certain):
            if when := _when(name, reason.value, place):
                certain[i] = Reason(name, reason.value, True, when)
        reasons.append(certain or [reason for reason, flags in zip(ask, may, strict=True) if flags[number]])
    return reasons


def _avoided(columns: Columns, name: str, values: Sequence[str], page: Positions) -> list[list[Reason]]:
    column = columns.values[RATHER_NOT[name]]
    may = [holds(column.possible[column.row(value)], page).tolist() for value in values]
    return [
        [Reason(name, value, not flags[number]) for value, flags in zip(values, may, strict=True)]
        for number in range(page.size)
    ]


def _open(asked: datetime | Stretch, sure: Sequence[bool], places: Found) -> list[list[Reason]]:
    value = f"{asked.start.isoformat()}/{asked.end.isoformat()}" if isinstance(asked, Stretch) else asked.isoformat()
    return [
        [Reason("open_at", value, certain, place.hours.osm if certain and place.hours else None)]
        for certain, place in zip(sure, places, strict=True)
    ]


def reasons_of(
    columns: Columns, filters: Filters, answers: Mapping[str, Answered], page: Positions, places: Found
) -> list[tuple[Reason, ...]]:
    """Return the reasons of each place of a page: ``page`` are their positions, ``places`` the places themselves."""
    lists: list[list[list[Reason]]] = []
    for name in VALUE_FILTERS:
        if name in answers:
            lists.append(_chosen(columns, name, sorted(getattr(filters, name)), page, places))
    if filters.open_at is not None:
        lists.append(_open(filters.open_at, holds(answers["open_at"][0], page).tolist(), places))
    for name in RATHER_NOT:
        if name in answers:
            lists.append(_avoided(columns, name, sorted(getattr(filters, name)), page))
    if filters.within is not None:
        lists.append([[Reason("within", f"{filters.within:g}", True)]] * len(places))
    return [tuple(reason for reasons in lists for reason in reasons[number]) for number in range(len(places))]
