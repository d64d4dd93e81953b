"""Which recurrences can be read and put into words: any other is refused before somebody meets it on a page."""

from datetime import date

import pytest

from finder.recurrence.rules import days_of, is_dated, rule_complaint


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=MO,TU,SU",
        "FREQ=MONTHLY;BYDAY=1WE,-1SU,+2FR,5SA",
        "FREQ=MONTHLY;BYMONTHDAY=-1,31",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO",
        "FREQ=WEEKLY;COUNT=4;BYDAY=TU",
        "FREQ=WEEKLY;UNTIL=20261207;BYDAY=MO",
        "FREQ=WEEKLY;UNTIL=20200101T000000;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
        "FREQ=YEARLY;BYYEARDAY=100",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
    ],
)
def test_a_rule_of_whole_days_is_accepted(rule):
    assert rule_complaint(rule) == ""


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("", "an empty part"),
        ("op maandag", "op maandag"),
        (";garbage", "an empty part"),
        ("FREQ=WEEKLY;;BYDAY=MO", "an empty part"),
        ("RRULE:FREQ=DAILY", "RRULE:FREQ"),
        ("freq=daily", "freq"),
        ("BYDAY=MO", "no FREQ"),
        ("FREQ=DAILY;FREQ=WEEKLY", "twice"),
        ("FREQ=HOURLY", "a wrong FREQ"),
        ("FREQ=WEEKLY;BYDAY=XX", "a wrong BYDAY"),
        ("FREQ=WEEKLY;BYDAY=", "a wrong BYDAY"),
        ("FREQ=WEEKLY;BYDAY=1MO", "not come so often"),
        ("FREQ=MONTHLY;BYDAY=6MO", "not come so often"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=20MO", "not come so often"),
        ("FREQ=MONTHLY;BYDAY=54MO", "a wrong BYDAY"),
        ("FREQ=MONTHLY;BYDAY=0MO", "a wrong BYDAY"),
        ("FREQ=DAILY;INTERVAL=0", "a wrong INTERVAL"),
        ("FREQ=DAILY;INTERVAL=-1", "a wrong INTERVAL"),
        ("FREQ=DAILY;COUNT=0", "a wrong COUNT"),
        ("FREQ=WEEKLY;UNTIL=soon", "a wrong UNTIL"),
        ("FREQ=WEEKLY;UNTIL=20261207T000000Z", "a wrong UNTIL"),
        ("FREQ=WEEKLY;UNTIL=20260230", "takes place"),
        ("FREQ=WEEKLY;BYDAY=MO;BYHOUR=9", "BYHOUR"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "takes place"),
        ("FREQ=YEARLY;BYYEARDAY=400", "takes place"),
        ("FREQ=WEEKLY;BYDAY=ＭＯ", "a wrong BYDAY"),
    ],
)
def test_a_rule_that_cannot_be_read_or_said_is_refused_with_its_reason(rule, why):
    assert why in rule_complaint(rule)
    assert not is_dated(rule, date(2026, 1, 1))


def test_what_a_rule_counts_from_must_be_known():
    assert not is_dated("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    assert is_dated("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", date(2026, 11, 10))
    assert is_dated("FREQ=DAILY")


def test_days_are_told_from_the_first_to_the_last_both_included():
    mondays = days_of("FREQ=WEEKLY;BYDAY=MO", None, date(2026, 11, 23), date(2026, 11, 30))
    assert sorted(mondays) == [date(2026, 11, 23), date(2026, 11, 30)]
