"""When a gathering is over: at its end, an hour after it began where no end is known, else when its day is."""

from datetime import date, datetime

import pytest

from finder.domain.clock import TIME_ZONE
from finder.domain.gatherings import Occurrence
from tests.wording.saying import NOW, gathering

TODAY, YESTERDAY = date(2026, 11, 25), date(2026, 11, 24)
"""NOW is noon of today."""


def at(hour, minute=0, day=TODAY):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=TIME_ZONE)


@pytest.mark.parametrize(
    ("day", "starts", "ends", "over"),
    [
        (TODAY, at(10), at(11, 59), True),
        (TODAY, at(10), at(12), True),
        (TODAY, at(10), at(12, 1), False),
        (TODAY, at(13), at(14), False),
        (TODAY, at(11), None, True),
        (TODAY, at(11, 1), None, False),
        (TODAY, None, None, False),
        (YESTERDAY, at(22, day=YESTERDAY), at(13), False),
        (YESTERDAY, None, None, True),
    ],
)
def test_a_gathering_is_over_when_nobody_need_go_any_more(day, starts, ends, over):
    assert Occurrence(gathering(), day, starts, ends).is_over(NOW) is over
