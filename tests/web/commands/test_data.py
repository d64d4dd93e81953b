"""The commands import-places, data-report and compile-areas."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from finder.formats.places_file import read_places
from finder.web.commands.data import register
from tests.paths import ROOT

DATA = ROOT / "data"
HEADER = "row,kind,name,longitude,latitude,source_title,source_url,source_licence\n"
HOUSE = "P1,community_centre,De Meevaart,4.934,52.363,A list,https://example.org/,facts only\n"
SPORTS = "P2,community_centre,Ver weg,5.6,52.3,A list,https://example.org/,facts only\n"


def flask(*args: str | Path) -> Result:
    app = Flask(__name__)
    register(app)
    return app.test_cli_runner().invoke(args=[str(arg) for arg in args])


def do_import(tmp_path: Path, *args: str | Path) -> Result:
    fixed = ("--areas", DATA / "areas.geojson", "--gazetteer", DATA / "gazetteer.json")
    return flask("import-places", *args, "--output", tmp_path / "places.geojson", *fixed)


@pytest.fixture
def places_csv(tmp_path: Path) -> Path:
    (tmp_path / "p.csv").write_text(HEADER + HOUSE + SPORTS, encoding="utf-8")
    return tmp_path / "p.csv"


def test_import_writes_places_codes_and_a_report_of_every_row(tmp_path: Path, places_csv: Path):
    result = do_import(tmp_path, places_csv, "--report", tmp_path / "report.csv")
    assert result.exit_code == 0, result.output
    assert "p.csv: 1 refused, 1 taken" in result.output
    assert "1 places (1 new); 0 not placed" in result.output
    (place,) = read_places(tmp_path / "places.geojson")
    told = list(csv.DictReader((tmp_path / "report.csv").read_text().splitlines()))
    assert [(row["row"], row["line"], row["fate"], row["code"]) for row in told] == [
        ("P1", "2", "taken", place.code),
        ("P2", "3", "refused", ""),
    ]
    assert "outside the served area" in told[1]["why"]
    assert (tmp_path / "codes.csv").read_text() == f"code,row,status,moved_to\n{place.code},P1,active,\n"
    assert (tmp_path / "unplaced.csv").exists()


def test_importing_again_changes_nothing(tmp_path: Path, places_csv: Path):
    do_import(tmp_path, places_csv)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    result = do_import(tmp_path, places_csv)
    assert "1 places (1 same)" in result.output
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_dry_run_writes_nothing(tmp_path: Path, places_csv: Path):
    assert do_import(tmp_path, places_csv, "--dry-run").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["p.csv"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("other.csv", b"naam,adres\nx,y\n", "columns that are not known: naam, adres"),
        ("other.geojson", b'{"type":"FeatureCollection","features":[]}', "has no column"),
        ("broken.geojson", b"{", "cannot be read as a map file"),
        ("binary.csv", bytes(range(256)), "cannot be read"),
        ("empty.csv", b"", "has no column"),
        ("places.xlsx", b"PK", "cannot be read as a map file"),
    ],
)
def test_any_other_file_gives_an_error_in_words_and_keeps_what_was_there(
    tmp_path: Path, places_csv: Path, name: str, content: bytes, words: str
):
    do_import(tmp_path, places_csv)
    before = (tmp_path / "places.geojson").read_bytes()
    (tmp_path / name).write_bytes(content)
    result = do_import(tmp_path, places_csv, tmp_path / name)
    assert result.exit_code == 1
    assert result.output.startswith(f"Error: {name}")
    assert words in result.output
    assert "Traceback" not in result.output
    assert (tmp_path / "places.geojson").read_bytes() == before


def test_a_file_that_is_not_there_or_a_damaged_register_is_an_error(tmp_path: Path, places_csv: Path):
    assert "cannot be read" in do_import(tmp_path, tmp_path / "nowhere.csv").output
    (tmp_path / "codes.csv").write_text("code\n")
    result = do_import(tmp_path, places_csv)
    assert (result.exit_code, "codes.csv: has columns code" in result.output) == (1, True)


@pytest.mark.parametrize("name", ["codes.csv", "gathering_ids.csv"])
def test_places_without_their_register_are_not_given_codes_again(tmp_path: Path, places_csv: Path, name: str):
    do_import(tmp_path, places_csv)
    (tmp_path / name).unlink()
    result = do_import(tmp_path, places_csv)
    assert (result.exit_code, f"{name}: is not there" in result.output) == (1, True)
    (tmp_path / name).write_text("code,row,status,moved_to\n")
    assert do_import(tmp_path, places_csv).exit_code == 0


def test_a_damaged_old_file_is_replaced_and_told(tmp_path: Path, places_csv: Path):
    do_import(tmp_path, places_csv)
    (tmp_path / "places.geojson").write_text("{")
    result = do_import(tmp_path, places_csv)
    assert result.exit_code == 0
    assert "replaced without a comparison" in result.output
    assert len(read_places(tmp_path / "places.geojson")) == 1


def test_the_report_prints_numbers_per_kind_district_and_year():
    result = flask("data-report", "--places", DATA / "places.geojson", "--today", "2026-11-23")
    assert result.exit_code == 0
    for word in ("gurdwara", "Amsterdam: Zuidoost", "hours_trusted", "undated", "first_visit"):
        assert word in result.output
    assert flask("data-report", "--places", "nowhere.geojson").exit_code == 1


def test_areas_are_compiled_from_a_folder_with_their_maps_only(tmp_path: Path):
    result = flask("compile-areas", "--inputs", tmp_path, "--out", tmp_path / "areas.geojson")
    assert (result.exit_code, "amsterdam_buurten.geojson: cannot be read" in result.output) == (1, True)


def test_a_cell_that_a_spreadsheet_would_run_is_made_text(tmp_path: Path):
    rows = "=X4,community_centre,=cmd|'/c calc'!A1,5.6,52.3,A list,https://example.org/,facts only\n"
    (tmp_path / "p.csv").write_text(HEADER + rows, encoding="utf-8")
    do_import(tmp_path, tmp_path / "p.csv", "--report", tmp_path / "report.csv")
    (told,) = csv.DictReader((tmp_path / "report.csv").read_text().splitlines())
    assert told["row"] == "'=X4"


def test_an_import_that_a_crash_broke_off_is_finished_by_the_next(tmp_path: Path, places_csv: Path):
    do_import(tmp_path, places_csv)
    new = tmp_path / ".codes.csv.abcd1234.part"
    new.write_text((tmp_path / "codes.csv").read_text() + "0000,P9,retired,\n".replace("0000", "00000"))
    (tmp_path / ".replacing.json").write_text('{"codes.csv": ".codes.csv.abcd1234.part"}')
    do_import(tmp_path, places_csv)
    assert "P9" in (tmp_path / "codes.csv").read_text()
    assert not new.exists()
