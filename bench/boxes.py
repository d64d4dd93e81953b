"""Boxes with a kind, each of which holds exactly so many places that every answer is a full page and the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

HITS = 20
"""Places in each box: as many as one page of the API gives when nobody asks for more."""
WIDER_THAN_HIGH = 1.6
"""A degree of latitude is so many times longer on the ground here than one of longitude."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as far as a box goes: degrees WGS 84 and its kind."""

    longitude: float
    latitude: float
    kind: str


@dataclass(frozen=True, slots=True)
class Box:
    """West, south, east and north in degrees, and the kind that is looked for in it."""

    west: float
    south: float
    east: float
    north: float
    kind: str


def boxes(spots: Sequence[Spot], count: int, seed: int = 8) -> Iterator[Box]:
    """Draw boxes around places, of kinds as often as there are places of them; each holds HITS places of its kind."""
    draw = np.random.default_rng(seed)
    east = np.array([spot.longitude for spot in spots])
    north = np.array([spot.latitude for spot in spots])
    kinds = np.array([spot.kind for spot in spots])
    found = 0
    for middle in draw.choice(len(spots), count * 20).tolist():
        same = kinds == kinds[middle]
        if np.count_nonzero(same) <= HITS:
            continue
        aside = np.abs(east[same] - east[middle]) / WIDER_THAN_HIGH
        reach = np.sort(np.maximum(aside, np.abs(north[same] - north[middle])))
        half = float(reach[HITS - 1] + reach[HITS]) / 2
        # Between two places that lie at one reach no box can tell.
        if reach[HITS] - reach[HITS - 1] < 1e-5:
            continue
        wide = half * WIDER_THAN_HIGH
        yield Box(
            *(round(edge, 6) for edge in (east[middle] - wide, north[middle] - half)),
            *(round(edge, 6) for edge in (east[middle] + wide, north[middle] + half)),
            str(kinds[middle]),
        )
        found += 1
        if found == count:
            return
