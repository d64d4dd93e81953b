"""`flask search` prints what the API answers, and says in one line what it cannot use."""

import json
import re
import shlex
import subprocess
import sys

import pytest

from tests.paths import ROOT

DOCS = (ROOT / "docs/api.md").read_text("utf-8")
NEAR = "4.9123,52.3547"


@pytest.fixture
def run(app):
    def run(*arguments):
        return app.test_cli_runner().invoke(args=["search", *arguments])

    return run


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        ([], ""),
        (["--near", NEAR, "--within", "1500"], f"near={NEAR}&within=1500"),
        (["--bbox", "4.88,52.35,4.94,52.38"], "bbox=4.88,52.35,4.94,52.38"),
        (["--kind", "church", "--kind", "mosque"], "kind=church&kind=mosque"),
        (["--near", f" {NEAR} ", "--language", "Arabisch"], f"near={NEAR}&language=ar"),
        (["--religion", "christian", "--limit", "7"], "religion=christian&limit=7"),
        (["--denomination", "orthodox"], "denomination=orthodox"),
        (["--community", "eritrean", "--unknown", "exclude"], "community=eritrean&unknown=exclude"),
        (["--need", "shower", "--need", "meal", "--offset", "3"], "need=shower&need=meal&offset=3"),
        (["--not-religion", "muslim", "--not-community", "ghanaian"], "notReligion=muslim&notCommunity=ghanaian"),
        (["--open-at", "2026-11-25T12:00:00+01:00"], "openAt=2026-11-25T12:00:00%2B01:00"),
        (["--open-at", "now"], "openAt=2026-11-25T11:00:00%2B00:00"),
    ],
)
def test_json_is_the_body_of_the_api_to_the_byte(run, client, arguments, query):
    result = run("--json", *arguments)
    assert result.exit_code == 0
    assert result.stdout == client.get(f"/api/v1/places?{query}").get_data(as_text=True) + "\n"


@pytest.mark.parametrize("name", ["ti", "TI", "Tigrinya", "tigrinya", "ትግርኛ"])
def test_a_language_is_known_by_its_code_and_by_any_of_its_names(run, client, name):
    by_name = run("--json", "--language", name)
    assert json.loads(by_name.stdout) == client.get("/api/v1/places?language=ti").json


def test_the_table_has_a_line_for_each_hit_in_the_order_of_the_api(run, client):
    arguments = ["--near", NEAR, "--language", "ar", "--limit", "6", "--offset", "2"]
    heading, *rows, total = run(*arguments).stdout.splitlines()
    body = client.get(f"/api/v1/places?near={NEAR}&language=ar&limit=6&offset=2").json
    assert heading.split() == ["#", "code", "metres", "minutes", "kind", "name", "open", "why"]
    assert len(rows) == body["numberReturned"] == 6
    for number, row, feature in zip(range(3, 9), rows, body["features"], strict=True):
        hit = feature["properties"]
        mark = {"yes": "✓", "likely": "≈", "perhaps": "?"}[hit["match"]]
        # The API rounds to a tenth of a metre, the table to a metre, of the same distance.
        assert abs(int(row.split()[3]) - hit["distanceMetres"]) <= 0.6
        start = [str(number), mark, hit["code"], row.split()[3], str(hit["walkingMinutes"])]
        assert row.split()[:5] == start
        assert hit["name"] in row
        assert {"✓": "Arabic", "≈": "probably Arabic", "?": "Language not known"}[mark] in row
    assert {row.split()[1] for row in rows} >= {"✓", "≈"}
    assert total.startswith(f"{body['numberMatched']} found: ")


def test_the_columns_of_the_table_stand_under_their_headings(run):
    heading, *rows, _ = run("--near", NEAR, "--need", "shower", "--limit", "5").stdout.splitlines()
    assert len(rows) == 5
    for column in ("kind", "name", "open", "why"):
        start = heading.index(column)
        assert all(row[start - 2 : start] == "  " and row[start] != " " for row in rows), column


def test_the_table_speaks_dutch_when_asked_and_holds_no_invisible_character(run):
    output = run("--near", NEAR, "--language", "ar", "--limit", "3", "--locale", "nl").stdout
    assert "Arabisch" in output
    assert not set("\u2066\u2067\u2068\u2069") & set(output)


@pytest.mark.parametrize("line", re.findall(r"^flask --app app search (.*)$", DOCS, re.MULTILINE))
def test_every_example_of_the_documentation_finds_places(run, line):
    result = run(*shlex.split(line))
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 1 or json.loads(result.stdout)["features"]


