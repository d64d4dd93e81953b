"""Open, shut or nobody knows; when next, in words that hold on another day; and the coming week."""

from datetime import datetime

import pytest

from finder.domain.clock import TIME_ZONE
from finder.domain.opening_hours import state_of
from finder.domain.vocabulary import Status
from finder.wording.openings import next_opening, opening_phrase, week
from tests.wording.saying import NOW, OLD, TODAY, UNDATED, all_said, place, said


def _now(locale="nl", **parts):
    there = place(**{"phone": "020 1"} | parts)
    return said(opening_phrase(there, state_of(there, NOW, TODAY), NOW), locale)


@pytest.mark.parametrize(
    ("hours", "nl", "en", "ar"),
    [
        ("Mo-Fr 10:00-17:00", "Open tot 17:00", "Open until 17:00", "مفتوح حتى 17:00"),
        ("24/7", "Open", "Open", "مفتوح"),
        ("We 14:00-15:00", "Dicht · open om 14:00", "Closed · opens at 14:00", "مغلق · يفتح الساعة 14:00"),
        (
            "Th 10:00-17:00",
            "Dicht · open morgen om 10:00",
            "Closed · opens tomorrow at 10:00",
            "مغلق · يفتح غدًا الساعة 10:00",
        ),
        (
            "Mo 10:00-12:00",
            "Dicht · open maandag 30 november 2026 om 10:00",
            "Closed · opens Monday, November 30, 2026 at 10:00",
            "مغلق · يفتح الاثنين، 30 نوفمبر 2026 الساعة 10:00",
        ),
        ("2020 Mo 10:00-12:00", "Dicht", "Closed", "مغلق"),
    ],
)
def test_hours_that_can_be_trusted_say_whether_it_is_open(hours, nl, en, ar):
    assert [_now(locale, hours=hours) for locale in ("nl", "en", "ar")] == [nl, en, ar]


def test_old_hours_say_neither_open_nor_closed():
    assert _now(hours="Mo-Fr 10:00-17:00", hours_source=OLD) == "Tijden uit 2017: bel eerst"
    assert _now("ar", hours="Mo-Fr 10:00-17:00", hours_source=OLD) == "أوقات من 2017: اتصل أولًا"


def test_hours_without_a_date_say_neither_open_nor_closed():
    assert _now(hours="24/7", hours_source=UNDATED) == "Tijden zonder datum: bel eerst"
    assert _now("en", hours="24/7", hours_source=UNDATED) == "Opening times without a date: call first"


def test_hours_that_no_source_gives_are_not_known():
    assert _now() == "Tijden niet bekend"
    assert _now("ar") == "الأوقات غير معروفة"


def _next(locale="nl", **parts):
    return all_said(next_opening(place(**{"phone": "020 1"} | parts), NOW), locale)


def test_an_open_place_says_until_when_and_when_again():
    assert _next(hours="Mo-Fr 10:00-17:00") == [
        "Open op woensdag 25 november 2026, tot 17:00",
        "Open op donderdag 26 november 2026 om 10:00",
    ]
    assert _next("ar", hours="Mo-Fr 10:00-17:00") == [
        "مفتوح الأربعاء، 25 نوفمبر 2026 حتى 17:00",
        "يفتح الخميس، 26 نوفمبر 2026 الساعة 10:00",
    ]


def test_a_shut_place_says_the_day_in_full():
    assert _next(hours="Mo 10:00-17:00") == ["Open op maandag 30 november 2026 om 10:00"]


def test_a_place_that_never_shuts_is_open():
    assert _next(hours="24/7") == ["Open"]


def test_old_hours_are_perhaps_and_carry_their_age():
    assert _next(hours="Mo 10:00-17:00", hours_source=OLD) == [
        "Misschien open op maandag 30 november 2026 om 10:00",
        "Tijden uit 2017: bel eerst",
    ]
    assert _next("en", hours="Mo-Fr 10:00-17:00", hours_source=OLD) == [
        "Maybe open on Wednesday, November 25, 2026, until 17:00",
        "Maybe opens on Thursday, November 26, 2026 at 10:00",
        "Opening times from 2017: call first",
    ]


def test_hours_that_nobody_knows_are_not_shut():
    assert _next(hours_wording="Elke dag") == ["Tijden uit 1 november 2026: bel eerst"]
    assert _next() == ["Tijden niet bekend"]
    assert _next(hours='Mo-Su unknown "by appointment"') == ["Tijden uit 1 november 2026: bel eerst"]


@pytest.mark.parametrize("status", [Status.CLOSED, Status.MOVED])
def test_a_place_that_is_gone_opens_no_more(status):
    assert _next(hours="24/7", status=status) == []


def test_the_coming_week_starts_today():
    days = week('We 10:00-12:00,13:00-15:00; Th 09:00-10:00 unknown "by appointment"; Fr off', NOW)
    assert [(said(each.day), said(each.hours)) for each in days[:3]] == [
        ("woensdag", "10:00–12:00 · 13:00–15:00"),
        ("donderdag", "niet bekend"),
        ("vrijdag", "dicht"),
    ]
    assert [said(each.hours, "ar") for each in days[1:3]] == ["غير معروف", "مغلق"]
    assert len(days) == 7


def test_the_week_is_that_of_the_clock_on_the_wall():
    after_midnight = datetime(2026, 11, 26, 0, 30, tzinfo=TIME_ZONE)
    assert said(week("24/7", after_midnight)[0].day, "en") == "Thursday"
