"""The agenda in words: what is on, how sure it is, and how to see more of a day."""

from datetime import date

import pytest

from finder.domain.geometry import Point
from finder.geocode.found import Lookup
from finder.geocode.starting_point import StartingPoint
from finder.recurrence.agenda import Agenda
from finder.usecases.read_agenda import read_agenda
from finder.web.finder.agenda_view import agenda_view
from finder.web.query.agenda_form import AgendaForm, MoreOfDay
from finder.web.starting_point import starting_point_view
from tests.places import a_hidden_place
from tests.wording.saying import NOW, OLD, all_said, gathering, place, said

FRIDAY = date(2026, 11, 27)
MEAL = gathering(title="Soup and bread", languages=("ti",), audience=("women",), not_during="summer", source=OLD)
COFFEE = gathering("FREQ=DAILY", "10:00", None, "coffee")
THERE = place(name="Buurthuis", gatherings=(MEAL, COFFEE), unverified=True, phone="020 1")


def _view(form=None, agenda=None, near=None, *, answered=False):
    form = form or AgendaForm()
    read = read_agenda(agenda or Agenda([THERE]), form.question, NOW)
    start = starting_point_view("", StartingPoint(near), [])
    return agenda_view(form, start, near, read, NOW, answered=answered)


def test_an_entry_says_what_is_on_where_and_how_sure_that_is():
    friday = _view(AgendaForm(FRIDAY)).days[0]
    meal = friday.entries[1]
    assert (meal.code, meal.name) == (THERE.code, "Buurthuis")
    assert said(meal.what) == "18:00 tot 20:00 · Samen eten"
    assert (meal.title.text, meal.title.lang) == ("Soup and bread", "en")
    assert said(meal.details) == "In het Tigrinya · Vrouwen"
    assert all_said(meal.cautions) == ["Deze plek komt uit een oude of onzekere bron. Bel eerst."]
    assert said(meal.doubts) == "Niet elke week: bel eerst. · bron uit 2017 · niet nagevraagd: bel eerst"
    assert said(meal.doubts, "ar") == "ليس كل أسبوع: اتصل أولًا. · مصدر من 2017 · لم يتأكد منه أحد: اتصل أولًا"


def test_an_entry_leaves_out_what_there_is_nothing_to_say_of():
    coffee = _view(AgendaForm(FRIDAY)).days[0].entries[0]
    assert (coffee.title, coffee.details, coffee.far) == (None, None, None)


def test_until_it_is_settled_from_where_there_are_no_days():
    start = starting_point_view("kerkstraat", StartingPoint(asked=Lookup()), [])
    read = read_agenda(Agenda([THERE]), AgendaForm().question, NOW)
    view = agenda_view(AgendaForm(), start, None, read, NOW, answered=True)
    assert view.days == ()
    assert said(view.day_answer) == "Deze week"


def test_from_somewhere_an_entry_says_how_far_it_is():
    entry = _view(near=Point(4.9, 52.37)).days[1].entries[0]
    assert said(entry.far) == "1,1 km · ongeveer 19 minuten lopen"


def test_the_first_day_of_the_week_is_today_and_open():
    view = _view()
    assert said(view.days[0].name) == "Vandaag · woensdag 25 november 2026"
    assert [day.opened for day in view.days] == [True, *[False] * 6]
    assert said(view.day_answer) == "Deze week"


def test_what_is_over_today_is_told_apart_from_what_nobody_knows():
    morning = Agenda([place(gatherings=(gathering("FREQ=WEEKLY;BYDAY=WE", "09:00", "10:00"),))])
    today, tomorrow = _view(agenda=morning).days[:2]
    assert (today.total, said(today.nothing)) == (0, "Vandaag is er niets meer. Kijk bij een andere dag.")
    assert said(today.nothing, "en") == "There is nothing more today. Look at another day."
    assert said(today.nothing, "ar") == "لم يعد هناك شيء اليوم. انظر إلى يوم آخر."
    assert said(tomorrow.nothing) == "Van deze dag weten we niets."
    assert _view().days[2].nothing is None


def test_a_day_that_was_chosen_is_named_and_stays_chosen():
    view = _view(AgendaForm(FRIDAY))
    assert said(view.day_answer) == "vrijdag 27 november 2026"
    assert [option.value for option in view.day_options if option.chosen] == ["2026-11-27"]
    assert (view.other_option.chosen, view.other_day.value) == (False, "")


def test_a_day_that_is_not_of_this_week_stands_in_the_field_of_another():
    view = _view(AgendaForm(date(2026, 12, 25)))
    assert not any(option.chosen for option in view.day_options)
    assert (view.other_option.value, view.other_option.chosen) == ("other", True)
    assert (view.other_day.value, view.other_day.earliest) == ("2026-12-25", date(2026, 11, 25))


def test_kinds_are_offered_in_the_order_of_the_vocabulary_and_the_chosen_ones_named():
    view = _view(AgendaForm(kinds=frozenset({"coffee"})))
    assert [(option.value, option.chosen) for option in view.kinds] == [("meal", False), ("coffee", True)]
    assert said(view.kinds_answer) == "Koffie en thee"
    assert said(_view().kinds_answer) == "Maakt niet uit"


@pytest.fixture(scope="module")
def busy():
    return Agenda([place(name=f"Huis {number:03}", gatherings=(COFFEE,)) for number in range(120)])


def test_a_busy_day_keeps_its_true_count_and_offers_more(busy):
    thursday = _view(agenda=busy).days[1]
    assert (thursday.total, len(thursday.entries), thursday.more) == (120, 50, "2026-11-26:100")
    assert _view().days[1].more == ""


def test_the_day_of_which_more_was_asked_is_the_open_one(busy):
    view = _view(AgendaForm(more=MoreOfDay(date(2026, 11, 26), 100)), busy)
    assert [day.opened for day in view.days] == [False, True, *[False] * 5]
    assert [len(day.entries) for day in view.days[:3]] == [0, 100, 50]


def test_more_of_a_day_that_is_not_shown_opens_the_first(busy):
    view = _view(AgendaForm(more=MoreOfDay(date(2026, 12, 26), 100)), busy)
    assert [day.opened for day in view.days] == [True, *[False] * 6]


def test_an_entry_of_a_place_that_keeps_its_address_back_does_not_say_how_far_it_is():
    hidden = a_hidden_place(gatherings=(MEAL,))
    entry = _view(AgendaForm(FRIDAY), agenda=Agenda([hidden]), near=Point(4.9, 52.37)).days[0].entries[0]
    assert entry.far is None
    assert "Het adres staat hier niet. Bel eerst: dan hoor je het." in all_said(entry.cautions)
