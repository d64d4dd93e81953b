"""What a hit has of each wish, by literals: known with its times, likely with its reason, not known, or not so."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from finder.domain.evidence import Basis, Evidence
from finder.domain.filters import Filters, Stretch, avoided
from finder.domain.geometry import BBox
from finder.domain.hits import Reason
from finder.domain.likely import Guess, Likelihood
from finder.domain.place import Fact, OpeningHours, SpokenLanguage
from finder.domain.vocabulary import Answer, LanguageLevel, Need, PlaceKind, Religion
from finder.search import reasons as reasons_module
from finder.search.index import PlaceIndex
from tests.places import HERE, a_place, a_source, sourced
from tests.search.strategies import NOW

NO, UNLIKELY, UNKNOWN, LIKELY, YES = Likelihood
PLACE = a_place(
    kind=PlaceKind.CHURCH,
    religion=Religion.CHRISTIAN,
    languages=(
        SpokenLanguage("ti", LanguageLevel.GATHERING, "Su 10:00-12:00"),
        SpokenLanguage("am", LanguageLevel.STAFF),
        SpokenLanguage("ar", LanguageLevel.PRINTED),
    ),
    needs={Need.MEAL: Fact(Answer.YES, when="We 18:00-20:00"), Need.WIFI: Fact(Answer.YES)},
    hours=OpeningHours("24/7"),
)


def reasons(**chosen):
    (hit,) = PlaceIndex([PLACE]).search(Filters(**chosen), now=NOW).items
    return hit.reasons


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, []),
        ({"kinds": {"church", "mosque"}}, [Reason("kinds", "church", YES), Reason("kinds", "mosque", NO)]),
        ({"languages": {"ti"}}, [Reason("languages", "ti", YES, "Su 10:00-12:00")]),
        (
            {"languages": {"ti", "am"}},
            [Reason("languages", "am", YES), Reason("languages", "ti", YES, "Su 10:00-12:00")],
        ),
        (
            {"languages": {"ti", "ar", "pl"}},
            [
                Reason("languages", "ti", YES, "Su 10:00-12:00"),
                Reason("languages", "ar", UNKNOWN),
                Reason("languages", "pl", NO),
            ],
        ),
        ({"languages": {"ar", "pl"}}, [Reason("languages", "ar", UNKNOWN), Reason("languages", "pl", NO)]),
        ({"needs": {Need.MEAL}}, [Reason("needs", "meal", YES, "We 18:00-20:00")]),
        ({"needs": {Need.DOGS, Need.SHOWER}}, [Reason("needs", "dogs", UNKNOWN), Reason("needs", "shower", UNKNOWN)]),
        ({"rather_not_religions": {Religion.MUSLIM}}, [Reason("rather_not_religions", "muslim", YES)]),
        ({"rather_not_communities": {"thai"}}, [Reason("rather_not_communities", "thai", UNKNOWN)]),
        ({"near": HERE, "within": 500.0}, [Reason("within", "500", YES)]),
        ({"bbox": BBox(4.8, 52.3, 5.0, 52.4)}, [Reason("bbox", "4.8,52.3,5.0,52.4", YES)]),
        ({"open_at": NOW}, [Reason("open_at", "2026-11-23T11:30:00+00:00", YES, "24/7")]),
    ],
)
def test_of_every_wish_it_is_told_whether_the_place_has_it_the_best_known_first(chosen, expected):
    sets = {name: frozenset(value) if isinstance(value, set) else value for name, value in chosen.items()}
    assert reasons(**sets) == tuple(expected)


EVIDENCE = sourced(Evidence(Basis.NETWORK, "diyanet", ("tr",)), a_source("2019", "sermons"))
OLD = sourced(OpeningHours("24/7"), a_source("2020-05", "hours"))


def test_what_is_likely_says_why_and_who_says_that_and_so_does_what_is_unlikely():
    mosque = a_place(kind=PlaceKind.MOSQUE, evidence=[EVIDENCE])
    index = PlaceIndex([mosque])
    guess = Guess(Basis.NETWORK, "diyanet", "tr", EVIDENCE.source)
    for code, answer, match in (("tr", LIKELY, "likely"), ("ary", UNLIKELY, "perhaps")):
        (hit,) = index.search(Filters(languages=frozenset({code})), now=NOW).items
        assert hit.reasons == (Reason("languages", code, answer, None, guess),)
        assert hit.match == match


def test_old_hours_are_why_a_place_is_likely_open():
    hits = PlaceIndex([a_place(hours=OLD)]).search(Filters(open_at=NOW), now=NOW)
    guess = Guess(Basis.HOURS, "2020-05", "24/7", OLD.source)
    assert hits.items[0].reasons == (Reason("open_at", "2026-11-23T11:30:00+00:00", LIKELY, None, guess),)
    undated = a_place(hours=sourced(OpeningHours("Mo 12:00-12:01"), a_source(None)))
    (hit,) = PlaceIndex([undated]).search(Filters(open_at=NOW), now=NOW).items
    assert (hit.reasons[0].answer, hit.reasons[0].guess.key) == (UNLIKELY, "")


def test_what_is_remembered_of_a_place_is_right_whatever_it_stands_beside(monkeypatch):
    monkeypatch.setattr(reasons_module, "MOST_KEPT", 2)
    others = [a_place(f"Plek {number}", PlaceKind.CHURCH) for number in range(3)]
    index = PlaceIndex([PLACE, *others])
    filters = Filters(languages=frozenset({"ti"}))
    first = index.search(filters, now=NOW, limit=1).items[0]
    for limit in (4, 1, 2):
        hits = index.search(filters, now=NOW, limit=limit).items
        assert hits[0] == first
        assert [hit.reasons[0].answer for hit in hits[1:]] == [UNKNOWN] * (limit - 1)


def test_a_stretch_is_told_from_its_start_to_its_end():
    (reason,) = reasons(open_at=Stretch(NOW, NOW + timedelta(hours=1)))
    assert reason == Reason("open_at", "2026-11-23T11:30:00+00:00/2026-11-23T12:30:00+00:00", YES, "24/7")


def test_reasons_stand_in_the_order_of_the_filters_and_the_distance_comes_last():
    told = reasons(
        near=HERE,
        within=500.0,
        open_at=NOW,
        needs=frozenset({Need.DOGS}),
        languages=frozenset({"ti"}),
        kinds=frozenset({PlaceKind.CHURCH}),
    )
    assert [reason.filter for reason in told] == ["kinds", "languages", "needs", "open_at", "within"]
    assert [reason.certain for reason in told] == [True, True, False, True, True]


def test_each_of_several_places_gets_reasons_of_its_own():
    other = a_place("Andere", PlaceKind.CHURCH, languages=(SpokenLanguage("am", LanguageLevel.STAFF),))
    filters = Filters(kinds=frozenset({PlaceKind.CHURCH}), languages=frozenset({"am"}), needs=frozenset({Need.WIFI}))
    sure, unsure = PlaceIndex([other, PLACE]).search(filters, now=NOW).items
    assert [reason.certain for reason in sure.reasons] == [True, True, True]
    assert [(reason.filter, reason.certain) for reason in unsure.reasons] == [
        ("kinds", True),
        ("languages", True),
        ("needs", False),
    ]


def test_of_what_is_avoided_both_is_told_what_is_certain_and_what_nobody_knows():
    @dataclass(frozen=True, slots=True)
    class More(Filters):
        rather_not_needs: frozenset[Need] = field(default=frozenset(), metadata=avoided("not_need", "needs"))

    quiet = a_place(needs={Need.DOGS: Answer.NO})
    filters = More(rather_not_needs=frozenset({Need.DOGS, Need.CHILDREN}))
    (hit,) = PlaceIndex([quiet], of=More).search(filters, now=NOW).items
    assert hit.reasons == (Reason("rather_not_needs", "dogs", YES), Reason("rather_not_needs", "children", UNKNOWN))
