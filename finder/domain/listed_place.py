"""A place of somebody's list as seen from where he starts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from finder.domain.geometry import Point, metres_between
from finder.domain.place import Place


class ListedPlace(NamedTuple):
    """A place and its straight-line ``metres`` from the start, None where nobody said from where, or may know it.

    ``doubt`` is how many metres the start may be off.
    """

    place: Place
    metres: float | None
    doubt: int = 0


def seen_from(point: Point | None, places: Iterable[Place], doubt: int = 0) -> tuple[ListedPlace, ...]:
    """Return the places in their order, each with its distance from ``point``, which may be ``doubt`` metres off."""
    return tuple(
        ListedPlace(place, metres_between(point, there) if point and (there := place.shown_point) else None, doubt)
        for place in places
    )
