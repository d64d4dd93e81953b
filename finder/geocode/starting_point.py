"""What came of looking up where somebody starts."""

from __future__ import annotations

from dataclasses import dataclass

from finder.domain.geometry import Point
from finder.geocode.found import Found, Lookup
from finder.search.names import NamedPlace

PLACES_SOURCE = "places"
"""Says of a start that it is one of the places that can be found here."""


@dataclass(frozen=True, slots=True)
class StartingPoint:
    """Where somebody starts, or what has to be asked before that is settled; neither when he said nothing.

    ``found`` is what ``point`` is called, None for the position of a device and for the ``dot`` that he put on the map
    himself, which is exact. ``asked`` is what his words may mean, and
    ``named`` which places are called so: also where the words are settled, for he may look for one of these.
    """

    point: Point | None = None
    found: Found | None = None
    asked: Lookup | None = None
    named: tuple[NamedPlace, ...] = ()
    dot: bool = False

    @property
    def doubt(self) -> int:
        """Return how many metres the start may be off; a device says where it is well enough."""
        return self.found.precision_metres if self.found else 0

    @property
    def here(self) -> bool:
        """Tell whether the position came from the device."""
        return self.point is not None and self.found is None and not self.dot

    @property
    def at_a_place(self) -> bool:
        """Tell whether he starts from one of the places that can be found here."""
        return self.found is not None and self.found.source == PLACES_SOURCE
