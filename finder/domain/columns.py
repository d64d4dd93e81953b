"""Places as columns: for each value of each filter the places that have it, and those that may have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from finder.domain.bitmaps import Positions, Words, pack, words_for
from finder.domain.errors import InvalidData, InvalidInput
from finder.domain.geometry import rd_new
from finder.domain.grid import Grid, lay_out
from finder.domain.opening_hours import dated_on, read_hours
from finder.domain.place import Place
from finder.domain.vocabulary import (
    COMMUNITIES,
    DENOMINATIONS,
    Answer,
    LanguageLevel,
    Need,
    PlaceKind,
    Religion,
    Status,
)

Numbers = npt.NDArray[np.int32]
Where = Sequence[int] | Positions

GONE = frozenset({Status.CLOSED, Status.MOVED})
"""A place of which this is known is never a hit."""


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """One filter: row ``rows[value]`` of ``yes`` and ``possible``, the last row for a value no place speaks of.

    ``possible`` is yes or unknown.
    """

    rows: Mapping[str, int]
    yes: Words
    possible: Words

    def row(self, value: str) -> int:
        """Return the row of a value."""
        return self.rows.get(value, len(self.rows))

    def chosen(self, values: Iterable[str]) -> tuple[Words, Words]:
        """Return the places that have any of the values, and those that have or may have any."""
        rows = [self.row(value) for value in values]
        if len(rows) == 1:
            return self.yes[rows[0]], self.possible[rows[0]]
        return np.bitwise_or.reduce(self.yes[rows], axis=0), np.bitwise_or.reduce(self.possible[rows], axis=0)


@dataclass(slots=True)
class Said:
    """What is said about one filter: the places by value. ``silent`` places may have any value not said ``no``."""

    yes: dict[str, Where] = field(default_factory=dict)
    perhaps: dict[str, Where] = field(default_factory=dict)
    no: dict[str, Where] = field(default_factory=dict)
    silent: Where = ()

    def column(self, count: int, vocabulary: Iterable[str] = ()) -> ValueColumn:
        """Lay it out as bits over ``count`` places."""
        values = sorted({*vocabulary, *self.yes, *self.perhaps, *self.no})
        shape = (len(values) + 1, words_for(count))
        yes, possible = np.zeros(shape, np.uint64), np.zeros(shape, np.uint64)
        silent = _flags(count, self.silent)
        possible[-1] = pack(silent)
        for row, value in enumerate(values):
            has = _flags(count, self.yes.get(value, ()))
            may = silent | has | _flags(count, self.perhaps.get(value, ()))
            may &= ~_flags(count, self.no.get(value, ()))
            yes[row], possible[row] = pack(has), pack(may)
        return ValueColumn({value: row for row, value in enumerate(values)}, yes, possible)


def _flags(count: int, places: Where) -> npt.NDArray[np.bool_]:
    flags = np.zeros(count, dtype=np.bool_)
    flags[np.asarray(places, dtype=np.int64)] = True
    return flags


@dataclass(frozen=True, slots=True)
class Hours:
    """``row`` says which text a place has (0: none that can be evaluated), ``said_on`` the ordinal day (0: undated)."""

    texts: tuple[str, ...]
    row: Numbers
    said_on: Numbers


@dataclass(frozen=True, slots=True)
class Columns:
    """Places in the order of the grid: ``order[i]`` is the number of the i-th in the sequence it was built from.

    ``findable`` leaves out what closed or moved; ranks are the places' order by code, and by name then code.
    """

    grid: Grid
    order: Positions
    findable: Words
    values: Mapping[str, ValueColumn]
    hours: Hours
    code_rank: Numbers
    by_name: Positions

    @property
    def count(self) -> int:
        """How many places there are, closed ones included."""
        return self.order.size


def rank(order: Positions) -> Numbers:
    """Turn an order (the number of the first, the second ...) into each one's rank in it."""
    ranks = np.empty(order.size, dtype=np.int32)
    ranks[order] = np.arange(order.size, dtype=np.int32)
    return ranks