def test_nothing_found_is_said_and_is_no_error(run):
    result = run("--near", NEAR, "--within", "1", "--language", "ti", "--unknown", "exclude")
    assert (result.exit_code, result.stdout) == (0, "0 found: 0 certain, 0 likely, 0 perhaps\n")


def test_a_name_of_several_places_lists_them_and_chooses_none(run):
    result = run("--near", "Wibaut")
    *candidates, error = result.stderr.splitlines()
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(candidates) > 1
    assert all("Wibaut" in candidate and "52.3" in candidate for candidate in candidates)
    assert error == "near: 'Wibaut' is not clear: choose one of the above"


def test_an_everyday_name_of_several_languages_means_any_of_them(run, client):
    body = client.get("/api/v1/places?language=fa&language=prs&limit=3").json
    assert json.loads(run("--language", "farsi", "--limit", "3", "--json").stdout) == body


def test_a_place_is_found_by_a_name_that_is_like_its_own(run):
    output = run("--name", "werldhuis").stdout
    assert "Het Wereldhuis" in output
    assert output.splitlines()[-1].startswith("1 found")


def test_a_start_may_be_the_name_of_a_place_and_is_asked_about(run):
    result = run("--near", "Wereldhuis")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[0].startswith("  Het Wereldhuis  (4.9")


def test_a_candidate_can_be_given_back_as_it_was_listed(run):
    candidate = run("--near", "Wibaut").stderr.splitlines()[0]
    position = candidate.split("(")[1].rstrip(")")
    result = run("--near", position, "--limit", "1", "--json")
    assert json.loads(result.stdout)["features"][0]["properties"]["distanceMetres"] < 1000


def test_what_is_not_known_of_a_start_is_told(run):
    result = run("--near", "1091 GB", "--language", "ti", "--within", "3000", "--limit", "3")
    assert result.exit_code == 0
    assert result.stderr == "near: of '1091 GB' only 1091 Amsterdam is known\n"


def test_from_a_rough_start_the_table_tells_between_which_metres_a_place_is(run):
    heading, first, *_ = run("--near", "1091", "--kind", "mosque").stdout.splitlines()
    assert first[: heading.index("minutes") + len("minutes")].split()[3:] == ["0-2000"]
    first = json.loads(run("--near", "1091", "--kind", "mosque", "--json").stdout)["features"][0]["properties"]
    assert first["distanceMetres"] is None
    assert first["distanceBand"] == {"leastMetres": 0, "mostMetres": 2000}
    exact = run("--near", "1091", "--near-uncertainty", "50", "--kind", "mosque", "--json")
    assert json.loads(exact.stdout)["features"][0]["properties"]["distanceBand"] is None


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--near", "nowhere at all"], "near"),
        (["--near", ""], "near"),
        (["--near", "52.3547,4.9123"], "near"),
        (["--near=-4.9,52.37"], "near"),
        (["--within", "500"], "within"),
        (["--near-uncertainty", "500"], "nearUncertainty"),
        (["--near", NEAR, "--within", "far"], "within"),
        (["--near", NEAR, "--within", "nan"], "within"),
        (["--bbox", "4.88,52.35"], "bbox"),
        (["--kind", "castle"], "kind"),
        (["--kind", "church,mosque"], "kind"),
        (["--language", "klingon"], "language"),
        (["--language", ""], "language"),
        (["--religion", "x"], "religion"),
        (["--denomination", "x"], "denomination"),
        (["--community", "x"], "community"),
        (["--need", "x"], "need"),
        (["--not-religion", "x"], "notReligion"),
        (["--open-at", "soon"], "openAt"),
        (["--unknown", "maybe"], "unknown"),
        (["--limit", "0"], "limit"),
        (["--offset", "-1"], "offset"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_exit_2(run, arguments, named):
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"{named}: ")


def test_a_places_file_that_cannot_be_read_is_one_line_and_exit_2(tmp_path):
    broken = tmp_path / "places.geojson"
    broken.write_text('{"type": "FeatureCollection", "features": [', "utf-8")
    command = [sys.executable, "-m", "flask", "--app", "app", "search"]
    result = subprocess.run(command, env={"SAMENPLEK_PLACES": str(broken)}, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert "places.geojson" in result.stderr


def test_serving_imports_neither_the_commands_nor_what_only_they_need():
    heavy = ["geopandas", "folium", "pandas", "osmium", "finder.web.commands.search", "finder.web.commands.basemap"]
    script = f"import sys, app; print([name for name in {heavy} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"
