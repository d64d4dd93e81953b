"""Places as columns: for each value of each filter the places that have it, likely have it, or may have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import numpy.typing as npt

from finder.domain.answers import Known
from finder.domain.errors import InvalidData, InvalidInput
from finder.domain.filters import VALUE_FILTERS, ValueFilter
from finder.domain.geometry import ground_grid
from finder.domain.likely import Likelihood
from finder.domain.opening_hours import Trust, dated_on, lack_of, read_hours
from finder.domain.place import Place
from finder.search.bitmaps import GRADES, BitSets, Positions, pack, words_for
from finder.search.grid import Grid, lay_out

Numbers = npt.NDArray[np.int32]
Degrees = npt.NDArray[np.float64]
Where = Sequence[int] | Positions


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """One filter: ``answers[rows[value]]`` answers for a value, the last one for a value that no place speaks of."""

    rows: Mapping[str, int]
    answers: BitSets
    """Shape (values + 1, 1, 2 or 4, words): 4 where a place likely has, or is unlikely to have, a value; 1 where all is
    known."""

    def of(self, value: str) -> BitSets:
        """Return the answer for one value, shape (1, 2 or 4, words)."""
        answer: BitSets = self.answers[self.rows.get(value, -1)]
        return answer


@dataclass(slots=True)
class Postings:
    """What is said about one filter: the places by answer and value; ``otherwise`` by their answer for other values.

    A place that is in none of ``otherwise`` answers no.
    """

    said: Mapping[Likelihood, Mapping[str, Where]] = field(default_factory=dict)
    otherwise: Mapping[Likelihood, Where] = field(default_factory=dict)

    def column(self, count: int, vocabulary: Iterable[str] = ()) -> ValueColumn:
        """Lay it out as bits over ``count`` places."""
        values = sorted({*vocabulary, *(value for told in self.said.values() for value in told)})
        levels = {level for each in (self.said, self.otherwise) for level in each if len(each[level])}
        grades = GRADES[4 if levels & _GUESSED else 2 if Likelihood.UNKNOWN in levels else 1]
        rest = np.zeros(count, dtype=np.int8)
        for level, places in self.otherwise.items():
            rest[np.asarray(places, dtype=np.int64)] = level
        answers = np.empty((len(values) + 1, len(grades), words_for(count)), np.uint64)
        answers[:] = [pack(rest >= grade) for grade in grades]
        for row, value in enumerate(values):
            told = [(level, by_value[value]) for level, by_value in self.said.items() if value in by_value]
            if told:
                of_value = rest.copy()
                for level, places in told:
                    of_value[np.asarray(places, dtype=np.int64)] = level
                answers[row] = [pack(of_value >= grade) for grade in grades]
        return ValueColumn({value: row for row, value in enumerate(values)}, answers)


_GUESSED = frozenset({Likelihood.LIKELY, Likelihood.UNLIKELY})


@dataclass(frozen=True, slots=True)
class Hours:
    """``row`` says which hours a place has. Of each row: the text to evaluate ("" for none), its day, or why not.

    ``said_on`` are ordinal days; ``lacking`` is None where there is a text with a day.
    """

    row: Numbers
    texts: tuple[str, ...]
    said_on: Numbers
    lacking: tuple[Trust | None, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Places in the order of the grid: ``order[i]`` is the number of the i-th in the sequence it was built from.

    ``findable`` (shape (1, words)) leaves out what closed or moved; ``values`` has a column for every filter of which
    values are chosen, by its name; ``by_name`` is the order by name, then code.
    """

    grid: Grid
    longitude: Degrees
    latitude: Degrees
    order: Positions
    findable: BitSets
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


def _postings(places: Iterable[Place], read: Callable[[Place], Known]) -> Postings:
    alike: dict[int, int] = {}  # 100,000 places share some hundred answers
    answers = [read(place) for place in places]
    kinds = np.array([alike.setdefault(id(known), len(alike)) for known in answers], dtype=np.int64)
    by_kind = np.split(np.argsort(kinds, kind="stable"), np.cumsum(np.bincount(kinds, minlength=len(alike)))[:-1])
    said: dict[Likelihood, dict[str, list[Positions]]] = defaultdict(lambda: defaultdict(list))
    otherwise: dict[Likelihood, list[Positions]] = defaultdict(list)
    for numbers in by_kind[: len(alike)]:
        known = answers[numbers[0]]
        otherwise[known.otherwise].append(numbers)
        for value, answer in known.answers.items():
            said[answer][value].append(numbers)
    return Postings(
        {answer: {v: np.concatenate(parts) for v, parts in told.items()} for answer, told in said.items()},
        {answer: np.concatenate(parts) for answer, parts in otherwise.items()},
    )


def hours_of(places: Iterable[Place]) -> Hours:
    """Lay out the hours of places. Raises InvalidData, naming the place, for hours that cannot be evaluated."""
    rows: dict[tuple[str, int, Trust | None], int] = {("", 0, Trust.MISSING): 0}
    row = []
    for place in places:
        hours, text, day = place.offer.hours, "", 0
        if hours is not None and hours.value.osm:
            text, day = hours.value.osm, (dated_on(hours) or date.min).toordinal()
            try:
                read_hours(text)
            except InvalidInput as error:
                raise InvalidData(f"place {place.code}", str(error)) from None
        row.append(rows.setdefault((text, day, lack_of(hours)), len(rows)))
    texts, days, lacking = zip(*rows, strict=True)
    return Hours(np.array(row, dtype=np.int32), texts, np.array(days, dtype=np.int32), lacking)


def columns_of(places: Sequence[Place], filters: Mapping[str, ValueFilter] = VALUE_FILTERS) -> Columns:
    """Lay out places as columns, one for each of ``filters`` that does not only avoid the values of another.

    Raises InvalidData for opening hours that cannot be evaluated.
    """
    longitude = np.array([place.point.longitude for place in places], dtype=np.float64)
    latitude = np.array([place.point.latitude for place in places], dtype=np.float64)
    grid, order = lay_out(*ground_grid(longitude, latitude))
    laid = [places[number] for number in order]
    codes = [place.code for place in laid]
    names = [f"{place.name.casefold()}\0{place.code}" for place in laid]
    return Columns(
        grid=grid,
        longitude=longitude[order],
        latitude=latitude[order],
        order=order,
        findable=pack(np.array([not place.status.gone for place in laid], dtype=np.bool_))[np.newaxis],
        values={
            name: _postings(laid, spec.read).column(len(laid), spec.vocabulary)
            for name, spec in filters.items()
            if not spec.avoids
        },
        hours=hours_of(laid),
        code_rank=rank(np.array(sorted(range(len(codes)), key=codes.__getitem__), dtype=np.int64)),
        by_name=np.array(sorted(range(len(names)), key=names.__getitem__), dtype=np.int64),
    )
