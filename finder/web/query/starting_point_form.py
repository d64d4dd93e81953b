"""The field "from where", which many forms have."""

from __future__ import annotations

from dataclasses import dataclass

from finder.domain.geometry import Point, parse_position
from finder.web.query.fields import Form

LONGEST_WHERE = 120


@dataclass(frozen=True, slots=True)
class StartingPointForm:
    """From where somebody starts: what he typed or chose of what that may mean, or the position of his device.

    ``dot`` is where he put the dot on the map.
    """

    where: str = ""
    position: Point | None = None
    dot: Point | None = None


def read_starting_point_form(form: Form) -> StartingPointForm:
    """Read ``where``, ``dot`` and ``position``, which may be called ``near``.

    Raises InvalidInput for a position that is none.
    What is ``meant`` comes in the place of what was typed, and of the dot. No more than 120 characters are kept.
    """
    given = ((key, form.get(key, "").strip()) for key in ("near", "position"))
    position = next((parse_position(key, text) for key, text in given if text), None)
    meant, dot = form.get("meant", "").strip(), form.get("dot", "").strip()
    where = meant or form.get("where", "").strip()
    return StartingPointForm(where[:LONGEST_WHERE], position, parse_position("dot", dot) if dot and not meant else None)
