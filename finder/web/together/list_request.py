"""Pages about several places at once: the list comes in the body of a POST and is kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request

from finder.domain.geometry import metres_between
from finder.domain.place import Place
from finder.domain.shortlist import MOST_PLACES
from finder.i18n.phrases import N_, Phrase, Sayable, Verbatim
from finder.usecases.resolve_codes import Problem, ResolvedCodes, Trouble, resolve_codes
from finder.web.services import snapshot
from finder.web.starting_point import StartingPoint, read_starting_point
from finder.wording import sentences

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

    resolved: ResolvedCodes
    where: str
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
        return None if metres is None else sentences.far_phrase(metres)


def read_list_request(most: int = MOST_PLACES) -> ListRequest:
    """Read ``code`` (several), ``where`` and ``near`` of this request. Raises InvalidInput for a wrong position."""
    where, start = read_starting_point(request.form)
    picked = resolve_codes(request.form.getlist("code"), snapshot().index, snapshot().codes, most)
    without = set(request.form.getlist("without"))
    places = tuple(place for place in picked.places if place.code not in without)
    return ListRequest(ResolvedCodes(places, picked.problems), where, start)


def problem_phrase(problem: Problem) -> Phrase:
    """Say what is wrong with a code."""
    name = Verbatim(problem.place.name if problem.place else "")
    return Phrase(_TROUBLES[problem.trouble], {"code": Verbatim(problem.code, "en"), "name": name})
