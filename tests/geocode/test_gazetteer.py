"""The gazetteer against a small file written here, and against the committed one."""

from pathlib import Path

import pytest

from finder.domain.errors import InvalidData
from finder.domain.geometry import SERVED_AREA, Point, metres_between
from finder.geocode.entries import (
    Entries,
    FoundKind,
    GazetteerSource,
    KnownAddress,
    KnownName,
    KnownPostcode,
    format_entries,
)
from finder.geocode.gazetteer import Gazetteer
from tests.paths import ROOT

COMMITTED = ROOT / "data" / "gazetteer.json"
SOURCE = GazetteerSource("A list made up for this test", "https://example.org", "CC0", "2026-01-01")
NORTH, SOUTH = Point(4.90, 52.40), Point(4.90, 52.30)
HERE, NEXT_DOOR, FURTHER = Point(4.91, 52.36), Point(4.9101, 52.36), Point(4.912, 52.361)
IN_HAARLEM = Point(4.64, 52.38)


def name(kind: FoundKind, label: str, town: str, point: Point) -> KnownName:
    return KnownName(kind, label, town, point, 300, "test")


ENTRIES = Entries(
    {"test": SOURCE},
    (
        KnownPostcode("1091", "Amsterdam", HERE, 850, "test"),
        KnownPostcode("1091GR", "Amsterdam", NEXT_DOOR, 75, "test"),
    ),
    (
        KnownAddress("Wibautstraat", "131", "1091GL", "Amsterdam", HERE, "test"),
        KnownAddress("Wibautstraat", "131-D", "1091GL", "Amsterdam", NEXT_DOOR, "test"),
        KnownAddress("Wibautstraat", "220-222", "1097DN", "Amsterdam", FURTHER, "test"),
        KnownAddress("Kerkstraat", "10", "1017GA", "Amsterdam", NORTH, "test"),
        KnownAddress("Kerkstraat", "10", "2011XX", "Haarlem", IN_HAARLEM, "test"),
        KnownAddress("Eerste Van Swindenstraat", "4", "", "Amsterdam", HERE, "test"),
    ),
    (
        name(FoundKind.TOWN, "Amsterdam", "Amsterdam", HERE),
        name(FoundKind.TOWN, "Haarlem", "Haarlem", IN_HAARLEM),
        name(FoundKind.METRO, "Wibautstraat", "Amsterdam", HERE),
        name(FoundKind.DISTRICT, "Zuidoost", "Amsterdam", SOUTH),
        name(FoundKind.NEIGHBOURHOOD, "Stationsbuurt", "Haarlem", IN_HAARLEM),
        name(FoundKind.NEIGHBOURHOOD, "Van Galenbuurt", "Haarlem", IN_HAARLEM),
        name(FoundKind.NEIGHBOURHOOD, "Van Galenbuurt", "Amsterdam", NORTH),
        name(FoundKind.TRAM, "Curaçaostraat", "Amsterdam", NORTH),
    ),
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path = tmp_path_factory.mktemp("gazetteer") / "gazetteer.json"
    path.write_text(format_entries(ENTRIES, "made up"), "utf-8")
    return Gazetteer.load(path)


@pytest.fixture(scope="module")
def committed() -> Gazetteer:
    return Gazetteer.load(COMMITTED)


@pytest.mark.parametrize("text", ["1091 GR", "1091gr", " 1091  Gr ", "1091GR Amsterdam", "1091 gr, amsterdam"])
def test_find_a_known_postcode_however_it_is_written(small: Gazetteer, text: str):
    found = small.find(text)[0]
    assert (found.label, found.kind, found.point) == ("1091 GR Amsterdam", FoundKind.POSTCODE, NEXT_DOOR)
    assert (found.precision_metres, found.certain) == (75, True)


def test_find_an_unknown_postcode_gives_the_centre_of_its_digits_with_its_doubt(small: Gazetteer):
    (found,) = small.find("1091 ZZ")
    assert (found.label, found.kind) == ("1091 Amsterdam", FoundKind.POSTCODE_AREA)
    assert (found.precision_metres, found.certain) == (850, False)


def test_find_four_digits_alone_is_what_was_asked(small: Gazetteer):
    (found,) = small.find("1091")
    assert (found.kind, found.certain) == (FoundKind.POSTCODE_AREA, True)


@pytest.mark.parametrize("text", ["Wibautstraat 131", "WIBAUTSTR 131", "wibautstr. 131 Amsterdam"])
def test_find_a_known_address(small: Gazetteer, text: str):
    found = small.find(text)[0]
    assert (found.label, found.kind) == ("Wibautstraat 131, 1091 GL Amsterdam", FoundKind.ADDRESS)
    assert (found.point, found.certain) == (HERE, True)


def test_find_a_number_inside_a_known_range(small: Gazetteer):
    found = small.find("Wibautstraat 222")[0]
    assert (found.point, found.certain) == (FURTHER, True)


def test_find_a_house_number_nobody_knows_gives_its_neighbour_as_a_guess(small: Gazetteer):
    found = small.find("Wibautstraat 150")[0]
    assert (found.label, found.certain) == ("Wibautstraat 131, 1091 GL Amsterdam", False)
    assert found.precision_metres == 165 + 5 * 19


def test_find_a_far_off_house_number_gives_the_street_not_a_house(small: Gazetteer):
    found = small.find("Wibautstraat 990")
    assert found[0].kind is FoundKind.STREET
    assert not any(hit.kind is FoundKind.ADDRESS or hit.certain for hit in found)


def test_find_one_street_in_two_towns_is_not_certain_until_the_town_is_named(small: Gazetteer):
    both = [hit for hit in small.find("Kerkstraat 10") if hit.kind is FoundKind.ADDRESS]
    assert {hit.point for hit in both} == {NORTH, IN_HAARLEM}
    assert not any(hit.certain for hit in both)
    one = small.find("Kerkstraat 10 Haarlem")[0]
    assert (one.point, one.certain) == (IN_HAARLEM, True)
    by_postcode = small.find("Kerkstraat 10, 1017 GA")[0]
    assert (by_postcode.point, by_postcode.certain) == (NORTH, True)


def test_find_one_name_in_two_towns_is_not_certain(small: Gazetteer):
    found = small.find("van galenbuurt")
    assert [(hit.point, hit.certain) for hit in found] == [(NORTH, False), (IN_HAARLEM, False)]


def test_find_a_stop_before_the_street_of_its_name(small: Gazetteer):
    assert [hit.kind for hit in small.find("Wibautstraat")] == [FoundKind.METRO, FoundKind.STREET]


@pytest.mark.parametrize("text", ["station Haarlem", "Haarlem station", "Haarlem centraal station", "haarlem cs"])
def test_find_a_station_in_a_named_town_never_leads_to_another_town(small: Gazetteer, text: str):
    assert [hit.label for hit in small.find(text)] == ["Stationsbuurt, Haarlem"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Amsterdam Zuidoost", "Zuidoost, Amsterdam"),
        ("stadsdeel zuidoost", "Zuidoost, Amsterdam"),
        ("metro wibautstr", "Wibautstraat, Amsterdam"),
        ("curacaostraat", "Curaçaostraat, Amsterdam"),
        ("1e van Swindenstraat", "Eerste Van Swindenstraat, Amsterdam"),
        ("zuido", "Zuidoost, Amsterdam"),
        ("wibatstraat", "Wibautstraat, Amsterdam"),
        ("Haarlem", "Haarlem"),
        ("zorgcentrum Haarlem", "Haarlem"),
    ],
)
def test_find_names_as_people_write_them(small: Gazetteer, text: str, label: str):
    assert small.find(text)[0].label == label


