"""The compiler of the gazetteer, on small files written here."""

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask

from finder.domain.errors import InvalidData
from finder.formats.tables import read_manifest
from finder.geocode.compile import compile_gazetteer
from finder.geocode.entries import FoundKind, format_entries
from finder.geocode.gazetteer import Gazetteer
from finder.web.commands.geocode import register

MANIFEST = """
note = "made up"

[sources.a]
title = "Addresses"
url = "https://example.org"
licence = "CC0"
date = "2026-01-01"

[[towns]]
file = "town.geojson"
source = "a"
name = "name"

[[addresses]]
file = "addresses.csv"
source = "a"
exact = true
where = { basis = "door*" }
columns = { street = "street", house_number = "number", postcode = "postcode" }

[[addresses]]
file = "addresses.csv"
source = "a"
exact = false
where = { basis = "near*" }
columns = { postcode = "postcode" }

[[addresses]]
file = "lines.csv"
source = "a"
exact = true
columns = { address = "address" }

[streets]
file = "streets.csv"
numbers = "numbers.csv.gz"
source = "a"
columns = { id = "id", name = "name", town = "town", district = "d", neighbourhood = "n", bbox = "box" }
number_columns = { street = "id", number = "number", quality = "q" }
loose = "B"

[[postcode_areas]]
file = "areas.csv"
source = "a"
columns = { digits = "pc4", town = "place" }

[[areas]]
file = "town.geojson"
source = "a"
kind = "district"
name = "name"

[[points]]
file = "stops.geojson"
source = "a"
kind = "tram"
name = "name"
where = { mode = "tram" }

[[points]]
source = "a"
kind = "train"
precision = 100
entries = [["Amsterdam Centraal", 4.9, 52.378], ["Ver", 6.5, 53.2]]
"""
SQUARE = [[4.88, 52.34], [4.92, 52.34], [4.92, 52.38], [4.88, 52.38], [4.88, 52.34]]


def _collection(*features: tuple[dict[str, str], dict[str, object]]) -> str:
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "properties": properties, "geometry": geometry} for properties, geometry in features
            ],
        }
    )


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    files = {
        "gazetteer.toml": MANIFEST,
        "addresses.csv": "street,number,postcode,lat,lon,basis\n"
        "Damstraat,1,1012JS,52.3720,4.8940,door\n"
        "Damstraat,9,1012JS,52.3721,4.8955,door\n"
        ",,1012JS,52.3790,4.9100,near by\n"
        ",,1012ZZ,52.3730,4.8930,near by\n"
        "Verweg,1,1012AA,52.4500,4.8940,door\n"
        "Buiten,1,1012AB,53.2,6.5,door\n"
        "Nergens,1,,,,door\n",
        "streets.csv": "id,name,town,d,n,lat,lon,box\n"
        "7,Hygiëaplein,Amsterdam,Zuid,Zuid,52.35,4.9,4.9 52.35 4.9 52.35\n",
        "lines.csv": "address,lon,lat\nHogeweg 12-H,4.90,52.35\nHogeweg,4.90,52.35\nHoofdstraat 3,4.70,52.35\n",
        "areas.csv": "pc4,place,lat,lon\n1012,Amsterdam,52.3735,4.8951\n2064,Spaarndam gem. Haarlem,52.41,4.68\n",
        "town.geojson": _collection(({"name": "Amsterdam"}, {"type": "Polygon", "coordinates": [SQUARE]})),
        "stops.geojson": _collection(
            ({"name": "Dam (2)", "mode": "tram"}, {"type": "Point", "coordinates": [4.8925, 52.373]}),
            ({"name": "Centraal", "mode": "metro"}, {"type": "Point", "coordinates": [4.9, 52.378]}),
        ),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "numbers.csv.gz").write_bytes(gzip.compress(b"id,number,lat,lon,q\n7,9,52.35,4.9,A\n"))
    return tmp_path


def test_compile_takes_what_can_be_used_and_counts_the_rest(inputs: Path):
    compiled = compile_gazetteer(read_manifest(inputs / "gazetteer.toml"), inputs)
    assert {(a.street, a.number, a.postcode, a.town) for a in compiled.entries.addresses} == {
        ("Damstraat", "1", "1012JS", "Amsterdam"),
        ("Damstraat", "9", "1012JS", "Amsterdam"),
        ("Hogeweg", "12-H", "", "Amsterdam"),
    }
    counts = {key.split(" as ")[0]: dict(count) for key, count in compiled.counts.items() if "lines" in key}
    assert counts == {"lines.csv": {"taken": 1, "no street and number, no postcode": 1, "town not known": 1}}
    doors = next(count for key, count in compiled.counts.items() if "basis door" in key)
    assert doors == {
        "taken": 2,
        "not asked for": 2,
        "outside the served area": 1,
        "no position": 1,
        "town not known": 1,
    }


