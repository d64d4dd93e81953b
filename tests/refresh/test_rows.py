"""Rows of import files: each is one that the import takes, and equal rows give equal bytes."""

import csv

import pytest

from finder.domain.sourced import PartialDate, Source
from finder.formats.import_csv import read_csv
from finder.refresh.rows import ImportRows

SOURCE = Source("https://example.org/", "A list", "facts only", PartialDate("2026-11"))
PLACE = {"row": "X1", "kind": "church", "name": "De Proef", "longitude": "4.9", "latitude": "52.36"}
PHONE = {"row": "X1-phone", "place": "X1", "field": "phone", "value": "020 1234567"}


def test_what_is_written_is_what_the_import_reads(tmp_path):
    rows = ImportRows()
    assert rows.place(1, "node 1", SOURCE, PLACE)
    rows.fact(1, "node 1", SOURCE, PHONE)
    for name, content in zip(("places.csv", "facts.csv"), rows.files(), strict=True):
        (tmp_path / name).write_bytes(content)
    (candidate,), (claim,) = read_csv(tmp_path / "places.csv").candidates, read_csv(tmp_path / "facts.csv").claims
    assert (candidate.name, candidate.confidence, candidate.source) == ("De Proef", "C", SOURCE)
    assert (claim.place, claim.field, claim.value, claim.source) == ("X1", "phone", "020 1234567", SOURCE)


def test_rows_are_written_in_order_whatever_order_they_came_in():
    one, other = ImportRows(), ImportRows()
    for rows, order in ((one, (1, 2)), (other, (2, 1))):
        for number in order:
            rows.place(number, "", SOURCE, {**PLACE, "row": f"X{number}"})
    assert one.files() == other.files()


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "@SUM(1)", "+cmd|' /C calc'!A0", "-2+3+cmd|x"])
def test_what_a_spreadsheet_would_run_is_refused(text):
    rows = ImportRows()
    assert not rows.place(1, "node 1", SOURCE, {**PLACE, "name": text})
    rows.fact(1, "node 1", SOURCE, {**PHONE, "field": "operator", "value": text})
    assert ["spreadsheet" in each.why for each in rows.refused] == [True, True]
    rows.fact(1, "node 1", SOURCE, {**PHONE, "value": "+31 (0)20-1234567"})
    assert len(rows.facts) == 1


def test_files_without_rows_still_have_their_columns():
    places, facts = ImportRows().files()
    assert next(csv.reader([places.decode()])) == [
        "row",
        "kind",
        "name",
        "source_title",
        "source_url",
        "source_licence",
    ]
    assert facts.startswith(b"row,place,field,value,")


def test_what_the_import_would_refuse_is_noted_with_its_reason():
    rows = ImportRows()
    assert not rows.place(3, "node 3", SOURCE, {**PLACE, "kind": "castle"})
    rows.fact(4, "node 4", SOURCE, {**PHONE, "field": "opening_hours", "value": "always"})
    rows.fact(5, "node 5", SOURCE, PHONE)
    rows.fact(6, "node 6", SOURCE, PHONE)
    told = [(each.number, each.what, each.part) for each in rows.refused]
    assert told == [(3, "node 3", ""), (4, "node 4", "opening_hours"), (6, "node 6", "phone")]
    assert "castle" in rows.refused[0].why
    assert "always" in rows.refused[1].why
