"""The gazetteer against a small city made up for the tests, and against the committed one."""

import hashlib
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from finder.domain.errors import InvalidData
from finder.domain.geometry import SERVED_AREA, Point, metres_between
from finder.geocode.entries import FoundKind, KnownPostcode, StreetsFile, format_entries
from finder.geocode.found import Found, Lookup, Question
from finder.geocode.gazetteer import Gazetteer
from finder.geocode.streets import street_table
from finder.geocode.streets_file import format_streets
from tests.geocode.small import ENTRIES, FURTHER, HERE, IN_HAARLEM, NEXT_DOOR, STREETS, small_table, street
from tests.paths import ROOT

COMMITTED = ROOT / "data" / "gazetteer.json"
WEST_END = KnownPostcode("1018", "Amsterdam", Point(4.848, 52.37), 600, "test")
WITH_1018 = Gazetteer(replace(ENTRIES, postcodes=(*ENTRIES.postcodes, WEST_END)), (), small_table())
SOUTH_POINT = Point(4.9, 52.3)
SMALL = Gazetteer(ENTRIES, (), small_table())


@pytest.fixture(scope="module")
def committed() -> Gazetteer:
    return Gazetteer.load(COMMITTED)


def settled(text: str, gazetteer: Gazetteer = SMALL) -> Found:
    meaning = gazetteer.lookup(text)
    assert meaning.settled is not None, meaning
    assert not meaning.choices
    return meaning.settled


def choices(text: str, question: Question, gazetteer: Gazetteer = SMALL) -> list[str]:
    meaning = gazetteer.lookup(text)
    assert (meaning.settled, meaning.question) == (None, question)
    assert not any(choice.certain for choice in meaning.choices)
    return [choice.label for choice in meaning.choices]


@pytest.mark.parametrize("text", ["1091 GR", "1091gr", " 1091  Gr ", "1091GR Amsterdam", "1091 gr, amsterdam"])
def test_a_known_postcode_however_it_is_written(text: str):
    found = settled(text)
    assert (found.label, found.kind, found.point) == ("1091 GR Amsterdam", FoundKind.POSTCODE, NEXT_DOOR)
    assert (found.precision_metres, found.certain) == (75, True)


def test_an_unknown_postcode_is_its_digits_and_says_so():
    found = settled("1091 ZZ")
    assert (found.label, found.kind) == ("1091 Amsterdam", FoundKind.POSTCODE_AREA)
    assert (found.precision_metres, found.postcode_known, found.certain) == (850, False, False)


def test_four_digits_alone_are_what_was_asked():
    found = settled("1091")
    assert (found.kind, found.postcode_known, found.certain) == (FoundKind.POSTCODE_AREA, True, True)


def test_a_postcode_in_another_town_than_was_typed_is_asked_about():
    assert choices("1091 GR Haarlem", Question.MEANT) == ["1091 GR, Amsterdam"]


def test_a_postcode_with_a_number_is_that_house_or_says_that_it_is_not_known():
    assert settled("1091GR 220").label == "Wibautstraat 220-222, 1091 GR Amsterdam"
    found = settled("1091GR 99")
    assert (found.label, found.number_known) == ("1091 GR Amsterdam", False)


@pytest.mark.parametrize("text", ["Wibautstraat 131", "WIBAUTSTR 131", "wibautstr. 131 Amsterdam", "131 Wibautstraat"])
def test_a_known_address(text: str):
    found = settled(text)
    assert (found.label, found.kind) == ("Wibautstraat 131, 1091 GL Amsterdam", FoundKind.ADDRESS)
    assert (found.point, found.precision_metres, found.certain) == (HERE, 20, True)


@pytest.mark.parametrize("text", ["Kerkstraat 10, Amsterdam", "amsterdam kerkstr. 10-3", "Kerkstraat 10 hs Amsterdam"])
def test_an_inferred_number_in_one_town(text: str):
    found = settled(text)
    assert (found.label, found.name, found.number) == ("Kerkstraat 10, Amsterdam", "Kerkstraat", "10")
    assert (found.point, found.precision_metres, found.certain) == (Point(4.8890, 52.36), 50, True)


