"""The page of one place: all that is known, what is not, how old it is, and who said so."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from flask import Blueprint, Response, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from finder.domain.clock import dutch_day
from finder.domain.codes import normalise_code
from finder.domain.errors import UnknownPlace
from finder.domain.opening_hours import state_of
from finder.domain.place import Gathering, Place
from finder.domain.sourced import Sourced, value_of
from finder.domain.vocabulary import Answer, Need, PlaceKind, Question
from finder.formats.ical import EventWords, gatherings_calendar
from finder.i18n.locales import PageLocales
from finder.i18n.localizer import Localizer
from finder.i18n.phrases import N_, Listing, Verbatim, Written
from finder.recurrence.occurrences import has_days, next_occurrence
from finder.usecases.resolve_codes import resolve_codes
from finder.web.services import public_address, services, snapshot
from finder.web.together.list_request import problem_phrase
from finder.wording import fact_words, facts, words
from finder.wording.ages import NOT_CHECKED, information_phrase, said_on
from finder.wording.cautions import cautions
from finder.wording.gatherings import Meeting, meeting
from finder.wording.openings import opening_phrase, week

pages = Blueprint("place", __name__)

_SCHEMA_TYPES = {
    PlaceKind.MOSQUE: "Mosque",
    PlaceKind.CHURCH: "Church",
    PlaceKind.SYNAGOGUE: "Synagogue",
    PlaceKind.HINDU_TEMPLE: "HinduTemple",
    PlaceKind.BUDDHIST_TEMPLE: "BuddhistTemple",
    PlaceKind.GURDWARA: "PlaceOfWorship",
    PlaceKind.OTHER_WORSHIP: "PlaceOfWorship",
    PlaceKind.LIBRARY: "Library",
}


@pages.get("/<locales:locales>/places/<code>")
def page(locales: PageLocales, code: str) -> str | tuple[str, int] | AnyResponse:
    """Show a place; a sloppily typed code is corrected, one that moved leads on, any other wrong one is explained."""
    picked = resolve_codes([code], snapshot().index, snapshot().codes)
    if not picked.places:
        said = [problem_phrase(problem) for problem in picked.problems]
        return render_template("error.html", title=N_("Deze pagina is er niet"), advice=Listing(tuple(said))), 404
    place = picked.places[0]
    if code != place.code:
        return redirect(url_for("place.page", locales=locales, code=place.code))
    now = services().clock()
    opening = state_of(place, now, dutch_day(now))
    return render_template(
        "finder/place.html",
        place=place,
        opening=opening_phrase(place, opening, now),
        opening_state=opening.state,
        cautions=cautions(place),
        week=week(place.hours.osm, now) if place.hours and place.hours.osm else None,
        information_phrase=information_phrase,
        said_on=said_on,
        not_checked=NOT_CHECKED,
        needs=[(need, facts.need(place, need)) for need in Need],
        questions=[facts.question(place, question) for question in Question],
        meetings=[_meeting(place, said, now) for said in place.offer.gatherings],
        languages=[facts.language(spoken) for spoken in place.offer.languages],
        activities=facts.words_for(fact_words.ACTIVITY_WORDS, value_of(place.offer.activities) or ()),
        denominations=facts.words_for(words.DENOMINATION_WORDS, place.denominations),
        communities=facts.words_for(words.COMMUNITY_WORDS, place.communities),
        also_called=Listing(tuple(Verbatim(name) for name in place.identity.also_called)),
        code_phrase=Written(place.code),
        religion=facts.religion_phrase(place),
        not_known=facts.NOT_KNOWN,
        family=facts.calls(place),
        interpreting=facts.interpreters(place),
        dated=any(has_days(gathering) for gathering in place.gatherings),
        json_ld=json.dumps(_json_ld(place), ensure_ascii=False).replace("<", "\\u003c"),
    )


@pages.get("/<locales:locales>/places/<code>/gatherings.ics")
def calendar(locales: PageLocales, code: str) -> AnyResponse:
    """Return the gatherings of a place for the calendar of a phone. Raises UnknownPlace as ``page`` does."""
    meant = normalise_code(code)
    if meant is None:
        raise UnknownPlace(code)
    place = snapshot().index.by_code(meant)
    now = services().clock()
    localizer = Localizer(locales.first)

    def said(held: Sourced[Gathering]) -> EventWords:
        told = _meeting(place, held, now)
        notes = [held.value.title, *map(localizer.text, told.details), localizer.text(told.doubts)]
        summary = f"{localizer.text(told.what)} · {place.name}"
        return EventWords(summary, "\n".join(filter(None, notes)), locales.first.code)

    body = gatherings_calendar(
        place,
        said,
        name=place.name,
        since=dutch_day(now),
        stamp=now,
        url=public_address(url_for("place.page", locales=locales, code=place.code)),
    )
    disposition = f'attachment; filename="{place.code}.ics"'
    return Response(body, mimetype="text/calendar", headers={"Content-Disposition": disposition})


def _meeting(place: Place, said: Sourced[Gathering], now: datetime) -> Meeting:
    return meeting(said, None if place.status.gone else next_occurrence(said, dutch_day(now)))


def _json_ld(place: Place) -> dict[str, Any]:
    address = place.address
    known: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _SCHEMA_TYPES.get(place.kind, "CivicStructure"),
        "name": place.name,
        "geo": {
            "@type": "GeoCoordinates",
            "longitude": round(place.point.longitude, 6),
            "latitude": round(place.point.latitude, 6),
        },
        "address": {
            "@type": "PostalAddress",
            "streetAddress": address.street_line or None,
            "postalCode": address.postcode or None,
            "addressLocality": address.city or place.municipality,
            "addressCountry": "NL",
        },
        "telephone": place.phone,
        "url": place.website,
        "amenityFeature": [
            {"@type": "LocationFeatureSpecification", "name": str(need), "value": said.value.answer is Answer.YES}
            for need, said in place.offer.needs.items()
            if said.value.answer is not Answer.UNKNOWN
        ],
    }
    known["address"] = {key: value for key, value in known["address"].items() if value}
    return {key: value for key, value in known.items() if value}
