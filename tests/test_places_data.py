"""What must hold of the places that are published: data/places.geojson and what it is compiled from."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

import pytest

from finder.domain.place import Place
from finder.domain.vocabulary import WORSHIP_KINDS, LanguageLevel, PlaceKind, Status
from finder.formats.areas import read_areas
from finder.formats.code_register import GATHERING_IDS, format_codes, read_codes, read_gathering_ids
from finder.formats.import_csv import ImportFile
from finder.formats.import_points import read_import_file
from finder.formats.places_file import format_places, read_places
from finder.geocode.gazetteer import Gazetteer
from finder.merging.gather import POLLING_PLACE
from finder.usecases.import_places import Imported, import_places
from tests.paths import ROOT

DATA = ROOT / "data"
POLLING = "https://github.com/bij1/verkiezingen"


@dataclass(frozen=True)
class Compiled:
    files: tuple[ImportFile, ...]
    imported: Imported
    codes: str
    gathering_ids: str


@cache
def compiled() -> Compiled:
    files = tuple(read_import_file(path) for path in sorted((DATA / "import").glob("*.csv")))
    register = read_codes(DATA / "codes.csv")
    locate = Gazetteer.load(DATA / "gazetteer.json").locate_address
    ids = read_gathering_ids(DATA / GATHERING_IDS)
    imported = import_places(files, read_areas(DATA / "areas.geojson"), locate, register, ids)
    return Compiled(files, imported, format_codes(register), format_codes(ids))


@cache
def places() -> tuple[Place, ...]:
    return read_places(DATA / "places.geojson")


def test_the_places_file_is_what_the_import_files_give_byte_for_byte():
    assert format_places(compiled().imported.places) == (DATA / "places.geojson").read_text("utf-8")
    assert compiled().codes == (DATA / "codes.csv").read_text("utf-8")
    assert compiled().gathering_ids == (DATA / GATHERING_IDS).read_text("utf-8")


def test_every_row_of_every_import_file_has_exactly_one_fate():
    rows = Counter(
        (path.name, row["row"])
        for path in (DATA / "import").glob("*.csv")
        for row in csv.DictReader(path.read_text("utf-8").splitlines(keepends=True))
    )
    told = Counter((outcome.origin.file, outcome.origin.row) for outcome in compiled().imported.outcomes)
    assert max(rows.values()) == 1
    assert told == rows
    assert [str(one.origin) for one in compiled().imported.outcomes if one.fate == "refused" and not one.why] == []


def test_no_fact_is_refused_that_its_file_takes():
    taken = {claim.origin for file in compiled().files for claim in file.claims if not claim.refuse}
    told = [one for one in compiled().imported.outcomes if one.origin in taken and one.fate == "refused"]
    assert [f"{one.origin}: {one.why}" for one in told if not one.why.startswith("its place ")] == []


def test_unplaced_rows_are_listed_for_the_geocoder():
    lines = (DATA / "unplaced.csv").read_text("utf-8").splitlines(keepends=True)
    listed = {row["row"] for row in csv.DictReader(lines)}
    assert listed == {one.row for one in compiled().imported.unplaced}


def test_there_are_enough_places_and_all_kinds_of_the_mission():
    kinds = Counter(place.kind for place in places())
    assert len(places()) >= 640
    assert set(kinds) == set(PlaceKind)
    assert kinds[PlaceKind.GURDWARA] >= 2
    assert kinds[PlaceKind.HINDU_TEMPLE] + kinds[PlaceKind.BUDDHIST_TEMPLE] >= 5
    assert len({place.code for place in places()}) == len(places())


def test_every_place_lies_in_the_box_of_its_municipality():
    areas = read_areas(DATA / "areas.geojson")
    boxes = {name: areas.bbox(name) for name in areas.municipalities()}
    assert set(boxes) == {"Amsterdam", "Haarlem"}
    assert [place.name for place in places() if not boxes[place.municipality].contains(place.point)] == []
    assert [place.name for place in places() if not (place.location.district and place.location.neighbourhood)] == []


def test_the_map_of_areas_stays_small():
    assert (DATA / "areas.geojson").stat().st_size < 400_000


def test_no_place_is_known_from_a_polling_list_only():
    assert [place.name for place in places() if all(one.url.startswith(POLLING) for one in place.sources)] == []
    names = [one for place in places() for one in place.identity.name.sources]
    assert [source.url for source in names if source.url.startswith(POLLING)] == []


def test_every_source_of_a_fact_is_among_those_of_the_place():
    for place in places():
        assert {source for said in place.facts() for source in said.sources} <= set(place.sources), place.name


def test_every_language_was_stated_by_a_source():
    stated = {
        (claim.value, claim.source.url)
        for file in compiled().files
        for claim in file.claims
        if claim.field == "language" and not claim.refuse
    }
    spoken = {(one.value.code, one.source.url) for place in places() for one in place.offer.languages}
    assert spoken
    assert spoken <= stated


def test_sources_are_addresses_of_pages_with_a_licence():
    sources = {source for place in places() for source in place.sources}
    assert [one for one in sources if not one.url.startswith("http") or not one.licence or not one.title] == []


def test_places_of_openstreetmap_keep_its_attribution():
    osm = [place for place in places() if "osm" in place.identity.identifiers]
    assert len(osm) > 100
    for place in osm:
        assert any("OpenStreetMap contributors" in source.licence for source in place.sources), place.name


@pytest.mark.parametrize("words", ["opvang", "noodopvang", "azc", "asielzoekers", "blijf van mijn lijf", "oranje huis"])
def test_no_house_where_people_hide_or_sleep_is_published(words: str):
    assert [place.name for place in places() if words in place.name.casefold()] == []


def test_worship_kinds_and_religions_agree():
    by_kind = {PlaceKind.CHURCH: "christian", PlaceKind.MOSQUE: "muslim", PlaceKind.SYNAGOGUE: "jewish"}
    wrong = [place.name for place in places() if place.kind in by_kind and place.religion != by_kind[place.kind]]
    assert wrong == []
    assert [place.name for place in places() if place.kind in WORSHIP_KINDS and place.religion == "none"] == []


def test_every_number_and_address_that_a_row_knows_is_told_and_none_is_made_up():
    """Of a place; another one of the same sort may be believed more."""
    of_row = {one.origin.row: one.code for one in compiled().imported.outcomes if one.fate in ("taken", "merged")}
    known = defaultdict(set)
    said = set()
    for file in compiled().files:
        for row in file.candidates:
            for way in ("phone", "website", "email"):
                if value := getattr(row, way):
                    said.add((way, value))
                    if row.subtype != POLLING_PLACE and row.row in of_row:
                        known[way].add(of_row[row.row])
        for claim in file.claims:
            if claim.field in ("phone", "website", "email") and not claim.refuse:
                said.add((claim.field, claim.value))
                if claim.place in of_row:
                    known[claim.field].add(of_row[claim.place])
    told = {way: {place.code for place in places() if getattr(place, way)} for way in ("phone", "website", "email")}
    assert told == {way: known[way] for way in told}
    assert {(way, getattr(place, way)) for place in places() for way in told if getattr(place, way)} <= said


def test_enough_is_known_to_be_of_use():
    spoken = [place for place in places() if any(one.level is not LanguageLevel.PRINTED for one in place.languages)]
    assert len(spoken) >= 55
    assert sum(bool(place.gatherings) for place in places()) >= 165
    assert sum(place.municipality == "Haarlem" for place in places()) >= 40
    assert sum(place.callable for place in places()) >= 35
    assert sum(bool(place.website) for place in places()) >= 250


def test_meetings_of_fellowships_have_a_day_an_hour_and_a_language_where_their_list_has_one():
    meetings = [one for place in places() for one in place.gatherings if one.kind == "support_group" and one.start]
    assert len(meetings) >= 100
    assert {code for meeting in meetings for code in meeting.languages} == {"en", "es", "fa", "nl", "pl", "ru"}
    assert [meeting.title for meeting in meetings if not (meeting.rrule and meeting.end)] == []


def test_what_only_a_map_of_2021_names_is_unverified():
    map_of_2021 = "https://github.com/tokenless-tiles/noord-holland"
    old = [place for place in places() if all(one.url == map_of_2021 for one in place.sources)]
    assert len(old) >= 15
    assert [place.name for place in old if not place.unverified] == []


def test_a_doubt_of_a_source_is_respected():
    told = {one.origin.row: one for one in compiled().imported.outcomes}
    assert "reads like a shelter where people sleep" in told["HP05"].why
    guessed = {told[row].code for row in ("HP08", "NEW-M11", "NEW-M12")}
    assert {place.code for place in places() if place.code in guessed and place.unverified} == guessed
    doubtful = {told[row].code for row in ("F0001", "OSM-n2817510641", "F0007", "F0301", "NEW-42", "NEW-C73")}
    assert {place.code for place in places() if place.status is Status.UNCERTAIN} >= doubtful
    closed = {told[row].code for row in ("F0497", "F0491")}
    assert {place.code for place in places() if place.status is Status.CLOSED} >= closed