def test_a_known_door_comes_before_an_inferred_number():
    assert settled("Kerkstraat 50 Amsterdam").precision_metres == 20


def test_a_number_that_nobody_knows_is_never_dropped_in_silence():
    found = settled("Kerkstraat 999 Amsterdam")
    assert (found.label, found.kind) == ("Kerkstraat, Amsterdam", FoundKind.STREET)
    assert (found.precision_metres, found.number_known, found.certain) == (360, False, False)


def test_a_number_between_its_neighbours_is_not_known_but_nearer():
    found = settled("Kerkstraat 6 Amsterdam")
    assert (found.precision_metres, found.number_known) == (140, False)


def test_a_loose_number_says_only_the_street():
    found = settled("Kerkstraat 300 Amsterdam")
    assert (found.kind, found.number_known) == (FoundKind.STREET, False)


def test_a_known_postcode_says_where_an_unknown_number_is():
    found = settled("Kerkstraat 999, 1017 GA")
    assert (found.point, found.precision_metres, found.number_known) == (Point(4.8935, 52.36), 75, False)


def test_a_postcode_says_nothing_where_the_street_says_more():
    assert settled("Kerkstraat 6, 1017 GB").precision_metres == 140


def test_a_long_street_that_another_town_has_too_is_asked_about_by_town_first():
    gazetteer = Gazetteer(ENTRIES, (), street_table([*STREETS, street("Lange Weg", "Haarlem", IN_HAARLEM)]))
    assert choices("Lange Weg", Question.WHICH, gazetteer) == ["Lange Weg, Amsterdam", "Lange Weg, Haarlem"]


def test_a_street_of_two_towns_is_asked_about_until_the_town_or_the_postcode_is_given():
    labels = ["Kerkstraat 10, Amsterdam", "Kerkstraat 10, Haarlem"]
    assert choices("Kerkstraat 10", Question.WHICH) == labels
    assert settled("Kerkstraat 10 Haarlem").point == Point(4.6402, 52.38)
    assert settled("Kerkstraat 10, 2011 AB").point == Point(4.6402, 52.38)
    assert settled("Kerkstraat 10, 1017 GA").point == Point(4.8890, 52.36)


def test_a_number_that_no_house_has_may_be_the_digits_of_a_postcode():
    assert settled("Kerkstraat 2011").town == "Haarlem"
    assert settled("Kerkstraat 1017").town == "Amsterdam"
    assert settled("Kerkstraat 1017").number_known
    assert not settled("Wibautstraat 2011").number_known
    assert settled("Kerkstraat 10 2011").number == "10"


def test_of_a_long_street_only_the_parts_that_may_lie_in_the_postcode_are_asked_about():
    parts = choices("Lange Weg", Question.WHICH)
    near = choices("Lange Weg 1018", Question.WHICH, WITH_1018)
    assert near == parts[:2]
    assert choices("Lange Weg 9999", Question.WHICH) == parts


def test_a_street_that_does_not_lie_in_the_postcode_is_asked_about():
    assert choices("Hygiëaplein 7, 2011 AB", Question.WHICH) == ["Hygiëaplein 7, Amsterdam", "2011, Haarlem"]


@pytest.mark.parametrize("text", ["Hygieaplein 7", "HYGIËAPLEIN 7", "Hygi?aplein 7", "hygiea plein 7"])
def test_accents_and_lost_letters_are_no_guess(text: str):
    assert settled(text).label == "Hygiëaplein 7, Amsterdam"


def test_a_street_that_ends_in_a_number():
    assert settled("Plein 40-45 5").label == "Plein '40-'45 5, Amsterdam"
    assert settled("plein '40-'45").label == "Plein '40-'45, Amsterdam"


def test_two_streets_of_one_name_in_a_town_are_told_apart():
    assert choices("Lindestraat", Question.WHICH) == ["Lindestraat, West", "Lindestraat, Centrum"]
    assert settled("Lindestraat West").point == Point(4.85, 52.38)


