"""Where somebody starts, in words."""

from __future__ import annotations

from finder.geocode.found import Found
from finder.geocode.starting_point import StartingPoint
from finder.i18n.phrases import N_, Distance, Phrase, Sayable, Verbatim

ROUGH_METRES = 300
"""Off by less than this, about four minutes on foot, a walk is measured well enough to say nothing of it."""

HERE = N_("Waar ik nu ben (ongeveer)")


def found_phrase(found: Found) -> Sayable:
    """Return what was found, with how far off it may be when that matters for a walk."""
    if found.precision_metres < ROUGH_METRES:
        return Verbatim(found.label)
    said = N_("%(name)s (ongeveer, %(distance)s)")
    return Phrase(said, {"name": Verbatim(found.label), "distance": Distance(found.precision_metres)})


def starting_point_phrase(start: StartingPoint) -> Sayable | None:
    """Return the start in words, None when there is none."""
    if start.point is None:
        return None
    return found_phrase(start.found) if start.found else HERE
