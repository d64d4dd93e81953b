"""Where somebody starts from: a position of his device, or words that the gazetteer knows."""

from __future__ import annotations

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from finder.domain.geometry import Point, parse_position
from finder.geocode.found import Found
from finder.i18n.phrases import N_, Distance, Phrase, Sayable, Verbatim
from finder.web.services import services

ROUGH_METRES = 300
LONGEST_WHERE = 120


@dataclass(frozen=True, slots=True)
class StartingPoint:
    """Where the search starts: a found position, or several to choose from, or nothing that is like the text."""

    point: Point | None = None
    found: Found | None = None
    maybe: tuple[Found, ...] = ()
    not_found: bool = False

    @property
    def here(self) -> bool:
        """Tell whether the position came from the device."""
        return self.point is not None and self.found is None

    @property
    def phrase(self) -> Sayable | None:
        """Return the start in words, None when there is none."""
        if self.point is None:
            return None
        return found_word(self.found) if self.found else N_("Waar ik nu ben (ongeveer)")


def found_word(found: Found) -> Sayable:
    """Return what was found, with how far off it may be when that matters for a walk."""
    if found.precision_metres < ROUGH_METRES:
        return Verbatim(found.label)
    said = N_("%(name)s (ongeveer, %(distance)s)")
    return Phrase(said, {"name": Verbatim(found.label), "distance": Distance(found.precision_metres)})


def position_value(point: Point) -> str:
    """Return a position as a form sends it."""
    return f"{point.longitude},{point.latitude}"


def starting_point_context(start: StartingPoint) -> dict[str, object]:
    """Return what the field "from where" needs in a template."""
    return {
        "start": start,
        "start_phrase": start.phrase,
        "found_word": found_word,
        "position_value": position_value,
        "starting_points": services().locator.gazetteer.starting_points,
    }


def find_starting_point(where: str, position: Point | None) -> StartingPoint:
    """Look up what was typed; ``position`` is the device's, or the choice among several of that name."""
    found = services().locator.find(where) if where else []
    if position:
        picked = next((item for item in found if item.point == position), None)
        if picked or not where:
            return StartingPoint(position, picked, tuple(found))
    if not found:
        return StartingPoint(not_found=bool(where))
    if found[0].certain or len(found) == 1:
        return StartingPoint(found[0].point, found[0])
    return StartingPoint(maybe=tuple(found))


def read_starting_point(form: MultiDict[str, str]) -> tuple[str, StartingPoint]:
    """Read ``where`` and ``position`` (or ``near``) of a form; return what was typed and where that is.

    Raises InvalidInput for a position that is none.
    """
    where = form.get("where", "").strip()[:LONGEST_WHERE]
    for key in ("near", "position"):
        if text := form.get(key, "").strip():
            return where, find_starting_point(where, parse_position(key, text))
    return where, find_starting_point(where, None)
