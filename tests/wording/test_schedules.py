"""When a gathering recurs, as far as its source says: a week that is left out is never told as every week."""

from datetime import date

import pytest

from finder.wording.schedules import next_days_phrase, recurrence_phrase, when_phrase
from tests.wording.saying import gathering, said


@pytest.mark.parametrize(
    ("rrule", "start", "end", "nl", "en", "ar"),
    [
        ("FREQ=WEEKLY;BYDAY=FR", "18:00", "20:00", "vrijdag · 18:00–20:00", "Friday · 18:00–20:00",
         "الجمعة · 18:00–20:00"),
        ("FREQ=WEEKLY;BYDAY=MO,TH", "19:00", None, "maandag · donderdag · 19:00", "Monday · Thursday · 19:00",
         "الاثنين · الخميس · 19:00"),
        ("FREQ=MONTHLY;BYDAY=1WE", "10:00", None, "elke eerste woensdag van de maand · 10:00",
         "every first Wednesday of the month · 10:00", "يوم الأربعاء الأول من كل شهر · 10:00"),
        ("FREQ=MONTHLY;BYDAY=-1SU", None, None, "elke laatste zondag van de maand · uur niet bekend",
         "every last Sunday of the month · hour not known", "يوم الأحد الأخير من كل شهر · الساعة غير معروفة"),
        ("FREQ=DAILY", "19:00", None, "elke dag · 19:00", "every day · 19:00", "كل يوم · 19:00"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "19:00", None, "elke dag · 19:00", "every day · 19:00",
         "كل يوم · 19:00"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "19:00", "21:00", "dinsdag · niet elke week: vraag het daar · 19:00–21:00",
         "Tuesday · not every week: ask there · 19:00–21:00", "الثلاثاء · ليس كل أسبوع: اسأل هناك · 19:00–21:00"),
        ("FREQ=MONTHLY;BYDAY=5SU", "11:00", None, "elke vijfde zondag van de maand · 11:00",
         "every fifth Sunday of the month · 11:00", "يوم الأحد الخامس من كل شهر · 11:00"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", "10:00", None, "elke eerste maandag van de maand · 10:00",
         "every first Monday of the month · 10:00", "يوم الاثنين الأول من كل شهر · 10:00"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2,-1", "10:00", None,
         "elke tweede dinsdag van de maand · elke laatste dinsdag van de maand · 10:00",
         "every second Tuesday of the month · every last Tuesday of the month · 10:00",
         "يوم الثلاثاء الثاني من كل شهر · يوم الثلاثاء الأخير من كل شهر · 10:00"),
        ("FREQ=DAILY;INTERVAL=2", "19:00", None, "om de dag · 19:00", "every other day · 19:00",
         "يوم بعد يوم · 19:00"),
        ("FREQ=DAILY;BYDAY=SA,SU", "19:00", None, "zaterdag · zondag · 19:00", "Saturday · Sunday · 19:00",
         "السبت · الأحد · 19:00"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", "10:00", None,
         "elke eerste maandag van de maand · niet elke maand: vraag het daar · 10:00",
         "every first Monday of the month · not every month: ask there · 10:00",
         "يوم الاثنين الأول من كل شهر · ليس كل شهر: اسأل هناك · 10:00"),
    ],
)  # fmt: skip
def test_a_rule_is_told_in_words(rrule, start, end, nl, en, ar):
    phrase = recurrence_phrase(gathering(rrule, start, end).value)
    assert [said(phrase, locale) for locale in ("nl", "en", "ar")] == [nl, en, ar]


@pytest.mark.parametrize(
    "rrule",
    [
        None,
        "FREQ=WEEKLY",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
        "FREQ=DAILY;BYMONTH=7",
        "FREQ=WEEKLY;BYDAY=SU;UNTIL=20270101",
        "FREQ=WEEKLY;BYDAY=SU;COUNT=4",
        "FREQ=WEEKLY;BYDAY=TU,TH;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1",
        "FREQ=MONTHLY;BYDAY=-2SU",
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=YEARLY;BYDAY=1MO",
        "FREQ=YEARLY;BYMONTH=5;BYDAY=1SU",
    ],
)
def test_a_rule_that_would_be_told_falsely_has_no_words(rrule):
    assert recurrence_phrase(gathering(rrule, "19:00", None).value) is None


