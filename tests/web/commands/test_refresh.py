"""`flask refresh` writes files that `flask import-places` takes, tells what it did not take, and says who asks."""

import csv
import json
import shutil

import pytest

from finder.formats.places_file import read_places
from finder.web import command_app
from finder.web.settings import Settings
from tests.paths import ROOT
from tests.refresh.server import Told, serving
from tests.refresh.test_meeting_feeds import BMLT, TSML
from tests.refresh.test_osm_objects import OSM

DATA = ROOT / "data"
KERK = {
    **{"amenity": "place_of_worship", "religion": "christian", "denomination": "reformed", "name": "Kerk De Proef"},
    **{"opening_hours": "Tu 10:00-12:00", "check_date:opening_hours": "2026-11-01", "language:ti": "yes"},
    **{"phone": "+31 20 1234567", "website": "https://example.org/", "wheelchair": "yes", "service_times": "Su 10:30"},
}
BAD_HOURS = {"amenity": "library", "name": "Bibliotheek De Proef", "opening_hours": "sometimes"}
REFUGE = {"amenity": "social_facility", "social_facility": "shelter", "name": "Nachtopvang De Proef"}
NAMELESS = {"amenity": "library"}


def overpass(*tags):
    elements = [
        {
            **{"type": "node", "id": number, "lat": 52.36 + number / 1000, "lon": 4.9},
            **{"timestamp": "2026-10-01T00:00:00Z", "tags": each},
        }
        for number, each in enumerate(tags, 1)
    ]
    return Told(body=json.dumps({"elements": elements}).encode())


@pytest.fixture
def server():
    with serving() as told:
        yield told


@pytest.fixture
def run(tmp_path):
    runner = command_app(Settings(operator_mail="operator@example.org")).test_cli_runner()

    def run(*arguments):
        return runner.invoke(args=[str(each) for each in arguments])

    return run


def imported(run, tmp_path, *files):
    result = run(
        *("import-places", *files, "--output", tmp_path / "places.geojson", "--report", tmp_path / "report.csv"),
        *("--areas", DATA / "areas.geojson", "--gazetteer", DATA / "gazetteer.json"),
    )
    assert result.exit_code == 0, result.output
    report = list(csv.DictReader((tmp_path / "report.csv").read_text("utf-8").splitlines()))
    return read_places(tmp_path / "places.geojson"), [row for row in report if row["fate"] == "refused"]


def test_what_openstreetmap_says_is_imported_as_it_stands_there(server, run, tmp_path):
    url = server.tell("/api/interpreter", overpass(KERK, BAD_HOURS, REFUGE, NAMELESS))
    result = run("refresh", "osm", "--overpass", url, "--out", tmp_path / "osm")
    assert result.exit_code == 0, result.output
    assert "refused: number 2, node 2: opening_hours: value: opening_hours: 'sometimes'" in result.output
    assert "refused: number 4, node 4: has no name" in result.output
    assert "4 fetched; 1 refused, 1 that must not be found, 0 elsewhere" in result.output
    assert "osm_places.csv: 2 places" in result.output
    assert server.asked[0].headers["User-Agent"] == "Samenplek (operator@example.org)"
    written = (tmp_path / "osm_places.csv").read_text("utf-8") + (tmp_path / "osm_facts.csv").read_text("utf-8")
    assert "Nachtopvang" not in written
    assert "node/3" not in written
    places, refused = imported(run, tmp_path, tmp_path / "osm_places.csv", tmp_path / "osm_facts.csv")
    assert refused == []
    kerk, library = sorted(places, key=lambda place: place.name, reverse=True)
    assert (kerk.name, kerk.kind, kerk.unverified) == ("Kerk De Proef", "church", True)
    assert kerk.denominations == ("protestant", "reformed")
    assert (kerk.phone, kerk.website) == ("+31 20 1234567", "https://example.org/")
    assert (kerk.hours.osm, kerk.offer.hours.stated_on.text) == ("Tu 10:00-12:00", "2026-11-01")
    assert [(spoken.code, spoken.level) for spoken in kerk.languages] == [("ti", "gathering")]
    assert [(each.kind, each.rrule, each.start) for each in kerk.gatherings] == [
        ("service", "FREQ=WEEKLY;BYDAY=SU", "10:30")
    ]
    assert kerk.need("wheelchair").answer == "yes"
    assert (library.name, library.hours) == ("Bibliotheek De Proef", None)


def test_a_file_of_openstreetmap_needs_no_network_and_no_contact(tmp_path):
    (tmp_path / "city.osm").write_text(OSM, "utf-8")
    runner = command_app(Settings()).test_cli_runner()
    arguments = ["refresh", "osm", "--file", str(tmp_path / "city.osm"), "--out", str(tmp_path / "osm")]
    result = runner.invoke(args=arguments)
    assert result.exit_code == 0, result.output
    assert "2 fetched; 1 refused, 0 that must not be found" in result.output


def test_whoever_is_asked_is_told_by_whom(server, run, tmp_path):
    url = server.tell("/api/interpreter", overpass())
    anonymous = command_app(Settings()).test_cli_runner()
    result = anonymous.invoke(args=["refresh", "osm", "--overpass", url, "--out", str(tmp_path / "osm")])
    assert (result.exit_code, "SAMENPLEK_OPERATOR_MAIL" in result.output, server.asked) == (2, True, [])
    run("refresh", "osm", "--overpass", url, "--out", tmp_path / "osm", "--contact", "https://example.org/me")
    assert server.asked[0].headers["User-Agent"] == "Samenplek (https://example.org/me)"


