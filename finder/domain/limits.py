"""What a search may ask. Every engine refuses the rest by these rules, in the same words."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from finder.domain.errors import InvalidInput
from finder.domain.filters import Filters, Stretch
from finder.domain.geometry import BBox, Point

NETHERLANDS = BBox(3.0, 50.5, 7.5, 54.0)
"""Outside of it the projection to RD New says nothing, or nothing that is true."""
LONGEST_STRETCH = timedelta(days=31)
"""Hours are evaluated for a whole stretch: nobody looks further ahead for a visit, and a year of it would take long."""
YEARS = range(2000, 2200)
"""Minutes since 2000 have to fit in 32 bits, and holidays are known for these years."""


def check_search(filters: Filters, *, limit: int = 0, offset: int = 0) -> None:
    """Raise InvalidInput for a filter that is out of its range, by the name of its field, or for a negative page."""
    for name, value in (("limit", limit), ("offset", offset)):
        if value < 0:
            raise InvalidInput(name, str(value), "0 or more")
    if filters.near is not None:
        _check_near(filters.near)
    if filters.within is not None:
        _check_within(filters.within, filters.near)
    if filters.bbox is not None:
        _check_bbox(filters.bbox)
    if filters.open_at is not None:
        _check_open_at(filters.open_at)


def _check_near(near: Point) -> None:
    if not NETHERLANDS.contains(near):
        raise InvalidInput("near", f"{near.longitude},{near.latitude}", "a position in the Netherlands")


def _check_within(metres: float, near: Point | None) -> None:
    if near is None:
        raise InvalidInput("within", f"{metres:g}", "used without near")
    if not (math.isfinite(metres) and metres >= 0):
        raise InvalidInput("within", f"{metres:g}", "a number of metres, 0 or more")


def _check_bbox(box: BBox) -> None:
    if not (box.west <= box.east and box.south <= box.north):
        raise InvalidInput("bbox", ",".join(map(str, box.coordinates)), "west,south,east,north in degrees")


def _check_open_at(asked: datetime | Stretch) -> None:
    start, end = (asked.start, asked.end) if isinstance(asked, Stretch) else (asked, asked)
    shown = f"{start.isoformat()}/{end.isoformat()}" if isinstance(asked, Stretch) else start.isoformat()
    if start.tzinfo is None or end.tzinfo is None:
        raise InvalidInput("open_at", shown, "a moment with its offset from UTC")
    if start.year not in YEARS or end.year not in YEARS:
        raise InvalidInput("open_at", shown, f"a moment in the years {YEARS.start} to {YEARS.stop - 1}")
    if isinstance(asked, Stretch) and not timedelta(0) < end - start <= LONGEST_STRETCH:
        raise InvalidInput("open_at", shown, "a stretch of at most 31 days that ends after it starts")
