"""Codes stay with their place, and none is used twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from finder.domain.code_register import CodeRegister, CodeStatus, IssuedCode
from finder.domain.codes import normalise_code


def statuses(register: CodeRegister) -> dict[str, tuple[CodeStatus, str]]:
    return {entry.row: (entry.status, entry.moved_to) for entry in register.entries()}


def test_a_place_keeps_its_code_when_others_come_and_go():
    register = CodeRegister()
    first = register.assign([["a"], ["b"]])
    again = CodeRegister(register.entries()).assign([["b"], ["c"]])
    assert again["b"] == first["b"]
    assert first["a"] not in again.values()


def test_a_code_is_retired_and_comes_back_with_its_row_only():
    register = CodeRegister()
    code = register.assign([["a"]])["a"]
    register.assign([["b"]])
    assert statuses(register)["a"] == (CodeStatus.RETIRED, "")
    assert register.assign([["b"], ["a"]])["a"] == code
    assert statuses(register)["a"] == (CodeStatus.ACTIVE, "")


def test_codes_of_merged_places_say_where_they_went():
    register = CodeRegister()
    codes = register.assign([["a"], ["b"]])
    assert register.assign([["a", "b"]]) == {"a": codes["a"]}
    assert statuses(register)["b"] == (CodeStatus.MOVED, codes["a"])


def test_a_place_keeps_its_code_under_another_main_row():
    register = CodeRegister()
    code = register.assign([["a", "b"]])["a"]
    assert register.assign([["b", "a"]]) == {"b": code}
    assert statuses(register) == {"a": (CodeStatus.ACTIVE, "")}


def test_a_row_that_leaves_a_place_gets_a_code_of_its_own():
    register = CodeRegister()
    register.assign([["a"], ["b"]])
    merged = register.assign([["a", "b"]])
    apart = register.assign([["a"], ["b"]])
    assert apart["a"] == merged["a"]
    assert len({entry.code for entry in register.entries()}) == 3


def test_a_place_that_was_made_by_hand_keeps_its_code_whatever_is_imported():
    register = CodeRegister()
    by_hand = register.issue_by_hand("De Proef, Javastraat 118")
    imported = register.assign([["a"], ["b"]])
    register.assign([])
    entries = {entry.code: entry for entry in register.entries()}
    assert (entries[by_hand].status, entries[by_hand].by_hand) == (CodeStatus.ACTIVE, True)
    assert [entries[code].status for code in imported.values()] == [CodeStatus.RETIRED] * 2
    assert by_hand not in imported.values()


def test_a_code_that_a_curator_took_away_by_hand_does_not_come_back():
    register = CodeRegister([IssuedCode("00TW9", "", CodeStatus.MOVED, "3RYGH"), IssuedCode("3RYGH", "a")])
    before = register.entries()
    assert register.assign([["a"]]) == {"a": "3RYGH"}
    assert register.entries() == before


def test_two_places_made_by_hand_under_one_name_have_two_codes():
    register = CodeRegister()
    assert register.issue_by_hand("De Proef") != register.issue_by_hand("De Proef")


ROWS = st.sets(st.sampled_from("abcdefgh"), max_size=8)


@given(st.lists(st.lists(ROWS, max_size=4), max_size=6))
def test_no_code_is_ever_given_to_two_places(history: list[list[set[str]]]):
    register = CodeRegister()
    issued: set[str] = set()
    for compilation in history:
        seen: set[str] = set()
        groups = []
        for rows in compilation:
            if rows - seen:
                groups.append(sorted(rows - seen))
            seen |= rows
        codes = register.assign(groups)
        entries = {entry.code: entry for entry in register.entries()}
        assert len(set(codes.values())) == len(groups)
        assert issued <= set(entries)
        issued = set(entries)
        assert all(normalise_code(code) == code for code in issued)
        active = {code for code, entry in entries.items() if entry.status is CodeStatus.ACTIVE}
        assert active == set(codes.values())
        assert all(entry.moved_to in active for entry in entries.values() if entry.row in seen and entry.moved_to)