def test_without_news_the_files_stay_and_without_files_all_is_asked_for(server, run, tmp_path):
    answer = overpass(KERK)
    answer.headers["ETag"] = '"1"'
    url = server.tell("/api/interpreter", answer, Told(304), answer)
    asking = ("refresh", "osm", "--overpass", url, "--out", tmp_path / "osm")
    run(*asking)
    before = (tmp_path / "osm_facts.csv").read_bytes()
    assert "nothing has changed" in run(*asking).output
    assert (tmp_path / "osm_facts.csv").read_bytes() == before
    (tmp_path / "osm_facts.csv").unlink()
    assert "1 fetched" in run(*asking).output
    assert [asked.headers.get("If-None-Match") for asked in server.asked] == [None, '"1"', None]


def test_a_service_that_fails_leaves_the_files_as_they_were(server, run, tmp_path):
    url = server.tell("/api/interpreter", overpass(KERK), Told(body=b"<html>"), Told(500))
    asking = ("refresh", "osm", "--overpass", url, "--out", tmp_path / "osm")
    run(*asking)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    for words in ("did not answer as documented", "answered 500"):
        result = run(*asking)
        assert (result.exit_code, words in result.output, "Traceback" in result.output) == (1, True, False)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_meetings_are_imported_into_the_house_that_is_known_and_into_new_ones(server, run, tmp_path):
    house = {"amenity": "community_centre", "name": "Ecosol", "addr:street": "Werfstraat", "addr:housenumber": "13"}
    url = server.tell("/api/interpreter", overpass(house | {"addr:city": "Amsterdam"}))
    run("refresh", "osm", "--overpass", url, "--out", tmp_path / "osm")
    osm = (tmp_path / "osm_places.csv", tmp_path / "osm_facts.csv")
    imported(run, tmp_path, *osm)
    here = {"location_municipality": "Amsterdam", "latitude": "52.361", "longitude": "4.9"}
    server.tell("/na/client_interface/json/", Told(body=json.dumps([BMLT | here, BMLT | {"venue_type": "2"}]).encode()))
    elsewhere = {"address": "Javastraat 118", "city": "Amsterdam", "latitude": 52.364, "longitude": 4.94}
    aa = server.tell("/aa.json", Told(body=json.dumps([TSML | elsewhere]).encode()))
    result = run(
        *("refresh", "meetings", "--bmlt", f"NA={server.url}/na/", "--tsml", f"AA={aa}"),
        *("--places", tmp_path / "places.geojson", "--out", tmp_path / "meetings"),
    )
    assert result.exit_code == 0, result.output
    assert "refused: number 2, NA 3277: is only online" in result.output
    assert "meetings_places.csv: 1 places" in result.output
    meetings = (tmp_path / "meetings_places.csv", tmp_path / "meetings_facts.csv")
    places, refused = imported(run, tmp_path, *osm, *meetings)
    assert refused == []
    known, new = sorted(places, key=lambda place: place.name)
    assert [(each.title, each.rrule, each.start, each.end) for each in known.gatherings] == [
        ("NA: Maandagavond", "FREQ=WEEKLY;BYDAY=MO", "19:30", "20:45")
    ]
    assert (new.name, new.kind) == ("Wijkcentrum", "community_group")
    assert [each.title for each in new.gatherings] == ["AA: Zondag Rust"]
    assert new.gatherings[0].languages == ("en",)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["meetings"], "give at least one"),
        (["meetings", "--tsml", "https://example.org/"], "give NAME=ADDRESS"),
        (["meetings", "--tsml", "AA=file:///etc/passwd"], "begins with http"),
        (["osm", "--overpass", "ftp://example.org/"], "begins with http"),
        (["osm", "--bbox", "1,2,3,4"], "bbox"),
    ],
)
def test_what_cannot_be_asked_is_told_before_anybody_is(run, arguments, words):
    result = run("refresh", *arguments)
    assert (result.exit_code, words in result.output) == (2, True)


def test_the_places_of_the_repository_take_a_refreshed_file_beside_the_others(server, run, tmp_path):
    shutil.copy(DATA / "codes.csv", tmp_path)
    shutil.copy(DATA / "gathering_ids.csv", tmp_path)
    number = 10067179375
    lola = {"type": "node", "id": number, "lat": 52.347831, "lon": 4.838437, "timestamp": "2026-11-20T00:00:00Z"}
    tags = {"amenity": "community_centre", "name": "Lola Lieven", "opening_hours": "Mo-Fr 09:00-17:00"}
    body = json.dumps({"elements": [lola | {"tags": tags}]}).encode()
    url = server.tell("/api/interpreter", Told(body=body))
    run("refresh", "osm", "--overpass", url, "--out", tmp_path / "osm")
    files = sorted((DATA / "import").glob("*.csv"))
    places, _ = imported(run, tmp_path, *files, tmp_path / "osm_places.csv", tmp_path / "osm_facts.csv")
    before = {place.code: place for place in read_places(DATA / "places.geojson")}
    assert {place.code for place in places} == before.keys()
    (changed,) = [place for place in places if place != before[place.code]]
    assert changed.hours.osm == "Mo-Fr 09:00-17:00"
    assert not changed.unverified
