"""Look up one place by its code, with its opening state now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from finder.domain.clock import dutch_day
from finder.domain.codes import normalise_code
from finder.domain.engine import SearchEngine
from finder.domain.errors import UnknownPlace
from finder.domain.opening_hours import OpeningState, state_of
from finder.domain.place import Place


@dataclass(frozen=True, slots=True)
class PlaceNow:
    """A place, and whether it is open at the moment of asking."""

    place: Place
    opening: OpeningState


def look_up_place(index: SearchEngine, typed: str, now: datetime) -> PlaceNow:
    """Find the place of a code, also one that closed or moved. ``now`` is aware. Raises UnknownPlace."""
    code = normalise_code(typed)
    if code is None:
        raise UnknownPlace(typed)
    place = index.by_code(code)
    return PlaceNow(place, state_of(place, now, dutch_day(now)))
