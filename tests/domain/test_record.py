"""A record is compared, hashed and copied by what it holds; the type checker keeps it from being changed."""

import subprocess
import sys
from dataclasses import replace

import pytest

from finder.domain.geometry import Point
from finder.domain.record import record
from tests.paths import ROOT


@record
class Pair:
    one: int
    other: tuple[int, ...] = ()


def test_records_of_the_same_are_one():
    assert Pair(1, (2,)) == Pair(1, (2,)) != Pair(1)
    assert len({Pair(1), Pair(1), Pair(2)}) == 2
    assert Point(1.0, 2.0) != (1.0, 2.0)
    assert replace(Pair(1), one=2) == Pair(2)


def test_a_record_has_no_room_for_anything_else():
    with pytest.raises(AttributeError):
        Pair(1).third = 3


def test_the_type_checker_refuses_a_change(tmp_path):
    wrong = tmp_path / "wrong.py"
    wrong.write_text(
        "from finder.domain.geometry import Point\n"
        "from tests.places import a_place\n"
        "Point(4.9, 52.3).longitude = 5.0\n"
        "a_place().code = 'x'\n"
    )
    command = [sys.executable, "-m", "mypy", "--no-incremental", "--follow-imports=silent", str(wrong)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    assert told.count("is read-only") == 2, told
