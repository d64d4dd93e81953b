"""The field "from where" of every form: what it shows, what it sends back, and what is asked in place of an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from finder.domain.geometry import Point
from finder.geocode.entries import FoundKind
from finder.geocode.found import Found
from finder.geocode.starting_point import StartingPoint
from finder.i18n.phrases import N_, Listing, Sayable, Verbatim
from finder.search.names import NamedPlace, label_of
from finder.usecases.find_starting_point import find_starting_point
from finder.web.query.starting_point_form import StartingPointForm
from finder.web.services import services, snapshot
from finder.wording.cautions import short_caution
from finder.wording.starting_point import (
    CHOOSE_FIRST,
    NOT_KNOWN,
    choice_phrase,
    doubts_of,
    named_heading,
    question_phrase,
    starting_point_phrase,
    typed_phrase,
)
from finder.wording.words import KIND_WORDS

MOST_OWN = 8
"""More buttons than this nobody looks through; the others are offered while somebody types."""
_STREETS = frozenset({FoundKind.STREET, FoundKind.ADDRESS})
_AREAS = frozenset({FoundKind.TOWN, FoundKind.DISTRICT, FoundKind.NEIGHBOURHOOD})


@dataclass(frozen=True, slots=True)
class StartChoice:
    """One thing that may be meant. ``value`` settles it: sent as ``meant``, it comes in the place of what was typed."""

    value: str
    word: Sayable
    pictogram: str


@dataclass(frozen=True, slots=True)
class NamedView:
    """A place that may be meant: to open, or to start from by ``value``, which is empty where nobody may know it is."""

    code: str
    name: str
    pictogram: str
    about: Listing
    caution: Sayable | None
    value: str


@dataclass(frozen=True, slots=True)
class NamedViews:
    """Places that may be meant, with what stands above them."""

    heading: Sayable
    places: tuple[NamedView, ...]


@dataclass(frozen=True, slots=True)
class StartQuestion:
    """What stands in the place of an answer as long as nobody knows from where. Without choices ``advice`` helps on."""

    heading: Sayable
    typed: Sayable
    named: NamedViews | None
    choices: tuple[StartChoice, ...]
    advice: Sayable | None


@dataclass(frozen=True, slots=True)
class StartingPointView:
    """The field as it is shown again. ``known`` are names to offer, ``own`` the operator's among them, each a button.

    ``here`` is the position of the device and ``dot`` that on the map, as the form sends them, or empty.
    ``problem`` stands beside the field as long as there is a ``question``. ``doubt`` is how many metres the start may
    be off, ``doubts`` what there is to say of that. ``named`` are places that have the name of a start that is settled.
    ``linked``: what was typed may stand in an address; what may be the name of a place does not.
    """

    where: str
    known: Sequence[str]
    here: str
    phrase: Sayable | None
    question: StartQuestion | None = None
    problem: Sayable | None = None
    doubt: int = 0
    doubts: tuple[Sayable, ...] = ()
    named: NamedViews | None = None
    linked: bool = True
    own: Sequence[str] = ()
    dot: str = ""


def position_value(point: Point) -> str:
    """Return a position as a form sends it."""
    return f"{point.longitude},{point.latitude}"


def find_start(form: StartingPointForm) -> StartingPoint:
    """Find from where this request is asked."""
    return find_starting_point(services().locator, snapshot().names, form.where, form.position, form.dot)


def start_view(form: StartingPointForm, start: StartingPoint) -> StartingPointView:
    """Lay out the field of this request."""
    gazetteer = services().locator.gazetteer
    return starting_point_view(form.where, start, gazetteer.starting_points, gazetteer.own_points)


def starting_point_view(
    where: str, start: StartingPoint, known: Sequence[str], own: Sequence[str] = ()
) -> StartingPointView:
    """Lay out the field. ``where`` is what was typed, ``known`` and ``own`` the names that the gazetteer offers."""
    question = _question(where, start)
    return StartingPointView(
        where=where,
        known=known,
        here=position_value(start.point) if start.point and start.here else "",
        phrase=starting_point_phrase(start),
        question=question,
        problem=(NOT_KNOWN if question.advice else CHOOSE_FIRST) if question else None,
        doubt=start.doubt,
        doubts=doubts_of(start),
        named=None if question else _named(start.named),
        linked=question is None and not start.at_a_place and not start.dot,
        own=own[:MOST_OWN],
        dot=position_value(start.point) if start.point and start.dot else "",
    )


def _question(where: str, start: StartingPoint) -> StartQuestion | None:
    asked, named = start.asked, start.named
    if asked is None:
        return None
    advice = N_("Probeer een postcode, een straat met nummer, of een halte.")
    return StartQuestion(
        heading=question_phrase(asked, named),
        typed=typed_phrase(asked, where, named),
        named=_named(named),
        choices=tuple(StartChoice(each.label, choice_phrase(each), _pictogram(each)) for each in asked.choices),
        advice=advice if asked.unknown and not named else None,
    )


def _named(named: Sequence[NamedPlace]) -> NamedViews | None:
    return NamedViews(named_heading(named), tuple(map(_named_view, named))) if named else None


def _named_view(named: NamedPlace) -> NamedView:
    place = named.place
    other = (Verbatim(named.name),) if named.name != place.name else ()
    return NamedView(
        code=place.code,
        name=place.name,
        pictogram=str(place.kind),
        about=Listing((*other, KIND_WORDS[place.kind], Verbatim(place.address_line))),
        caution=short_caution(place),
        value=label_of(place) if place.shown_point else "",
    )


def _pictogram(found: Found) -> str:
    if found.kind in _STREETS:
        return "address"
    return "map" if found.kind in _AREAS else "where"
