"""Why a code gives no place, or another one, in words; never the reader's fault."""

import pytest

from finder.domain.resolved_codes import Problem, Trouble
from finder.wording.code_problems import problem_phrase
from tests.wording.saying import place, said

PLACE = place()

SAID = {
    Trouble.MISTYPED: "4F2AX: deze code klopt niet. Kijk nog een keer goed.",
    Trouble.UNKNOWN: "4F2AX: deze code kennen we niet.",
    Trouble.RETIRED: "4F2AX: deze plek staat niet meer bij ons.",
    Trouble.MOVED: "4F2AX: deze plek hoort nu bij De Proef.",
    Trouble.TOO_MANY: "De Proef past er niet meer bij. De lijst is vol.",
}


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_is_told_with_the_code_or_the_place(trouble):
    assert said(problem_phrase(Problem("4F2AX", trouble, PLACE))) == SAID[trouble]


def test_a_problem_is_told_in_the_language_of_the_reader():
    assert said(problem_phrase(Problem("4F2AX", Trouble.UNKNOWN)), "en") == "4F2AX: we don’t know this code."
    assert said(problem_phrase(Problem("4F2AX", Trouble.UNKNOWN)), "ar") == "4F2AX: لا نعرف هذا الرمز."
