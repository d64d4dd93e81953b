"""Which rows are one place, and which facts go to it."""

from __future__ import annotations

from finder.domain.geometry import Point
from finder.merging.claims import KeyClaim
from finder.merging.grouping import attach_claims, group_rows
from tests.merging.import_rows import fact, row

FAR = Point(4.95, 52.38)


def rows_of(groups) -> list[list[str]]:
    return [[one.row for one in group.rows] for group in groups]


def test_a_row_joins_the_place_it_names_also_by_way_of_another():
    groups, left_out = group_rows([row(1), row(2, same_as="P3"), row(3, same_as="P1")], {})
    assert rows_of(groups) == [["P1", "P2", "P3"]]
    assert groups[0].why == {"P2": "same place as P1", "P3": "same place as P1"}
    assert left_out == {}


def test_a_row_that_names_none_or_a_refused_one_is_left_out_with_its_reason():
    groups, left_out = group_rows([row(1), row(2, same_as="P1"), row(3, same_as="P9")], {"P1": "a sports club"})
    assert groups == []
    assert left_out == {
        "P1": "a sports club",
        "P2": "its main row P1 is refused: a sports club",
        "P3": "its main row P9 is no row that makes a place",
    }


def test_rows_in_a_circle_are_left_out():
    groups, left_out = group_rows([row(1, same_as="P2"), row(2, same_as="P1")], {})
    assert groups == []
    assert left_out.keys() == {"P1", "P2"}


def test_what_is_alike_is_joined_with_all_its_rows_though_no_row_says_so():
    rows = [row(1, "De Meeuw"), row(2, "Elders", same_as="P3", point=FAR), row(3, "Huis van de Wijk De Meeuw")]
    (group,), _ = group_rows(rows, {})
    assert rows_of([group]) == [["P1", "P3", "P2"]]
    assert group.why["P2"] == "same name 0 m away: De Meeuw"


def test_a_fact_goes_to_the_place_of_its_row_read_once():
    groups, left_out = group_rows([row(1), row(2, same_as="P1"), row(3, refuse="x")], {"P3": "x"})
    taken, about_refused = fact(1, "activity", "music", place="P2"), fact(2, "activity", "music", place="P3")
    wrong, nowhere = fact(3, "activity", "golf"), fact(4, "activity", "music", place="P7")
    refused = attach_claims(
        groups, [taken, about_refused, wrong, nowhere, fact(5, "x", "", refuse="too weak")], left_out
    )
    assert groups[0].claims == [KeyClaim(taken, "activity", "music")]
    assert {origin.row: why for origin, why in refused.items()} == {
        "W2": "its place P3: x",
        "W3": "value: 'golf' is not in the vocabulary",
        "W4": "no place row has the id 'P7'",
        "W5": "too weak",
    }
    assert [origin.row for origin in groups[0].origins] == ["P1", "P2", "W1"]
