"""The search page: one question a row, and the answer beside a map. The search travels in the body of a POST."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from finder.domain.hits import Hit
from finder.geocode.starting_point import StartingPoint
from finder.i18n.locales import PageLocales
from finder.i18n.phrases import N_, Listing, Phrase, Sayable
from finder.usecases.find_places import SearchResult, find_places
from finder.usecases.find_starting_point import find_starting_point
from finder.web.finder import choices
from finder.web.locale import localizers, negotiated
from finder.web.query import FIRST_SHOWN, MOST_SHOWN, SearchForm, linked_keys, read_search_form
from finder.web.services import services, snapshot
from finder.web.starting_point import starting_point_view
from finder.wording import sentences
from finder.wording.ages import information_phrase
from finder.wording.cautions import short_caution
from finder.wording.days import coming_days, moment_phrase
from finder.wording.distances import distance_phrase, walk_phrase
from finder.wording.facts import known_needs
from finder.wording.openings import opening_phrase

pages = Blueprint("search", __name__)


@pages.get("/")
def language() -> AnyResponse:
    """Lead to the page in a language the browser asks for."""
    return redirect(url_for("search.page", locales=negotiated()))


@pages.get("/<locales:locales>/")
def page(locales: PageLocales) -> str:
    """Show the empty form, the counts beside every choice, and the nearest thing to a first answer: all places."""
    now = services().clock()
    return _render(SearchForm(), StartingPoint(), now)


@pages.post("/<locales:locales>/")
def search(locales: PageLocales) -> str:
    """Answer a search. Raises InvalidInput for a value that the form does not offer."""
    now = services().clock()
    form = read_search_form(request.form, now)
    return _render(form, find_starting_point(services().locator, form.start.where, form.start.position), now)


def _together(answers: Iterable[Sayable | None]) -> Listing | None:
    said = tuple(answer for answer in answers if answer)
    return Listing(said) if said else None


def _marker(number: int, hit: Hit) -> dict[str, Any]:
    return {
        "number": number,
        "code": hit.place.code,
        "name": hit.place.name,
        "match": str(hit.match),
        "position": hit.place.point.coordinates,
        "lines": [
            {
                "lang": localizer.locale.code,
                "dir": localizer.locale.direction,
                "text": localizer.text(sentences.reason_line(hit)),
            }
            for localizer in localizers()
        ],
    }


def _render(form: SearchForm, start: StartingPoint, now: datetime) -> str:
    field = starting_point_view(form.start.where, start, services().locator.gazetteer.starting_points)
    answer: SearchResult = find_places(snapshot().index, form.near(start.point), now, form.shown)
    markers = {
        "start": [start.point.longitude, start.point.latitude] if start.point else None,
        "hits": [_marker(number, hit) for number, hit in enumerate(answer.hits.items, 1)] if form.asked else [],
    }
    rows = choices.rows(form, answer.facets)
    wanted = [row.answer for row in rows if not row.avoids]
    when = moment_phrase(form.when, form.part)
    rather_not = _together(row.answer for row in rows if row.avoids)
    refused = Phrase(N_("liever niet: %(things)s"), {"things": rather_not}) if rather_not else None
    return render_template(
        "finder/search.html",
        form=form,
        start=field,
        when_phrase=when,
        not_phrase=rather_not,
        summary=_together([field.phrase, *wanted, when, refused]),
        within=f"{form.filters.within:.0f}" if form.filters.within else "",
        asked=form.asked,
        now=now,
        answer=answer,
        rows=rows,
        distances=choices.DISTANCES,
        days=[(each.day.isoformat(), each.name) for each in coming_days(now)],
        parts=choices.PARTS,
        offers=[choices.offer(item) for item in answer.loosenings],
        markers=json.dumps(markers, ensure_ascii=False).replace("<", "\\u003c"),
        more=min(form.shown + FIRST_SHOWN, MOST_SHOWN) if answer.hits.total > form.shown < MOST_SHOWN else None,
        reason_line=sentences.reason_line,
        opening_phrase=opening_phrase,
        known_needs=known_needs,
        short_caution=short_caution,
        information_phrase=information_phrase,
        distance_phrase=distance_phrase,
        walk_phrase=walk_phrase,
        language_names=choices.language_names,
        linked=linked_keys(type(form.filters)),
    )


@pages.get("/basemap.geojson")
def basemap() -> Response:
    """Serve the map that needs no network; it is drawn after the list can be used."""
    text = services().settings.basemap.read_text("utf-8")
    return Response(text, content_type="application/geo+json", headers={"Cache-Control": "public, max-age=86400"})
