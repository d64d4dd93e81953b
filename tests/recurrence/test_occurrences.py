"""When gatherings are held: first Wednesdays, exceptions, summer time, every other week, and days that nobody knows."""

import calendar
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.clock import TIME_ZONE
from finder.domain.vocabulary import Status
from finder.recurrence.occurrences import coming, has_days, next_occurrence, next_times, occurrences
from tests.places import a_gathering, a_place, sourced

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
dates = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def gathering(rrule, start=None, end=None, **parts):
    return sourced(a_gathering("Koffie", rrule, start, end=end, **parts))


def days(held, start, end):
    return [occurrence.day for occurrence in occurrences(held, start, end)]


@given(dates, st.integers(0, 6), st.integers(1, 4))
def test_the_nth_weekday_of_a_month_is_the_one_on_the_calendar(day, weekday, nth):
    first, last = day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    rule = gathering(f"FREQ=MONTHLY;BYDAY={nth}{DAYS[weekday]}", "10:00")
    weeks = [week[weekday] for week in calendar.monthcalendar(day.year, day.month) if week[weekday]]
    assert days(rule, first, last) == [day.replace(day=weeks[nth - 1])]


@given(dates, st.integers(0, 60), st.lists(st.sampled_from(DAYS), min_size=1, unique=True))
def test_a_weekly_gathering_is_on_each_of_its_weekdays_whatever_day_one_looks_from(start, length, named):
    end = start + timedelta(days=length)
    every = [start + timedelta(days=ahead) for ahead in range(length + 1)]
    held = gathering(f"FREQ=WEEKLY;BYDAY={','.join(named)}")
    assert days(held, start, end) == [day for day in every if DAYS[day.weekday()] in named]


@given(dates)
def test_a_position_in_the_week_is_counted_in_whole_weeks(start):
    held = gathering("FREQ=WEEKLY;BYDAY=TU,TH;BYSETPOS=1")
    assert {day.weekday() for day in days(held, start, start + timedelta(days=20))} == {1}


def test_an_exception_on_christmas_is_left_out():
    held = gathering("FREQ=WEEKLY;BYDAY=FR", "11:00", "12:00", except_on=(date(2026, 12, 25),))
    assert days(held, date(2026, 12, 14), date(2027, 1, 3)) == [date(2026, 12, 18), date(2027, 1, 1)]
    assert next_occurrence(held, date(2026, 12, 20)).day == date(2027, 1, 1)


def test_the_hour_on_the_clock_stays_when_summer_time_begins():
    held = gathering("FREQ=WEEKLY;BYDAY=SU", "11:00", "12:30")
    winter, summer = occurrences(held, date(2027, 3, 21), date(2027, 3, 28))
    assert winter.starts.isoformat() == "2027-03-21T11:00:00+01:00"
    assert summer.starts.isoformat() == "2027-03-28T11:00:00+02:00"
    assert summer.ends.astimezone(UTC) == datetime(2027, 3, 28, 10, 30, tzinfo=UTC)


def test_an_end_before_the_start_is_on_the_next_day():
    (night,) = occurrences(gathering("FREQ=WEEKLY;BYDAY=SA", "22:00", "01:00"), date(2026, 11, 28), date(2026, 11, 28))
    assert night.ends.isoformat() == "2026-11-29T01:00:00+01:00"


def test_every_other_week_counts_from_the_day_it_was_held():
    every_other = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
    held = gathering(every_other, "10:00", first_on=date(2026, 11, 10))
    assert days(held, date(2026, 11, 16), date(2026, 12, 13)) == [date(2026, 11, 24), date(2026, 12, 8)]
    other = gathering(every_other, "10:00", first_on=date(2026, 11, 17))
    assert days(other, date(2026, 11, 16), date(2026, 12, 13)) == [date(2026, 11, 17), date(2026, 12, 1)]


@pytest.mark.parametrize(
    "rule",
    [
        None,
        "",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "FREQ=DAILY;COUNT=3",
        "FREQ=WEEKLY",
        "FREQ=MONTHLY",
        "FREQ=YEARLY;BYMONTH=5",
        "FREQ=HOURLY;BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9,10",
        "FREQ=SOMETIMES;BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=XX",
        "BYDAY=MO",
        "op maandag",
    ],
)
def test_a_day_that_is_not_known_is_never_listed(rule):
    held = gathering(rule)
    assert not has_days(held.value)
    assert occurrences(held, date(2026, 1, 1), date(2026, 12, 31)) == []
    assert next_occurrence(held, date(2026, 1, 1)) is None


