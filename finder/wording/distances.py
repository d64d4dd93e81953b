"""How far a place is: metres in a straight line, and the walk they are about; or between what it lies."""

from __future__ import annotations

from finder.domain.band import Band, band_of
from finder.domain.geometry import walking_minutes
from finder.i18n.phrases import N_, Distance, Listing, Phrase, Plural, Sayable


def distance_phrase(metres: float, doubt: int = 0) -> Sayable:
    """Return a straight-line distance, or its band when the start may be too many metres off."""
    band = band_of(metres, doubt)
    return _band_phrase(band) if band else Distance(metres)


def walk_phrase(metres: float) -> Plural:
    """Return the estimated walk over a straight-line distance."""
    return Plural("ongeveer %(count)s minuut lopen", "ongeveer %(count)s minuten lopen", walking_minutes(metres))


def far_phrase(metres: float, doubt: int = 0) -> Sayable:
    """Return a straight-line distance and the estimated walk, or the band alone."""
    distance = distance_phrase(metres, doubt)
    return distance if band_of(metres, doubt) else Listing((distance, walk_phrase(metres)))


def _band_phrase(band: Band) -> Sayable:
    most = Distance(band.most)
    if band.least:
        return Phrase(N_("%(least)s tot %(most)s"), {"least": band.least // 1000, "most": most})
    return N_("dichtbij") if band.most == 1000 else Phrase(N_("hoogstens %(most)s"), {"most": most})
