"""The page of one place: all that is known, what is not, how old it is, and who said so."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from finder.domain.clock import dutch_day
from finder.formats.ical import gatherings_calendar
from finder.i18n.locales import PageLocales
from finder.i18n.localizer import Localizer
from finder.i18n.phrases import Listing, Written
from finder.usecases.look_up_place import look_up_place
from finder.usecases.resolve_codes import resolve_codes
from finder.usecases.show_place import show_place
from finder.web.errors import NO_SUCH_PAGE
from finder.web.finder.place_view import event_words, place_view
from finder.web.json_script import json_script
from finder.web.services import public_address, services, snapshot
from finder.wording.code_problems import problem_phrase

pages = Blueprint("place", __name__)


@pages.get("/<locales:locales>/places/<code>")
def page(locales: PageLocales, code: str) -> str | tuple[str, int] | AnyResponse:
    """Show a place; a sloppily typed code is corrected, one that moved leads on, any other wrong one is explained."""
    picked = resolve_codes([code], snapshot().index, snapshot().codes)
    if not picked.places:
        advice = Listing(tuple(map(problem_phrase, picked.problems)))
        return render_template("error.html", title=NO_SUCH_PAGE, advice=advice), 404
    place = picked.places[0]
    if code != place.code:
        return redirect(url_for("place.page", locales=locales, code=place.code))
    now = services().clock()
    view = place_view(show_place(place, now), now)
    linked_data = json_script(view.linked_data)
    return render_template("finder/place.html", view=view, linked_data=linked_data, code_phrase=Written(view.code))


@pages.get("/<locales:locales>/places/<code>/gatherings.ics")
def calendar(locales: PageLocales, code: str) -> AnyResponse:
    """Return the gatherings of a place for the calendar of a phone. Raises UnknownPlace."""
    now = services().clock()
    place = look_up_place(snapshot().index, code, now).place
    held = {each.said.value.id: each for each in show_place(place, now).held}
    localizer = Localizer(locales.first)
    body = gatherings_calendar(
        place,
        lambda said: event_words(place, held[said.value.id], localizer),
        name=place.name,
        since=dutch_day(now),
        stamp=now,
        url=public_address(url_for("place.page", locales=locales, code=place.code)),
    )
    disposition = f'attachment; filename="{place.code}.ics"'
    return Response(body, mimetype="text/calendar", headers={"Content-Disposition": disposition})