def test_find_a_typing_error_in_an_address_is_a_guess(small: Gazetteer):
    found = small.find("wibatstraat 131")[0]
    assert (found.point, found.certain) == (HERE, False)


@pytest.mark.parametrize("text", ["", "   ", "??", "9999 ZZ", "0000", "qqqqqqqq", "<script>", "1" * 5000, "\x00\ud800"])
def test_find_nothing_for_what_nobody_knows(small: Gazetteer, text: str):
    assert small.find(text) == []


def test_find_keeps_to_its_limit(committed: Gazetteer):
    assert len(committed.find("straat", 3)) <= 3
    assert len(committed.find("buurt", 3)) == 3
    assert committed.find("buurt", 0) == []


def test_locate_address_only_where_all_given_parts_agree(small: Gazetteer):
    locate = small.locate_address
    assert locate("Wibautstraat", "131", "1091 GL", "Amsterdam") == HERE
    assert locate("wibautstraat", "131", "", "") == HERE
    assert locate("", "131d", "1091GL", "") == NEXT_DOOR
    assert locate("Kerkstraat", "10", "", "haarlem") == IN_HAARLEM
    assert locate("Eerste van Swindenstraat", "4", "1093 GC", "Amsterdam") == HERE
    assert locate("Kerkstraat", "10", "", "") is None
    assert locate("Wibautstraat", "131", "1097DN", "Amsterdam") is None
    assert locate("Wibautstraat", "131", "", "Haarlem") is None
    assert locate("Wibautstraat", "150", "", "Amsterdam") is None
    assert locate("Wibautstraat", "131A", "", "Amsterdam") is None
    assert locate("Wibautstraat", "", "1091GL", "Amsterdam") is None
    assert locate("", "131", "", "Amsterdam") is None


