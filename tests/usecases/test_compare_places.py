"""Five places beside each other, and the others of the list at hand."""

from finder.domain.codes import issue_code
from finder.domain.resolved_codes import Trouble
from finder.search.index import PlaceIndex
from finder.usecases.compare_places import compare_places
from tests.places import a_place

CODES = [issue_code(f"compare {number}", ()) for number in range(8)]
WRONG = CODES[0][:4] + ("0" if CODES[0][4] != "0" else "1")
INDEX = PlaceIndex([a_place(code=code) for code in CODES])


def _compared(codes, also=(), without=()):
    found = compare_places(codes, also, without, INDEX, {})
    return found.resolved.codes, tuple(place.code for place in found.others), found.resolved.problems


def test_the_first_five_are_compared_and_the_others_are_no_problem():
    assert _compared(CODES[:7]) == (tuple(CODES[:5]), tuple(CODES[5:7]), ())


def test_what_is_not_compared_now_stays_at_hand():
    assert _compared(CODES[5:7], also=CODES[:7]) == (tuple(CODES[5:7]), tuple(CODES[:5]), ())


def test_a_place_that_is_left_out_is_at_hand_too():
    assert _compared(CODES[:3], without=[CODES[1]]) == ((CODES[0], CODES[2]), (CODES[1],), ())


def test_a_wrong_code_is_told_beside_more_than_five_good_ones():
    compared, others, (problem,) = _compared([*CODES[:6], WRONG])
    assert (compared, others) == (tuple(CODES[:5]), (CODES[5],))
    assert (problem.code, problem.trouble) == (WRONG, Trouble.MISTYPED)


def test_nothing_sent_compares_nothing():
    assert _compared([]) == ((), (), ())