def test_compile_prefers_doors_to_points_near_by_for_a_postcode(inputs: Path):
    compiled = compile_gazetteer(read_manifest(inputs / "gazetteer.toml"), inputs)
    known = {entry.postcode: entry for entry in compiled.entries.postcodes}
    assert known["1012JS"].point.longitude < 4.896
    assert known["1012JS"].precision == 250
    assert known["1012"].precision == 1100
    assert known["2064"].town == "Spaarndam"


def test_compile_leaves_out_a_postcode_far_from_its_four_digits(inputs: Path):
    manifest = (
        (inputs / "gazetteer.toml")
        .read_text("utf-8")
        .replace(
            'postcode = "postcode" }\n\n[[addresses]]\nfile = "addresses.csv"',
            'postcode = "postcode" }\ntown = "A"\n\n[[addresses]]\nfile = "addresses.csv"',
        )
    )
    (inputs / "gazetteer.toml").write_text(manifest, "utf-8")
    compiled = compile_gazetteer(read_manifest(inputs / "gazetteer.toml"), inputs)
    assert "1012AA" not in {entry.postcode for entry in compiled.entries.postcodes}
    assert {"1012AA": 1} in [dict(count) for count in compiled.counts.values()]


def test_compile_names_areas_stops_and_towns(inputs: Path):
    compiled = compile_gazetteer(read_manifest(inputs / "gazetteer.toml"), inputs)
    named = {(entry.kind, entry.name): entry for entry in compiled.entries.names}
    assert named[FoundKind.TRAM, "Dam"].town == "Amsterdam"
    assert 1900 <= named[FoundKind.DISTRICT, "Amsterdam"].precision <= 2100
    assert (FoundKind.TOWN, "Spaarndam") in named
    assert (FoundKind.TRAM, "Centraal") not in named
    station = named[FoundKind.TRAIN, "Amsterdam Centraal"]
    assert (station.town, station.precision) == ("Amsterdam", 100)
    assert (FoundKind.TRAIN, "Ver") not in named


def test_compile_puts_back_the_letters_that_a_register_lost(inputs: Path):
    (inputs / "lines.csv").write_text("address,lon,lat\nHygi?aplein 7,4.90,52.35\nHygi?aweg 3,4.90,52.35\n", "utf-8")
    compiled = compile_gazetteer(read_manifest(inputs / "gazetteer.toml"), inputs)
    assert {"Hygiëaplein", "Hygi?aweg"} <= {address.street for address in compiled.entries.addresses}
    assert compiled.counts["streets of addresses that lost a letter"] == {"put back": 1, "left as they are": 1}


def test_compile_gives_equal_bytes_for_equal_inputs(inputs: Path):
    manifest = read_manifest(inputs / "gazetteer.toml")
    once, again = (format_entries(compile_gazetteer(manifest, inputs).entries, "x") for _ in range(2))
    assert once == again


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("gazetteer.toml", "[[addresses]"),
        ("gazetteer.toml", MANIFEST.replace("[sources.a]", "[source.a]")),
        ("gazetteer.toml", MANIFEST.replace('kind = "tram"', 'kind = "moon"')),
        ("stops.geojson", "{"),
        ("stops.geojson", '{"features": [{"properties": {}}]}'),
        ("areas.csv", "pc4,place,lat,lon\n1012,Amsterdam,north,4.9\n"),
    ],
)
def test_compile_says_which_file_is_wrong(inputs: Path, file: str, text: str):
    (inputs / file).write_text(text, "utf-8")
    with pytest.raises(InvalidData, match=r"manifest|\.toml|\.geojson|\.csv"):
        compile_gazetteer(read_manifest(inputs / "gazetteer.toml"), inputs)


def test_the_command_writes_the_file_and_accounts_for_every_row(inputs: Path):
    app = Flask(__name__)
    register(app)
    out = inputs / "gazetteer.json"
    arguments = ["--inputs", str(inputs), "--manifest", str(inputs / "gazetteer.toml"), "--out", str(out)]
    result = CliRunner().invoke(app.cli, ["compile-gazetteer", *arguments])
    assert result.exit_code == 0, result.output
    assert "lines.csv as a: 1 taken" in result.output
    assert "numbers.csv.gz as house numbers: 1 taken" in result.output
    assert json.loads(out.read_text("utf-8"))["note"] == "made up"
    found = Gazetteer.load(out).lookup("hygieaplein 9").settled
    assert found is not None
    assert (found.label, found.source) == ("Hygiëaplein 9, Amsterdam", "a")


def test_the_command_gives_equal_bytes_for_equal_inputs(inputs: Path):
    app = Flask(__name__)
    register(app)
    written = []
    for name in ("one", "other"):
        folder = inputs / name
        folder.mkdir()
        out = folder / "gazetteer.json"
        arguments = ["--inputs", str(inputs), "--manifest", str(inputs / "gazetteer.toml"), "--out", str(out)]
        assert CliRunner().invoke(app.cli, ["compile-gazetteer", *arguments]).exit_code == 0
        written.append({file.name: file.read_bytes() for file in folder.iterdir()})
    assert written[0] == written[1]
    assert set(written[0]) == {"gazetteer.json", "gazetteer_streets.npz"}
