"""``flask geocode``: placing what the import could not place."""

import csv
from datetime import date
from pathlib import Path

import pytest

from finder.geocode.pdok import Locatieserver
from finder.geocode.unplaced import place_rows
from finder.web import command_app
from finder.web.settings import Settings
from tests.geocode.fake_locatieserver import Fake, send

HEADER = "row,name,street,house_number,postcode,city,reason\n"
ROWS = (
    "F1,Stem in de Stad,Nieuwe Groenmarkt,22,,Haarlem,not in the gazetteer\n"
    "F2,Groenmarktkerk,Nieuwe Groenmarkt,,,Haarlem,no house number\n"
    "F3,Elsewhere,Nieuwe Groenmarkt,99,,Haarlem,not in the gazetteer\n"
)


@pytest.fixture
def run(tmp_path: Path, locatieserver: Fake):
    runner = command_app().test_cli_runner()
    (tmp_path / "unplaced.csv").write_text(HEADER + ROWS, "utf-8")

    def call(*more: str):
        files = ["--unplaced", str(tmp_path / "unplaced.csv"), "--out", str(tmp_path / "in" / "geocoded.csv")]
        arguments = ["geocode", *files, "--base-url", locatieserver.url, "--pause", "0", *more]
        return runner.invoke(args=arguments)

    return call


def test_geocode_writes_exactly_what_the_service_knows(run, tmp_path: Path):
    result = run()
    assert result.exit_code == 0, result.output
    with (tmp_path / "in" / "geocoded.csv").open(encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert row["row"] == "F1"
    assert (row["longitude"], row["latitude"]) == ("4.633820", "52.382510")
    assert row["label"] == "Nieuwe Groenmarkt 22, 2011TW Haarlem"
    assert "PDOK" in row["source"]
    assert date.fromisoformat(row["date"])
    assert "1  placed" in result.output
    assert "1  no street and house number" in result.output
    assert "1  not known there" in result.output


def test_geocode_asks_the_server_that_the_operator_set(tmp_path: Path, locatieserver: Fake):
    (tmp_path / "unplaced.csv").write_text(HEADER + ROWS, "utf-8")
    runner = command_app(Settings(locatieserver=locatieserver.url)).test_cli_runner()
    files = ["--unplaced", str(tmp_path / "unplaced.csv"), "--out", str(tmp_path / "geocoded.csv")]
    result = runner.invoke(args=["geocode", *files, "--pause", "0"])
    assert "1  placed" in result.output
    assert locatieserver.asked


def test_geocode_asks_for_a_placed_row_only_once(run, tmp_path: Path, locatieserver: Fake):
    run()
    before = (tmp_path / "in" / "geocoded.csv").read_bytes()
    asked = len(locatieserver.asked)
    result = run()
    assert "1 placed before" in result.output
    assert len(locatieserver.asked) == asked + 1
    assert (tmp_path / "in" / "geocoded.csv").read_bytes() == before


def test_geocode_says_what_is_wrong_with_its_file(run, tmp_path: Path):
    (tmp_path / "unplaced.csv").write_text("row,name\nF1,x\n", "utf-8")
    result = run()
    assert result.exit_code == 1
    assert "has no column city, house_number, postcode, reason, street" in result.output


def test_place_rows_stops_asking_a_service_that_is_away(locatieserver: Fake):
    locatieserver.respond = lambda handler: send(handler, 503, b"")
    row = {"row": "1", "street": "Dam", "house_number": "1", "postcode": "", "city": "Amsterdam"}
    rows = [{**row, "house_number": str(number)} for number in range(1, 7)]
    placed = place_rows(rows, Locatieserver(locatieserver.url), date(2026, 11, 23), pause=0)
    assert placed.rows == ()
    assert placed.counts == {"no answer": 3, "not asked: the service does not answer": 3}
    assert len(locatieserver.asked) == 3
