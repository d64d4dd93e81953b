"""How far a place is from a start of which only the surroundings are known: between two whole kilometres."""

from __future__ import annotations

import math
from typing import NamedTuple

EXACT_METRES = 200
"""A start that is known to within this is exact enough to count metres and minutes from."""
_STEP = 1000


class Band(NamedTuple):
    """The metres between which a straight-line distance lies, both whole kilometres; ``least`` may be 0."""

    least: int
    most: int


def is_rough(doubt: float) -> bool:
    """Tell whether a start that may be ``doubt`` metres off says too little to count metres from."""
    return doubt > EXACT_METRES


def band_of(metres: float, doubt: float) -> Band | None:
    """Return the narrowest band that holds the true distance, None when the distance itself is good enough.

    ``metres`` is from the middle of where somebody may be, ``doubt`` how many metres from there he may be.
    """
    if not is_rough(doubt):
        return None
    least = max(0, math.floor((metres - doubt) / _STEP)) * _STEP
    return Band(least, max(1, math.ceil((metres + doubt) / _STEP)) * _STEP)


def reached(within: float | None, doubt: float) -> float | None:
    """Return how many metres from the middle a place may be that may lie ``within`` metres of the start itself."""
    return within + doubt if within is not None and is_rough(doubt) else within
