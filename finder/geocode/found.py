"""What a search for a position finds."""

from __future__ import annotations

from dataclasses import dataclass

from finder.domain.geometry import Point
from finder.geocode.entries import FoundKind


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that a text names. The right point lies within about ``precision_metres`` of ``point``.

    ``certain`` is False for a guess: a beginning, a typing error, a neighbouring house, or one of several.
    ``source`` is a key of ``Gazetteer.sources``, or names the service that answered.
    """

    label: str
    kind: FoundKind
    point: Point
    precision_metres: int
    certain: bool
    source: str
