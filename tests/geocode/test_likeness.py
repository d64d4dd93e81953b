"""How many letters differ, and which names are worth measuring."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.geocode.likeness import Likeness, allowed, letters_apart

WORDS = st.text("abc ", max_size=7)


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("amoc", "amc", 1),
        ("wibatstraat", "wibautstraat", 1),
        ("wibuatstraat", "wibautstraat", 1),
        ("dam", "dam", 0),
        ("dam", "ham", 1),
        ("kerkstraat", "kerkplein", 3),
    ],
)
def test_letters_apart_counts_added_lost_changed_and_swapped_letters(a: str, b: str, apart: int):
    assert letters_apart(a, b, 2) == apart


def _plainly(a: str, b: str) -> int:
    rows = [[max(i, j) if 0 in (i, j) else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            ways = [rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] != b[j - 1])]
            if i > 1 and j > 1 and (a[i - 1], a[i - 2]) == (b[j - 2], b[j - 1]):
                ways.append(rows[i - 2][j - 2] + 1)
            rows[i][j] = min(ways)
    return rows[-1][-1]


@given(WORDS, WORDS, st.integers(0, 4))
def test_letters_apart_is_the_plain_count_up_to_its_limit(a: str, b: str, most: int):
    assert letters_apart(a, b, most) == min(_plainly(a, b), most + 1)


def test_allowed_takes_no_short_word_for_another():
    assert [allowed(length) for length in (1, 3, 4, 5, 6, 8, 12, 40)] == [0, 0, 1, 1, 2, 3, 3, 3]


def test_nearest_leaves_out_what_is_two_letters_worse_than_the_best():
    names = Likeness(["wibautstraat", "willemstraat", "wibastraat", "kerkstraat"])
    assert names.nearest("wibatstraat") == ["wibastraat", "wibautstraat"]
    assert names.nearest("qqqqqqqqq") == []
    assert names.nearest("dam") == []
    assert Likeness([]).nearest("wibautstraat") == []
