"""A place and a hit as /api/v1 gives them: RFC 7946 features with camelCase properties."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from finder.domain.band import band_of
from finder.domain.clock import TIME_ZONE
from finder.domain.filters import FILTERS, FilterSpec
from finder.domain.geometry import walking_minutes
from finder.domain.hits import Hit, Reason
from finder.domain.likely import Guess, likely_languages
from finder.domain.opening_hours import OpeningState
from finder.domain.place import Gathering, Place
from finder.domain.sourced import PartialDate, Source, Sourced
from finder.domain.vocabulary import Need, Sensitivity

Json = dict[str, Any]


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(TIME_ZONE).isoformat(timespec="seconds") if moment else None


def _date(stated_on: PartialDate | None) -> str | None:
    return stated_on.text if stated_on else None


def _gathering(said: Sourced[Gathering]) -> Json:
    gathering = said.value
    return {
        "kind": gathering.kind,
        "title": gathering.title,
        "rrule": gathering.rrule,
        "start": gathering.start,
        "end": gathering.end,
        "languages": list(gathering.languages),
        "date": _date(said.stated_on),
    }


def place_properties(place: Place) -> Json:
    """Return what is known of a place, whoever asks."""
    address = place.address
    information, hours = place.information_date, place.offer.hours
    return {
        "code": place.code,
        "name": place.name,
        "kind": place.kind,
        "status": place.status,
        "unverified": place.unverified,
        "sensitivity": place.sensitivity or Sensitivity.OPEN,
        "religion": place.religion,
        "denominations": list(place.denominations),
        "languages": [
            {
                "code": said.value.code,
                "level": said.value.level,
                "when": said.value.when,
                "date": _date(said.stated_on),
            }
            for said in place.offer.languages
        ],
        "communities": list(place.communities),
        "needs": {need: place.need(need).answer for need in Need},
        "address": {
            "street": address.street,
            "houseNumber": address.house_number,
            "postcode": address.postcode,
            "city": address.city,
        },
        "municipality": place.municipality,
        "district": place.location.district,
        "neighbourhood": place.location.neighbourhood,
        "phone": place.phone,
        "website": place.website,
        "email": place.email,
        "reaches": dict(place.contact.reaches),
        "callable": place.callable,
        "visitable": place.visitable,
        "openingHours": {"osm": hours.value.osm, "wording": hours.value.wording, "date": _date(hours.stated_on)}
        if hours
        else None,
        "gatherings": [_gathering(said) for said in place.offer.gatherings],
        "informationDate": information.text if information else None,
        "verifiedOn": place.verified_on.isoformat() if place.verified_on else None,
        "likelyLanguages": [
            {"code": code, "because": _because(guess), "source": _source(guess.source)}
            for code, guess in likely_languages(place).items()
        ],
        "sources": [_source(source) for source in place.sources],
    }


def _reason(reason: Reason, filters: Mapping[str, FilterSpec]) -> Json:
    return {
        "filter": filters[reason.filter].api_key,
        "value": reason.value,
        "answer": reason.answer.word,
        "certain": reason.certain,
        "when": reason.when,
        "because": _because(reason.guess) if reason.guess else None,
        "source": _source(reason.guess.source) if reason.guess else None,
    }


def _because(guess: Guess) -> Json:
    return {"basis": guess.basis, "key": guess.key, "value": guess.value}


def _source(source: Source) -> Json:
    return {"url": source.url, "title": source.title, "licence": source.licence, "date": _date(source.stated_on)}


def opening_properties(opening: OpeningState) -> Json:
    """Return an opening state; what is not known is null."""
    return {
        "openState": opening.state,
        "opensAt": _moment(opening.opens_at),
        "closesAt": _moment(opening.closes_at),
    }


def feature(place: Place, properties: Json) -> Json:
    """Return a GeoJSON feature of a place; one without a geometry keeps its address back."""
    point = place.shown_point
    return {
        "type": "Feature",
        "id": place.code,
        "geometry": {"type": "Point", "coordinates": point.coordinates} if point else None,
        "properties": properties,
    }


def place_feature(place: Place, opening: OpeningState) -> Json:
    """Return one place as a feature, with its opening state."""
    return feature(place, {**place_properties(place), **opening_properties(opening)})


def answer_properties(
    hit: Hit, opening: OpeningState, filters: Mapping[str, FilterSpec] = FILTERS, uncertainty: float = 0
) -> Json:
    """Return how a place answers a search by ``filters``: what its feature has beyond the place itself.

    From a start that may be too many metres off (``uncertainty``) no distance is told, but its band.
    """
    band = None if hit.distance is None else band_of(hit.distance, uncertainty)
    distance = None if band else hit.distance
    return {
        "distanceMetres": None if distance is None else round(distance, 1),
        "walkingMinutes": None if distance is None else walking_minutes(distance),
        "distanceBand": {"leastMetres": band.least, "mostMetres": band.most} if band else None,
        "match": hit.match,
        "reasons": [_reason(reason, filters) for reason in hit.reasons],
        **opening_properties(opening),
    }