def narrow_denominations(column: ValueColumn, religions: ValueColumn) -> ValueColumn:
    """Make a denomination impossible where the religion is known to be another one."""
    possible = column.possible.copy()
    for name, denomination in DENOMINATIONS.items():
        row = column.row(name)
        possible[row] = column.yes[row] | (possible[row] & religions.possible[religions.row(denomination.religion)])
    return ValueColumn(column.rows, column.yes, possible)


def _said(places: Iterable[Place], read: Callable[[Place], Mapping[str, Answer] | None]) -> Said:
    """``read`` gives the values that are spoken of, or None where nothing at all is known."""
    said: dict[Answer, dict[str, list[int]]] = {answer: defaultdict(list) for answer in Answer}
    silent: list[int] = []
    for number, place in enumerate(places):
        values = read(place)
        if values is None:
            silent.append(number)
        for value, answer in (values or {}).items():
            said[answer][value].append(number)
    return Said(dict(said[Answer.YES]), dict(said[Answer.UNKNOWN]), dict(said[Answer.NO]), silent)


def _languages(place: Place) -> dict[str, Answer] | None:
    answers: dict[str, Answer] = {}
    for language in place.languages:
        if language.level is not LanguageLevel.PRINTED:
            answers[language.code] = Answer.YES
        else:
            answers.setdefault(language.code, Answer.UNKNOWN)
    return answers or None


def _all(values: tuple[str, ...]) -> dict[str, Answer] | None:
    return dict.fromkeys(values, Answer.YES) or None


def _value_columns(places: Sequence[Place]) -> dict[str, ValueColumn]:
    count = len(places)
    needs = _said(places, lambda place: {need: fact.answer for need, fact in place.needs.items()})
    needs.silent = range(count)
    religions = _said(places, lambda place: {place.religion: Answer.YES} if place.religion else None)
    columns = {
        "kinds": _said(places, lambda place: {place.kind: Answer.YES}).column(count, PlaceKind),
        "languages": _said(places, _languages).column(count),
        "religions": religions.column(count, Religion),
        "denominations": _said(places, lambda place: _all(place.denominations)).column(count, DENOMINATIONS),
        "communities": _said(places, lambda place: _all(place.communities)).column(count, COMMUNITIES),
        "needs": needs.column(count, Need),
    }
    columns["denominations"] = narrow_denominations(columns["denominations"], columns["religions"])
    return columns


def _hours(places: Sequence[Place]) -> Hours:
    rows = {"": 0}
    row, said_on = np.zeros(len(places), np.int32), np.zeros(len(places), np.int32)
    for number, place in enumerate(places):
        if place.hours is None or not place.hours.osm:
            continue
        if place.hours.osm not in rows:
            try:
                read_hours(place.hours.osm)
            except InvalidInput as error:
                raise InvalidData(f"place {place.code}", str(error)) from None
        row[number] = rows.setdefault(place.hours.osm, len(rows))
        day = dated_on(place.hours)
        said_on[number] = day.toordinal() if day else 0
    return Hours(tuple(rows), row, said_on)


def columns_of(places: Sequence[Place]) -> Columns:
    """Lay out places as columns. Raises InvalidData for opening hours that cannot be evaluated."""
    x, y = rd_new([place.point.longitude for place in places], [place.point.latitude for place in places])
    grid, order = lay_out(x, y)
    laid = [places[number] for number in order]
    codes = [place.code for place in laid]
    names = [(place.name.casefold(), place.code) for place in laid]
    return Columns(
        grid=grid,
        order=order,
        findable=pack(np.array([place.status not in GONE for place in laid], dtype=np.bool_)),
        values=_value_columns(laid),
        hours=_hours(laid),
        code_rank=rank(np.array(sorted(range(len(codes)), key=codes.__getitem__), dtype=np.int64)),
        by_name=np.array(sorted(range(len(names)), key=names.__getitem__), dtype=np.int64),
    )
