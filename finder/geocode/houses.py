"""Where a house number of a street is, and within how many metres that holds.

The doubts were measured against 1,002 addresses of another source (scripts/measure_gazetteer.py): each holds 19 in 20
of its kind.
"""

from __future__ import annotations

from dataclasses import dataclass

from finder.domain.geometry import Point, metres_between
from finder.geocode.streets import House, StreetTable

BESIDE, BESIDE_DOUBT, APART_DOUBT = 100, 50, 150
"""Metres: a number with a neighbour at most 100 metres away is 50 metres off at most, any other 150."""
LOOSE_SHARE, LOOSE_DOUBT = 0.4, 100
"""A number whose points lie apart: metres of doubt, and more of them for each metre that the street reaches."""
GAP, GAP_DOUBT = 200, 80
"""An unknown number is looked for between its neighbours when they stand at most 200 metres apart: their distance,
and 80 metres more, are the doubt."""
STREET_DOUBT = 60
"""Metres that a house may stand away from its street."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point with the metres around it that hold the door; ``known`` is False for all but the house itself."""

    point: Point
    doubt: int
    known: bool


def street_spot(table: StreetTable, street: int) -> Spot:
    """Return the middle of a street; its far end is the doubt."""
    return Spot(table.point(street), _up(int(table.reach[street]) + STREET_DOUBT), known=False)


def house_spot(table: StreetTable, street: int, number: int) -> Spot:
    """Return the house of this number, or the smallest part of the street that it must be in."""
    whole = street_spot(table, street)
    house = table.house(street, number)
    below, above = table.neighbours(street, number)
    if house and not house.loose:
        beside = any(one and metres_between(one.point, house.point) <= BESIDE for one in (below, above))
        return Spot(house.point, BESIDE_DOUBT if beside else APART_DOUBT, known=True)
    if house:
        doubt = _up(LOOSE_DOUBT + LOOSE_SHARE * int(table.reach[street]))
        return Spot(house.point, doubt, known=False) if doubt < whole.doubt else whole
    between = _between(below, above, number) if below and above else None
    return between if between and between.doubt < whole.doubt else whole


def _between(below: House, above: House, number: int) -> Spot | None:
    gap = metres_between(below.point, above.point)
    if gap > GAP:
        return None
    share = (number - below.number) / (above.number - below.number)
    point = Point(
        round(below.point.longitude + share * (above.point.longitude - below.point.longitude), 5),
        round(below.point.latitude + share * (above.point.latitude - below.point.latitude), 5),
    )
    return Spot(point, _up(gap + GAP_DOUBT), known=False)


def _up(metres: float) -> int:
    """Round up to 10 metres: a doubt is never made to look smaller than it is."""
    return int(-(-metres // 10) * 10)
