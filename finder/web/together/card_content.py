"""What stands on the card: the same phrases for the page, the PDF and the file, each in one or two languages.

Nothing on it tells who it is for, or what he believes or needs: a gathering is a gathering, whatever is done there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from flask import url_for

from finder.domain.clock import dutch_day
from finder.domain.place import Place
from finder.domain.shortlist import encode
from finder.i18n.locales import InterfaceLocale, PageLocales
from finder.i18n.phrases import N_, Day, Listing, Phrase, Sayable, Verbatim
from finder.recurrence.occurrences import coming
from finder.web.services import public_address
from finder.web.together.list_request import ListRequest, problem_phrase
from finder.wording.cautions import cautions
from finder.wording.credits import ATTRIBUTION
from finder.wording.distances import walk_phrase
from finder.wording.door_words import door_words
from finder.wording.gatherings import doubts_of, hour_phrase
from finder.wording.openings import next_opening

GATHERINGS_WITHIN_DAYS = 35
"""So far ahead a card tells of a gathering: at least the next of one that is held every month."""
CALL_FIRST = N_("Bel eerst: de tijden kunnen anders zijn.")
BESIDE_QR = (
    N_("Scan dit met een telefoon. Dan zie je deze plekken."),
    N_("Ga je verhuizen? Meet ze daar opnieuw vanaf je nieuwe adres."),
)
MADE_ON = N_("Gemaakt op %(day)s.")


@dataclass(frozen=True, slots=True)
class PlaceOnCard:
    """A place with what is said about it: when it opens, what comes, the walk, whom to call."""

    place: Place
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


def list_link(locales: PageLocales, codes: tuple[str, ...]) -> str:
    """Return the address that opens a list on another device; the list itself stands behind the ``#``."""
    return f"{public_address(url_for('shortlist.page', locales=locales))}#{encode(locales.path, codes)}"


def _next_gathering(place: Place, now: datetime) -> Sayable | None:
    held = coming(place, now, days=GATHERINGS_WITHIN_DAYS)
    if not held:
        return None
    first = held[0]
    when = Listing((Day(first.day), hour_phrase(first)))
    return Listing((Phrase(N_("Bijeenkomst: %(when)s"), {"when": when}), *doubts_of(first.said)))


def _on_card(place: Place, asked: ListRequest, now: datetime) -> PlaceOnCard:
    said = [*cautions(place), *next_opening(place, now)]
    if gathering := _next_gathering(place, now):
        said.append(gathering)
    metres = asked.metres(place)
    if metres is not None:
        said.append(walk_phrase(metres))
    if place.phone:
        said.append(Phrase(N_("Telefoon: %(number)s"), {"number": Verbatim(place.phone, "en")}))
    return PlaceOnCard(place, tuple(said))


def card_content(asked: ListRequest, locales: PageLocales, now: datetime) -> CardContent:
    """Put a card together for the places that were asked for. ``now`` is aware."""
    said_in = locales.at_the_door
    other = said_in[-1].code if len(said_in) > 1 else None
    today = dutch_day(now)
    made_on = Phrase(MADE_ON, {"day": Day(today)})
    return CardContent(
        places=tuple(_on_card(place, asked, now) for place in asked.places),
        door=tuple(phrase for _, phrase in door_words(other)),
        beside_qr=BESIDE_QR,
        foot=(*map(problem_phrase, asked.resolved.problems), Listing((made_on, CALL_FIRST)), ATTRIBUTION),
        link=list_link(PageLocales(*said_in), asked.resolved.codes),
        locales=said_in,
        made_on=today,
    )
