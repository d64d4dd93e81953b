"""What docs/asvs.md and docs/threats.md claim: every number stands there once, and every test they name exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from itertools import pairwise

import pytest

from tests.paths import ROOT

TABLE, THREATS = ROOT / "docs/asvs.md", ROOT / "docs/threats.md"
STATES = {"met", "not met", "n/a"}
# Of each section of ASVS 4.0.3 the numbers of levels 1 and 2, without those that were deleted.
NUMBERS = {
    "1.1": range(1, 8),
    "1.2": range(1, 5),
    "1.4": (1, 4, 5),
    "1.5": range(1, 5),
    "1.6": range(1, 5),
    "1.7": (1, 2),
    "1.8": (1, 2),
    "1.9": (1, 2),
    "1.10": (1,),
    "1.11": (1, 2),
    "1.12": (2,),
    "1.14": range(1, 7),
    "2.1": range(1, 13),
    "2.2": range(1, 4),
    "2.3": range(1, 4),
    "2.4": range(1, 6),
    "2.5": range(1, 8),
    "2.6": range(1, 4),
    "2.7": range(1, 7),
    "2.8": range(1, 7),
    "2.9": range(1, 4),
    "2.10": range(1, 5),
    "3.1": (1,),
    "3.2": range(1, 5),
    "3.3": range(1, 5),
    "3.4": range(1, 6),
    "3.5": range(1, 4),
    "3.7": (1,),
    "4.1": (1, 2, 3, 5),
    "4.2": (1, 2),
    "4.3": range(1, 4),
    "5.1": range(1, 6),
    "5.2": range(1, 9),
    "5.3": range(1, 11),
    "5.4": range(1, 4),
    "5.5": range(1, 5),
    "6.1": range(1, 4),
    "6.2": range(1, 7),
    "6.3": (1, 2),
    "6.4": (1, 2),
    "7.1": range(1, 5),
    "7.2": (1, 2),
    "7.3": (1, 3, 4),
    "7.4": range(1, 4),
    "8.1": range(1, 5),
    "8.2": range(1, 4),
    "8.3": range(1, 9),
    "9.1": range(1, 4),
    "9.2": range(1, 5),
    "10.2": (1, 2),
    "10.3": range(1, 4),
    "11.1": range(1, 9),
    "12.1": range(1, 4),
    "12.2": (1,),
    "12.3": range(1, 7),
    "12.4": (1, 2),
    "12.5": (1, 2),
    "12.6": (1,),
    "13.1": (1, 3, 4, 5),
    "13.2": (1, 2, 3, 5, 6),
    "13.3": (1, 2),
    "13.4": (1, 2),
    "14.1": range(1, 5),
    "14.2": range(1, 7),
    "14.3": (2, 3),
    "14.4": range(1, 8),
    "14.5": range(1, 5),
}
_ROW = re.compile(r"^\| (\d+\.\d+\.\d+)(?:–(\d+\.\d+\.\d+))? \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$")


def _rows():
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    found = [match.groups() for line in lines if (match := _ROW.match(line))]
    assert len(found) == sum(line.startswith("| ") and line[2].isdigit() for line in lines)
    return found


def _key(number):
    return tuple(map(int, number.split(".")))


def _expanded():
    for first, last, *_ in _rows():
        section, _, begin = first.rpartition(".")
        for number in range(int(begin), int((last or first).rpartition(".")[2]) + 1):
            if number in NUMBERS.get(section, ()):
                yield f"{section}.{number}"
        assert int(begin) in NUMBERS[section]
        assert not last or (last.rpartition(".")[0] == section and int(last.rpartition(".")[2]) in NUMBERS[section])


@cache
def _tests_in(file):
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def _exists(named):
    file, _, test = named.partition("::")
    return (ROOT / file).is_file() and (not test or test in _tests_in(file))


def test_every_number_of_levels_1_and_2_stands_there_once_and_in_its_order():
    wanted = [f"{section}.{number}" for section, numbers in NUMBERS.items() for number in numbers]
    assert list(_expanded()) == wanted
    assert all(_key(one) < _key(other) for one, other in pairwise(wanted))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row[0])
def test_what_is_met_names_what_shows_it_and_what_is_not_says_what_is_missing(row):
    _, _, asked, state, shown = row
    assert asked.strip()
    assert state in STATES
    named = re.findall(r"`(tests/[^`]+)`", shown)
    assert all("::test_" in name for name in named)
    if state == "met":
        assert named or re.search(r"read `[^`]+`", shown)
    else:
        assert named or len(shown.split()) > 2 or shown == "the same"


def test_every_test_and_every_file_that_it_names_exists():
    text = TABLE.read_text(encoding="utf-8")
    named = set(
        re.findall(r"`((?:tests|docs|deploy|finder|scripts)/[^`]+|[A-Z]\w+\.md|requirements\.in|\.ci/run)`", text)
    )
    assert len(named) > 80
    assert {name for name in named if not _exists(name)} == set()


def test_every_test_that_the_threats_name_exists():
    named = set(re.findall(r"`((?:\w+/)*test_\w+\.py)`", THREATS.read_text(encoding="utf-8")))
    assert len(named) > 20
    assert {name for name in named if not (ROOT / "tests" / name).is_file()} == set()


def test_every_threat_that_is_answered_also_says_what_remains():
    sections = THREATS.read_text(encoding="utf-8").split("\n### ")[1:]
    assert len(sections) >= 10
    assert [section.splitlines()[0] for section in sections if "**Remains:**" not in section] == []


def test_a_test_that_is_not_there_is_noticed():
    assert _exists("tests/test_asvs.py::test_a_test_that_is_not_there_is_noticed")
    assert not _exists("tests/test_asvs.py::test_nothing_like_it")
    assert not _exists("tests/test_nothing_like_it.py")