def test_locate_address_of_a_building_by_its_doors(small: Gazetteer):
    assert small.locate_address("Wibautstraat", "220", "", "Amsterdam") == FURTHER


def test_load_an_operators_own_starting_points(tmp_path: Path):
    own = tmp_path / "starting_points.csv"
    own.write_text("# ours\nname,town,longitude,latitude\nDe Kiosk,Haarlem,4.64,52.38\n", "utf-8")
    found = Gazetteer.load(COMMITTED, own).find("de kiosk")[0]
    assert (found.label, found.kind, found.certain) == ("De Kiosk, Haarlem", FoundKind.STARTING_POINT, True)
    assert found.point == IN_HAARLEM


@pytest.mark.parametrize(
    "row", ["De Kiosk,Haarlem,52.38,4.64", ",Haarlem,4.64,52.38", "De Kiosk,Haarlem,,", "De Kiosk"]
)
def test_load_refuses_a_starting_point_it_cannot_place_and_names_the_row(tmp_path: Path, row: str):
    own = tmp_path / "starting_points.csv"
    own.write_text(f"name,town,longitude,latitude\n{row}\n", "utf-8")
    with pytest.raises(InvalidData, match="row 1"):
        Gazetteer.load(COMMITTED, own)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"addresses":[\n', '"doors":[\n'),
        ("52.36", "4.91"),
        ('"test"]', '"other"]'),
        ('"metro"', '"moon"'),
        ("{", ""),
    ],
)
def test_load_refuses_a_file_that_is_not_as_documented(tmp_path: Path, old: str, new: str):
    path = tmp_path / "gazetteer.json"
    path.write_text(format_entries(ENTRIES, "made up").replace(old, new, 1), "utf-8")
    with pytest.raises(InvalidData, match=r"gazetteer\.json"):
        Gazetteer.load(path)


def test_load_names_a_file_that_is_not_there(tmp_path: Path):
    with pytest.raises(InvalidData, match="absent"):
        Gazetteer.load(tmp_path / "absent.json")


@pytest.mark.parametrize(
    ("text", "near", "metres"),
    [
        ("Centraal Station", Point(4.9003, 52.3781), 500),
        ("station Haarlem", Point(4.6382, 52.3877), 500),
        ("Amsterdam Zuidoost", Point(4.97, 52.31), 2500),
        ("1091", Point(4.915, 52.355), 850),
        ("2011", Point(4.636, 52.381), 850),
        ("Weesp", Point(5.042, 52.308), 2600),
        ("Dam", Point(4.8925, 52.373), 250),
    ],
)
def test_the_committed_gazetteer_knows_where_things_are(committed: Gazetteer, text: str, near: Point, metres: float):
    assert metres_between(committed.find(text)[0].point, near) <= metres


def test_the_committed_gazetteer_is_small_describes_its_sources_and_stays_in_the_area(committed: Gazetteer):
    assert COMMITTED.stat().st_size < 250_000
    assert "ODbL" in committed.sources["osm"].licence
    for text in ("buurt", "straat", "amsterdam", "haarlem", "10", "station", "buurtteam"):
        for hit in committed.find(text, 20):
            assert SERVED_AREA.contains(hit.point)
            assert hit.source in committed.sources
