"""Find where somebody starts: words that the gazetteer knows, or a position of his device."""

from __future__ import annotations

from finder.domain.geometry import Point
from finder.geocode.locate import Locator
from finder.geocode.starting_point import StartingPoint


def find_starting_point(locator: Locator, where: str, position: Point | None) -> StartingPoint:
    """Look up what was typed; ``position`` is the device's, or the choice among several of that name. Never raises.

    Words that were typed after a position was taken win from it: whoever types means what he types.
    """
    found = locator.find(where) if where else []
    if position:
        picked = next((item for item in found if item.point == position), None)
        if picked or not where:
            return StartingPoint(position, picked, tuple(found))
    if not found:
        return StartingPoint(not_found=bool(where))
    if found[0].certain or len(found) == 1:
        return StartingPoint(found[0].point, found[0])
    return StartingPoint(maybe=tuple(found))
