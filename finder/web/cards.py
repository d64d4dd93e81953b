"""What stands on the card: the same phrases for the page, the PDF and the file, each in one or two languages.

Nothing on it tells who it is for, or what he believes or needs: a gathering is a gathering, whatever is done there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from flask import request, url_for

from finder.domain.opening_hours import OpeningState, state_at, state_of
from finder.domain.place import Place
from finder.domain.shortlist import encode
from finder.domain.vocabulary import Status
from finder.i18n.door_words import door_words
from finder.i18n.locales import InterfaceLocale, Spoken
from finder.i18n.phrases import N_, Clock, Day, Listing, Phrase, Sayable, Verbatim
from finder.i18n.voice import NETHERLANDS
from finder.web import facts, sentences
from finder.web.lists import Asked, place_line, problem_phrase
from finder.web.state import state

CALL_FIRST = N_("Bel eerst: de tijden kunnen anders zijn.")
BESIDE_QR = (
    N_("Scan dit met een telefoon. Dan zie je deze plekken."),
    N_("Ga je verhuizen? Meet ze daar opnieuw vanaf je nieuwe adres."),
)
MADE_ON = N_("Gemaakt op %(day)s.")
ATTRIBUTION = N_("Kaart en plekken: © mensen van OpenStreetMap (ODbL), gemeente Amsterdam, CBS en andere bronnen.")


@dataclass(frozen=True, slots=True)
class PlaceOnCard:
    """A place with what is said about it: when it opens, what comes, the walk, whom to call."""

    place: Place
    address: str
    said: tuple[Sayable, ...]


@dataclass(frozen=True, slots=True)
class CardContent:
    """The card as phrases, and the locales they are to be said in: Dutch first."""

    places: tuple[PlaceOnCard, ...]
    door: tuple[Sayable, ...]
    beside_qr: tuple[Sayable, ...]
    foot: tuple[Sayable, ...]
    link: str
    locales: tuple[InterfaceLocale, ...]
    made_on: date


def list_link(spoken: Spoken, codes: tuple[str, ...]) -> str:
    """Return the address that opens a list on another device; the list itself stands behind the ``#``."""
    page = url_for("shortlist.page", spoken=spoken)
    return f"{state().settings.public_url or request.host_url.rstrip('/')}{page}#{encode(spoken.path, codes)}"


def _moment(state_then: OpeningState, now: datetime) -> tuple[Day, Clock] | None:
    if state_then.state == "open" or state_then.opens_at is None:
        return None
    opens = state_then.opens_at.astimezone(NETHERLANDS)
    return Day(opens.date()), Clock(opens)


def next_opening(place: Place, now: datetime) -> tuple[Sayable, ...]:
    """Return when a place is next open, with the day in full: a card is read on another day. ``now`` is aware.

    Hours that cannot be trusted are told with their age, as perhaps.
    """
    if place.status is Status.CLOSED:
        return (N_("Deze plek is dicht en gaat niet meer open."),)
    if place.status is Status.MOVED:
        return (N_("Deze plek is verhuisd. Ga niet naar dit adres."),)
    today = now.astimezone(NETHERLANDS).date()
    trusted = state_of(place, now, today)
    if trusted.state == "open" and trusted.closes_at:
        said = {"day": Day(today), "time": Clock(trusted.closes_at)}
        return (Phrase(N_("Open op %(day)s, tot %(time)s"), said),)
    if trusted.state != "unknown":
        found = _moment(trusted, now)
        if found is None:
            return (sentences.opening_phrase(place, trusted, now),)
        return (Phrase(N_("Open op %(day)s om %(time)s"), {"day": found[0], "time": found[1]}),)
    doubt = sentences.opening_phrase(place, trusted, now)
    if place.hours is None or place.hours.osm is None:
        return (doubt,)
    old = state_at(place.hours.osm, now)
    if old.state == "open" and old.closes_at:
        then: Sayable = Phrase(
            N_("Misschien open op %(day)s, tot %(time)s"), {"day": Day(today), "time": Clock(old.closes_at)}
        )
    elif found := _moment(old, now):
        then = Phrase(N_("Misschien open op %(day)s om %(time)s"), {"day": found[0], "time": found[1]})
    else:
        return (doubt,)
    return (then, doubt)


def _next_gathering(place: Place, now: datetime) -> Sayable | None:
    held = facts.coming(place, now, days=35)
    if not held:
        return None
    first = held[0]
    when = Listing((Day(first.day), facts.hour_phrase(first)))
    source = first.gathering.source
    said: Sayable = Phrase(N_("Bijeenkomst: %(when)s"), {"when": when})
    return Listing((said, sentences.said_on(source.stated_on))) if source else said


def _on_card(place: Place, asked: Asked, now: datetime) -> PlaceOnCard:
    said = list(next_opening(place, now))
    if gathering := _next_gathering(place, now):
        said.append(gathering)
    metres = asked.metres(place)
    if metres is not None:
        said.append(sentences.walk_phrase(metres))
    if place.phone:
        said.append(Phrase(N_("Telefoon: %(number)s"), {"number": Verbatim(place.phone, "en")}))
    return PlaceOnCard(place, place_line(place), tuple(said))


def card_content(asked: Asked, spoken: Spoken, now: datetime) -> CardContent:
    """Put a card together for the places that were asked for. ``now`` is aware."""
    locales = spoken.at_the_door
    other = locales[-1].code if len(locales) > 1 else None
    today = now.astimezone(NETHERLANDS).date()
    made_on = Phrase(MADE_ON, {"day": Day(today)})
    return CardContent(
        places=tuple(_on_card(place, asked, now) for place in asked.places),
        door=tuple(phrase for _, phrase in door_words(other)),
        beside_qr=BESIDE_QR,
        foot=(*map(problem_phrase, asked.picked.problems), Listing((made_on, CALL_FIRST)), ATTRIBUTION),
        link=list_link(Spoken(*locales), asked.picked.codes),
        locales=locales,
        made_on=today,
    )
