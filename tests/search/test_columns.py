"""Places as columns, each value with who has it and who may have it."""

import numpy as np
import pytest

from finder.domain.errors import InvalidData
from finder.domain.evidence import Basis, Evidence
from finder.domain.likely import Likelihood
from finder.domain.opening_hours import Trust
from finder.domain.place import OpeningHours, SpokenLanguage
from finder.domain.vocabulary import Answer, LanguageLevel, Need, Religion, Status
from finder.search.bitmaps import positions
from finder.search.columns import Postings, columns_of, hours_of, rank
from tests.places import a_place, a_source, sourced

NO, UNLIKELY, UNKNOWN, LIKELY, YES = Likelihood


def told(column, value):
    return [positions(words).tolist() for words in column.of(value)]


def test_whoever_is_silent_may_have_any_value_but_what_is_said_to_be_a_no():
    column = Postings({YES: {"a": [0]}, UNKNOWN: {"b": [1]}, NO: {"a": [3]}}, {UNKNOWN: [2, 3]}).column(5)
    assert told(column, "a") == [[0], [0, 2]]
    assert told(column, "b") == [[], [1, 2, 3]]
    assert told(column, "never said") == [[], [2, 3]]


def test_what_is_likely_and_what_is_unlikely_have_sets_of_their_own():
    column = Postings({YES: {"a": [0]}, LIKELY: {"a": [1]}, UNKNOWN: {"a": [3]}}, {UNLIKELY: [2, 3]}).column(5)
    assert told(column, "a") == [[0], [0, 1], [0, 1, 3], [0, 1, 2, 3]]
    assert told(column, "never said") == [[], [], [], [2, 3]]


def test_where_all_is_known_one_set_is_enough():
    column = Postings({YES: {"a": [0]}, NO: {"b": [0]}}).column(2)
    assert [told(column, value) for value in "abc"] == [[[0]], [[]], [[]]]


def test_a_vocabulary_has_a_row_for_each_value_in_order():
    assert list(Postings({YES: {"c": [0]}}).column(1, ["b", "a"]).rows) == ["a", "b", "c"]


def test_every_filter_but_those_that_avoid_has_a_column():
    columns = columns_of([a_place()])
    assert list(columns.values) == ["kinds", "languages", "religions", "denominations", "communities", "needs"]


def test_a_place_is_laid_out_by_what_it_answers():
    columns = columns_of(
        [
            a_place(
                religion=Religion.CHRISTIAN,
                communities=("eritrean",),
                languages=(SpokenLanguage("ti", LanguageLevel.STAFF), SpokenLanguage("ar", LanguageLevel.PRINTED)),
                evidence=[Evidence(Basis.COMMUNITY, "moroccan", ("ary",))],
                needs={Need.MEAL: Answer.YES, Need.DOGS: Answer.NO},
            )
        ]
    )
    has, may, never = [[0], [0]], [[], [0]], [[], []]
    yes, likely, no = [[0]] * 4, [[], [0], [0], [0]], [[]] * 4
    unknown = [[], [], [0], [0]]
    assert [told(columns.values["languages"], code) for code in ("ti", "ar", "ary", "pl")] == [yes, unknown, likely, no]
    assert [told(columns.values["needs"], need) for need in ("meal", "dogs", "shower")] == [has, never, may]
    assert [told(columns.values["denominations"], key) for key in ("orthodox", "sunni")] == [may, never]
    assert [told(columns.values["communities"], key) for key in ("eritrean", "thai")] == [[[0]], [[]]]
    assert [told(columns.values["religions"], key) for key in ("christian", "none")] == [[[0]], [[]]]


def test_what_is_gone_cannot_be_found_but_is_counted():
    places = [a_place("A"), a_place("B", status=Status.CLOSED), a_place("C", status=Status.UNCERTAIN)]
    columns = columns_of(places)
    assert columns.count == 3
    found = {places[columns.order[number]].name for number in positions(columns.findable[0])}
    assert found == {"A", "C"}


def test_names_are_in_order_whatever_their_capitals_and_equal_ones_by_code():
    places = [a_place(name, code=code) for name, code in [("bron", "3"), ("Anna", "2"), ("anna", "1"), ("Zon", "0")]]
    columns = columns_of(places)
    by_name = columns.order[columns.by_name]
    assert [places[number].code for number in by_name] == ["1", "2", "3", "0"]
    assert [places[columns.order[number]].code for number in np.argsort(columns.code_rank)] == ["0", "1", "2", "3"]


def test_rank_turns_an_order_round():
    assert rank(np.array([2, 0, 1])).tolist() == [1, 2, 0]


def test_equal_hours_of_the_same_day_are_evaluated_once():
    same = sourced(OpeningHours("Mo 09:00-17:00"), a_source("2026-10-01"))
    older = sourced(OpeningHours("Mo 09:00-17:00"), a_source("2020"))
    hours = hours_of([a_place("A", hours=same), a_place("B", hours=same), a_place("C", hours=older), a_place("D")])
    assert hours.row.tolist() == [1, 1, 2, 0]
    assert hours.texts == ("", "Mo 09:00-17:00", "Mo 09:00-17:00")
    assert hours.lacking == (Trust.MISSING, None, None)


def test_hours_without_a_day_or_without_a_rule_say_why_they_cannot_be_trusted():
    undated = sourced(OpeningHours("24/7"), a_source(None))
    hours = hours_of([a_place("A", hours=undated), a_place("B", hours=OpeningHours(None, "vaak open"))])
    assert [hours.lacking[row] for row in hours.row] == [Trust.UNDATED, Trust.WORDED]


def test_hours_that_cannot_be_evaluated_name_the_place():
    with pytest.raises(InvalidData, match="place 00001"):
        hours_of([a_place(code="00001", hours=OpeningHours("Mo 18:00+"))])
