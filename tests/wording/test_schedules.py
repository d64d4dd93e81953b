"""When a gathering recurs, as far as its source says: a week that is left out is never told as every week."""

import pytest

from finder.wording.schedules import recurrence_phrase, when_phrase
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
        ("FREQ=WEEKLY", "19:00", None, "Dag niet bekend: vraag het daar", "Day not known: ask there",
         "اليوم غير معروف: اسأل هناك"),
        (None, "19:00", None, "Dag niet bekend: vraag het daar", "Day not known: ask there",
         "اليوم غير معروف: اسأل هناك"),
    ],
)  # fmt: skip
def test_a_rule_is_told_in_words(rrule, start, end, nl, en, ar):
    phrase = recurrence_phrase(gathering(rrule, start, end).value)
    assert [said(phrase, locale) for locale in ("nl", "en", "ar")] == [nl, en, ar]


@pytest.mark.parametrize(
    ("osm", "nl", "ar"),
    [
        ("Su", "zondag", "الأحد"),
        ("We[1] 10:00-12:00", "elke eerste woensdag van de maand · 10:00–12:00",
         "يوم الأربعاء الأول من كل شهر · 10:00–12:00"),
        ("Mo; Th 14:00", "maandag · donderdag · 14:00", "الاثنين · الخميس · 14:00"),
        ("Mo-Fr 10:00-12:00", "Mo-Fr 10:00-12:00", "Mo-Fr 10:00-12:00"),
    ],
)  # fmt: skip
def test_the_day_of_a_language_is_told_and_more_than_that_stays_as_it_is_written(osm, nl, ar):
    assert said(when_phrase(osm)) == nl
    assert said(when_phrase(osm), "ar") == ar
