"""The table for all places gives what asking each place gives."""

import threading
from datetime import UTC, datetime, timedelta

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from finder.domain.filters import Stretch
from finder.domain.likely import Likelihood
from finder.domain.opening_hours import Trust
from finder.search.bitmaps import likelihoods, spots
from finder.search.columns import Hours
from finder.search.opening_table import OpeningTable, minutes_of
from tests.search import reference
from tests.search.strategies import HOURS, NOW

TODAY = NOW.date()
TEXTS = ("", *HOURS, "sunset-23:00", "Mo-Su 23:30-24:00, 00:00-00:15")
FRESH = TODAY.toordinal() - 10


def table() -> OpeningTable:
    rows = np.arange(len(TEXTS), dtype=np.int32)
    lacking = (Trust.MISSING, *[None] * (len(TEXTS) - 1))
    return OpeningTable(Hours(rows, TEXTS, np.full(len(TEXTS), FRESH, dtype=np.int32), lacking))


def told(answers) -> list[Likelihood]:
    return likelihoods(answers, spots(np.arange(len(TEXTS))))


def expected(asked) -> list[Likelihood]:
    return [Likelihood.UNKNOWN, *(reference._hours_answer(text, asked) for text in TEXTS[1:])]


SHARED = table()
SECONDS = st.integers(0, 9 * 24 * 3600)


@settings(max_examples=300, deadline=None)
@given(SECONDS)
def test_a_moment_of_the_coming_days_is_read_from_the_table(seconds):
    moment = NOW - timedelta(days=1) + timedelta(seconds=seconds)
    assert told(SHARED.answers(moment, TODAY)) == expected(moment)


@settings(max_examples=100, deadline=None)
@given(st.datetimes(datetime(2020, 1, 1), datetime(2032, 1, 1)))
def test_a_moment_outside_the_table_is_evaluated(moment):
    moment = moment.replace(tzinfo=UTC)
    assert told(SHARED.answers(moment, TODAY)) == expected(moment)


STARTS = [NOW, datetime(2026, 10, 24, 23, 0, tzinfo=UTC), datetime(2027, 3, 27, 23, 0, tzinfo=UTC)]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(STARTS), st.integers(0, 300), st.integers(1, 200))
@example(STARTS[1], 60, 60)
@example(STARTS[1], 119, 1)
@example(STARTS[1], 120, 60)
def test_a_stretch_is_open_when_any_minute_of_it_is(start, after, minutes):
    start += timedelta(minutes=after)
    stretch = Stretch(start, start + timedelta(minutes=minutes))
    assert told(SHARED.answers(stretch, TODAY)) == expected(stretch)


def test_a_stretch_over_the_hour_that_comes_twice_sees_both():
    start = datetime(2026, 10, 25, 0, 50, tzinfo=UTC)
    assert len(minutes_of(Stretch(start, start + timedelta(minutes=20)))) == 2
    assert len(minutes_of(Stretch(start, start + timedelta(minutes=10)))) == 1
    assert len(minutes_of(Stretch(start, start + timedelta(minutes=5)))) == 1


def test_a_new_day_gets_a_new_table():
    one = table()
    for days in (0, 30, 0, 400):
        today = TODAY + timedelta(days=days)
        fresh = table()
        moment = NOW + timedelta(days=days)
        assert told(one.answers(moment, today)) == told(fresh.answers(moment, today))


def test_hours_grow_old_while_the_server_runs():
    one = table()
    fresh, old = (one.answers(NOW, TODAY + timedelta(days=days)) for days in (0, 356))
    assert told(fresh) == expected(NOW)
    assert told(old) == [reference.LONG_AGO.get(answer, answer) for answer in expected(NOW)]
    assert told(old)[1] is Likelihood.LIKELY


def test_hours_without_a_date_make_it_likely_or_unlikely_and_no_hours_say_nothing():
    texts, lacking = ("24/7", "Mo 12:00-12:01", ""), (Trust.UNDATED, Trust.UNDATED, Trust.WORDED)
    undated = Hours(np.arange(3, dtype=np.int32), texts, np.zeros(3, dtype=np.int32), lacking)
    answers = likelihoods(OpeningTable(undated).answers(NOW, TODAY), spots(np.arange(3)))
    assert answers == [Likelihood.LIKELY, Likelihood.UNLIKELY, Likelihood.UNKNOWN]


def test_threads_that_ask_for_different_days_do_not_disturb_each_other():
    one, wrong = table(), []

    def ask(days: int) -> None:
        moment = NOW + timedelta(days=days)
        right = told(table().answers(moment, moment.date()))
        for step in range(40):
            if told(one.answers(moment + timedelta(seconds=step % 3), moment.date())) != right:
                wrong.append(days)

    threads = [threading.Thread(target=ask, args=(days,)) for days in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
