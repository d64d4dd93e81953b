"""Every template shows the whole of its view: no warning, no age and no problem is lost on the way to the page."""

import re
from dataclasses import replace

import pytest
from flask import render_template

from finder.domain.geometry import Point
from finder.domain.listed_place import ListedPlace
from finder.domain.resolved_codes import Problem, ResolvedCodes, Trouble
from finder.domain.vocabulary import Answer, LanguageLevel, PlaceKind, Question, Status
from finder.geocode.found import Lookup
from finder.geocode.starting_point import StartingPoint
from finder.i18n.locales import LOCALES, PageLocales
from finder.search.similar import Measured, Shared, Similar
from finder.usecases.move_house import MovedPlace
from finder.web.starting_point import starting_point_view
from finder.web.together.card_view import card_view
from finder.web.together.compare_view import compare_view
from finder.web.together.list_view import list_view
from finder.web.together.moved_view import moved_view
from finder.web.together.shortlist_view import shortlist_view
from finder.wording.card_content import card_content
from tests.wording.saying import NOW, OLD, fact, gathering, language, place

DOUBTFUL = place(
    name="Doubtful",
    phone="020 1",
    unverified=True,
    source=OLD,
    hours="Mo-Fr 10:00-17:00",
    hours_source=OLD,
    gatherings=(gathering(not_during="summer", source=OLD),),
    languages=(language("ti", LanguageLevel.STAFF, source=OLD),),
    first_visit={Question.COST: fact(Answer.NO, source=OLD)},
)
CLOSED = place(name="Closed", status=Status.CLOSED, phone="020 2")
PROBLEM = Problem("4F2AX", Trouble.UNKNOWN)
RESOLVED = ResolvedCodes((DOUBTFUL, CLOSED), (PROBLEM,))
LIST = list_view(RESOLVED, starting_point_view("", StartingPoint(Point(4.9, 52.37)), []), answered=True)
SEEN = [ListedPlace(DOUBTFUL, 600.0), ListedPlace(CLOSED, None)]
LINK = "https://samenplek.example/nl/shortlist#1.nl.4F2AX"

WEAK = "Deze plek komt uit een oude of onzekere bron. Bel eerst."
GONE = "Deze plek is dicht en gaat niet meer open."
PERHAPS = "Misschien open op woensdag 25 november 2026, tot 17:00"
AGE, FAR = "Informatie uit 2017, niet nagevraagd", "ongeveer 10 minuten lopen"


@pytest.fixture
def shown(app):
    def render(name, view, locales="nl"):
        with app.test_request_context(f"/{locales}/{name}", method="POST"):
            return render_template(f"together/{name}.html", view=view)

    return render


def test_the_list_shows_every_doubt(shown):
    page = shown("shortlist", shortlist_view(LIST, SEEN, LINK, NOW))
    for words in (WEAK, GONE, PERHAPS, "Tijden uit 2017: bel eerst", AGE, FAR, "deze code kennen we niet"):
        assert words in page, words
    assert page.count("lopen") == 1
    assert f'data-copy="{LINK}"' in page
    assert "Deze code werkt nu alleen op dit apparaat." not in page


def test_the_list_says_that_its_link_leads_nowhere_else(shown):
    view = shortlist_view(LIST, SEEN, "http://localhost:8000/nl/shortlist#1.nl", NOW)
    assert "Deze code werkt nu alleen op dit apparaat." in shown("shortlist", view)


def test_the_comparison_shows_every_doubt(shown):
    page = shown("compare", compare_view(LIST, SEEN, [], NOW))
    for words in (WEAK, GONE, PERHAPS, AGE, FAR, "Vul in vanaf waar.", "deze code kennen we niet"):
        assert words in page, words
    assert "Niet elke week: bel eerst. · bron uit 2017" in page
    assert page.count('<span class="source">bron uit 2017</span>') == 3
    assert page.count('<span class="answer-no">') == 1


def test_moving_house_warns_of_what_is_listed_and_of_what_is_offered(shown):
    alike = Similar(place(name="Alike", unverified=True, phone="020 3"), 600.0, (Shared("kinds", PlaceKind.DROP_IN),))
    moved = [
        MovedPlace(Measured(CLOSED, 17_400.0, 280, too_far=True), alike),
        MovedPlace(Measured(DOUBTFUL, 600.0, 10, too_far=False), None),
    ]
    first, second = shown("moved", moved_view(LIST, moved)).split('<li class="moved">')[1:]
    for words in (GONE, WEAK, "Te ver om te lopen", "Ook hier: Inloophuis", FAR, "niet nagevraagd"):
        assert words in first, words
    for words in (WEAK, "Dichtbij vonden we geen plek die hierop lijkt.", FAR):
        assert words in second, words


@pytest.mark.parametrize(("locales", "told"), [("nl", True), ("nl+ar", False)])
def test_the_card_shows_all_that_is_on_it(shown, locales, told):
    content = card_content(SEEN, (PROBLEM,), LINK, PageLocales(*(LOCALES[code] for code in locales.split("+"))), NOW)
    page = shown("card", card_view(LIST, content), locales)
    for words in (WEAK, GONE, PERHAPS, "Bijeenkomst:", FAR, "deze code kennen we niet", "Bel eerst: de tijden"):
        assert words in page, words
    assert ("Wil je een tweede taal op het kaartje?" in page) is told
    assert page.count('<p lang="nl" dir="ltr">') == page.count('class="card-pair')


@pytest.mark.parametrize("name", ["shortlist", "compare", "moved", "card"])
def test_a_start_that_is_not_settled_is_asked_about_and_focused_first(shown, name):
    unsettled = replace(LIST, start=starting_point_view("xyzzy", StartingPoint(asked=Lookup()), []))
    content = card_content(SEEN, (), LINK, PageLocales(LOCALES["nl"]), NOW)
    views = {
        "shortlist": shortlist_view(unsettled, SEEN, LINK, NOW),
        "compare": compare_view(unsettled, SEEN, [], NOW),
        "moved": moved_view(unsettled, ()),
        "card": card_view(unsettled, content),
    }
    page = shown(name, views[name])
    asked = unsettled.start.question
    for words in (asked.heading, "xyzzy", asked.advice, unsettled.start.problem):
        assert words in page, words
    assert re.search(r"<[^>]* data-answer(?!ed)[^>]*>", page)[0].endswith("data-question>")


@pytest.mark.parametrize("name", ["shortlist", "compare", "moved"])
def test_a_page_without_a_list_leads_to_the_search(shown, name):
    empty = replace(LIST, codes=(), problems=())
    views = {
        "shortlist": shortlist_view(empty, [], "", NOW),
        "compare": compare_view(empty, [], [], NOW),
        "moved": moved_view(empty, ()),
    }
    page = shown(name, views[name])
    assert "Er staat nog geen plek op de lijst." in page
    assert "list-form" not in page
