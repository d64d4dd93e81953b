"""A list that moves house: each place measured from the new address, and what there is like it over there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from finder.domain.geometry import Point
from finder.domain.place import Place
from finder.search.similar import Measured, Similar, SimilarPlaces, measure_again


@dataclass(frozen=True, slots=True)
class MovedPlace:
    """A place of the list measured from the new address, and what is most like it near there, if anything is."""

    measured: Measured
    alike: Similar | None


def move_house(places: Collection[Place], here: Point, among: SimilarPlaces) -> tuple[MovedPlace, ...]:
    """Measure every place of the list from ``here``, in its order, and look for what is like it.

    What is on the list already is no discovery, so it is passed over; the same place may be like several.
    """
    listed = {place.code for place in places}
    found = []
    for measured in measure_again(places, here):
        # Though all the others of the list come first, one more is left to offer; a place is never like itself.
        likes = among.most_similar(measured.place, here, limit=len(listed))
        alike = next((each for each in likes if each.place.code not in listed), None)
        found.append(MovedPlace(measured, alike))
    return tuple(found)
