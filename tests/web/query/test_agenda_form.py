"""Which day and what kinds of gatherings are asked for, and which field is named when it is refused."""

from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from finder.domain.errors import InvalidInput
from finder.usecases.read_agenda import AgendaQuestion
from finder.web.query.agenda_form import AgendaForm, MoreOfDay, read_agenda_form
from finder.web.query.starting_point_form import StartingPointForm


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({}, None),
        ({"day": "2026-12-01"}, date(2026, 12, 1)),
        ({"day": "2026-12-01", "other_day": "2026-12-25"}, date(2026, 12, 1)),
        ({"day": "other", "other_day": "2026-12-25"}, date(2026, 12, 25)),
        ({"day": "other", "other_day": ""}, None),
        ({"other_day": "2026-12-25"}, None),
    ],
)
def test_another_day_counts_only_when_it_is_the_one_that_was_chosen(fields, day):
    assert read_agenda_form(MultiDict(fields)).day == day


def test_the_agenda_reads_kinds_and_the_start():
    form = read_agenda_form(MultiDict({"what": ["meal", "", "coffee"], "where": " Bijlmer "}))
    assert form == AgendaForm(None, frozenset({"meal", "coffee"}), StartingPointForm("Bijlmer"))


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"day": "gisteren"}, "day"),
        ({"day": "other", "other_day": "2026-13-01"}, "other_day"),
        ({"what": "castle"}, "what"),
        ({"position": "x"}, "position"),
    ],
)
def test_the_agenda_names_the_field_it_cannot_read(fields, key):
    with pytest.raises(InvalidInput) as refused:
        read_agenda_form(MultiDict(fields))
    assert refused.value.key == key


def test_more_of_a_day_is_asked_for_with_the_number_to_show():
    form = read_agenda_form(MultiDict({"what": "meal", "more": "2026-11-27:100"}))
    assert form.more == MoreOfDay(date(2026, 11, 27), 100)
    assert form.more.text == "2026-11-27:100"
    assert form.question == AgendaQuestion(None, frozenset({"meal"}), date(2026, 11, 27), 100)
    assert read_agenda_form(MultiDict({"more": ""})).question == AgendaQuestion()


@pytest.mark.parametrize("text", ["2026-11-27", "2026-11-27:", "2026-11-27:0", "2026-11-27:501", "morgen:50", ":50"])
def test_more_of_no_day_or_of_no_number_is_refused(text):
    with pytest.raises(InvalidInput, match="more"):
        read_agenda_form(MultiDict({"more": text}))
