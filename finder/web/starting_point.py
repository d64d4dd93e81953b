"""The field "from where" of every form: what it shows, and what it sends back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from finder.domain.geometry import Point
from finder.geocode.starting_point import StartingPoint
from finder.i18n.phrases import Sayable
from finder.web.options import Option
from finder.wording.starting_point import found_phrase, starting_point_phrase


@dataclass(frozen=True, slots=True)
class StartingPointView:
    """The field as it is shown again. ``known`` are names to offer; ``here`` is the device's position, or empty.

    ``choices`` are several things of a name, each by its position as the form sends it.
    """

    where: str
    known: Sequence[str]
    not_found: bool
    choices: tuple[Option, ...]
    here: str
    phrase: Sayable | None


def position_value(point: Point) -> str:
    """Return a position as a form sends it."""
    return f"{point.longitude},{point.latitude}"


def starting_point_view(where: str, start: StartingPoint, known: Sequence[str]) -> StartingPointView:
    """Lay out the field. ``where`` is what was typed, ``known`` the names that the gazetteer offers."""
    return StartingPointView(
        where=where,
        known=known,
        not_found=start.not_found,
        choices=tuple(
            Option(position_value(found.point), found_phrase(found), "address", found.point == start.point)
            for found in start.maybe
        ),
        here=position_value(start.point) if start.point and start.here else "",
        phrase=starting_point_phrase(start),
    )
