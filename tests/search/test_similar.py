"""What is like a place near a new address: for reasons that both places have, never for being near."""

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finder.domain.geometry import Point, metres_between, walking_minutes
from finder.domain.place import SpokenLanguage
from finder.domain.vocabulary import Answer, LanguageLevel, Need, PlaceKind, Religion, Status
from finder.formats.places_file import read_places
from finder.search.similar import NEAR_METRES, TOO_FAR_MINUTES, Shared, SimilarPlaces, measure_again, most_similar
from tests.paths import ROOT
from tests.places import a_gathering, a_hidden_place, a_place
from tests.search import strategies

PLACES = read_places(ROOT / "data/places.geojson")
HERE, HAARLEM, ZUIDOOST = Point(4.9, 52.36), Point(4.6462, 52.3874), Point(4.95, 52.31)


def place(code, kind=PlaceKind.CHURCH, metres_east=100.0, **parts):
    return a_place(code, kind, Point(HERE.longitude + metres_east / 68200, HERE.latitude), code=code, **parts)


def speaks(*codes, level=LanguageLevel.STAFF):
    return tuple(SpokenLanguage(code, level) for code in codes)


def codes(found):
    return [one.place.code for one in found]


def has(place, shared):
    """Read off the place, by another way than the code under test, whether it has a value."""
    name, value = shared
    match name:
        case "kinds":
            return place.kind == value
        case "religions":
            return place.religion == value
        case "denominations":
            return value in place.denominations
        case "communities":
            return value in place.communities
        case "languages":
            return any(each.code == value and each.level is not LanguageLevel.PRINTED for each in place.languages)
        case "gatherings":
            return any(each.kind == value for each in place.gatherings)
        case "needs":
            return place.need(Need(value)).answer is Answer.YES
    raise AssertionError(name)


@settings(deadline=None)
@given(strategies.places, strategies.sources, st.integers(1, 5))
def test_every_reason_is_true_of_both_places_and_the_place_itself_is_never_found(places, source, limit):
    if not places:
        return
    wanted, near = source.choice(places), strategies.random_point(source)
    found = most_similar(wanted, near, places, limit)
    assert len(found) <= limit
    assert len(set(codes(found))) == len(found)
    for one in found:
        assert one.place.code != wanted.code
        assert not one.place.status.gone
        assert one.metres <= NEAR_METRES
        assert one.metres == pytest.approx(metres_between(one.place.point, near))
        assert all(has(one.place, shared) and has(wanted, shared) for shared in one.shared)
        names = {shared.filter for shared in one.shared}
        assert names & {"kinds", "languages", "communities", "denominations"}


@settings(deadline=None)
@given(strategies.places, strategies.sources)
def test_the_answer_does_not_depend_on_the_order_of_the_places(places, source):
    if places:
        wanted, near = source.choice(places), strategies.random_point(source)
        mixed = source.sample(places, len(places))
        assert codes(most_similar(wanted, near, places, 5)) == codes(most_similar(wanted, near, mixed, 5))


def test_a_library_next_door_is_not_like_a_church():
    church = place("church", religion=Religion.CHRISTIAN, needs={Need.WIFI: Answer.YES})
    library = place("library", PlaceKind.LIBRARY, 0, religion=Religion.NONE, needs={Need.WIFI: Answer.YES})
    assert most_similar(church, HERE, [library]) == []


def test_a_shared_language_goes_before_a_nearer_place_of_the_same_kind():
    wanted = place("wanted", languages=speaks("ti"), denominations=("orthodox",))
    near, further = place("near", metres_east=200), place("further", metres_east=1500, languages=speaks("ti", "nl"))
    (best,) = most_similar(wanted, HERE, [near, further, wanted])
    assert best.place.code == "further"
    assert best.shared == (Shared("languages", "ti"), Shared("kinds", "church"))


def test_of_two_that_are_equally_alike_the_nearer_one_is_better():
    found = most_similar(place("wanted"), HERE, [place("b", metres_east=900), place("a", metres_east=1000)], 2)
    assert codes(found) == ["b", "a"]


def test_what_is_not_near_the_new_address_is_not_offered():
    assert most_similar(place("wanted"), HERE, [place("far", metres_east=NEAR_METRES + 100)]) == []
    assert codes(most_similar(place("wanted"), HERE, [place("far", metres_east=NEAR_METRES + 100)], within=6000)) == [
        "far"
    ]


