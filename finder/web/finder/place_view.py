"""The page of a place as it is shown: all that is known in words, and what is not known as questions to ask there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from finder.domain.contact import dialled
from finder.domain.place import Place
from finder.domain.sourced import Source, value_of
from finder.domain.vocabulary import Need, Question
from finder.formats.ical import EventWords
from finder.i18n.localizer import Localizer
from finder.i18n.phrases import N_, Listing, Sayable, Verbatim
from finder.usecases.show_place import HeldThere, ShownPlace
from finder.web.finder.json_ld import json_ld
from finder.wording import facts
from finder.wording.advice import advice
from finder.wording.ages import information_phrase, not_checked, said_on
from finder.wording.cautions import cautions
from finder.wording.fact_words import ACTIVITY_WORDS
from finder.wording.facts import AnsweredQuestion, SpokenThere, words_for
from finder.wording.gatherings import Meeting, meeting
from finder.wording.guesses import likely_spoken
from finder.wording.openings import DayHours, opening_phrase, week
from finder.wording.words import COMMUNITY_WORDS, DENOMINATION_WORDS, KIND_WORDS, REACH_WORDS


@dataclass(frozen=True, slots=True)
class WayView:
    """A number or an address to reach a place by, and whom one reaches where that is not the place itself."""

    pictogram: str
    text: str
    link: str
    reaches: Sayable | None


@dataclass(frozen=True, slots=True)
class ContactView:
    """Where and how. ``area`` is empty where no district is known; ``first`` says what to do before going there."""

    address: str
    area: str
    ways: tuple[WayView, ...]
    no_phone: bool
    first: Sayable


@dataclass(frozen=True, slots=True)
class HoursView:
    """When it is open: by the week, or in the words of the source; ``caution`` when neither can be relied on."""

    week: tuple[DayHours, ...]
    wording: str | None
    age: Sayable
    caution: Sayable | None


@dataclass(frozen=True, slots=True)
class Row:
    """Something about a place, with its pictogram; ``said`` None: not known."""

    pictogram: str
    what: Sayable
    said: Sayable | None = None


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A question that is answered, with its pictogram."""

    pictogram: str
    asked: AnsweredQuestion


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions about one thing: those that are answered, and those to ask there. ``key`` names their section."""

    key: str
    heading: Sayable
    known: tuple[KnownRow, ...]
    unknown: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """Who says so, how long ago, and under which licence."""

    url: str
    title: str
    age: Sayable
    licence: str


@dataclass(frozen=True, slots=True)
class Thought:
    """What we think, worded as our guess, and where the reason for it was read."""

    said: Sayable
    source: SourceView


@dataclass(frozen=True, slots=True)
class PlaceView:
    """The whole page."""

    code: str
    name: str
    pictogram: str
    kind: Sayable
    also_called: Listing | None
    opening_state: str
    opening: Sayable
    age: Sayable
    cautions: tuple[Sayable, ...]
    contact: ContactView
    hours: HoursView | None
    visit: Questions
    languages: tuple[SpokenThere, ...]
    likely_languages: tuple[Thought, ...]
    belonging: tuple[Row, ...]
    meetings: tuple[Meeting, ...]
    has_calendar: bool
    activities: Listing | None
    needs: Questions
    remote: tuple[Questions, ...]
    sources: tuple[SourceView, ...]
    linked_data: Mapping[str, Any]
    not_known: Sayable = facts.NOT_KNOWN


def _contact(place: Place) -> ContactView:
    area = (place.location.neighbourhood, place.location.district) if place.location.district else ()
    return ContactView(
        address=place.address_line,
        area=", ".join(dict.fromkeys(filter(None, area))),
        ways=tuple(_ways(place)),
        no_phone=not place.phone,
        first=advice(place),
    )


def _ways(place: Place) -> Iterable[WayView]:
    reaches = {way: REACH_WORDS[reach] for way, reach in place.contact.reaches.items()}
    if place.phone:
        yield WayView("phone", place.phone, f"tel:{dialled(place.phone)}", reaches.get("phone"))
    if place.website:
        yield WayView("website", place.website, place.website, reaches.get("website"))
    if place.email:
        yield WayView("mail", place.email, f"mailto:{place.email}", reaches.get("email"))


def _hours(shown: ShownPlace, now: datetime) -> HoursView | None:
    said = shown.place.offer.hours
    if said is None:
        return None
    return HoursView(
        week=week(said.value.osm, now) if said.value.osm else (),
        wording=said.value.wording,
        age=said_on(said.stated_on),
        caution=not_checked(shown.place) if shown.opening.state == "unknown" else None,
    )


def _questions(key: str, heading: Sayable, asked: Iterable[tuple[str, AnsweredQuestion]]) -> Questions:
    rows = list(asked)
    return Questions(
        key,
        heading,
        known=tuple(KnownRow(pictogram, each) for pictogram, each in rows if each.known),
        unknown=tuple(Row(pictogram, each.question) for pictogram, each in rows if not each.known),
    )


def _visit(place: Place) -> Questions:
    asked = [facts.question(place, question) for question in Question]
    # What a source says about it helps, also where it is neither a yes nor a no.
    told = [each for each in asked if each.known or each.terms]
    return Questions(
        "visit",
        N_("De eerste keer"),
        known=tuple(KnownRow("info", each) for each in told),
        unknown=tuple(Row("unknown", each.question) for each in asked if each not in told),
    )


def _remote(place: Place) -> tuple[Questions, ...]:
    family = (("video_call", each) for each in facts.calls(place))
    interpreter = (("interpreter", each) for each in facts.interpreters(place))
    return (
        _questions("family", N_("Bellen met familie ver weg"), family),
        _questions("interpreter", N_("Een tolk, of iemand die vertaalt"), interpreter),
    )


def _belonging(place: Place) -> tuple[Row, ...]:
    return (
        Row("religion", N_("Geloof"), facts.religion_phrase(place)),
        Row("denomination", N_("Richting"), words_for(DENOMINATION_WORDS, place.denominations)),
        Row("community", N_("Gemeenschap"), words_for(COMMUNITY_WORDS, place.communities)),
    )


def _source(source: Source) -> SourceView:
    return SourceView(source.url, source.title, said_on(source.stated_on), source.licence)


def place_view(shown: ShownPlace, now: datetime) -> PlaceView:
    """Lay out the page. ``now`` is aware."""
    place = shown.place
    names = tuple(map(Verbatim, place.identity.also_called))
    needs = ((str(need), facts.need(place, need)) for need in Need)
    return PlaceView(
        code=place.code,
        name=place.name,
        pictogram=str(place.kind),
        kind=KIND_WORDS[place.kind],
        also_called=Listing(names) if names else None,
        opening_state=shown.opening.state,
        opening=opening_phrase(place, shown.opening, now),
        age=information_phrase(place),
        cautions=cautions(place),
        contact=_contact(place),
        hours=_hours(shown, now),
        visit=_visit(place),
        languages=tuple(map(facts.language, place.offer.languages)),
        likely_languages=tuple(Thought(said, _source(guess.source)) for said, guess in likely_spoken(place)),
        belonging=_belonging(place),
        meetings=tuple(meeting(held.said, place, held.next_times) for held in shown.held),
        has_calendar=shown.has_calendar,
        activities=words_for(ACTIVITY_WORDS, value_of(place.offer.activities) or ()),
        needs=_questions("needs", N_("Wat is er?"), needs),
        remote=_remote(place),
        sources=tuple(map(_source, place.sources)),
        linked_data=json_ld(place),
    )


def event_words(place: Place, held: HeldThere, localizer: Localizer) -> EventWords:
    """Say in one language what a calendar shows of a gathering."""
    told = meeting(held.said, place, held.next_times)
    notes = [told.title.text if told.title else "", *map(localizer.text, told.details), localizer.text(told.doubts)]
    summary = f"{localizer.text(told.what)} · {place.name}"
    return EventWords(summary, "\n".join(filter(None, notes)), localizer.locale.code)
