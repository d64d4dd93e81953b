"""Open, closed or unknown at chosen moments, and whether hours can be trusted."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours as Library

from finder.domain.clock import TIME_ZONE
from finder.domain.errors import InvalidInput
from finder.domain.opening_hours import HOURS_TRUSTED_DAYS, Trust, state_of, validate_hours
from finder.domain.place import OpeningHours, Place
from tests.places import a_place, a_source

WEEKDAYS = "Mo-Fr 09:00-17:00; PH off"


def place_with(osm: str | None, stated_on: str | None = "2026-10-01", wording: str | None = None) -> Place:
    return a_place(hours=OpeningHours(osm, wording) if osm or wording else None, source=a_source(stated_on))


def dutch(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TIME_ZONE, fold=fold)


def told(osm: str, moment: datetime) -> tuple[str, datetime | None]:
    """State and next change, by hours written on that very day."""
    state = state_of(place_with(osm, moment.date().isoformat()), moment, moment.date())
    return state.state, state.opens_at or state.closes_at


@pytest.mark.parametrize(
    ("osm", "moment", "state", "change"),
    [
        (WEEKDAYS, "2026-11-23 12:00", "open", "2026-11-23 17:00"),
        (WEEKDAYS, "2026-11-23 17:00", "closed", "2026-11-24 09:00"),
        (WEEKDAYS, "2026-11-23 08:59", "closed", "2026-11-23 09:00"),
        (WEEKDAYS, "2026-11-23 09:00", "open", "2026-11-23 17:00"),
        ("24/7", "2026-11-23 12:00", "open", None),
        ("Mo-Su 12:00-13:00 off", "2026-11-23 12:00", "closed", None),
        ("2019 Mo-Su 09:00-17:00", "2026-11-23 12:00", "closed", None),
        ("Tu 14:00-16:00 unknown", "2026-11-24 15:00", "unknown", None),
        ("Tu unknown; We 10:00-12:00", "2026-11-23 15:00", "closed", "2026-11-25 10:00"),
        ('Mo 09:00-12:00 open "koffie", Mo 12:00-17:00 open "soep"', "2026-11-23 10:00", "open", "2026-11-23 17:00"),
        ('Mo 09:00-17:00 "bel eerst"', "2026-11-23 10:00", "unknown", None),
        ('"op afspraak"', "2026-11-23 10:00", "unknown", None),
        ('Mo 09:00-17:00; Nov 23 off "verbouwing"', "2026-11-23 10:00", "closed", "2026-11-30 09:00"),
        ('Mo 09:00-10:00 "bel eerst", Mo 11:00-12:00', "2026-11-23 08:00", "closed", "2026-11-23 11:00"),
    ],
)
def test_state_at_an_ordinary_moment(osm, moment, state, change):
    assert told(osm, dutch(moment)) == (state, change and dutch(change))


@pytest.mark.parametrize(
    ("day", "open_again"),
    [
        ("2027-04-27", "2027-04-28"),  # Koningsdag, a Tuesday
        ("2026-12-25", "2026-12-28"),  # Christmas, then Saturday and Sunday
        ("2027-03-29", "2027-03-30"),  # Easter Monday
        ("2027-05-06", "2027-05-07"),  # Ascension
        ("2027-05-17", "2027-05-18"),  # Whit Monday
        ("2027-01-01", "2027-01-04"),  # New Year
    ],
)
def test_dutch_public_holidays_are_kept(day, open_again):
    assert told(WEEKDAYS, dutch(f"{day} 12:00")) == ("closed", dutch(f"{open_again} 09:00"))


@pytest.mark.parametrize("day", ["2027-03-26", "2027-05-05"])
def test_good_friday_and_liberation_day_are_working_days(day):
    assert told(WEEKDAYS, dutch(f"{day} 12:00"))[0] == "open"


def test_a_place_open_on_holidays_only_says_so():
    assert told("PH 10:00-12:00", dutch("2026-12-25 11:00")) == ("open", dutch("2026-12-25 12:00"))
    assert told("PH 10:00-12:00", dutch("2026-12-24 11:00")) == ("closed", dutch("2026-12-25 10:00"))


@pytest.mark.parametrize(
    ("moment", "state", "change"),
    [
        ("2026-11-28 01:00", "open", "2026-11-28 03:00"),  # the night of Friday
        ("2026-11-27 21:59", "closed", "2026-11-27 22:00"),
        ("2026-11-27 23:59", "open", "2026-11-28 03:00"),
        ("2026-11-28 03:00", "closed", "2026-12-04 22:00"),
    ],
)
def test_hours_that_cross_midnight_belong_to_the_evening_before(moment, state, change):
    assert told("Fr 22:00-03:00", dutch(moment)) == (state, dutch(change))


def test_the_night_that_skips_an_hour():
    before, after = datetime(2027, 3, 28, 0, 59, tzinfo=UTC), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)
    assert told("01:00-02:30", before) == ("open", dutch("2027-03-28 03:00"))
    assert told("01:00-02:30", after) == ("closed", dutch("2027-03-29 01:00"))
    assert told("02:30-05:00", after) == ("open", dutch("2027-03-28 05:00"))


def test_the_night_that_has_an_hour_twice():
    first, second = datetime(2026, 10, 25, 0, 15, tzinfo=UTC), datetime(2026, 10, 25, 1, 15, tzinfo=UTC)
    assert first.astimezone(TIME_ZONE).time() == second.astimezone(TIME_ZONE).time()
    for moment in (first, second):
        assert told("02:00-02:30", moment)[0] == "open"
        assert told("02:30-05:00", moment)[0] == "closed"
    assert told("01:00-05:00", second) == ("open", dutch("2026-10-25 05:00"))


@pytest.mark.parametrize("zone", [UTC, ZoneInfo("Asia/Tokyo"), ZoneInfo("America/New_York")])
def test_a_moment_may_come_from_any_time_zone(zone):
    moment = dutch("2026-11-23 16:59").astimezone(zone)
    assert told(WEEKDAYS, moment)[0] == "open"
    assert told(WEEKDAYS, moment + timedelta(minutes=1))[0] == "closed"


def test_sunset_is_that_of_amsterdam():
    assert told("sunrise-sunset", dutch("2026-12-21 16:00"))[0] == "open"
    assert told("sunrise-sunset", dutch("2026-12-21 16:45"))[0] == "closed"
    assert told("sunrise-sunset", dutch("2027-06-21 21:30"))[0] == "open"


TODAY = date(2026, 11, 23)
NOON = dutch("2026-11-23 12:00")


@pytest.mark.parametrize(
    ("stated_on", "trust"),
    [
        ("2026-11-23", Trust.CURRENT),
        ("2025-11-23", Trust.CURRENT),
        ("2025-11-22", Trust.OLD),
        ("2026", Trust.CURRENT),
        ("2025-12", Trust.CURRENT),
        ("2025-11", Trust.OLD),
        ("2025", Trust.OLD),
        ("2020-05-31", Trust.OLD),
        (None, Trust.UNDATED),
    ],
)
def test_hours_are_trusted_for_a_year_after_the_earliest_day_their_source_can_mean(stated_on, trust):
    state = state_of(place_with("24/7", stated_on), NOON, TODAY)
    assert state.trusted is trust
    assert state.state == ("open" if trust is Trust.CURRENT else "unknown")


def test_trust_counts_from_today_and_not_from_the_moment_asked_about():
    later = NOON + timedelta(days=300)
    assert state_of(place_with("24/7", "2026-01-01"), later, TODAY).state == "open"
    assert state_of(place_with("24/7", "2026-01-01"), NOON, later.date()).state == "unknown"
    assert (later.date() - date(2026, 1, 1)).days > HOURS_TRUSTED_DAYS


def test_hours_in_words_only_or_none_at_all_are_unknown_and_say_why():
    assert state_of(place_with(None, wording="meestal open"), NOON, TODAY).trusted is Trust.WORDED
    missing = state_of(place_with(None), NOON, TODAY)
    assert (missing.state, missing.trusted) == ("unknown", Trust.MISSING)
    assert (missing.opens_at, missing.closes_at) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        WEEKDAYS,
        "24/7",
        'Mo-Fr 09:00-12:00 "bel eerst || of kom langs"',
        'Mo 09:00-12:00 "tot 18:00+"',
        "Mo[1] 10:00-12:00",
        "Mo[-1] +1 day 10:00-12:00",
        "easter +1 day off",
        "(sunrise+01:00)-12:00",
        "Jan 05-Mar 01 +2 days 10:00-12:00",
    ],
)
def test_a_good_string_is_accepted(text):
    validate_hours(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ma-vr 09:00-17:00",
        "Mo-Fr 9-17",
        "Su 10:30",
        "Mo-Fr 25:00-26:00",
        "\0",
        "Ramadan 10:00-12:00",
        'Mo-Fr 09:00-12:00 || "op afspraak"',
        "Mo-Fr 09:00-12:00 || unknown",
        "Mo-Fr 09:00-12:00; SH off",
        "Fr 18:00+",
        "Fr 18:00-22:00+",
        "Mo" * 600,
    ],
)
def test_a_string_that_cannot_be_evaluated_rightly_is_refused(text):
    with pytest.raises(InvalidInput) as error:
        validate_hours(text)
    assert error.value.key == "opening_hours"


@settings(max_examples=300)
@given(st.text(max_size=40) | st.text('MoTuSu0123456789:-,;+ "|', max_size=30))
@example("Mo-Su 00:00-24:00; PH off")
def test_any_text_is_accepted_or_refused_with_a_reason(text):
    with suppress(InvalidInput):
        validate_hours(text)
        assert told(text, dutch("2026-11-23 12:00"))[0] in ("open", "closed", "unknown")


def test_the_last_minute_of_the_hour_that_comes_twice_is_no_exception():
    minute = datetime(2026, 10, 25, 0, 59, tzinfo=UTC)
    assert told("24/7", minute)[0] == "open"
    still_wrong = Library("24/7", timezone=TIME_ZONE, country="NL").is_closed(minute.astimezone(TIME_ZONE))
    assert still_wrong, "the library was mended: wall_clock is no longer needed"


def test_the_library_still_needs_our_refusal_of_a_fallback():
    rules = Library('Mo-Fr 09:00-12:00 || "op afspraak"', timezone=TIME_ZONE, country="NL")
    assert rules.next_change(dutch("2026-11-23 17:00")) is None
