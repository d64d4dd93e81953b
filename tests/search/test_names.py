"""Places found by their names: exactly, in part, misspelt, by another name, in another script."""

import statistics
import time

import pytest

from finder.formats.places_file import read_places
from finder.search.names import MOST, PlaceNames, label_of
from tests.paths import ROOT
from tests.places import a_hidden_place, a_place

WORLD = a_place("Het Wereldhuis")
TAWHEED = a_place("El Tawheed", also_called=("مسجد التوحيد", "Stichting Waqf"))
AMOC, AMOS = a_place("AMOC"), a_place("AMOS")
SULTAN, FATIH = a_place("Emir Sultan Moskee", also_called=("HDV Emir Sultan",)), a_place("HDV Fatih")
AKER = a_place("Huis van de Wijk De Aker")
PLACES = (WORLD, TAWHEED, AMOC, AMOS, SULTAN, FATIH, AKER)
NAMES = PlaceNames(PLACES)


def _found(text, **limit):
    return [each.place.name for each in NAMES.like(text, **limit)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Het Wereldhuis", "Het Wereldhuis"),
        ("wereldhuis", "Het Wereldhuis"),
        ("wereld huis", "Het Wereldhuis"),
        ("werldhuis", "Het Wereldhuis"),
        ("wereldh", "Het Wereldhuis"),
        ("el tawheed", "El Tawheed"),
        ("ELTAWHEED", "El Tawheed"),
        ("tawhid moskee", "El Tawheed"),
        ("التوحيد", "El Tawheed"),
        ("waqf", "El Tawheed"),
        ("hdv emir", "Emir Sultan Moskee"),
        ("fatieh", "HDV Fatih"),
        ("de aker", "Huis van de Wijk De Aker"),
    ],
)
def test_a_place_is_found_by_what_somebody_may_write(typed, name):
    assert _found(typed)[:1] == [name]


def test_the_exact_name_leaves_out_what_is_only_like_it():
    assert _found("AMOC") == ["AMOC"]
    assert NAMES.like("amoc")[0].likeness == 1


def test_without_an_exact_one_all_that_is_alike_is_found_in_order():
    assert _found("amok") == ["AMOC", "AMOS"]
    assert _found("amok", limit=1) == ["AMOC"]
    assert all(0.6 < each.likeness < 1 for each in NAMES.like("amok"))


def test_what_sounds_the_same_is_more_alike_than_what_is_written_almost_so():
    assert NAMES.like("tawhied")[0].likeness > 0.9 > NAMES.like("tawheer")[0].likeness


def test_the_name_that_was_found_is_told():
    assert [each.name for each in NAMES.like("waqf")] == ["Stichting Waqf"]


@pytest.mark.parametrize("typed", ["", "?", "moskee", "huis", "kerkstraat", "xqzzkwv", "Wibautstraat 131", "de"])
def test_what_names_no_place_finds_none(typed):
    assert NAMES.like(typed) == []
    assert NAMES.exactly(typed) == []


def test_words_that_many_have_are_a_name_only_as_a_whole():
    generic = a_place("Buurthuis")
    names = PlaceNames((generic, AKER))
    assert [each.place for each in names.like("buurthuis")] == [generic]
    assert names.like("buurt") == []


def test_exactly_does_not_mind_articles_accents_and_spaces():
    for typed in ("Het Wereldhuis", "wereldhuis", "WERELD-HUIS", "de wereldhuis"):
        assert NAMES.exactly(typed) == [WORLD]
    assert NAMES.exactly("Wereld") == []
    assert NAMES.exactly("hdv emir sultan") == [SULTAN]


def test_two_places_of_one_name_are_both_found():
    twins = (a_place("De Lamp", code="T0001"), a_place("De Lamp", code="T0002"))
    names = PlaceNames(twins)
    assert names.exactly("lamp") == list(twins)
    assert [each.place.code for each in names.like("lamp")] == ["T0001", "T0002"]


def test_a_label_is_that_place_and_no_other_text_is():
    assert NAMES.labelled(label_of(AMOC)) == AMOC
    assert NAMES.labelled(f" {label_of(AMOC)} ") == AMOC
    for typed in ("AMOC", f"AMOS ({AMOC.code})", "AMOC (00000)", f"({AMOC.code})", ""):
        assert NAMES.labelled(typed) is None


def test_a_place_that_keeps_its_address_back_is_found_and_is_no_start():
    hidden = a_hidden_place()
    names = PlaceNames((hidden,))
    assert names.exactly(hidden.name) == [hidden]
    assert names.labelled(label_of(hidden)) is None


def test_a_name_of_the_real_data_takes_less_than_five_milliseconds_of_processor_time():
    names = PlaceNames(read_places(ROOT / "data/places.geojson"))
    names.exactly("")
    seconds = []
    for typed in ("wereldhuis", "tawhid moskee", "hdv emir sultan", "xqzzkwv", "stichting de lamp", "amok") * 3:
        started = time.process_time()
        names.like(typed)
        seconds.append(time.process_time() - started)
    assert statistics.median(seconds) < 0.005


def test_no_more_than_a_hundred_are_found():
    names = PlaceNames([a_place("De Lamp", code=f"{number:05}") for number in range(MOST + 5)])
    assert len(names.like("lamp")) == MOST
    assert PlaceNames(()).like("lamp") == []
