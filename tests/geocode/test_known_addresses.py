"""The gazetteer against 1,003 addresses of the city's register and a list of mosques, of which the door is known.

The register is a source of the gazetteer too. What counts is therefore the gazetteer without any known door: it has
only inferred house numbers to go by, as for an address that nobody wrote down.
"""

import pytest

from finder.geocode.gazetteer import Gazetteer
from finder.geocode.streets_file import parse_streets
from scripts.measure_gazetteer import ADDRESSES, measure, read_known, without_doors
from tests.paths import ROOT

GAZETTEER = ROOT / "data/gazetteer.json"
STREETS = ROOT / "data/gazetteer_streets.npz"
KNOWN = read_known()


@pytest.fixture(scope="module")
def inferred() -> Gazetteer:
    return without_doors(GAZETTEER)


def test_the_sample_is_small_and_whole():
    assert ADDRESSES.stat().st_size < 60_000
    assert len(KNOWN) == 1003


def test_most_addresses_are_found_within_50_metres_and_the_doubt_that_is_said_holds(inferred: Gazetteer):
    found = measure(inferred.lookup, KNOWN)
    assert found.within >= 0.75 * len(KNOWN)
    assert found.held >= 0.95 * len(KNOWN)
    assert found.settled + found.question + found.unknown == len(KNOWN)
    assert found.wrong == []
    assert found.milliseconds < 5


def test_no_wrong_street_is_taken_silently_without_the_town_either(inferred: Gazetteer):
    found = measure(inferred.lookup, KNOWN, with_town=False)
    assert found.wrong == []
    assert found.held >= 0.95 * found.settled
    assert found.unknown <= 5


def test_choices_of_a_name_differ_and_each_settles_by_its_own_words():
    gazetteer = Gazetteer.load(GAZETTEER)
    streets = parse_streets(STREETS.read_bytes(), STREETS.name).names
    asked = [meaning for street in sorted(set(streets))[::9] if (meaning := gazetteer.lookup(street)).choices]
    assert len(asked) > 50
    for meaning in asked:
        assert len({choice.label for choice in meaning.choices}) == len(meaning.choices)
        for choice in meaning.choices:
            settled = gazetteer.lookup(choice.label).settled
            assert settled is not None, choice.label
            assert settled.point == choice.point, choice.label


def test_with_its_doors_the_gazetteer_finds_nearly_all():
    found = measure(Gazetteer.load(GAZETTEER).lookup, KNOWN)
    assert found.within >= 0.99 * len(KNOWN)
    assert found.wrong == []