def test_dutch_and_what_is_only_printed_make_no_place_alike():
    group = PlaceKind.COMMUNITY_GROUP
    wanted = place("wanted", group, languages=(*speaks("nl", "pl"), *speaks("ar", level=LanguageLevel.PRINTED)))
    dutch, printed = place("dutch", group, languages=speaks("nl", "ar")), place("printed", group)
    polish = place("polish", PlaceKind.CHURCH, languages=speaks("pl"))
    assert codes(most_similar(wanted, HERE, [dutch, printed, polish], 5)) == ["polish"]


def test_a_house_of_prayer_is_not_like_one_of_another_religion():
    wanted = place("wanted", PlaceKind.MOSQUE, religion=Religion.MUSLIM, communities=("surinamese",))
    church = place("church", religion=Religion.CHRISTIAN, communities=("surinamese",))
    house = place("house", PlaceKind.COMMUNITY_CENTRE, religion=Religion.NONE, communities=("surinamese",))
    assert codes(most_similar(wanted, HERE, [church, house], 5)) == ["house"]


def test_a_church_of_a_known_other_current_comes_after_one_of_which_it_is_not_known():
    wanted = place("wanted", religion=Religion.CHRISTIAN, denominations=("syriac_orthodox", "orthodox"))
    other = place("other", metres_east=100, religion=Religion.CHRISTIAN, denominations=("jehovahs_witness",))
    unknown = place("unknown", metres_east=900, religion=Religion.CHRISTIAN)
    sister = place("sister", metres_east=2000, religion=Religion.CHRISTIAN, denominations=("orthodox",))
    assert codes(most_similar(wanted, HERE, [other, unknown, sister], 5)) == ["sister", "unknown", "other"]


def test_a_gathering_of_the_same_kind_counts_but_another_sort_says_nothing():
    def meeting(kind):
        return (a_gathering(kind=kind),)

    wanted = place("wanted", gatherings=meeting("meal") + meeting("other"))
    found = most_similar(
        wanted, HERE, [place("b", gatherings=meeting("meal")), place("a", gatherings=meeting("other"))], 2
    )
    assert codes(found) == ["b", "a"]
    assert found[0].shared[-1] == Shared("gatherings", "meal")
    assert found[1].shared == (Shared("kinds", "church"),)


@pytest.mark.parametrize("status", [Status.CLOSED, Status.MOVED])
def test_a_place_that_is_gone_is_not_offered(status):
    assert most_similar(place("wanted"), HERE, [place("gone", status=status)]) == []
    assert codes(most_similar(place("wanted"), HERE, [place("doubtful", status=Status.UNCERTAIN)])) == ["doubtful"]


def test_nothing_is_lost_when_a_list_is_measured_again():
    kept = [place("near"), place("gone", status=Status.CLOSED), place("far", metres_east=20000)]
    measured = measure_again(kept, HERE)
    assert [one.place for one in measured] == kept
    assert [one.too_far for one in measured] == [False, False, True]
    for one in measured:
        assert one.metres == pytest.approx(metres_between(one.place.point, HERE))
        assert one.minutes == walking_minutes(one.metres)
        assert one.too_far == (one.minutes > TOO_FAR_MINUTES)
    assert measure_again([], HERE) == []


def test_a_list_of_zuidoost_finds_something_alike_in_haarlem():
    nearby = [one for one in PLACES if metres_between(one.point, ZUIDOOST) < 2500 and not one.status.gone]
    candidates = SimilarPlaces(PLACES)
    found = [(wanted, best) for wanted in nearby for best in candidates.most_similar(wanted, HAARLEM)]
    assert len(found) > len(nearby) / 2
    for wanted, best in found:
        assert metres_between(best.place.point, HAARLEM) <= NEAR_METRES
        assert best.shared
        assert all(has(best.place, shared) and has(wanted, shared) for shared in best.shared)


def test_three_thousand_places_take_less_than_20_ms():
    source = random.Random(1)
    many = [replace(source.choice(PLACES), code=f"{number:05d}") for number in range(3000)]
    candidates = SimilarPlaces(many)
    times = []
    for wanted in source.sample(many, 60):
        began = time.perf_counter()
        candidates.most_similar(wanted, HERE, 3)
        times.append(time.perf_counter() - began)
    assert sorted(times)[len(times) // 2] < 0.02


def test_a_place_that_keeps_its_address_back_is_offered_to_nobody_as_near():
    speaking = [a_hidden_place(languages=speaks("ti")), place("00001", languages=speaks("ti"))]
    likes = SimilarPlaces(speaking).most_similar(a_place(languages=speaks("ti")), HERE, limit=5)
    assert [each.place.code for each in likes] == ["00001"]
