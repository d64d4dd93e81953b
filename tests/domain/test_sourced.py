"""Who says a fact: never nobody, and the newest of several is named."""

from datetime import date

import pytest

from finder.domain.sourced import PartialDate, Sourced
from tests.places import a_place, a_source


def test_a_fact_that_nobody_says_is_none():
    with pytest.raises(ValueError, match="nobody says 'x'"):
        Sourced("x", ())


@pytest.mark.parametrize(
    ("days", "named"),
    [(["2024"], "2024"), (["2019", "2024-05", None], "2024-05"), ([None, "2024"], "2024"), ([None, None], None)],
)
def test_the_newest_dated_source_gives_the_date(days, named):
    said = Sourced("x", tuple(a_source(day, f"page{at}") for at, day in enumerate(days)))
    assert said.stated_on == (PartialDate(named) if named else None)
    assert said.source in said.sources


def test_what_follows_from_a_fact_is_said_by_the_same():
    said = Sourced(2, (a_source(),))
    assert said.having(str) == Sourced("2", said.sources)


@pytest.mark.parametrize("text", ["20", "2024-13", "2024-02-30", "2024-5", "٢٠٢٤", "2024-05-31T00:00", ""])
def test_a_date_that_is_none_is_refused(text):
    with pytest.raises(ValueError, match=r"date|month|day"):
        PartialDate(text)


def test_a_month_or_a_year_is_as_old_as_its_first_day():
    assert [PartialDate(text).earliest() for text in ("2024", "2024-05")] == [date(2024, 1, 1), date(2024, 5, 1)]


def test_a_place_gives_each_of_its_facts_once():
    place = a_place(phone="020 1", activities=("music",))
    assert {str(said.value) for said in place.facts()} == {
        *(place.name, place.kind, str(place.point), "020 1", "('music',)"),
    }
