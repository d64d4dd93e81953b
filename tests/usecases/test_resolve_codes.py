"""Codes that were chosen, typed or scanned: which places they give, and what is said about the others."""

import pytest

from finder.domain.code_register import CodeStatus, IssuedCode
from finder.domain.codes import issue_code
from finder.domain.resolved_codes import Trouble
from finder.search.index import PlaceIndex
from finder.usecases.resolve_codes import resolve_codes
from tests.places import a_place

CODES = [issue_code(f"pick {number}", ()) for number in range(14)]
PLACES = [a_place(f"Plek {number}", code=code) for number, code in enumerate(CODES[:10])]
INDEX = PlaceIndex(PLACES)
ISSUED = {
    entry.code: entry
    for entry in (
        *(IssuedCode(code, code) for code in CODES[:10]),
        IssuedCode(CODES[10], "r10", CodeStatus.RETIRED),
        IssuedCode(CODES[11], "r11", CodeStatus.MOVED, CODES[3]),
        IssuedCode(CODES[12], "r12", CodeStatus.MOVED, CODES[11]),
    )
}


def _wrong(code: str) -> str:
    return code[:4] + ("0" if code[4] != "0" else "1")


def test_places_come_in_the_order_chosen_and_each_once():
    picked = resolve_codes([CODES[2], CODES[0], CODES[2].lower()], INDEX, ISSUED)
    assert picked.codes == (CODES[2], CODES[0])
    assert picked.problems == ()


@pytest.mark.parametrize("between", [" ", ", ", ";", "\n"])
def test_several_codes_may_stand_in_one_text(between):
    assert resolve_codes([between.join(CODES[:3])], INDEX, ISSUED).codes == tuple(CODES[:3])


def test_a_code_may_be_typed_with_a_space_in_it():
    assert resolve_codes([f"{CODES[0][:2]} {CODES[0][2:]}"], INDEX, ISSUED).codes == (CODES[0],)


def test_every_other_code_gets_its_reason_beside_those_that_work():
    wrong = _wrong(CODES[1])
    picked = resolve_codes([wrong, CODES[13], CODES[10], CODES[0]], INDEX, ISSUED)
    assert picked.codes == (CODES[0],)
    troubles = {problem.code: problem.trouble for problem in picked.problems}
    assert troubles == {wrong: Trouble.MISTYPED, CODES[13]: Trouble.UNKNOWN, CODES[10]: Trouble.RETIRED}


@pytest.mark.parametrize("old", [CODES[11], CODES[12]])
def test_a_code_that_moved_leads_to_where_the_place_went(old):
    picked = resolve_codes([old], INDEX, ISSUED)
    assert picked.codes == (CODES[3],)
    (problem,) = picked.problems
    assert (problem.trouble, problem.place) == (Trouble.MOVED, PLACES[3])


def test_codes_that_point_at_each_other_end():
    circle = {
        CODES[10]: IssuedCode(CODES[10], "a", CodeStatus.MOVED, CODES[11]),
        CODES[11]: IssuedCode(CODES[11], "b", CodeStatus.MOVED, CODES[10]),
    }
    assert resolve_codes([CODES[10]], INDEX, circle).problems[0].trouble is Trouble.RETIRED


def test_the_ninth_place_is_told_and_not_lost_in_silence():
    picked = resolve_codes(CODES[:9], INDEX, ISSUED)
    assert picked.codes == tuple(CODES[:8])
    assert [(problem.trouble, problem.place) for problem in picked.problems] == [(Trouble.TOO_MANY, PLACES[8])]


@pytest.mark.parametrize("typed", ["", "💥" * 500, "<script>", "\x00", "१२३४५", "A" * 10_000])
def test_whatever_is_typed_is_no_error(typed):
    picked = resolve_codes([typed], INDEX, ISSUED)
    assert picked.places == ()
    assert all(len(problem.code) <= 20 for problem in picked.problems)
