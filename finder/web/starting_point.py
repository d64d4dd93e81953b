"""The field "from where" of every form: what it shows, what it sends back, and what is asked in place of an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from finder.domain.geometry import Point
from finder.geocode.entries import FoundKind
from finder.geocode.found import Found
from finder.geocode.starting_point import StartingPoint
from finder.i18n.phrases import N_, Sayable
from finder.wording.starting_point import (
    CHOOSE_FIRST,
    NOT_KNOWN,
    choice_phrase,
    doubts_of,
    question_phrase,
    starting_point_phrase,
    typed_phrase,
)

_STREETS = frozenset({FoundKind.STREET, FoundKind.ADDRESS})
_AREAS = frozenset({FoundKind.TOWN, FoundKind.DISTRICT, FoundKind.NEIGHBOURHOOD})


@dataclass(frozen=True, slots=True)
class StartChoice:
    """One thing that may be meant. ``value`` settles it: sent as ``meant``, it comes in the place of what was typed."""

    value: str
    word: Sayable
    pictogram: str


@dataclass(frozen=True, slots=True)
class StartQuestion:
    """What stands in the place of an answer as long as nobody knows from where. Without choices ``advice`` helps on."""

    heading: Sayable
    typed: Sayable
    choices: tuple[StartChoice, ...]
    advice: Sayable | None


@dataclass(frozen=True, slots=True)
class StartingPointView:
    """The field as it is shown again. ``known`` are names to offer; ``here`` is the device's position, or empty.

    ``problem`` stands beside the field as long as there is a ``question``. ``doubt`` is how many metres the start may
    be off, ``doubts`` what there is to say of that.
    """

    where: str
    known: Sequence[str]
    here: str
    phrase: Sayable | None
    question: StartQuestion | None = None
    problem: Sayable | None = None
    doubt: int = 0
    doubts: tuple[Sayable, ...] = ()


def position_value(point: Point) -> str:
    """Return a position as a form sends it."""
    return f"{point.longitude},{point.latitude}"


def starting_point_view(where: str, start: StartingPoint, known: Sequence[str]) -> StartingPointView:
    """Lay out the field. ``where`` is what was typed, ``known`` the names that the gazetteer offers."""
    asked = start.asked
    return StartingPointView(
        where=where,
        known=known,
        here=position_value(start.point) if start.point and start.here else "",
        phrase=starting_point_phrase(start),
        question=_question(where, start),
        problem=(NOT_KNOWN if asked.unknown else CHOOSE_FIRST) if asked else None,
        doubt=start.doubt,
        doubts=doubts_of(start),
    )


def _question(where: str, start: StartingPoint) -> StartQuestion | None:
    asked = start.asked
    if asked is None:
        return None
    advice = N_("Probeer een postcode, een straat met nummer, of een halte.")
    return StartQuestion(
        heading=question_phrase(asked),
        typed=typed_phrase(asked, where),
        choices=tuple(StartChoice(each.label, choice_phrase(each), _pictogram(each)) for each in asked.choices),
        advice=advice if asked.unknown else None,
    )


def _pictogram(found: Found) -> str:
    if found.kind in _STREETS:
        return "address"
    return "map" if found.kind in _AREAS else "where"
