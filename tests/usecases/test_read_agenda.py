"""The agenda, a page of it at a time: every day tells how many there are, and shows no more than it should."""

from datetime import date, timedelta

import pytest

from finder.domain.errors import InvalidInput
from finder.domain.vocabulary import Status
from finder.recurrence.agenda import Agenda
from finder.usecases.read_agenda import FIRST_SHOWN, MOST_SHOWN, AgendaQuestion, read_agenda
from tests.wording.saying import NOW, TODAY, gathering, place

FRIDAY = date(2026, 11, 27)
MEAL = gathering("FREQ=WEEKLY;BYDAY=FR", kind="meal")
COFFEE = gathering("FREQ=DAILY", "10:00", kind="coffee")
NO_DAY = gathering(None, kind="sport")
THERE = place(name="Buurthuis", gatherings=(MEAL, COFFEE, NO_DAY))
GONE = place(name="Oud", gatherings=(gathering("FREQ=DAILY", kind="film"),), status=Status.CLOSED)
AGENDA = Agenda([THERE, GONE])


def _kinds(day):
    return [each.occurrence.gathering.kind for each in day.happenings]


def _busy(count):
    return Agenda([place(name=f"Huis {number:04}", gatherings=(COFFEE,)) for number in range(count)])


def test_the_week_is_today_and_the_six_days_after_it():
    read = read_agenda(AGENDA, AgendaQuestion(), NOW)
    assert [each.day for each in read.days] == [TODAY + timedelta(days=ahead) for ahead in range(7)]
    assert [_kinds(each) for each in read.days[:3]] == [["coffee"], ["coffee"], ["coffee", "meal"]]


def test_one_day_is_read_alone():
    (day,) = read_agenda(AGENDA, AgendaQuestion(FRIDAY), NOW).days
    assert (day.day, day.total, day.more) == (FRIDAY, 2, None)


def test_what_is_over_today_is_not_listed_any_more_and_what_is_going_on_is():
    over, going_on = (gathering("FREQ=DAILY", "09:00", end, kind="music") for end in ("12:00", "12:30"))
    today, tomorrow, *_ = read_agenda(Agenda([place(gatherings=(over, going_on))]), AgendaQuestion(), NOW).days
    assert (today.total, today.over, [each.occurrence.gathering.end for each in today.happenings]) == (1, 1, ["12:30"])
    assert (tomorrow.total, tomorrow.over) == (2, 0)


def test_a_day_that_has_passed_is_read_whole():
    yesterday = TODAY - timedelta(days=1)
    (day,) = read_agenda(AGENDA, AgendaQuestion(yesterday), NOW).days
    assert (day.total, day.over) == (1, 0)


def test_only_the_kinds_that_somebody_wants_are_read_and_counted():
    read = read_agenda(AGENDA, AgendaQuestion(kinds=frozenset({"meal"})), NOW)
    assert [each.total for each in read.days] == [0, 0, 1, 0, 0, 0, 0]


def test_kinds_are_offered_of_which_a_day_is_known_at_a_place_that_is_there():
    assert read_agenda(AGENDA, AgendaQuestion(), NOW).kinds_held == {"meal", "coffee"}


def test_a_day_shows_fifty_and_tells_how_many_there_are():
    read = read_agenda(_busy(FIRST_SHOWN + 1), AgendaQuestion(), NOW)
    assert {(each.total, len(each.happenings), each.more) for each in read.days} == {(51, 50, 100)}
    (whole, *_) = read_agenda(_busy(FIRST_SHOWN), AgendaQuestion(), NOW).days
    assert (whole.total, len(whole.happenings), whole.more) == (50, 50, None)


def test_more_is_shown_of_the_day_of_which_more_was_asked_and_the_first_ones_stay_the_same():
    agenda = _busy(120)
    first = read_agenda(agenda, AgendaQuestion(), NOW).days[1].happenings
    read = read_agenda(agenda, AgendaQuestion(more_of=FRIDAY - timedelta(days=1), shown=100), NOW)
    assert [len(each.happenings) for each in read.days] == [50, 100, 50, 50, 50, 50, 50]
    assert read.days[1].happenings[:50] == first
    assert read.days[1].more == 150


def test_there_is_an_end_to_what_one_page_shows():
    agenda = _busy(MOST_SHOWN + 30)
    (day,) = read_agenda(agenda, AgendaQuestion(TODAY, more_of=TODAY, shown=10_000), NOW).days
    assert (day.total, len(day.happenings), day.more) == (MOST_SHOWN + 30, MOST_SHOWN, None)
    (day,) = read_agenda(agenda, AgendaQuestion(TODAY, more_of=TODAY, shown=MOST_SHOWN - 10), NOW).days
    assert day.more == MOST_SHOWN


def test_a_day_that_the_agenda_has_not_is_refused():
    with pytest.raises(InvalidInput):
        read_agenda(AGENDA, AgendaQuestion(date(1999, 1, 1)), NOW)
