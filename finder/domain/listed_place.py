"""A place of somebody's list as seen from where he starts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from finder.domain.geometry import Point, metres_between
from finder.domain.place import Place


class ListedPlace(NamedTuple):
    """A place and its straight-line ``metres`` from the start, None where nobody said from where, or may know it."""

    place: Place
    metres: float | None


def seen_from(point: Point | None, places: Iterable[Place]) -> tuple[ListedPlace, ...]:
    """Return the places in their order, each with its distance from ``point``."""
    return tuple(
        ListedPlace(place, metres_between(point, there) if point and (there := place.shown_point) else None)
        for place in places
    )
