"""Places can be taken off again; what is wrong with other codes is told all the same."""

from finder.domain.resolved_codes import Problem, ResolvedCodes, Trouble
from tests.places import a_place

ONE, TWO, THREE = (a_place(name) for name in ("One", "Two", "Three"))
PROBLEM = Problem("4F2AX", Trouble.MISTYPED)


def test_what_is_taken_off_leaves_the_order_of_the_others_and_every_problem():
    resolved = ResolvedCodes((THREE, ONE, TWO), (PROBLEM,))
    assert resolved.codes == (THREE.code, ONE.code, TWO.code)
    assert resolved.without({ONE.code, "00000"}) == ResolvedCodes((THREE, TWO), (PROBLEM,))
