"""Which of all places are open: one comparison over a table of intervals, laid out again each day."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import numpy as np
import numpy.typing as npt
from opening_hours import State

from finder.domain.clock import TIME_ZONE, dutch_day, wall_clock
from finder.domain.filters import Stretch
from finder.domain.likely import Likelihood
from finder.domain.opening_hours import OpeningState, OpenState, Trust, oldest_trusted, read_hours, state_at
from finder.search.bitmaps import GRADES, BitSets, Flags, Positions, pack
from finder.search.columns import Hours

TABLE_DAYS = 9
"""From today on: the seven that the form offers, and two to spare. It begins yesterday, for nights that end today."""

_CLOSED, _UNKNOWN, _OPEN = 0, 1, 2
_SAID = np.array([Likelihood.NO, Likelihood.UNKNOWN, Likelihood.YES], dtype=np.int8)
_SAID_LONG_AGO = np.array([Likelihood.UNLIKELY, Likelihood.UNKNOWN, Likelihood.LIKELY], dtype=np.int8)
"""What hours that can be trusted answer by their code, and what those answer that are old or have no date."""
_CODES = {State.CLOSED: _CLOSED, State.UNKNOWN: _UNKNOWN, State.OPEN: _OPEN}
_EPOCH = datetime(2000, 1, 1)
_MINUTE = timedelta(minutes=1)
_KEPT = 32
"""Answers that are remembered: all that the form offers, now and seven days in four parts, fit beside each other."""

Asked = datetime | Stretch
Codes = npt.NDArray[np.int8]
Minutes = tuple[int, int]
"""From and up to, in minutes of the clock on the wall since the start of 2000."""


def _wall(moment: datetime) -> float:
    return (wall_clock(moment) - _EPOCH) / _MINUTE


def _clock_went_back(start: datetime, end: datetime) -> datetime | None:
    """The Dutch clock changes at 01:00 UTC."""
    day = start.astimezone(UTC).date()
    while (change := datetime.combine(day, time(1), UTC)) <= end:
        before = (change - _MINUTE).astimezone(TIME_ZONE).utcoffset()
        after = change.astimezone(TIME_ZONE).utcoffset()
        if start < change and before is not None and after is not None and after < before:
            return change
        day += timedelta(days=1)
    return None


def minutes_of(asked: Asked) -> tuple[Minutes, ...]:
    """Return the minutes of the wall clock that are asked about: in the night that has an hour twice, two runs."""
    if not isinstance(asked, Stretch):
        minute = math.floor(_wall(asked))
        return ((minute, minute + 1),)
    first, last = math.floor(_wall(asked.start)), math.ceil(_wall(asked.end))
    change = _clock_went_back(asked.start, asked.end)
    if change is None:
        return ((first, last),)
    runs = (first, math.ceil(_wall(change)) + 60), (math.floor(_wall(change)), last)
    return tuple(run for run in runs if run[0] < run[1])


@dataclass(frozen=True, slots=True)
class _Table:
    first: int
    last: int
    row: npt.NDArray[np.int32]
    start: npt.NDArray[np.int32]
    end: npt.NDArray[np.int32]
    code: Codes

    def codes(self, rows: int, asked: Sequence[Minutes]) -> Codes:
        codes = np.zeros(rows, dtype=np.int8)
        for first, last in asked:
            meets = (self.start < last) & (self.end > first)
            np.maximum.at(codes, self.row[meets], self.code[meets])
        return codes


def _intervals(text: str, first: int, last: int) -> Iterator[tuple[int, int, int]]:
    for start, end, state, _ in read_hours(text).intervals(_EPOCH + first * _MINUTE, _EPOCH + last * _MINUTE):
        yield math.floor(_wall(start)), math.ceil(_wall(end)), _CODES[state]


def _lay_out(texts: Sequence[str], first: int, last: int) -> _Table:
    found = [
        (row, *interval)
        for row, text in enumerate(texts)
        if text
        for interval in _intervals(text, first, last)
        if interval[2] != _CLOSED
    ]
    table = np.array(found, dtype=np.int32).reshape(-1, 4)
    row, start, end, code = (np.ascontiguousarray(column) for column in table.T)
    return _Table(first, last, row, start, end, code.astype(np.int8))


class OpeningTable:
    """Answers "open at" for all places at once. Reads are safe from several threads: what is kept is only replaced."""

    def __init__(self, hours: Hours) -> None:
        self._hours = hours
        self._table: _Table | None = None
        self._answers: dict[tuple[object, ...], BitSets] = {}
        self._states: tuple[int, dict[int, OpeningState]] = (0, {})

    def _trusted(self, today: date) -> Flags:
        current: Flags = self._hours.said_on >= oldest_trusted(today).toordinal()
        return current & np.array([lacking is None for lacking in self._hours.lacking], dtype=np.bool_)

    def _table_of(self, today: date) -> _Table:
        midnight = int((datetime.combine(today, time()) - _EPOCH) / _MINUTE)
        table = self._table
        if table is None or table.first != midnight - 1440:
            table = _lay_out(self._hours.texts, midnight - 1440, midnight + 1440 * TABLE_DAYS)
            self._table = table
        return table

    def _likelihoods(self, asked: tuple[Minutes, ...], today: date) -> Codes:
        table = self._table_of(today)
        if not all(table.first <= first and last <= table.last for first, last in asked):
            first, last = min(asked)[0], max(last for _, last in asked)
            table = _lay_out(self._hours.texts, first, last)
        codes = table.codes(len(self._hours.texts), asked)
        levels = np.where(self._trusted(today), _SAID[codes], _SAID_LONG_AGO[codes])
        levels[[not text for text in self._hours.texts]] = Likelihood.UNKNOWN
        return levels

    def answers(self, asked: Asked, today: date) -> BitSets:
        """Return the places that are open, those that are or likely are …: shape (4, words).

        By hours trusted on ``today``; others only make it likely or unlikely.
        """
        minutes = minutes_of(asked)
        key = (minutes, today)
        answer = self._answers.get(key)
        if answer is None:
            levels = self._likelihoods(minutes, today)[self._hours.row]
            answer = np.stack([pack(levels >= grade) for grade in GRADES[4]])
            # Replaced as a whole, the oldest left out: another thread reads either the old dictionary or the new one.
            kept = list(self._answers.items())[1 - _KEPT :]
            self._answers = {**dict(kept), key: answer}
        return answer

    def _state(self, row: int, now: datetime) -> OpeningState:
        lacking = self._hours.lacking[row]
        if lacking is not None:
            return OpeningState(OpenState.UNKNOWN, lacking)
        if self._hours.said_on[row] < oldest_trusted(dutch_day(now)).toordinal():
            return OpeningState(OpenState.UNKNOWN, Trust.OLD)
        return state_at(self._hours.texts[row], now)

    def states(self, page: Positions, now: datetime) -> list[OpeningState]:
        """Return the state at ``now`` of the places at these positions. Each is worked out once a minute."""
        minute = int(now.timestamp() // 60)
        of_minute, kept = self._states
        if of_minute != minute:
            kept = {}
            self._states = (minute, kept)
        states = []
        for row in self._hours.row[page].tolist():
            if row not in kept:
                kept[row] = self._state(row, now)
            states.append(kept[row])
        return states
