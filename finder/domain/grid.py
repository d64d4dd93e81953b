"""Where the places are: squares of a grid, their places side by side in memory, row by row."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from finder.domain.bitmaps import Positions

PLACES_PER_SQUARE = 32
_MOST_SQUARES_ACROSS = 1024

Metres = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Grid:
    """Squares of ``side`` metres from (west, south) in RD New; square s holds places starts[s] up to starts[s + 1]."""

    west: float
    south: float
    side: float
    across: int
    up: int
    starts: Positions
    x: Metres
    y: Metres

    def square_range(self, low: float, high: float, origin: float, squares: int) -> tuple[int, int]:
        """Return the first and last row (or column) that a stretch from ``low`` to ``high`` metres touches."""
        first = math.floor((low - origin) / self.side)
        last = math.floor((high - origin) / self.side)
        return max(0, min(squares - 1, first)), max(0, min(squares - 1, last))

    def box(self, x: float, y: float, metres: float) -> tuple[Positions, Positions]:
        """Return starts and ends of the runs of places in the squares within ``metres`` east, west, north and south."""
        left, right = self.square_range(x - metres, x + metres, self.west, self.across)
        bottom, top = self.square_range(y - metres, y + metres, self.south, self.up)
        rows = slice(bottom * self.across, (top + 1) * self.across, self.across)
        first, last = self.starts[left:][rows], self.starts[right + 1 :][rows]
        return first, last

    def places_in_box(self, x: float, y: float, metres: float) -> int:
        """Count the places of those squares."""
        starts, ends = self.box(x, y, metres)
        return int((ends - starts).sum())


def places_of(starts: Positions, ends: Positions) -> Positions:
    """Return every place of the runs, ascending."""
    lengths = ends - starts
    before = np.cumsum(lengths) - lengths
    return np.repeat(starts - before, lengths) + np.arange(lengths.sum())


def lay_out(x: Metres, y: Metres) -> tuple[Grid, Positions]:
    """Build the grid over places at (x, y) of shape (n,), and the order in which it holds them."""
    west, south = (float(x.min()), float(y.min())) if x.size else (0.0, 0.0)
    width, height = (float(np.ptp(x)), float(np.ptp(y))) if x.size else (0.0, 0.0)
    side = math.sqrt(max(width, 1.0) * max(height, 1.0) * PLACES_PER_SQUARE / max(x.size, 1))
    side = max(side, 1.0, width / _MOST_SQUARES_ACROSS, height / _MOST_SQUARES_ACROSS)
    across, up = int(width / side) + 1, int(height / side) + 1
    square = ((y - south) / side).astype(np.int64) * across + ((x - west) / side).astype(np.int64)
    order = np.argsort(square, kind="stable")
    starts = np.concatenate(([0], np.cumsum(np.bincount(square, minlength=across * up))))
    return Grid(west, south, side, across, up, starts.astype(np.int64), x[order], y[order]), order
