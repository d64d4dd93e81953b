"""The file of codes is read back as it was written, and never guessed at."""

from __future__ import annotations

from pathlib import Path

import pytest

from finder.domain.code_register import CodeRegister, GatheringRegister
from finder.domain.errors import InvalidData
from finder.formats.code_register import codes_beside, format_codes, read_codes, read_gathering_ids, registers_beside


def test_codes_are_read_as_they_were_written(tmp_path: Path):
    register = CodeRegister()
    register.assign([["a"], ["b, with a comma"]])
    register.assign([["a", "b, with a comma"]])
    (tmp_path / "codes.csv").write_text(format_codes(register), encoding="utf-8")
    assert read_codes(tmp_path / "codes.csv").entries() == register.entries()


def test_a_code_that_was_issued_by_hand_is_read_as_such(tmp_path: Path):
    register = CodeRegister()
    register.assign([["a"]])
    by_hand = register.issue_by_hand("De Proef")
    (tmp_path / "codes.csv").write_text(format_codes(register), encoding="utf-8")
    assert f"{by_hand},,active,\n" in format_codes(register)
    assert [entry.by_hand for entry in read_codes(tmp_path / "codes.csv").entries() if entry.code == by_hand] == [True]


def test_registers_are_new_only_where_nothing_was_published(tmp_path: Path):
    places = tmp_path / "places.geojson"
    assert [register.entries() for register in registers_beside(places)] == [(), ()]
    places.write_text("{}")
    with pytest.raises(InvalidData, match=r"codes\.csv: is not there"):
        registers_beside(places)
    codes_beside(places).write_text(format_codes(CodeRegister()))
    with pytest.raises(InvalidData, match=r"gathering_ids\.csv: is not there"):
        registers_beside(places)
    (tmp_path / "gathering_ids.csv").write_text(format_codes(GatheringRegister()))
    assert [type(register) for register in registers_beside(places)] == [CodeRegister, GatheringRegister]


def test_the_register_of_codes_stands_beside_the_places(tmp_path):
    assert codes_beside(tmp_path / "places.geojson") == tmp_path / "codes.csv"


def test_ids_of_gatherings_are_kept_apart_from_codes_of_places(tmp_path: Path):
    register = GatheringRegister()
    ids = register.assign([["a"], ["b"]])
    assert all(len(one) == 6 and one.startswith("G") for one in ids.values())
    file = tmp_path / "gathering_ids.csv"
    file.write_text(format_codes(register), encoding="utf-8")
    assert read_gathering_ids(file).entries() == register.entries()
    with pytest.raises(InvalidData, match="line 2"):
        read_codes(file)
    file.write_text("code,row,status,moved_to\n00000,a,active,\n")
    with pytest.raises(InvalidData, match="line 2"):
        read_gathering_ids(file)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "cannot be read"),
        ("code,row\n", "has columns"),
        ("code,row,status,moved_to\n00000,a,lost,\n", "line 2"),
        ("code,row,status,moved_to\n00001,a,active,\n", "fails its check character"),
        ("code,row,status,moved_to\n00000,a,active,\n00000,b,active,\n", "line 3"),
        ("code,row,status,moved_to\n00000,a\n", "line 2"),
    ],
)
def test_a_damaged_register_is_refused(tmp_path: Path, text: str, words: str):
    (tmp_path / "codes.csv").write_text(text)
    with pytest.raises(InvalidData, match=words):
        read_codes(tmp_path / "codes.csv")
