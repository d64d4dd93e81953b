"""A place at a moment: open or not, and the next time of each of its gatherings."""

from datetime import date

import pytest

from finder.domain.vocabulary import Status
from finder.usecases.show_place import show_place
from tests.wording.saying import NOW, gathering, place


def test_each_gathering_has_its_next_time_from_today_on():
    wednesday, friday, nobody_knows = (gathering(f"FREQ=WEEKLY;BYDAY={day}") for day in ("WE", "FR", "XX"))
    shown = show_place(place(gatherings=(wednesday, friday, nobody_knows)), NOW)
    assert [[time.day for time in held.next_times][:1] for held in shown.held] == [
        [date(2026, 11, 25)],
        [date(2026, 11, 27)],
        [],
    ]
    assert shown.has_calendar


def test_what_is_over_today_is_held_next_on_another_day():
    over, going_on = gathering("FREQ=WEEKLY;BYDAY=WE", "10:00", "11:00"), gathering("FREQ=DAILY", "11:00", "12:30")
    shown = show_place(place(gatherings=(over, going_on)), NOW)
    assert [held.next_times[0].day for held in shown.held] == [date(2026, 12, 2), date(2026, 11, 25)]


def test_a_place_of_which_no_day_is_known_has_no_calendar():
    assert not show_place(place(gatherings=(gathering(None),)), NOW).has_calendar
    assert not show_place(place(), NOW).has_calendar


def test_the_opening_state_is_that_of_the_moment():
    assert show_place(place(hours="We 11:00-13:00"), NOW).opening.state == "open"
    assert show_place(place(hours="We 13:00-14:00"), NOW).opening.state == "closed"


@pytest.mark.parametrize("status", [Status.CLOSED, Status.MOVED])
def test_nothing_is_held_any_more_at_a_place_that_is_gone(status):
    shown = show_place(place(gatherings=(gathering("FREQ=DAILY"),), status=status), NOW)
    assert [held.next_times for held in shown.held] == [()]
