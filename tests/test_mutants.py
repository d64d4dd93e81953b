"""What `make mutants` draws: the same for the same seed and code, a place once, and nothing that cannot matter."""

import pytest

from scripts.mutants import ROOMS, Change, Tried, draw, is_likely, means_nothing, score
from tests.paths import ROOT


def change(line, operator="core/AddNot", occurrence=0, file="finder/a.py"):
    return Change(file, line, 4, operator, occurrence)


LINES = [change(line) for line in range(1, 41)]
ONE_PLACE = [change(50, f"core/NumberReplacer_{number}") for number in range(30)]


def test_the_same_seed_draws_the_same_changes_in_whatever_order_they_were_found():
    assert draw(LINES, 10, seed=1) == draw(LINES[::-1], 10, seed=1)
    assert draw(LINES, 10, seed=1) != draw(LINES, 10, seed=2)


def test_a_place_is_drawn_once_and_no_oftener_than_others_for_all_that_it_can_become():
    drawn = draw([*LINES, *ONE_PLACE], 41, seed=1)
    assert sorted(each.line for each in drawn) == [*range(1, 41), 50]
    often = sum(any(each.line == 50 for each in draw([*LINES, *ONE_PLACE], 4, seed)) for seed in range(100))
    assert often < 30


def test_any_of_the_changes_of_a_place_can_be_drawn():
    assert len({draw(ONE_PLACE, 1, seed)[0].operator for seed in range(100)}) > 20


def test_all_places_are_drawn_where_there_are_no_more():
    assert len(draw(LINES, 1000, seed=1)) == 40
    assert draw([], 10, seed=1) == []


def test_annotations_and_decorators_of_classes_are_left_alone():
    source = (
        "@dataclass(frozen=True)\nclass A:\n    b: int | None = 1 | 2\n\n\ndef f(x: int | str) -> int | None: ...\n"
    )
    lines = source.splitlines()
    spans = [lines[start[0] - 1][start[1] : end[1]].strip() for start, end in means_nothing(source)]
    assert sorted(spans) == ["@dataclass(frozen=True)", "int | None", "int | None", "int | str"]


@pytest.mark.parametrize(
    ("operator", "likely"),
    [
        ("core/AddNot", True),
        ("core/ReplaceComparisonOperator_Lt_LtE", True),
        ("core/ReplaceComparisonOperator_Lt_IsNot", False),
        ("core/ReplaceBinaryOperator_Add_Sub", True),
        ("core/ReplaceBinaryOperator_Add_Mod", False),
        ("core/ReplaceTrueWithFalse", True),
    ],
)
def test_an_operator_becomes_what_a_slip_would_make_of_it(operator, likely):
    assert is_likely(operator) is likely


def test_the_score_counts_each_room_and_all_of_them():
    noticed, survived = (Tried(LINES[0], "x", noticed) for noticed in (True, False))
    assert score({"a": [noticed, survived], "b": [noticed, noticed], "c": []}) == [
        "room                 changes  noticed",
        "a                          2        1  50 %",
        "b                          2        2  100 %",
        "c                          0        0  -",
        "all                        4        3  75 %",
    ]


def test_every_room_has_files_and_tests():
    for room in ROOMS:
        assert all(list(ROOT.glob(pattern)) for pattern in room.files)
        paths = [part for tests in room.tests for part in tests if part.startswith("tests/")]
        assert all((ROOT / path).exists() for path in paths)
