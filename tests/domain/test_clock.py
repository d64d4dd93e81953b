"""Whoever asks, the day and the wall clock are those of the Netherlands."""

from datetime import UTC, date, datetime, timedelta

from finder.domain.clock import dutch_day, utc_now, wall_clock


def test_the_dutch_day_begins_before_that_of_utc():
    assert dutch_day(datetime(2026, 11, 24, 22, 59, tzinfo=UTC)) == date(2026, 11, 24)
    assert dutch_day(datetime(2026, 11, 24, 23, 0, tzinfo=UTC)) == date(2026, 11, 25)
    assert dutch_day(datetime(2026, 6, 24, 22, 0, tzinfo=UTC)) == date(2026, 6, 25)


def test_the_wall_shows_the_hour_that_comes_twice_twice():
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert wall_clock(first) == wall_clock(first + timedelta(hours=1)) == datetime(2026, 10, 25, 2, 30)
    assert wall_clock(first).tzinfo is None


def test_the_clock_of_everything_is_aware():
    assert utc_now().utcoffset() == timedelta(0)
