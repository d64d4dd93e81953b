"""Pages about several places at once: the list comes in the body of a POST and is kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request

from finder.domain.geometry import metres_between
from finder.domain.place import Place
from finder.domain.shortlist import MOST_PLACES
from finder.geocode.starting_point import StartingPoint
from finder.i18n.phrases import N_, Phrase, Sayable, Verbatim
from finder.usecases.find_starting_point import find_starting_point
from finder.usecases.resolve_codes import Problem, ResolvedCodes, Trouble, resolve_codes
from finder.web.query import ListForm, read_list_form
from finder.web.services import services, snapshot
from finder.wording.distances import far_phrase

_TROUBLES = {
    Trouble.MISTYPED: N_("%(code)s: deze code klopt niet. Kijk nog een keer goed."),
    Trouble.UNKNOWN: N_("%(code)s: deze code kennen we niet."),
    Trouble.RETIRED: N_("%(code)s: deze plek staat niet meer bij ons."),
    Trouble.MOVED: N_("%(code)s: deze plek hoort nu bij %(name)s."),
    Trouble.TOO_MANY: N_("%(name)s past er niet meer bij. De lijst is vol."),
}


@dataclass(frozen=True, slots=True)
class ListRequest:
    """What a page about several places was asked: the places, what is wrong with other codes, and from where."""

    form: ListForm
    resolved: ResolvedCodes
    start: StartingPoint

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the places in the order of the list."""
        return self.resolved.places

    def metres(self, place: Place) -> float | None:
        """Return straight-line metres from the start, None without one."""
        return metres_between(self.start.point, place.point) if self.start.point else None

    def far(self, place: Place) -> Sayable | None:
        """Return how far a place is and how long the walk, None without a start."""
        metres = self.metres(place)
        return None if metres is None else far_phrase(metres)


def read_list_request(most: int = MOST_PLACES) -> ListRequest:
    """Look up what this request asks for. Raises InvalidInput as ``read_list_form`` does."""
    form = read_list_form(request.form)
    resolved = resolve_codes(form.codes, snapshot().index, snapshot().codes, most)
    places = tuple(place for place in resolved.places if place.code not in form.without)
    start = find_starting_point(services().locator, form.start.where, form.start.position)
    return ListRequest(form, ResolvedCodes(places, resolved.problems), start)


def problem_phrase(problem: Problem) -> Phrase:
    """Say what is wrong with a code."""
    name = Verbatim(problem.place.name if problem.place else "")
    return Phrase(_TROUBLES[problem.trouble], {"code": Verbatim(problem.code, "en"), "name": name})
