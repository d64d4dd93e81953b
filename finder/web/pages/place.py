"""The page of one place: all that is known, what is not, how old it is, and who said so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from finder.domain.codes import normalise_code
from finder.domain.errors import UnknownPlace
from finder.domain.opening_hours import state_of
from finder.domain.place import UNKNOWN_FACT, Fact, Gathering, Place, Source, SpokenLanguage
from finder.domain.vocabulary import Answer, LanguageLevel, Need, PlaceKind, Question
from finder.i18n import fact_words, words
from finder.i18n.languages import LITURGICAL
from finder.i18n.locales import Spoken
from finder.i18n.phrases import N_, LanguageName, Listing, Phrase, Sayable, Verbatim, Written
from finder.i18n.voice import NETHERLANDS
from finder.web import sentences, times
from finder.web.state import state

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

ANSWERS: dict[Answer, Sayable] = {
    Answer.YES: N_("Ja"),
    Answer.NO: N_("Nee"),
    Answer.UNKNOWN: N_("Dat weten we niet: vraag het daar"),
}


@dataclass(frozen=True, slots=True)
class Meeting:
    """A gathering as the page shows it."""

    what: Sayable
    title: str
    when: Sayable
    details: tuple[Sayable, ...]
    source: Source | None


@pages.get("/<spoken:spoken>/places/<code>")
def page(spoken: Spoken, code: str) -> str | AnyResponse:
    """Show a place. Raises UnknownPlace for a code that nothing has; a sloppily typed one is corrected."""
    meant = normalise_code(code)
    place = state().index.by_code(meant) if meant else None
    if place is None:
        raise UnknownPlace(code)
    if code != meant:
        return redirect(url_for("place.page", spoken=spoken, code=meant))
    now = state().now()
    opening = state_of(place, now, now.astimezone(NETHERLANDS).date())
    return render_template(
        "place.html",
        place=place,
        opening=sentences.opening_phrase(place, opening, now),
        opening_state=opening.state,
        week=times.week(place.hours.osm, now) if place.hours and place.hours.osm else None,
        sentences=sentences,
        needs=[(need, words.NEEDS[need], place.need(need)) for need in Need],
        questions=[_question(place, question) for question in Question],
        meetings=[_meeting(gathering) for gathering in place.gatherings],
        languages=[_language(language) for language in place.languages],
        activities=_listed(fact_words.ACTIVITIES, place.activities),
        denominations=_listed(words.DENOMINATIONS, place.denominations),
        communities=_listed(words.COMMUNITIES, place.communities),
        also_called=Listing(tuple(Verbatim(name) for name in place.also_called)),
        code_phrase=Written(place.code),
        terms_of=_terms,
        answers=ANSWERS,
        json_ld=json.dumps(_json_ld(place), ensure_ascii=False).replace("<", "\\u003c"),
    )


def _listed(said: Mapping[str, str], keys: Iterable[str]) -> Listing | None:
    known = tuple(said[key] for key in keys)
    return Listing(known) if known else None


def _language(language: SpokenLanguage) -> tuple[Sayable, Sayable | None, Source | None]:
    said = Phrase(words.LEVELS[language.level], {"language": LanguageName(language.code)})
    return said, times.when_phrase(language.when) if language.when else None, language.source


def _terms(fact: Fact) -> Sayable | None:
    known = {**fact_words.TERMS, **fact_words.AUDIENCES}
    shown: tuple[Sayable, ...] = tuple(known[term] for term in fact.terms if term in known)
    return Listing(shown) if shown else None


def _question(place: Place, question: Question) -> tuple[Sayable, Answer, Sayable | None, Source | None]:
    fact = place.answer(question)
    spoken_there = [language for language in place.languages if language.level is not LanguageLevel.PRINTED]
    if fact == UNKNOWN_FACT and question is Question.MY_LANGUAGE and spoken_there:
        names = dict.fromkeys(LanguageName(language.code) for language in spoken_there)
        return words.QUESTIONS[question], Answer.YES, Listing(tuple(names)), spoken_there[0].source
    return words.QUESTIONS[question], fact.answer, _terms(fact), fact.source


def _meeting(gathering: Gathering) -> Meeting:
    details: list[Sayable] = []
    for code in gathering.languages:
        said = N_("Gebeden in %(language)s") if code in LITURGICAL else N_("In het %(language)s")
        details.append(Phrase(said, {"language": LanguageName(code)}))
    details += [fact_words.AUDIENCES[key] for key in gathering.audience]
    return Meeting(
        fact_words.GATHERINGS[gathering.kind],
        gathering.title,
        times.gathering_phrase(gathering),
        tuple(details),
        gathering.source,
    )


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
            {"@type": "LocationFeatureSpecification", "name": str(need), "value": fact.answer is Answer.YES}
            for need, fact in place.needs.items()
            if fact.answer is not Answer.UNKNOWN
        ],
    }
    known["address"] = {key: value for key, value in known["address"].items() if value}
    return {key: value for key, value in known.items() if value}
