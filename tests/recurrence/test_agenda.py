"""What is on today and this week over all places, in order, and fast enough for a page."""

import random
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from finder.domain.errors import InvalidInput
from finder.domain.vocabulary import Status
from finder.formats.places_file import format_places, parse_places, read_places
from finder.recurrence.agenda import EARLIEST, LATEST, Agenda
from finder.recurrence.occurrences import occurrences
from tests.paths import ROOT
from tests.places import a_gathering, a_place

PLACES = read_places(ROOT / "data/places.geojson")
MONDAY = date(2026, 11, 23)


def place(name, *gatherings, status=Status.OPEN):
    return a_place(name, gatherings=gatherings, status=status)


def gathering(rrule, start=None, title="Koffie", **parts):
    return a_gathering(title, rrule, start, **parts)


def listed(happenings):
    return [(one.place.name, one.occurrence.gathering.title) for one in happenings]


def test_a_day_is_in_order_of_time_with_unknown_hours_last():
    agenda = Agenda(
        [
            place(
                "Zon", gathering("FREQ=WEEKLY;BYDAY=MO", None, "Zonder uur"), gathering("FREQ=DAILY", "09:00", "Vroeg")
            ),
            place(
                "Bron", gathering("FREQ=WEEKLY;BYDAY=MO", "19:00", "Laat"), gathering("FREQ=WEEKLY;BYDAY=TU", "08:00")
            ),
            place("anna", gathering("FREQ=MONTHLY;BYDAY=4MO", "09:00", "Ook vroeg")),
        ]
    )
    assert listed(agenda.on(MONDAY)) == [
        ("anna", "Ook vroeg"),
        ("Zon", "Vroeg"),
        ("Bron", "Laat"),
        ("Zon", "Zonder uur"),
    ]


def test_this_week_runs_from_monday_to_sunday_with_each_kind_of_day():
    agenda = Agenda(
        [
            place("A", gathering("FREQ=MONTHLY;BYDAY=1WE", "14:00", "Eerste woensdag")),
            place("B", gathering("FREQ=WEEKLY;BYDAY=FR", "18:00", "Maaltijd", except_on=(date(2026, 12, 25),))),
            place("C", gathering(None, None, "Dag onbekend")),
        ]
    )
    week = agenda.this_week(datetime(2026, 12, 3, 12, tzinfo=UTC))
    assert [day for day, _ in week] == [date(2026, 11, 30) + timedelta(days=ahead) for ahead in range(7)]
    assert {day: listed(on) for day, on in week if on} == {
        date(2026, 12, 2): [("A", "Eerste woensdag")],
        date(2026, 12, 4): [("B", "Maaltijd")],
    }
    assert [listed(on) for _, on in agenda.week(date(2026, 12, 25))] == [[]] * 7


def test_today_is_the_day_in_the_netherlands():
    agenda = Agenda([place("A", gathering("FREQ=WEEKLY;BYDAY=TU", "10:00"))])
    assert listed(agenda.today(datetime(2026, 11, 23, 23, 30, tzinfo=UTC))) == [("A", "Koffie")]
    assert agenda.today(datetime(2026, 11, 23, 22, 30, tzinfo=UTC)) == ()


@pytest.mark.parametrize("status", [Status.CLOSED, Status.MOVED])
def test_a_place_that_is_gone_has_nothing_on(status):
    assert Agenda([place("A", gathering("FREQ=DAILY"), status=status)]).on(MONDAY) == ()


@pytest.mark.parametrize("day", [date.min, EARLIEST - timedelta(days=1), LATEST + timedelta(days=1), date.max])
def test_a_day_far_away_is_refused(day):
    with pytest.raises(InvalidInput):
        Agenda([]).on(day)


def test_the_places_file_gives_the_same_by_week_as_place_by_place():
    agenda = Agenda(PLACES)
    week = agenda.week(MONDAY)
    by_place = [
        (found.day, one.code, found.gathering.title, found.starts)
        for one in PLACES
        if one.status not in {Status.CLOSED, Status.MOVED}
        for found in occurrences(one, MONDAY, MONDAY + timedelta(days=6))
    ]
    by_week = [(day, p.code, o.gathering.title, o.starts) for day, on in week for p, o in on]
    assert sorted(by_week, key=str) == sorted(by_place, key=str)
    assert len(by_week) > 100


def test_a_first_day_survives_the_places_file():
    kept = place("Bron", gathering("FREQ=DAILY", first_on=MONDAY))
    assert parse_places(format_places([kept]))[0].gatherings[0].first_on == MONDAY


def test_a_week_of_three_thousand_places_takes_no_time():
    source = random.Random(1)
    with_gatherings = [one for one in PLACES if one.gatherings]
    many = [replace(source.choice(with_gatherings), code=f"{number:05d}") for number in range(3000)]
    agenda = Agenda(many)
    began = time.process_time()
    assert len(agenda.week(MONDAY)) == 7
    first = time.process_time() - began
    began = time.process_time()
    agenda.on(MONDAY)
    assert first < 0.5
    assert time.process_time() - began < 0.005
