"""What is held at a place: each time with its day, its hour, for whom, and how sure that is."""

from datetime import date

from finder.recurrence.occurrences import on_day
from finder.wording.gatherings import coming_phrase, details_of, doubts_of, hour_phrase, meeting, title_of
from tests.places import a_gathering
from tests.wording.saying import OLD, UNDATED, all_said, gathering, place, said

CALLABLE = place(phone="020 1")
FRIDAY = date(2026, 11, 27)
MEAL = gathering(title="Soup and bread", languages=("ti", "gez"), audience=("women",), not_during="summer", source=OLD)


def test_a_meeting_is_told_with_its_next_time():
    told = meeting(MEAL, CALLABLE, (on_day(MEAL, FRIDAY),))
    assert said(told.what) == "Samen eten"
    assert said(told.title, "ar") == "Soup and bread"
    assert said(told.when) == "vrijdag · 18:00–20:00"
    assert said(told.next_time) == "Volgende keer: vrijdag 27 november 2026 · 18:00 tot 20:00"
    assert said(told.next_time, "en") == "Next time: Friday, November 27, 2026 · 18:00 to 20:00"
    assert said(told.next_time, "ar") == "المرة القادمة: الجمعة، 27 نوفمبر 2026 · من 18:00 إلى 20:00"


def test_a_meeting_of_which_no_next_time_is_known_names_none():
    assert meeting(MEAL, CALLABLE, ()).next_time is None


def test_a_meeting_whose_rule_has_no_words_names_its_next_days_once():
    monthly = gathering("FREQ=MONTHLY;BYMONTHDAY=27", "18:00", None)
    told = meeting(monthly, CALLABLE, [on_day(monthly, day) for day in (FRIDAY, date(2026, 12, 27))])
    assert said(told.when) == "De volgende keren: vrijdag 27 november 2026 · zondag 27 december 2026 · 18:00"
    assert told.next_time is None


def test_a_meeting_says_in_which_languages_and_for_whom():
    assert all_said(details_of(MEAL.value)) == ["In het Tigrinya", "Gebeden in Ge’ez", "Vrouwen"]
    assert all_said(details_of(MEAL.value), "ar") == ["باللغة التغرينية", "صلوات باللغة الجعزية", "نساء"]


def test_a_meeting_that_is_not_always_held_says_to_call_first():
    assert all_said(doubts_of(MEAL, CALLABLE)) == ["Niet elke week: bel eerst.", "bron uit 2017"]
    assert all_said(doubts_of(MEAL, CALLABLE), "en") == ["Not every week: call first.", "source from 2017"]


def test_a_meeting_never_lacks_its_age():
    assert all_said(doubts_of(gathering(source=UNDATED), place())) == ["bron zonder datum"]


def test_an_hour_is_told_as_far_as_it_is_known():
    assert said(hour_phrase(on_day(MEAL, FRIDAY))) == "18:00 tot 20:00"
    assert said(hour_phrase(on_day(gathering(end=None), FRIDAY))) == "18:00"
    assert said(hour_phrase(on_day(gathering(start=None, end=None), FRIDAY))) == "uur niet bekend"
    assert said(hour_phrase(on_day(gathering(start=None, end=None), FRIDAY)), "ar") == "الساعة غير معروفة"


def test_what_is_coming_is_told_by_day_hour_and_kind():
    held = on_day(MEAL, FRIDAY)
    assert said(coming_phrase(held)) == "vrijdag 27 november 2026 · 18:00 tot 20:00 · Samen eten"
    assert said(coming_phrase(held), "en") == "Friday, November 27, 2026 · 18:00 to 20:00 · Eating together"


def test_a_title_that_only_says_again_what_it_is_is_left_out():
    assert title_of(a_gathering("Inloop", kind="walk_in")) is None
    assert said(title_of(a_gathering("Inloop met soep", kind="walk_in"))) == "Inloop met soep"