def test_a_known_day_without_an_hour_is_listed_without_one():
    (sunday,) = occurrences(gathering("FREQ=WEEKLY;BYDAY=SU"), date(2026, 11, 23), date(2026, 11, 29))
    assert (sunday.day, sunday.starts, sunday.ends, sunday.time_known) == (date(2026, 11, 29), None, None, False)


def test_a_series_ends_when_its_rule_says_so():
    held = gathering("FREQ=WEEKLY;BYDAY=MO;UNTIL=20261207", "10:00")
    assert days(held, date(2026, 11, 23), date(2026, 12, 31)) == [
        date(2026, 11, 23),
        date(2026, 11, 30),
        date(2026, 12, 7),
    ]
    assert next_occurrence(held, date(2026, 12, 8)) is None


def test_a_gathering_that_is_more_than_a_year_away_has_no_next_time():
    leap_day = gathering("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29")
    assert next_occurrence(leap_day, date(2026, 11, 23)) is None
    assert next_occurrence(leap_day, date(2027, 11, 23)).day == date(2028, 2, 29)


NOON = datetime(2026, 11, 25, 12, 0, tzinfo=TIME_ZONE)
"""A Wednesday."""


def _coming(*rules, status=Status.OPEN, **span):
    found = coming(a_place(gatherings=[gathering(*rule) for rule in rules], status=status), NOON, **span)
    return [(each.day.day, each.gathering.start) for each in found]


def test_what_is_over_today_is_no_longer_coming():
    wednesday = "FREQ=WEEKLY;BYDAY=WE"
    morning, still_on, hour_not_known = (wednesday, "09:00", "11:00"), (wednesday, "11:30", "12:30"), (wednesday,)
    assert _coming(morning, still_on, hour_not_known) == [(25, "11:30"), (25, None)]
    assert _coming((wednesday, "11:00")) == []
    assert _coming((wednesday, "11:01")) == [(25, "11:01")]


def _next_times(held, moment=NOON, **most):
    return [(each.day.month, each.day.day) for each in next_times(held, moment, **most)]


def test_the_next_times_leave_out_what_is_over_today_and_keep_what_is_going_on():
    wednesday = "FREQ=WEEKLY;BYDAY=WE"
    assert _next_times(gathering(wednesday, "10:00", "12:00")) == [(12, 2), (12, 9), (12, 16)]
    assert _next_times(gathering(wednesday, "10:00", "12:30"), most=1) == [(11, 25)]
    assert _next_times(gathering(wednesday), most=2) == [(11, 25), (12, 2)]


def test_what_began_yesterday_evening_goes_on_after_midnight():
    night = gathering("FREQ=WEEKLY;BYDAY=SA", "22:00", "01:00")
    assert _next_times(night, datetime(2026, 11, 29, 0, 59, tzinfo=TIME_ZONE), most=1) == [(11, 28)]
    assert _next_times(night, datetime(2026, 11, 29, 1, 0, tzinfo=TIME_ZONE), most=1) == [(12, 5)]


def test_the_next_times_skip_exceptions_and_end_with_the_series():
    mondays = gathering("FREQ=WEEKLY;BYDAY=MO;UNTIL=20261214", "10:00", except_on=(date(2026, 12, 7),))
    assert _next_times(mondays) == [(11, 30), (12, 14)]
    assert _next_times(gathering("FREQ=WEEKLY")) == []


def test_what_is_coming_ends_after_so_many_days():
    next_wednesday = ("FREQ=WEEKLY;BYDAY=WE", "09:00")
    assert _coming(next_wednesday, days=7) == []
    assert _coming(next_wednesday, days=8) == [(2, "09:00")]


@pytest.mark.parametrize("status", [Status.CLOSED, Status.MOVED])
def test_nothing_is_coming_at_a_place_that_is_gone(status):
    assert _coming(("FREQ=DAILY", "19:00"), status=status) == []
