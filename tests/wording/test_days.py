"""Days to choose from start today on the Dutch clock, and a chosen day is told in full."""

from datetime import UTC, date, datetime

import pytest

from finder.domain.filters import PartOfDay
from finder.wording.days import coming_days, day_heading, moment_phrase
from tests.wording.saying import NOW, TODAY, all_said, said

FRIDAY = date(2026, 11, 27)


def test_a_week_is_offered_from_today():
    week = coming_days(NOW)
    assert [each.day.isoformat()[-2:] for each in week] == ["25", "26", "27", "28", "29", "30", "01"]
    assert all_said([each.name for each in week[:3]]) == ["Vandaag", "Morgen", "vrijdag 27 november 2026"]
    assert all_said([each.name for each in week[:3]], "ar") == ["اليوم", "غدًا", "الجمعة، 27 نوفمبر 2026"]


def test_after_midnight_in_the_netherlands_it_is_the_next_day():
    assert coming_days(datetime(2026, 11, 25, 23, 30, tzinfo=UTC))[0].day == date(2026, 11, 26)


def test_a_heading_says_that_it_is_today():
    assert said(day_heading(TODAY, TODAY)) == "Vandaag · woensdag 25 november 2026"
    assert said(day_heading(FRIDAY, TODAY), "en") == "Friday, November 27, 2026"


@pytest.mark.parametrize(
    ("when", "part", "nl", "ar"),
    [
        ("now", None, "Nu open", "مفتوح الآن"),
        ("now", PartOfDay.EVENING, "Nu open", "مفتوح الآن"),
        ("2026-11-27", None, "vrijdag 27 november 2026", "الجمعة، 27 نوفمبر 2026"),
        ("2026-11-27", PartOfDay.EVENING, "vrijdag 27 november 2026 · Avond", "الجمعة، 27 نوفمبر 2026 · مساءً"),
        ("", PartOfDay.EVENING, None, None),
    ],
)
def test_the_moment_that_was_chosen_is_told(when, part, nl, ar):
    assert said(moment_phrase(when, part)) == nl
    assert said(moment_phrase(when, part), "ar") == ar
