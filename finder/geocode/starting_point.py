"""What came of looking up where somebody starts."""

from __future__ import annotations

from dataclasses import dataclass

from finder.domain.geometry import Point
from finder.geocode.found import Found


@dataclass(frozen=True, slots=True)
class StartingPoint:
    """Where somebody starts: a found position, or several to choose from, or nothing that is like the text."""

    point: Point | None = None
    found: Found | None = None
    maybe: tuple[Found, ...] = ()
    not_found: bool = False

    @property
    def here(self) -> bool:
        """Tell whether the position came from the device."""
        return self.point is not None and self.found is None
