"""The search page: one question a row, and the answer beside a map. The search travels in the body of a POST."""

from __future__ import annotations

from datetime import datetime

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from finder.domain.clock import dutch_day
from finder.geocode.starting_point import StartingPoint
from finder.i18n.locales import PageLocales
from finder.usecases.find_places import find_places
from finder.web.finder.choice_items import choice_items
from finder.web.finder.search_view import search_view
from finder.web.fragments import kept_page
from finder.web.json_script import json_script
from finder.web.locale import negotiated
from finder.web.query.search_form import SearchForm, read_search_form
from finder.web.saying import speaker
from finder.web.services import services, snapshot
from finder.web.starting_point import find_start, start_view

pages = Blueprint("search", __name__)


@pages.get("/")
def language() -> AnyResponse:
    """Lead to the page in a language the browser asks for."""
    return redirect(url_for("search.page", locales=negotiated()))


@pages.get("/<locales:locales>/")
def page(locales: PageLocales) -> str:
    """Show the empty form, the counts beside every choice, and the nearest thing to a first answer: all places."""
    now = services().clock()
    return kept_page(dutch_day(now), lambda: _page(SearchForm(), StartingPoint(), now))


@pages.post("/<locales:locales>/")
def search(locales: PageLocales) -> str:
    """Answer a search. Raises InvalidInput for a value that the form does not offer."""
    now = services().clock()
    form = read_search_form(request.form, now)
    return _page(form, find_start(form.start), now)


def _page(form: SearchForm, start: StartingPoint, now: datetime) -> str:
    result = find_places(snapshot().index, form.near(start.point, start.doubt), now, form.shown)
    view = search_view(form, start_view(form.start, start), start.point, result, now, speaker().localizers)
    return render_template(
        "finder/search.html", view=view, choice_items=choice_items, markers=json_script(view.markers)
    )


@pages.get("/basemap.geojson")
def basemap() -> Response:
    """Serve the map that needs no network; it is drawn after the list can be used."""
    served = services().basemap
    response = Response(served.content, content_type="application/geo+json")
    response.cache_control.public, response.cache_control.max_age = True, 86400
    response.set_etag(served.etag)
    response.make_conditional(request)
    return response
