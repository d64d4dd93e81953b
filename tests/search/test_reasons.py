"""Why a place is a hit, by literals: what it has, else what nobody knows, with the times at which it has it."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from finder.domain.filters import Filters, Stretch, avoided
from finder.domain.geometry import BBox
from finder.domain.hits import Reason
from finder.domain.place import Fact, OpeningHours, SpokenLanguage
from finder.domain.vocabulary import Answer, LanguageLevel, Need, PlaceKind, Religion
from finder.search.index import PlaceIndex
from tests.places import HERE, a_place
from tests.search.strategies import NOW

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
        ({"kinds": {"church", "mosque"}}, [Reason("kinds", "church", True)]),
        ({"languages": {"ti"}}, [Reason("languages", "ti", True, "Su 10:00-12:00")]),
        (
            {"languages": {"ti", "am"}},
            [Reason("languages", "am", True), Reason("languages", "ti", True, "Su 10:00-12:00")],
        ),
        ({"languages": {"ti", "ar"}}, [Reason("languages", "ti", True, "Su 10:00-12:00")]),
        ({"languages": {"ar", "pl"}}, [Reason("languages", "ar", False)]),
        ({"needs": {Need.MEAL}}, [Reason("needs", "meal", True, "We 18:00-20:00")]),
        ({"needs": {Need.DOGS, Need.SHOWER}}, [Reason("needs", "dogs", False), Reason("needs", "shower", False)]),
        ({"rather_not_religions": {Religion.MUSLIM}}, [Reason("rather_not_religions", "muslim", True)]),
        ({"rather_not_communities": {"thai"}}, [Reason("rather_not_communities", "thai", False)]),
        ({"near": HERE, "within": 500.0}, [Reason("within", "500", True)]),
        ({"bbox": BBox(4.8, 52.3, 5.0, 52.4)}, [Reason("bbox", "4.8,52.3,5.0,52.4", True)]),
        ({"open_at": NOW}, [Reason("open_at", "2026-11-23T11:30:00+00:00", True, "24/7")]),
    ],
)
def test_a_filter_tells_what_the_place_has_or_else_what_nobody_knows(chosen, expected):
    sets = {name: frozenset(value) if isinstance(value, set) else value for name, value in chosen.items()}
    assert reasons(**sets) == tuple(expected)


def test_a_stretch_is_told_from_its_start_to_its_end():
    (reason,) = reasons(open_at=Stretch(NOW, NOW + timedelta(hours=1)))
    assert reason == Reason("open_at", "2026-11-23T11:30:00+00:00/2026-11-23T12:30:00+00:00", True, "24/7")


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
    assert hit.reasons == (Reason("rather_not_needs", "dogs", True), Reason("rather_not_needs", "children", False))
