"""A place at a moment: open or not, and the next time of each of its gatherings."""

from datetime import date

import pytest

from finder.domain.vocabulary import Status
from finder.usecases.show_place import show_place
from tests.wording.saying import NOW, gathering, place


def test_each_gathering_has_its_next_time_from_today_on():
    wednesday, friday, nobody_knows = (gathering(f"FREQ=WEEKLY;BYDAY={day}") for day in ("WE", "FR", "XX"))
    shown = show_place(place(gatherings=(wednesday, friday, nobody_knows)), NOW)
    assert [held.next_time and held.next_time.day for held in shown.held] == [
        date(2026, 11, 25),
        date(2026, 11, 27),
        None,
    ]
    assert shown.has_calendar


def test_a_place_of_which_no_day_is_known_has_no_calendar():
    assert not show_place(place(gatherings=(gathering(None),)), NOW).has_calendar
    assert not show_place(place(), NOW).has_calendar


def test_the_opening_state_is_that_of_the_moment():
    assert show_place(place(hours="We 11:00-13:00"), NOW).opening.state == "open"
    assert show_place(place(hours="We 13:00-14:00"), NOW).opening.state == "closed"


@pytest.mark.parametrize("status", [Status.CLOSED, Status.MOVED])
def test_nothing_is_held_any_more_at_a_place_that_is_gone(status):
    shown = show_place(place(gatherings=(gathering("FREQ=DAILY"),), status=status), NOW)
    assert [held.next_time for held in shown.held] == [None]
