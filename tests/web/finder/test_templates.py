"""Every word of a view stands on its page, as often as the view has it: no template drops a warning or an age."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import get_args

import pytest
from flask import render_template
from markupsafe import escape

from finder.domain.filters import Filters
from finder.domain.geometry import Point
from finder.domain.hits import Count, Hit, Hits, LetGo, Loosening, Match
from finder.domain.place import Address, SpokenLanguage
from finder.domain.vocabulary import Answer, LanguageLevel, Need, Question, Reach, Religion, Status
from finder.geocode.entries import FoundKind
from finder.geocode.found import Found, Lookup
from finder.geocode.found import Question as Asking
from finder.geocode.starting_point import StartingPoint
from finder.i18n.phrases import Sayable, Verbatim
from finder.recurrence.agenda import Agenda
from finder.search.index import PlaceIndex
from finder.search.names import NamedPlace
from finder.usecases.find_places import SearchResult
from finder.usecases.read_agenda import read_agenda
from finder.usecases.show_place import show_place
from finder.web.finder.agenda_view import agenda_view
from finder.web.finder.choice_items import choice_items
from finder.web.finder.place_view import place_view
from finder.web.finder.search_view import search_view
from finder.web.json_script import json_script
from finder.web.query.agenda_form import AgendaForm
from finder.web.query.search_form import SearchForm
from finder.web.saying import localizer_of
from finder.web.starting_point import starting_point_view
from tests.places import a_source, sourced
from tests.wording.saying import NOW, OLD, fact, gathering, place

NL = localizer_of("nl")
PHRASES = tuple(each for each in get_args(Sayable) if each not in (str, int))
HERE = Point(4.9, 52.37)
NOT_ALWAYS_SHOWN = {"id", "not_known", "anything"}
"""What a part of a page is kept by, and what stands where nothing is known or chosen."""


def _year(year):
    return a_source(str(year), f"source of {year}")


THERE = place(
    name="’t Huis <van> de Buurt",
    also_called=("De Proef",),
    address=Address("Dam", "1", "1012 JS"),
    district="Centrum",
    neighbourhood="Burgwallen",
    phone="020 123 45 67",
    website="https://example.org/huis",
    email="info@example.org",
    reaches={"phone": Reach.OFFICE, "email": Reach.GROUP},
    hours="We 10:00-12:00",
    hours_source=_year(2001),
    hours_wording="Op woensdag",
    status=Status.UNCERTAIN,
    unverified=True,
    languages=(sourced(SpokenLanguage("ti", LanguageLevel.STAFF, "Su"), _year(2002)),),
    religion=Religion.CHRISTIAN,
    denominations=("orthodox",),
    communities=("eritrean",),
    gatherings=(
        gathering(title="Soup", languages=("am",), audience=("women",), not_during="summer", source=_year(2003)),
    ),
    activities=("film",),
    needs={
        Need.MEAL: fact(Answer.YES, "soup", source=_year(2004)),
        Need.VIDEO_CALL: fact(Answer.NO, source=_year(2005)),
    },
    first_visit={Question.COST: fact(Answer.NO, "donation", source=_year(2006))},
)


def leaves(value) -> Iterator[object]:
    """Everything in a view that can be read: phrases and texts."""
    if isinstance(value, Verbatim):
        yield value.text
    elif isinstance(value, PHRASES) or (isinstance(value, str) and value):
        yield value
    elif is_dataclass(value):
        for part in (each for each in fields(value) if each.name not in NOT_ALWAYS_SHOWN):
            yield from leaves(getattr(value, part.name))
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from leaves(part)


def not_said(view, html):
    """What a view has more often than its page; of a text that is no phrase, such as a code, once is enough."""
    parts = list(leaves(view))
    phrases = Counter(str(NL.html(part)) for part in parts if isinstance(part, PHRASES))
    texts = {str(escape(part)): 1 for part in parts if isinstance(part, str)}
    return {text: times for text, times in {**texts, **phrases}.items() if html.count(text) < times}


@pytest.fixture
def render(app):
    def render(name, **context):
        with app.test_request_context("/nl/"):
            return render_template(f"finder/{name}.html", choice_items=choice_items, **context)

    return render


def test_the_page_of_a_place_says_all_of_its_view(render):
    view = place_view(show_place(THERE, NOW), NOW)
    html = render("place", view=view, linked_data=json_script(view.linked_data), code_phrase=view.code)
    assert not_said(view, html) == {}


def test_the_page_of_a_place_of_which_nothing_is_known_says_that(render):
    view = place_view(show_place(place(), NOW), NOW)
    html = render("place", view=view, linked_data=json_script({}), code_phrase=view.code)
    assert not_said(view, html) == {}
    assert html.count("Niet bekend") == 3
    assert html.count("<p>Dat weten we niet: vraag het daar</p>") == 2
    assert "Telefoon niet bekend" in html
    assert "De tijden weten we niet" in html


def _agenda(*places, near=HERE, form=None):
    form = form or AgendaForm()
    start = starting_point_view("1012", StartingPoint(), ["Dam"])
    return agenda_view(form, start, near, read_agenda(Agenda(places), form.question, NOW), NOW, answered=True)


@pytest.mark.parametrize("form", [AgendaForm(), AgendaForm(date(2026, 12, 4), frozenset({"meal"}))])
def test_the_agenda_says_all_of_its_view(render, form):
    view = _agenda(THERE, form=form)
    assert not_said(view, render("agenda", view=view)) == {}


def test_a_busy_day_says_how_many_there_are_and_how_to_see_more(render):
    view = _agenda(
        *(place(name=f"Huis {n}", gatherings=(gathering("FREQ=DAILY", title=f"{n}"),)) for n in range(60)), near=None
    )
    html = render("agenda", view=view)
    assert not_said(view, html) == {}
    assert html.count('<span class="count" aria-hidden="true">60</span>') == 7


def _search(*hits, form=None, loosenings=(), total=None):
    form = form or SearchForm(asked=True)
    certain, likely = (sum(hit.match is match for hit in hits) for match in (Match.YES, Match.LIKELY))
    found = Hits(Count(certain, likely, (total or len(hits)) - certain - likely), hits)
    start = starting_point_view("1012", StartingPoint(HERE), ["Dam"])
    result = SearchResult(found, PlaceIndex([THERE]).facets(form.near(HERE), NOW), tuple(loosenings))
    return search_view(form, start, HERE, result, NOW, [NL])


def _hit(there, match):
    return Hit(there, 1234.0, match, (), show_place(there, NOW).opening)


def test_an_answer_says_all_of_its_view(render):
    others = (place(name=name, sources=(OLD,)) for name in ("Ander huis", "Nog een huis"))
    view = _search(_hit(THERE, Match.YES), *map(_hit, others, (Match.LIKELY, Match.PERHAPS)), total=50)
    html = render("search", view=view, markers=json_script(view.markers))
    assert not_said(view, html) == {}


CHOICES = (Found("Dam, Amsterdam", FoundKind.STREET, HERE, 50, False, "bag", name="Dam", area="Centrum", near="Spui"),)


NAMED = (NamedPlace(THERE, "De Proef", 1.0), NamedPlace(place(name="Ander huis", unverified=True), "Ander huis", 0.8))


@pytest.mark.parametrize("asked", [Lookup(), Lookup(None, Asking.MEANT, CHOICES)])
@pytest.mark.parametrize("named", [(), NAMED])
@pytest.mark.parametrize("page", ["search", "agenda"])
def test_the_question_from_where_says_all_of_its_view(render, page, asked, named):
    start = starting_point_view("de dam", StartingPoint(asked=asked, named=named), ["Dam"])
    if page == "search":
        view = _search(_hit(THERE, Match.YES))
        view = replace(view, form=replace(view.form, start=start), answer=None)
    else:
        view = replace(_agenda(THERE), start=start, days=())
    assert not_said(view, render(page, view=view, markers=json_script({}))) == {}


def test_an_answer_tells_of_a_place_that_is_called_as_the_start(render):
    found = Found("Dam", FoundKind.STREET, HERE, 1100, True, "bag", number_known=False, postcode_known=False)
    start = starting_point_view("dam", StartingPoint(HERE, found, named=NAMED), [])
    view = _search(_hit(THERE, Match.YES))
    html = render("search", view=replace(view, form=replace(view.form, start=start)), markers=json_script({}))
    assert not_said((start.named, start.doubts), html) == {}


def test_an_answer_without_a_hit_says_what_to_let_go_of(render):
    offers = [
        Loosening((LetGo("kinds"),), Filters(), Count(2, 0, 3)),
        Loosening((LetGo("needs", "free"), LetGo("within", None, 5000)), Filters(), Count(1, 2, 0)),
    ]
    view = _search(loosenings=offers)
    html = render("search", view=view, markers=json_script(view.markers))
    assert not_said(view, html) == {}


def test_a_word_that_a_page_leaves_out_is_found():
    view = place_view(show_place(THERE, NOW), NOW)
    assert "Tijden uit 2001: bel eerst" in not_said(view, "<p>nothing</p>")