def test_seven_days_that_are_not_of_one_week_are_not_every_day():
    firsts = gathering("FREQ=MONTHLY;BYDAY=1MO,1TU,1WE,1TH,1FR,1SA,1SU", "10:00", None)
    assert said(recurrence_phrase(firsts.value)).startswith("elke eerste maandag van de maand · elke eerste dinsdag")


@pytest.mark.parametrize(
    ("rrule", "days", "nl", "en", "ar"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=15", [date(2026, 12, 15), date(2027, 1, 15)],
         "De volgende keren: dinsdag 15 december 2026 · vrijdag 15 januari 2027 · 19:00",
         "The next times: Tuesday, December 15, 2026 · Friday, January 15, 2027 · 19:00",
         "المرات القادمة: الثلاثاء، 15 ديسمبر 2026 · الجمعة، 15 يناير 2027 · 19:00"),
        ("FREQ=WEEKLY;BYDAY=SU;UNTIL=20200101", [], "Geen volgende keer bekend: vraag het daar",
         "No next time known: ask there", "لا تُعرف مرة قادمة: اسأل هناك"),
        ("FREQ=WEEKLY", [], "Dag niet bekend: vraag het daar", "Day not known: ask there",
         "اليوم غير معروف: اسأل هناك"),
        (None, [], "Dag niet bekend: vraag het daar", "Day not known: ask there", "اليوم غير معروف: اسأل هناك"),
    ],
)  # fmt: skip
def test_a_rule_without_words_is_told_by_its_next_days(rrule, days, nl, en, ar):
    phrase = next_days_phrase(gathering(rrule, "19:00", None).value, days)
    assert [said(phrase, locale) for locale in ("nl", "en", "ar")] == [nl, en, ar]


@pytest.mark.parametrize(
    ("ordinal", "nl", "en"),
    [
        (2, "elke tweede dinsdag van de maand", "every second Tuesday of the month"),
        (3, "elke derde dinsdag van de maand", "every third Tuesday of the month"),
        (4, "elke vierde dinsdag van de maand", "every fourth Tuesday of the month"),
    ],
)
def test_every_week_of_a_month_has_its_own_word(ordinal, nl, en):
    phrase = recurrence_phrase(gathering(f"FREQ=MONTHLY;BYDAY={ordinal}TU", "10:00", None).value)
    assert (said(phrase), said(phrase, "en")) == (f"{nl} · 10:00", f"{en} · 10:00")


@pytest.mark.parametrize(
    ("osm", "nl", "ar"),
    [
        ("Su", "zondag", "الأحد"),
        ("We[1] 10:00-12:00", "elke eerste woensdag van de maand · 10:00–12:00",
         "يوم الأربعاء الأول من كل شهر · 10:00–12:00"),
        ("Su[5]", "elke vijfde zondag van de maand", "يوم الأحد الخامس من كل شهر"),
        ("Su[2,4] 13:00", "elke tweede zondag van de maand · elke vierde zondag van de maand · 13:00",
         "يوم الأحد الثاني من كل شهر · يوم الأحد الرابع من كل شهر · 13:00"),
        ("Su[-2]", "Su[-2]", "Su[-2]"),
        ("Mo; Th 14:00", "maandag · donderdag · 14:00", "الاثنين · الخميس · 14:00"),
        ("Mo-Fr 10:00-12:00", "Mo-Fr 10:00-12:00", "Mo-Fr 10:00-12:00"),
    ],
)  # fmt: skip
def test_the_day_of_a_language_is_told_and_more_than_that_stays_as_it_is_written(osm, nl, ar):
    assert said(when_phrase(osm)) == nl
    assert said(when_phrase(osm), "ar") == ar
