"""The file of streets: what is written is read again, and anything else is refused."""

import io

import numpy as np
import pytest

from finder.domain.errors import InvalidData
from finder.geocode.streets import StreetTable, street_table
from finder.geocode.streets_file import format_streets, parse_streets
from tests.geocode.small import small_table

CONTENT = format_streets(small_table())


def _columns(**changes: np.ndarray) -> bytes:
    with np.load(io.BytesIO(CONTENT)) as file:
        columns = {key: file[key] for key in file.files} | changes
    content = io.BytesIO()
    np.savez_compressed(content, **columns)
    return content.getvalue()


def _all(table: StreetTable) -> list[object]:
    rows = range(len(table))
    numbers = table.numbers
    return [
        table.names,
        [(table.town(row), table.district(row), table.neighbourhood(row), int(table.reach[row])) for row in rows],
        [table.point(row) for row in rows],
        [column.tolist() for column in (numbers.starts, numbers.keys, numbers.east, numbers.north, numbers.loose)],
    ]


def test_what_is_written_is_read_again():
    assert _all(parse_streets(CONTENT, "streets.npz")) == _all(small_table())


def test_equal_tables_give_equal_bytes():
    assert format_streets(parse_streets(CONTENT, "streets.npz")) == CONTENT


def test_no_streets_at_all_is_a_file_too():
    assert len(parse_streets(format_streets(street_table(())), "streets.npz")) == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        CONTENT[: len(CONTENT) // 2],
        CONTENT.replace(b"reach.npy", b"teach.npy"),
        _columns(version=np.array(2, np.uint8)),
        _columns(reach=np.zeros(3, np.uint16)),
        _columns(key=np.zeros(3, np.uint16)),
        _columns(key=np.zeros(3, np.int64)),
        _columns(town=np.full(9, 99, np.uint16)),
        _columns(point=np.zeros((9, 2), np.int32)),
        _columns(point=np.zeros((9, 2), np.float64)),
        _columns(name=np.frombuffer(b"\xff\n" * 9, np.uint8)),
        _columns(name=np.array([{}], object)),
    ],
)
def test_a_file_that_is_not_as_documented_is_refused_by_name(content: bytes):
    with pytest.raises(InvalidData, match=r"streets\.npz"):
        parse_streets(content, "streets.npz")