def test_a_long_street_is_asked_about_by_its_parts():
    labels = choices("Lange Weg", Question.WHICH)
    assert labels == [
        "Lange Weg, West, bij Molenpad",
        "Lange Weg, West, bij Lange Wegbuurt",
        "Lange Weg, West, bij Dijkplein",
        "Lange Weg, Centrum, bij Lindestraatbuurt",
    ]


@pytest.mark.parametrize(
    "text", ["Lindestraat", "Lange Weg", "Kerkstraat 10", "Kerkstraat", "Wibautstraat", "van galenbuurt"]
)
def test_the_label_of_a_choice_is_that_choice(text: str):
    meaning = SMALL.lookup(text)
    assert len({choice.label for choice in meaning.choices}) == len(meaning.choices) > 1
    for choice in meaning.choices:
        assert settled(choice.label).point == choice.point


def test_what_is_only_like_a_name_is_always_asked_about():
    assert choices("AMOC", Question.MEANT) == ["AMC, Amsterdam"]
    assert choices("wibatstraat 131", Question.MEANT) == ["Wibautstraat 131, Amsterdam"]
    assert choices("zuido", Question.MEANT) == ["Zuidoost, Amsterdam"]
    assert choices("ik slaap bij Hygiëaplein 7", Question.MEANT) == ["Hygiëaplein 7, Amsterdam"]
    assert choices("Hygiëaplein 7 Haarlem", Question.MEANT)[0] == "Hygiëaplein 7, Amsterdam"


@pytest.mark.parametrize("text", ["station Haarlem", "Haarlem station", "treinstation in Haarlem"])
def test_a_station_is_the_station_and_not_the_neighbourhood_around(text: str):
    assert settled(text).label == "Station Haarlem, Haarlem"
    assert settled("Haarlem").kind is FoundKind.TOWN


def test_a_station_that_the_town_does_not_have_is_asked_about_in_that_town():
    assert choices("Haarlem centraal station", Question.MEANT)[0] == "Station Haarlem, Haarlem"


def test_a_station_and_the_metro_under_it_are_one_start():
    found = settled("station amstel")
    assert (found.label, found.precision_metres) == ("Station Amsterdam Amstel, Amsterdam", 100)


def test_a_stop_and_an_area_of_one_name_are_asked_about():
    assert choices("Zuid", Question.WHICH) == ["Metro Zuid, Amsterdam", "Wijk Zuid, Amsterdam"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Amsterdam Zuidoost", "Zuidoost, Amsterdam"),
        ("stadsdeel zuidoost", "Zuidoost, Amsterdam"),
        ("metro wibautstr", "Metro Wibautstraat, Amsterdam"),
        ("curacaostraat", "Halte Curaçaostraat, Amsterdam"),
        ("1e van Swindenstraat", "Eerste Van Swindenstraat, Amsterdam"),
        ("dykplein", "Dijkplein, Amsterdam"),
        ("inloophuis de lamp", "Inloophuis De Lamp, Amsterdam"),
    ],
)
def test_names_as_people_write_them(text: str, label: str):
    assert settled(text).label == label


@pytest.mark.parametrize(
    "text", ["", "   ", "??", ",", ",,,", "9999 ZZ", "0000", "qqqqqqqq", "<script>", "1" * 5000, "\x00\ud800"]
)
def test_what_nobody_knows_is_unknown(text: str):
    assert SMALL.lookup(text) == Lookup()
    assert SMALL.find(text) == []


@given(st.text(max_size=40) | st.text("Kerkstaw 10,9GR-ij?", max_size=30))
@example("bij bij, West")
@example("station, ")
@settings(deadline=None)
def test_any_text_is_settled_or_a_question_in_words_that_differ_or_unknown(text: str):
    meaning = SMALL.lookup(text)
    assert (meaning.settled is not None) + (meaning.question is not None) + meaning.unknown == 1
    assert (meaning.question is None) == (not meaning.choices)
    labels = [choice.label for choice in meaning.choices]
    assert len(set(labels)) == len(labels)
    assert all(hit.label and hit.precision_metres > 0 for hit in SMALL.find(text))


