"""What is wrong with a code that somebody typed, in words."""

from __future__ import annotations

from finder.domain.resolved_codes import Problem, Trouble
from finder.i18n.phrases import N_, Phrase, Verbatim

_TROUBLES = {
    Trouble.MISTYPED: N_("%(code)s: deze code klopt niet. Kijk nog een keer goed."),
    Trouble.UNKNOWN: N_("%(code)s: deze code kennen we niet."),
    Trouble.RETIRED: N_("%(code)s: deze plek staat niet meer bij ons."),
    Trouble.MOVED: N_("%(code)s: deze plek hoort nu bij %(name)s."),
    Trouble.TOO_MANY: N_("%(name)s past er niet meer bij. De lijst is vol."),
}


def problem_phrase(problem: Problem) -> Phrase:
    """Say what is wrong with a code, as it was typed."""
    name = Verbatim(problem.place.name if problem.place else "")
    return Phrase(_TROUBLES[problem.trouble], {"code": Verbatim(problem.code, "en"), "name": name})
