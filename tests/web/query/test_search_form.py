"""The search form read from literals: what each field becomes, and which one is named when it is refused."""

from datetime import UTC, date, datetime, time

import pytest
from werkzeug.datastructures import MultiDict

from finder.domain.clock import TIME_ZONE
from finder.domain.errors import InvalidInput
from finder.domain.filters import Filters, PartOfDay, Stretch, Unknown
from finder.domain.geometry import Point
from finder.domain.hits import LetGo
from finder.domain.vocabulary import Need, PlaceKind, Religion
from finder.web.query.search_form import FIRST_SHOWN, Loosened, SearchForm, read_search_form

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
ZUIDOOST = Point(4.95, 52.31)


def _search(**fields):
    return read_search_form(MultiDict(fields), NOW)


def test_an_empty_form_is_a_search_for_everything_that_nobody_asked_for():
    assert _search() == SearchForm()
    assert not _search(kind="mosque").asked
    assert _search(go="1").asked


def test_choices_become_filters():
    found = _search(
        kind=["mosque", "church"],
        language=["ti", ""],
        religion="muslim",
        need="no_id",
        not_religion="other",
        within="2000",
        certain="1",
    ).filters
    assert found == Filters(
        kinds=frozenset({PlaceKind.MOSQUE, PlaceKind.CHURCH}),
        languages=frozenset({"ti"}),
        religions=frozenset({Religion.MUSLIM}),
        needs=frozenset({Need.NO_ID}),
        rather_not_religions=frozenset({Religion.OTHER}),
        within=2000.0,
        unknown=Unknown.EXCLUDE,
    )


def test_a_distance_without_a_start_is_kept_in_the_form_and_left_out_of_the_search():
    form = _search(within="1000")
    assert form.filters.within == 1000.0
    assert form.near(None) == Filters()
    assert form.near(ZUIDOOST) == Filters(near=ZUIDOOST, within=1000.0)
    assert form.near(ZUIDOOST, 200) == form.near(ZUIDOOST)


def test_from_a_rough_start_what_may_be_within_the_distance_is_looked_for_too():
    assert _search(within="1000").near(ZUIDOOST, 250).within == 1250.0


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"when": "now", "part": "morning"}, NOW),
        ({"when": "2026-11-26"}, (date(2026, 11, 26), time(0), time(23, 59))),
        ({"when": "2026-11-26", "part": "morning"}, (date(2026, 11, 26), time(6), time(12))),
        ({"part": "evening"}, None),
    ],
)
def test_a_day_and_a_part_of_it_become_a_stretch(fields, expected):
    if isinstance(expected, tuple):
        day, start, end = expected
        expected = Stretch(datetime.combine(day, start, TIME_ZONE), datetime.combine(day, end, TIME_ZONE))
    form = _search(**fields)
    assert form.filters.open_at == expected
    assert form.part == (PartOfDay(fields["part"]) if "part" in fields else None)
    assert form.when == fields.get("when", "")


@pytest.mark.parametrize("day", ["2026-11-25", "2027-11-26"])
def test_a_day_from_today_until_a_year_from_now_is_read(day):
    assert _search(when=day).when == day


def test_today_is_the_day_in_the_netherlands():
    late = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)
    assert read_search_form(MultiDict({"when": "2026-11-26"}), late).when == "2026-11-26"
    with pytest.raises(InvalidInput):
        read_search_form(MultiDict({"when": "2026-11-25"}), late)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind", "castle"),
        ("language", "xx"),
        ("religion", "Islam"),
        ("need", "sauna"),
        ("within", "0"),
        ("within", "50001"),
        ("within", "²"),
        ("when", "tomorrow"),
        ("when", "2026-11-24"),
        ("when", "2027-11-27"),
        ("part", "night"),
        ("shown", "0"),
        ("shown", "101"),
        ("loosen", "castle"),
        ("loosen", "kinds:5"),
        ("loosen", "near"),
        ("loosen", "needs:sauna"),
        ("loosen", "kinds,languages,needs"),
        ("position", "52.31,4.95"),
        ("near", "nan,nan"),
    ],
)
def test_a_value_that_is_not_offered_is_refused_by_the_name_of_its_field(key, value):
    with pytest.raises(InvalidInput) as refused:
        _search(**{key: value})
    assert (refused.value.key, refused.value.value) == (key, value)


def test_one_loosened_filter_leaves_the_others():
    form = _search(kind="mosque", language="ti", loosen="kinds")
    assert form.filters == Filters(languages=frozenset({"ti"}))
    assert _search(within="1000", loosen="within:5000").filters.within == 5000.0
    assert _search(when="now", part="morning", loosen="open_at") == SearchForm()
    assert _search(certain="1", loosen="unknown").filters.unknown is Unknown.INCLUDE


def test_two_things_are_let_go_of_together_and_one_wish_leaves_the_others():
    form = _search(kind="mosque", need=["free", "wifi"], within="1000", loosen="needs:free,within:5000")
    assert form.filters == Filters(kinds=frozenset({PlaceKind.MOSQUE}), needs=frozenset({Need.WIFI}), within=5000.0)
    assert _search(kind="mosque", certain="1", loosen="kinds,unknown") == SearchForm()


LET_GO = [
    (LetGo("kinds"),),
    (LetGo("within"),),
    (LetGo("within", None, 5000),),
    (LetGo("needs", "free"),),
    (LetGo("needs"), LetGo("within", None, 2000)),
]


@pytest.mark.parametrize("loosened", [Loosened(things) for things in LET_GO])
def test_what_a_button_to_loosen_sends_is_read_as_it_was_written(loosened):
    assert Loosened.read(loosened.text) == loosened


def test_as_many_are_shown_as_asked_for():
    assert _search().shown == FIRST_SHOWN == 20
    assert (_search(shown="1").shown, _search(shown="100").shown) == (1, 100)
