"""What the pages about a list have in common: the list as it is sent on, what is wrong with it, and each place."""

from __future__ import annotations

from dataclasses import dataclass

from finder.domain.place import Place
from finder.domain.resolved_codes import ResolvedCodes
from finder.i18n.phrases import Sayable
from finder.web.starting_point import StartingPointView
from finder.wording.ages import information_phrase
from finder.wording.cautions import cautions
from finder.wording.code_problems import problem_phrase
from finder.wording.words import KIND_WORDS


@dataclass(frozen=True, slots=True)
class ListView:
    """The list on a page. ``answered`` is False on a page that came without one, because it was only opened."""

    codes: tuple[str, ...]
    problems: tuple[Sayable, ...]
    start: StartingPointView
    answered: bool

    @property
    def keeps_form(self) -> str:
        """Return the form with which another language is chosen, so that the list stays; empty without a list."""
        return "list-form" if self.answered and self.codes else ""


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place as every page about a list names it, with what to beware of and how old what is known of it is."""

    code: str
    name: str
    address: str
    pictogram: str
    kind: Sayable
    cautions: tuple[Sayable, ...]
    information: Sayable


def list_view(resolved: ResolvedCodes, start: StartingPointView, *, answered: bool) -> ListView:
    """Lay out the list."""
    return ListView(resolved.codes, tuple(map(problem_phrase, resolved.problems)), start, answered)


def place_line(place: Place) -> PlaceLine:
    """Lay out a place."""
    return PlaceLine(
        place.code,
        place.name,
        place.address_line,
        str(place.kind),
        KIND_WORDS[place.kind],
        cautions(place),
        information_phrase(place),
    )
