"""Where the places are: squares of a grid, their places side by side in memory, row by row."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from finder.search.bitmaps import Positions, Runs

PLACES_PER_SQUARE = 32
"""Half a word of bits: small enough that a box follows a circle, large enough that a row of squares is one long run."""
_MOST_SQUARES_ACROSS = 1024
"""A single place far away must not stretch the grid: a million squares take 8 MB, whatever lies in them."""

Metres = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Grid:
    """Squares of ``side`` metres from (west, south) in RD New; square s holds places starts[s] up to starts[s + 1].

    ``x`` and ``y`` are RD New metres of shape (n,), ``numbers`` just counts the places.
    """

    west: float
    south: float
    side: float
    across: int
    up: int
    starts: Positions
    x: Metres
    y: Metres
    numbers: Positions

    def runs(self, x: float, y: float, metres: float) -> Runs:
        """Return the runs that hold every place at most ``metres`` east, west, north or south of (x, y)."""
        left, right = _touched(x - self.west, metres, self.side, self.across)
        bottom, top = _touched(y - self.south, metres, self.side, self.up)
        rows = slice(bottom * self.across, (top + 1) * self.across, self.across)
        starts, ends = self.starts[left:][rows], self.starts[right + 1 :][rows]
        return [slice(start, end) for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]

    def squared(self, places: Positions | Runs, x: float, y: float) -> Metres:
        """Return the square of each place's distance from (x, y), in square metres."""
        east, north = taken(self.x, places) - x, taken(self.y, places) - y
        east *= east
        north *= north
        east += north
        return east

    def near(self, x: float, y: float, metres: float) -> tuple[Positions, Metres]:
        """Return the places at most ``metres`` from (x, y), ascending, and the square of each one's distance."""
        runs = self.runs(x, y, metres)
        squared = self.squared(runs, x, y)
        inside = squared <= metres * metres
        return taken(self.numbers, runs)[inside], squared[inside]


def _touched(along: float, metres: float, side: float, squares: int) -> tuple[int, int]:
    first, last = math.floor((along - metres) / side), math.floor((along + metres) / side)
    return max(0, min(squares - 1, first)), max(0, min(squares - 1, last))


def taken(values: npt.NDArray[Any], places: Positions | Runs) -> npt.NDArray[Any]:
    """Return the values of some places, in their order."""
    return np.concatenate([values[run] for run in places]) if isinstance(places, list) else values[places]


def held(runs: Runs) -> int:
    """Return how many places the runs hold."""
    return sum(run.stop - run.start for run in runs)


def lay_out(x: Metres, y: Metres) -> tuple[Grid, Positions]:
    """Build the grid over places at (x, y) of shape (n,), and the order in which it holds them."""
    west, south = (float(x.min()), float(y.min())) if x.size else (0.0, 0.0)
    width, height = (float(np.ptp(x)), float(np.ptp(y))) if x.size else (0.0, 0.0)
    # At least a metre: all places may share one address.
    side = math.sqrt(max(width, 1.0) * max(height, 1.0) * PLACES_PER_SQUARE / max(x.size, 1))
    side = max(side, 1.0, width / _MOST_SQUARES_ACROSS, height / _MOST_SQUARES_ACROSS)
    across, up = int(width / side) + 1, int(height / side) + 1
    square = ((y - south) / side).astype(np.int64) * across + ((x - west) / side).astype(np.int64)
    order = np.argsort(square, kind="stable")
    starts = np.concatenate(([0], np.cumsum(np.bincount(square, minlength=across * up))))
    return Grid(west, south, side, across, up, starts.astype(np.int64), x[order], y[order], np.arange(x.size)), order
