"""Import files are read strictly: what is wrong is named with its line."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from finder.domain.errors import InvalidData
from finder.domain.geometry import Point
from finder.domain.vocabulary import PlaceKind, Religion, Sensitivity
from finder.formats.import_csv import FACT_COLUMNS, PLACE_COLUMNS, POSITION_COLUMNS, read_csv
from finder.merging.candidate import Confidence

SOURCE = {"source_title": "A list", "source_url": "https://example.org/", "source_licence": "facts only"}
PLACE = {"row": "P1", "kind": "church", "name": "Oranjekerk", **SOURCE}
FACT = {"row": "W1", "place": "P1", "field": "activity", "value": "music", **SOURCE}


def write(path: Path, columns: tuple[str, ...], *rows: dict[str, str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, columns)
        writer.writeheader()
        writer.writerows(rows)
    return path


def complaint(path: Path) -> str:
    with pytest.raises(InvalidData) as caught:
        read_csv(path)
    return str(caught.value)


def test_a_place_row_is_read_whole(tmp_path: Path):
    row = PLACE | {
        "longitude": "4.9",
        "latitude": "52.37",
        "religion": "christian",
        "religion_basis": "name",
        "denominations": "reformed;lutheran",
        "confidence": "B",
        "identifiers": "osm=n1;mvzn=MV1-1",
        "source_date": "2026-05",
    }
    (candidate,) = read_csv(write(tmp_path / "places.csv", PLACE_COLUMNS, row)).candidates
    assert (candidate.origin.file, candidate.origin.line, candidate.row) == ("places.csv", 2, "P1")
    assert (candidate.kind, candidate.confidence) == (PlaceKind.CHURCH, Confidence.B)
    assert candidate.point == Point(4.9, 52.37)
    assert (candidate.religion, candidate.religion_basis) == (Religion.CHRISTIAN, "name")
    assert candidate.denominations == ("reformed", "lutheran")
    assert candidate.identifiers == {"osm": "n1", "mvzn": "MV1-1"}
    assert candidate.source.stated_on is not None


def test_tags_may_have_several_values_and_who_may_know_is_a_word(tmp_path: Path):
    row = PLACE | {"tags": "social_facility=soup_kitchen;shelter;amenity=social_facility", "sensitivity": "on_request"}
    (candidate,) = read_csv(write(tmp_path / "p.csv", PLACE_COLUMNS, row)).candidates
    assert candidate.tags == {"social_facility": "soup_kitchen;shelter", "amenity": "social_facility"}
    assert candidate.sensitivity is Sensitivity.ON_REQUEST
    for cells, told in (
        ({"tags": "shelter"}, "p.csv, line 2: tags: 'shelter' is not key=value"),
        ({"tags": "a=b;=c"}, "p.csv, line 2: tags: '=c' is not key=value"),
        ({"sensitivity": "secret"}, "p.csv, line 2: sensitivity: 'secret' is not one of , open, on_request, never"),
    ):
        assert complaint(write(tmp_path / "p.csv", PLACE_COLUMNS, PLACE | cells)) == told


def test_a_site_without_a_scheme_gets_the_one_that_a_browser_gives_it(tmp_path: Path):
    (candidate,) = read_csv(write(tmp_path / "p.csv", PLACE_COLUMNS, PLACE | {"website": "www.example.org"})).candidates
    assert candidate.website == "http://www.example.org"


def test_few_columns_are_enough_and_a_source_without_confidence_is_the_weakest(tmp_path: Path):
    (candidate,) = read_csv(write(tmp_path / "small.csv", tuple(PLACE), PLACE)).candidates
    assert candidate.confidence is Confidence.C
    assert candidate.point is None


def test_facts_and_positions_are_known_by_their_columns(tmp_path: Path):
    (claim,) = read_csv(write(tmp_path / "facts.csv", FACT_COLUMNS, FACT | {"terms": "coffee; lunch"})).claims
    assert (claim.place, claim.field, claim.value, claim.terms) == ("P1", "activity", "music", ("coffee", "lunch"))
    row = {"row": "P1", "longitude": "4.9", "latitude": "52.3", "label": "x", "source": "PDOK", "date": "2026-11-23"}
    (position,) = read_csv(write(tmp_path / "geocoded.csv", POSITION_COLUMNS, row)).positions
    assert position.point == Point(4.9, 52.3)


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("kind", "kerk", "kind: 'kerk' is not one of"),
        ("name", "", "name is empty"),
        ("row", "", "has no row id"),
        ("longitude", "4,9", "are not two numbers"),
        ("longitude", "nan", "are not finite"),
        ("longitude", "", "are not two numbers"),
        ("position_basis", "guess", "position_basis: 'guess'"),
        ("religion", "pastafarian", "religion: 'pastafarian'"),
        ("confidence", "D", "confidence: 'D'"),
        ("identifiers", "n123", "identifiers: 'n123' is not name=value"),
        ("source_url", "", "source_url is empty"),
        ("source_url", "javascript:alert(1)", "is not a web address"),
        ("source_licence", "", "source_licence is empty"),
        ("website", "javascript:alert(1)", "website: 'javascript:alert(1)' is not a web address"),
        ("source_date", "23-11-2026", "not a date"),
        ("source_date", "2026-13", "month must be in 1..12"),
    ],
)
def test_a_wrong_cell_is_named_with_its_line(tmp_path: Path, column: str, value: str, words: str):
    good = PLACE | {"row": "P0"}
    bad = PLACE | {"longitude": "4.9", "latitude": "52.37", column: value}
    said = complaint(write(tmp_path / "places.csv", PLACE_COLUMNS, good, bad))
    assert said.startswith("places.csv, line 3: ")
    assert words in said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "has no column"),
        ("\n", "has no column"),
        ("naam,adres\nx,y\n", "columns that are not known: naam, adres"),
        ("row,kind,name,source_title,source_url,source_licence,,\n", "(without a name)"),
        ("row,row,kind,name,source_title,source_url,source_licence\n", "has a column twice: row"),
        ("row,kind,name\nP1,church,x\n", "has no column source_licence, source_title, source_url"),
        ("row,place,field\nW1,P1,activity\n", "has no column source_licence"),
        ("row,kind,name,source_title,source_url,source_licence\nP1,church\n", "line 2: has 2 cells, the header has 6"),
        ('row,kind,name,source_title,source_url,source_licence\n"P1,church', "cannot be read"),
    ],
)
def test_a_file_of_another_shape_is_refused_in_words(tmp_path: Path, text: str, words: str):
    path = tmp_path / "other.csv"
    path.write_text(text, encoding="utf-8")
    assert words in complaint(path)


def test_a_file_that_is_not_utf8_or_not_there_is_refused(tmp_path: Path):
    (tmp_path / "latin.csv").write_bytes("row,naam\n1,Caf\xe9\n".encode("latin-1"))
    assert "cannot be read" in complaint(tmp_path / "latin.csv")
    assert "cannot be read" in complaint(tmp_path / "nowhere.csv")


def test_a_fact_row_needs_a_place_or_a_refusal(tmp_path: Path):
    row = FACT | {"place": "", "field": "", "value": ""}
    assert "place is empty" in complaint(write(tmp_path / "facts.csv", FACT_COLUMNS, row))
    (claim,) = read_csv(write(tmp_path / "facts.csv", FACT_COLUMNS, row | {"refuse": "not about a place"})).claims
    assert claim.refuse == "not about a place"