def test_find_gives_what_is_settled_or_the_choices():
    assert SMALL.find("1091 GR") == [settled("1091 GR")]
    assert [hit.label for hit in SMALL.find("Kerkstraat 10")] == ["Kerkstraat 10, Amsterdam", "Kerkstraat 10, Haarlem"]
    assert len(SMALL.find("Kerkstraat 10", 1)) == 1
    assert SMALL.find("Kerkstraat 10", 0) == []


def test_locate_address_knows_no_inferred_number():
    assert SMALL.locate_address("Wibautstraat", "131", "1091 GL", "Amsterdam") == HERE
    assert SMALL.locate_address("Wibautstraat", "220", "", "Amsterdam") == FURTHER
    assert SMALL.locate_address("Kerkstraat", "10", "", "Amsterdam") is None


def _written(folder: Path, content: bytes | None = None, **changes: str) -> Path:
    streets = format_streets(small_table())
    named = {"file": "streets.npz", "sha256": hashlib.sha256(streets).hexdigest(), "source": "test"} | changes
    (folder / "streets.npz").write_bytes(streets if content is None else content)
    path = folder / "gazetteer.json"
    path.write_text(format_entries(replace(ENTRIES, streets=StreetsFile(**named)), "made up"), "utf-8")
    return path


def test_load_reads_both_files_and_an_operators_own_starting_points(tmp_path: Path):
    own = tmp_path / "starting_points.csv"
    own.write_text("# ours\nname,town,longitude,latitude\nDe Kiosk,Haarlem,4.64,52.38\n", "utf-8")
    gazetteer = Gazetteer.load(_written(tmp_path), own)
    found = settled("de kiosk", gazetteer)
    assert (found.label, found.kind, found.certain) == ("De Kiosk, Haarlem", FoundKind.STARTING_POINT, True)
    assert found.point == IN_HAARLEM
    assert gazetteer.starting_points == ("Inloophuis De Lamp", "De Kiosk")
    assert settled("Kerkstraat 10 Amsterdam", gazetteer) == settled("Kerkstraat 10 Amsterdam")


def test_an_operators_own_starting_point_wins_from_whatever_else_is_called_so(tmp_path: Path):
    own = tmp_path / "starting_points.csv"
    rows = (
        "AMC,Amsterdam,4.9,52.3",
        "De Kiosk,Haarlem,4.64,52.38",
        "De Kiosk,Weesp,5.04,52.3",
        "Kerkstraat,,4.91,52.37",
    )
    own.write_text("\n".join(["name,town,longitude,latitude", *rows]), "utf-8")
    gazetteer = Gazetteer.load(_written(tmp_path), own)
    assert gazetteer.own_points == ("AMC, Amsterdam", "De Kiosk, Haarlem", "De Kiosk, Weesp", "Kerkstraat")
    for text, point in (("amc", SOUTH_POINT), ("AMC Amsterdam", SOUTH_POINT), ("kerkstraat", Point(4.91, 52.37))):
        assert settled(text, gazetteer).point == point
        assert settled(text, gazetteer).precision_metres <= 20
    assert choices("de kiosk", Question.WHICH, gazetteer) == ["De Kiosk, Haarlem", "De Kiosk, Weesp"]
    assert settled("De Kiosk, Weesp", gazetteer).town == "Weesp"
    assert SMALL.own_points == ()


@pytest.mark.parametrize(
    "row", ["De Kiosk,Haarlem,52.38,4.64", ",Haarlem,4.64,52.38", "De Kiosk,Haarlem,,", "De Kiosk"]
)
def test_load_refuses_a_starting_point_it_cannot_place_and_names_the_row(tmp_path: Path, row: str):
    own = tmp_path / "starting_points.csv"
    own.write_text(f"name,town,longitude,latitude\n{row}\n", "utf-8")
    with pytest.raises(InvalidData, match="row 1"):
        Gazetteer.load(_written(tmp_path), own)


