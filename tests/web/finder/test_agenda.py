"""Gatherings over HTTP: the same days in "this week", on the page of the place and in its calendar file."""

import re
from datetime import UTC, date, datetime

import pytest
import recurring_ical_events
from icalendar import Calendar

from finder.domain.codes import issue_code
from finder.web import create_app
from finder.web.settings import Settings
from tests.places import a_gathering, a_place
from tests.published import publish

FIRST_WEDNESDAY = a_gathering("Koffie op woensdag", "FREQ=MONTHLY;BYDAY=1WE", "10:00", end="12:00")
NOT_AT_CHRISTMAS = a_gathering(
    "Eten op vrijdag", "FREQ=WEEKLY;BYDAY=FR", "18:00", kind="meal", end="20:00", except_on=(date(2026, 12, 25),)
)
SUNDAY_MORNING = a_gathering("Zingen op zondag", "FREQ=WEEKLY;BYDAY=SU", "11:00", kind="music")
PLACE = a_place(gatherings=[FIRST_WEDNESDAY, NOT_AT_CHRISTMAS, SUNDAY_MORNING])


@pytest.fixture
def client_on(tmp_path):
    file = publish(tmp_path, [PLACE])

    def client(moment):
        return create_app(Settings(places=file), clock=lambda: moment).test_client()

    return client


def _days(page):
    """Day of each section -> the titles in it."""
    sections = page.split('<section aria-labelledby="day-')[1:]
    titles = [one.title for one in PLACE.gatherings]
    return {section[:10]: [title for title in titles if title in section] for section in sections}


@pytest.mark.parametrize(
    ("today", "day", "expected"),
    [
        ((2026, 12, 1), "2026-12-02", ["Koffie op woensdag"]),
        ((2026, 12, 8), "2026-12-09", []),
        ((2026, 12, 18), "2026-12-18", ["Eten op vrijdag"]),
        ((2026, 12, 22), "2026-12-25", []),
        ((2027, 3, 27), "2027-03-28", ["Zingen op zondag"]),
    ],
)
def test_this_week_has_what_is_held_and_not_what_is_left_out(client_on, today, day, expected):
    client = client_on(datetime(*today, 8, tzinfo=UTC))
    assert _days(client.get("/nl/agenda").get_data(as_text=True))[day] == expected
    one_day = _days(client.post("/nl/agenda", data={"day": day}).get_data(as_text=True))
    assert one_day == {day: expected}
    assert _days(client.post("/nl/agenda", data={"day": "other", "other_day": day}).get_data(as_text=True)) == one_day


def test_the_calendar_file_has_the_same_days_and_keeps_the_hour_in_summer(client_on):
    client = client_on(datetime(2026, 12, 1, 8, tzinfo=UTC))
    answer = client.get(f"/nl/places/{PLACE.code}/gatherings.ics")
    assert answer.mimetype == "text/calendar"
    events = recurring_ical_events.of(Calendar.from_ical(answer.data)).between(date(2026, 12, 1), date(2027, 4, 12))
    starts = {}
    for event in events:
        title = next(one.title for one in PLACE.gatherings if one.title in str(event["DESCRIPTION"]))
        starts.setdefault(title, []).append(event["DTSTART"].dt)
    assert [moment.date() for moment in sorted(starts["Koffie op woensdag"])][:3] == [
        *(date(2026, 12, 2), date(2027, 1, 6), date(2027, 2, 3)),
    ]
    fridays = {moment.date() for moment in starts["Eten op vrijdag"]}
    assert date(2026, 12, 18) in fridays
    assert date(2026, 12, 25) not in fridays
    sundays = {moment.date(): moment for moment in starts["Zingen op zondag"]}
    hours = {day: sundays[day].astimezone(UTC).hour for day in (date(2027, 3, 21), date(2027, 3, 28))}
    assert hours == {date(2027, 3, 21): 10, date(2027, 3, 28): 9}


def test_the_page_of_the_place_says_the_same_and_leads_to_the_file(client_on):
    page = client_on(datetime(2026, 12, 1, 8, tzinfo=UTC)).get(f"/nl/places/{PLACE.code}").get_data(as_text=True)
    assert "elke eerste woensdag van de maand" in page
    assert "Volgende keer: woensdag 2 december 2026 · 10:00 tot 12:00" in page
    assert f"/nl/places/{PLACE.code}/gatherings.ics" in page


def test_the_next_time_on_the_page_skips_christmas(client_on):
    page = client_on(datetime(2026, 12, 21, 8, tzinfo=UTC)).get(f"/nl/places/{PLACE.code}").get_data(as_text=True)
    assert "Volgende keer: vrijdag 1 januari 2027 · 18:00 tot 20:00" in page


def test_a_day_that_was_chosen_is_not_overruled_by_the_field_of_another(client_on):
    client = client_on(datetime(2026, 12, 1, 8, tzinfo=UTC))
    both = client.post("/nl/agenda", data={"day": "2026-12-02", "other_day": "2026-12-04"}).get_data(as_text=True)
    assert list(_days(both)) == ["2026-12-02"]
    assert len(_days(client.post("/nl/agenda", data={"day": "", "other_day": "2026-12-04"}).text)) == 7


def test_only_what_somebody_wants_to_do_is_listed(client_on):
    client = client_on(datetime(2026, 12, 1, 8, tzinfo=UTC))
    days = _days(client.post("/nl/agenda", data={"what": ["meal"]}).get_data(as_text=True))
    assert [title for titles in days.values() for title in titles] == ["Eten op vrijdag"]
    near = client.post("/nl/agenda", data={"what": "meal", "near": "4.91,52.37"}).get_data(as_text=True)
    assert "minuten lopen" in near


@pytest.mark.parametrize("data", [{"day": "2026-13-01"}, {"day": "gisteren"}, {"day": "1999-01-01"}, {"what": "wat"}])
def test_a_day_or_a_kind_that_is_none_is_refused(client_on, data):
    assert client_on(datetime(2026, 12, 1, 8, tzinfo=UTC)).post("/nl/agenda", data=data).status_code == 400


def test_an_unknown_place_has_no_calendar(client_on):
    client = client_on(datetime(2026, 12, 1, 8, tzinfo=UTC))
    assert client.get(f"/nl/places/{issue_code('nobody', ())}/gatherings.ics").status_code == 404
    assert client.get("/nl/places/zzzzz/gatherings.ics").status_code == 404


def test_a_busy_day_is_shown_a_part_at_a_time_without_a_script(tmp_path):
    houses = [f"Huis {number:02}" for number in range(60)]
    coffee = {house: a_gathering(house, "FREQ=DAILY", "10:00") for house in houses}
    file = publish(tmp_path, [a_place(house, gatherings=[coffee[house]]) for house in houses])
    client = create_app(Settings(places=file), clock=lambda: datetime(2026, 12, 1, 8, tzinfo=UTC)).test_client()
    page = client.get("/nl/agenda").text
    assert page.count('<span class="count" aria-hidden="true">60</span>') == 7
    assert page.count('<li class="fact">') == 7 * 50
    more = re.findall(r'form="day-form" name="more" value="([^"]+)"', page)
    assert more[2] == "2026-12-03:100"
    assert "Toon meer" in page
    answer = client.post("/nl/agenda", data={"day": "", "more": more[2]}).text
    thursday = answer.split('<section aria-labelledby="day-2026-12-03">')[1].split("</section>")[0]
    assert thursday.startswith('<details class="day" open>')
    assert 'id="day-2026-12-03" data-answer' in thursday
    assert thursday.count('<li class="fact">') == 60
    assert "Toon meer" not in thursday
    assert answer.count("data-answer>") == 1
