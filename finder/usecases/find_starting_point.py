"""Find where somebody starts: words that the gazetteer knows, the name of a place, or a position of his device."""

from __future__ import annotations

from finder.domain.geometry import Point
from finder.domain.place import Place
from finder.geocode.entries import POINT_PRECISION, FoundKind
from finder.geocode.found import Found, Question
from finder.geocode.locate import Locator
from finder.geocode.starting_point import PLACES_SOURCE, StartingPoint
from finder.search.names import NamedPlace, PlaceNames

MOST_NAMED = 4


def find_starting_point(
    locator: Locator, names: PlaceNames, where: str, position: Point | None = None, dot: Point | None = None
) -> StartingPoint:
    """Look up what was typed; without words ``position`` is where the device is. Never raises.

    A dot that was put on the map wins from words, and these from a position: whoever types means what he types. What
    they do not settle is asked, never guessed, and places of such a name are offered with it. Where an address has
    exactly these words, only a place that has them too is.
    """
    if dot:
        return StartingPoint(dot, dot=True)
    if not where:
        return StartingPoint(position)
    if place := names.labelled(where):
        return _at(place)
    meaning = locator.lookup(where)
    settled = meaning.settled
    if settled or meaning.question is Question.WHICH:
        named = tuple(NamedPlace(place, place.name, 1.0) for place in names.exactly(where)[:MOST_NAMED])
    else:
        named = tuple(names.like(where, MOST_NAMED))
    if settled is None:
        return StartingPoint(asked=meaning, named=named)
    return StartingPoint(settled.point, settled, named=named)


def _at(place: Place) -> StartingPoint:
    name, point = place.name, place.point
    kind, source = FoundKind.STARTING_POINT, PLACES_SOURCE
    found = Found(name, kind, point, precision_metres=POINT_PRECISION, certain=True, source=source, name=name)
    return StartingPoint(point, found)
