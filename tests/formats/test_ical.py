"""The calendar file of a place, read back by another library than the one that wrote it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import recurring_ical_events
from icalendar import Calendar

from finder.domain.geometry import Point
from finder.domain.place import Address
from finder.domain.vocabulary import PlaceKind, Status
from finder.formats.ical import EventWords, gatherings_calendar
from finder.formats.places_file import read_places
from finder.recurrence.occurrences import occurrences
from tests.paths import ROOT
from tests.places import a_gathering, a_hidden_place, a_place

SINCE = date(2026, 11, 23)
STAMP = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
YEAR_LATER = date(2027, 11, 23)


def gathering(rrule, start="14:00", end="16:00", title="Koffie", **parts):
    return a_gathering(title, rrule, start, end=end, **parts)


def place(*gatherings, **parts):
    address = Address("Bijlmerdreef", "1", "1102AA", "Amsterdam")
    parts = {"address": address, "gatherings": gatherings, **parts}
    return a_place("De Bron, noord", PlaceKind.CHURCH, Point(4.95, 52.31), code="4F2AX", **parts)


def calendar(of, **parts):
    def words(held):
        return EventWords(f"\u2068{held.value.title}\u2069", "Vraag; het\ndaar", "nl")

    return gatherings_calendar(of, words, name="De Bron", since=SINCE, stamp=STAMP, **parts)


def parsed(of, start=SINCE, end=YEAR_LATER):
    events = recurring_ical_events.of(Calendar.from_ical(calendar(of))).between(start, end)
    return sorted(events, key=lambda event: str(event["DTSTART"].dt))


def starts(of, start=SINCE, end=YEAR_LATER):
    return [event["DTSTART"].dt for event in parsed(of, start, end)]


def test_every_first_wednesday_is_that_in_another_reader():
    found = starts(place(gathering("FREQ=MONTHLY;BYDAY=1WE")), end=date(2027, 5, 1))
    assert [moment.date().isoformat() for moment in found] == [
        *("2026-12-02", "2027-01-06", "2027-02-03", "2027-03-03", "2027-04-07"),
    ]
    assert {moment.strftime("%H:%M") for moment in found} == {"14:00"}


@pytest.mark.parametrize("hour", ["11:00", None])
def test_an_exception_on_christmas_is_left_out(hour):
    held = gathering("FREQ=WEEKLY;BYDAY=FR", hour, None, except_on=(date(2026, 12, 25), date(2020, 12, 25)))
    found = starts(place(held), date(2026, 12, 14), date(2027, 1, 3))
    days = [moment.date() if isinstance(moment, datetime) else moment for moment in found]
    assert days == [date(2026, 12, 18), date(2027, 1, 1)]


def test_a_series_across_the_change_to_summer_time_keeps_its_hour():
    found = starts(place(gathering("FREQ=WEEKLY;BYDAY=SU", "11:00", "12:00")), date(2027, 3, 21), date(2027, 3, 29))
    assert [moment.strftime("%d %H:%M") for moment in found] == ["21 11:00", "28 11:00"]
    assert [moment.astimezone(UTC).hour for moment in found] == [10, 9]


def test_the_time_zone_is_described_for_all_years():
    (zone,) = Calendar.from_ical(calendar(place(gathering("FREQ=DAILY")))).walk("VTIMEZONE")
    amsterdam = zone.to_tz()
    assert datetime(2049, 7, 1, 12, tzinfo=amsterdam).utcoffset() == timedelta(hours=2)
    assert datetime(2049, 12, 1, 12, tzinfo=amsterdam).utcoffset() == timedelta(hours=1)


def test_a_gathering_without_an_hour_is_a_whole_day():
    (event, *_) = parsed(place(gathering("FREQ=WEEKLY;BYDAY=SU", None, None)))
    assert event["DTSTART"].dt == date(2026, 11, 29)
    assert event.end - event.start == timedelta(days=1)


def test_a_gathering_without_a_known_end_has_none():
    (event,) = Calendar.from_ical(calendar(place(gathering("FREQ=WEEKLY;BYDAY=SU", "10:00", None)))).walk("VEVENT")
    assert "DTEND" not in event
    assert "DURATION" not in event


@pytest.mark.parametrize("rule", [None, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"])
def test_a_gathering_whose_day_is_not_known_is_left_out(rule):
    assert parsed(place(gathering(rule))) == []


def test_a_place_that_closed_has_an_empty_calendar():
    assert parsed(place(gathering("FREQ=DAILY"), status=Status.CLOSED)) == []


def test_every_other_week_and_a_counted_series_keep_their_beginning():
    every_other = gathering("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", first_on=date(2026, 11, 10))
    assert [one.date() for one in starts(place(every_other), end=date(2026, 12, 20))] == [
        date(2026, 11, 24),
        date(2026, 12, 8),
    ]
    counted = gathering("FREQ=WEEKLY;COUNT=4;BYDAY=TU", first_on=date(2026, 11, 10))
    assert [one.date() for one in starts(place(counted))] == [date(2026, 11, 24), date(2026, 12, 1)]


@pytest.mark.parametrize("hour", ["14:00", None])
def test_the_last_day_of_a_series_is_part_of_it(hour):
    found = starts(place(gathering("FREQ=WEEKLY;BYDAY=MO;UNTIL=20261207", hour, None)))
    assert len(found) == 3
    assert str(found[-1]).startswith("2026-12-07")


def test_an_event_says_what_where_and_when_it_was_made():
    (event,) = Calendar.from_ical(calendar(place(gathering("FREQ=DAILY")), url="https://x.example/p")).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Koffie"
    assert event["SUMMARY"].params["LANGUAGE"] == "nl"
    assert str(event["DESCRIPTION"]) == "Vraag; het\ndaar"
    assert str(event["LOCATION"]) == "De Bron, noord, Bijlmerdreef 1, 1102AA Amsterdam"
    assert (event["GEO"].latitude, event["GEO"].longitude) == (52.31, 4.95)
    assert event["DTSTAMP"].dt == STAMP
    assert str(event["URL"]) == "https://x.example/p"


def test_the_joiners_of_persian_words_stay():
    words = EventWords("می\u200cروم\x07", language="fa")
    written = gatherings_calendar(place(gathering("FREQ=DAILY")), lambda _: words, name="x", since=SINCE, stamp=STAMP)
    (event,) = Calendar.from_ical(written).walk("VEVENT")
    assert str(event["SUMMARY"]) == "می\u200cروم"


def uids(*gatherings):
    return [str(event["UID"]) for event in Calendar.from_ical(calendar(place(*gatherings))).walk("VEVENT")]


def test_a_uid_stays_when_the_hour_changes_and_is_no_one_elses():
    held = gathering("FREQ=WEEKLY;BYDAY=SU", "10:00")
    other = replace(held, title="Maaltijd")
    assert uids(held) == uids(replace(held, start="11:00", rrule="FREQ=WEEKLY;BYDAY=SA"))
    assert len(set(uids(held, other, held))) == 3
    assert uids(held, other)[0] == uids(other, held)[1]


def test_every_place_of_the_file_is_read_back_as_it_is_listed():
    until = SINCE + timedelta(days=60)
    compared = 0
    for one in read_places(ROOT / "data/places.geojson"):
        if not one.gatherings or one.status in {Status.CLOSED, Status.MOVED}:
            continue
        expected = [(o.starts or o.day, o.gathering.title) for o in occurrences(one, SINCE, until - timedelta(days=1))]
        found = [(event["DTSTART"].dt, str(event["SUMMARY"])) for event in parsed(one, SINCE, until)]
        assert sorted(found, key=str) == sorted(expected, key=str)
        compared += len(found)
    assert compared > 1000


def test_an_event_of_a_place_that_keeps_its_address_back_tells_its_neighbourhood_only():
    (event, *_) = parsed(a_hidden_place("Vrouwengroep", gatherings=[gathering("FREQ=WEEKLY;BYDAY=FR")]))
    assert event["LOCATION"] == "Vrouwengroep, Dapperbuurt, Amsterdam"
    assert "GEO" not in event