@pytest.mark.parametrize(
    "changes", [{"sha256": "0" * 64}, {"file": "absent.npz"}, {"file": "../streets.npz"}, {"source": "other"}]
)
def test_load_refuses_streets_that_are_not_those_of_the_file(tmp_path: Path, changes: dict[str, str]):
    with pytest.raises(InvalidData, match=r"streets|absent|gazetteer"):
        Gazetteer.load(_written(tmp_path, **changes))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"addresses":[\n', '"doors":[\n'),
        ("52.36", "4.91"),
        ('"test"]', '"other"]'),
        ('"metro"', '"moon"'),
        ('"sha256":', '"sum":'),
        ("{", ""),
    ],
)
def test_load_refuses_a_file_that_is_not_as_documented(tmp_path: Path, old: str, new: str):
    path = _written(tmp_path)
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(InvalidData, match=r"gazetteer\.json"):
        Gazetteer.load(path)


def test_load_names_a_file_that_is_not_there(tmp_path: Path):
    with pytest.raises(InvalidData, match="absent"):
        Gazetteer.load(tmp_path / "absent.json")


@pytest.mark.parametrize(
    ("text", "near", "metres"),
    [
        ("Centraal Station", Point(4.9003, 52.3781), 300),
        ("haarlem station", Point(4.6382, 52.3877), 100),
        ("Amsterdam Zuidoost", Point(4.97, 52.31), 2500),
        ("1057", Point(4.855, 52.366), 1100),
        ("1055 LT", Point(4.852, 52.379), 1100),
        ("2011", Point(4.636, 52.381), 1100),
        ("Weesp", Point(5.042, 52.308), 2900),
        ("Dam", Point(4.8925, 52.373), 180),
        ("Dam 1", Point(4.8931, 52.3726), 150),
        ("Weerdestein 10", Point(4.8888, 52.3317), 50),
        ("Grote Markt 2 Haarlem", Point(4.636, 52.381), 150),
    ],
)
def test_the_committed_gazetteer_knows_where_things_are(committed: Gazetteer, text: str, near: Point, metres: float):
    found = settled(text, committed)
    assert metres_between(found.point, near) <= metres
    assert found.precision_metres <= metres + 100


def test_the_committed_gazetteer_asks_where_the_review_saw_it_guess(committed: Gazetteer):
    assert choices("AMOC", Question.MEANT, committed) == ["AMC, Amsterdam"]
    assert choices("Postjesweg", Question.WHICH, committed) == [
        "Metro Postjesweg, Amsterdam",
        "Postjesweg, Nieuw-West, bij August Allebéplein",
        "Postjesweg, Nieuw-West, bij Piet Mondriaanplein",
        "Postjesweg, West, bij Hoofdweg",
        "Halte Postjesweg, Amsterdam",
    ]
    assert choices("Kerkstraat 10", Question.WHICH, committed) == [
        "Kerkstraat 10, Amsterdam",
        "Kerkstraat 10, Haarlem",
        "Kerkstraat, Weesp",
    ]


def test_the_committed_gazetteer_says_what_it_does_not_know(committed: Gazetteer):
    assert not settled("Wibautstraat 500", committed).number_known
    assert not settled("1055 LT", committed).postcode_known
    assert settled("1055 LT", committed).kind is FoundKind.POSTCODE_AREA


def test_the_committed_gazetteer_describes_its_sources_and_stays_in_the_area(committed: Gazetteer):
    for source in ("osm", "osm2026", "streets"):
        assert "ODbL" in committed.sources[source].licence
    for text in ("buurt", "straat", "amsterdam", "haarlem", "10", "station", "buurtteam", "Dam 1"):
        for hit in committed.find(text, 20):
            assert SERVED_AREA.contains(hit.point)
            assert hit.source in committed.sources


def test_the_committed_gazetteer_is_small_on_disk_and_in_memory_and_quick_to_load():
    size = COMMITTED.stat().st_size + COMMITTED.with_name("gazetteer_streets.npz").stat().st_size
    assert size < 4_000_000
    seconds = []
    for _ in range(3):
        started = time.process_time()
        Gazetteer.load(COMMITTED)
        seconds.append(time.process_time() - started)
    assert min(seconds) < 0.3
    tracemalloc.start()
    kept = Gazetteer.load(COMMITTED)
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept
    assert used < 30_000_000
