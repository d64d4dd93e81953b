"""A weekly meeting as a feed gives it, whichever of the two formats that is in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from finder.domain.geometry import Point
from finder.domain.place import Address


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting. ``days`` count from Monday, 0; ``start`` and ``end`` are HH:MM by the clock on the wall, may be empty.

    ``number`` counts from 1 in the feed, ``id`` is the feed's own. ``away`` says why nobody can go there (only online,
    closed for a time); empty when one can. Names and numbers of people, and free text, are left in the feed.
    """

    number: int
    id: str
    name: str
    days: tuple[int, ...]
    start: str
    end: str
    venue: str
    address: Address
    point: Point | None
    audience: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    wheelchair: bool = False
    closed: bool = False
    """Only for who has the problem himself."""
    away: str = ""
    url: str = ""
    updated: date | None = None
