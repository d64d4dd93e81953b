"""Find where somebody starts: words that the gazetteer knows, or a position of his device."""

from __future__ import annotations

from finder.domain.geometry import Point
from finder.geocode.locate import Locator
from finder.geocode.starting_point import StartingPoint


def find_starting_point(locator: Locator, where: str, position: Point | None) -> StartingPoint:
    """Look up what was typed; without words ``position`` is where the device is. Never raises.

    Words win from a position: whoever types means what he types. What they do not settle is asked, never guessed.
    """
    if not where:
        return StartingPoint(position)
    meaning = locator.lookup(where)
    if meaning.settled is None:
        return StartingPoint(asked=meaning)
    return StartingPoint(meaning.settled.point, meaning.settled)
