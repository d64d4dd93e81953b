"""How far a place is: metres in a straight line, and the walk they are about."""

from __future__ import annotations

from finder.domain.geometry import walking_minutes
from finder.i18n.phrases import Distance, Listing, Plural


def distance_phrase(metres: float) -> Distance:
    """Return a straight-line distance."""
    return Distance(metres)


def walk_phrase(metres: float) -> Plural:
    """Return the estimated walk over a straight-line distance."""
    return Plural("ongeveer %(count)s minuut lopen", "ongeveer %(count)s minuten lopen", walking_minutes(metres))


def far_phrase(metres: float) -> Listing:
    """Return a straight-line distance and the estimated walk."""
    return Listing((distance_phrase(metres), walk_phrase(metres)))
