"""Streets and house numbers out of two tables."""

import gzip
from collections import Counter
from pathlib import Path

import pytest

from finder.domain.errors import InvalidData
from finder.domain.geometry import Point
from finder.geocode.compile_streets import compile_streets
from finder.geocode.streets import House

PART = {
    "file": "streets.csv",
    "numbers": "numbers.csv.gz",
    "source": "a",
    "columns": {"id": "id", "name": "name", "town": "town", "district": "d", "neighbourhood": "n", "bbox": "box"},
    "number_columns": {"street": "id", "number": "number", "quality": "q"},
    "loose": "B",
}
STREETS = (
    "id,name,town,d,n,lat,lon,box\n"
    "7,Damstraat,Amsterdam,Centrum,Burgwallen,52.3720,4.8940,4.8930 52.3720 4.8960 52.3720\n"
    "8,Verweg,Groningen,Noord,Ver,53.2,6.5,6.5 53.2 6.5 53.2\n"
    "9,Nergens,Amsterdam,Noord,Ver,,,4.9 52.3 4.9 52.3\n"
)
NUMBERS = (
    "id,number,lat,lon,q\n"
    "7,1,52.37210,4.89350,A\n"
    "7,2,52.37190,4.89360,B\n"
    "7,1,52.37300,4.89990,A\n"
    "7,0,52.37210,4.89350,A\n"
    "7,40000,52.37210,4.89350,A\n"
    "7,3,53.2,6.5,A\n"
    "8,1,53.2,6.5,A\n"
    "9,1,52.3,4.9,A\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "streets.csv").write_text(STREETS, "utf-8")
    (tmp_path / "numbers.csv.gz").write_bytes(gzip.compress(NUMBERS.encode()))
    return tmp_path


def test_every_row_is_taken_or_counted(folder: Path):
    counts: dict[str, Counter[str]] = {}
    table = compile_streets(PART, folder, counts)
    assert table.names == ["Damstraat"]
    assert counts == {
        "streets.csv as streets": {"taken": 1, "outside the served area": 1, "no position": 1},
        "numbers.csv.gz as house numbers": {
            "taken": 1,
            "taken, but says only the street": 1,
            "the same number again": 1,
            "out of bounds": 3,
            "street not taken": 2,
        },
    }


def test_a_street_reaches_to_the_far_corner_of_its_box_and_keeps_its_houses(folder: Path):
    table = compile_streets(PART, folder, {})
    assert (table.town(0), table.district(0), table.neighbourhood(0)) == ("Amsterdam", "Centrum", "Burgwallen")
    assert 134 <= table.reach[0] <= 138
    assert table.house(0, 1) == House(1, Point(4.8935, 52.3721), False)
    assert table.house(0, 2) == House(2, Point(4.8936, 52.3719), True)


@pytest.mark.parametrize("content", [b"not gzip", gzip.compress(b"\xff\xfe"), gzip.compress(NUMBERS.encode())[:40]])
def test_a_file_that_cannot_be_read_is_named(folder: Path, content: bytes):
    (folder / "numbers.csv.gz").write_bytes(content)
    with pytest.raises(InvalidData, match=r"numbers\.csv\.gz"):
        compile_streets(PART, folder, {})
