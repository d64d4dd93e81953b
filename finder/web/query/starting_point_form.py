"""The field "from where", which many forms have."""

from __future__ import annotations

from dataclasses import dataclass

from finder.domain.geometry import Point, parse_position
from finder.web.query.fields import Form

LONGEST_WHERE = 120


@dataclass(frozen=True, slots=True)
class StartingPointForm:
    """From where somebody starts: what he typed or chose of what that may mean, or the position of his device."""

    where: str = ""
    position: Point | None = None


def read_starting_point_form(form: Form) -> StartingPointForm:
    """Read ``where`` and ``position``, which may be called ``near``. Raises InvalidInput for a position that is none.

    What is ``meant`` comes in the place of what was typed. 120 characters are kept: no address is longer.
    """
    given = ((key, form.get(key, "").strip()) for key in ("near", "position"))
    position = next((parse_position(key, text) for key, text in given if text), None)
    where = form.get("meant", "").strip() or form.get("where", "").strip()
    return StartingPointForm(where[:LONGEST_WHERE], position)
