"""What stands on the card: the same phrases for the page, the PDF and the file, each in one or two languages.

Nothing on it tells who it is for, or what he believes or needs: a gathering is a gathering, whatever is done there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from finder.domain.band import is_rough
from finder.domain.clock import dutch_day
from finder.domain.listed_place import ListedPlace
from finder.domain.place import Place
from finder.domain.resolved_codes import Problem
from finder.i18n.locales import InterfaceLocale, PageLocales
from finder.i18n.phrases import N_, Day, Listing, Phrase, Sayable, Verbatim, listing
from finder.recurrence.occurrences import coming
from finder.wording.cautions import cautions
from finder.wording.code_problems import problem_phrase
from finder.wording.credits import ATTRIBUTION
from finder.wording.distances import distance_phrase, walk_phrase
from finder.wording.door_words import door_words
from finder.wording.gatherings import doubts_of, hour_phrase
from finder.wording.openings import next_opening
from finder.wording.words import REACH_WORDS

GATHERINGS_WITHIN_DAYS = 35
"""So many days after today a card tells of a gathering: from one first Wednesday to the next there are 35 at most."""

_CALL_FIRST = N_("Bel eerst: de tijden kunnen anders zijn.")
_CHECK_FIRST = N_("De tijden kunnen anders zijn.")
SCAN_THIS = N_("Scan dit met een telefoon. Dan zie je deze plekken.")
_BESIDE_QR = (
    SCAN_THIS,
    N_("Ga je verhuizen? Meet ze daar opnieuw vanaf je nieuwe adres."),
)
_MADE_ON = N_("Gemaakt op %(day)s.")


@dataclass(frozen=True, slots=True)
class PlaceOnCard:
    """A place with what is said about it: when it opens, what comes, the walk, whom to call."""

    code: str
    name: str
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


def _next_gathering(place: Place, now: datetime) -> Sayable | None:
    held = coming(place, now, days=1 + GATHERINGS_WITHIN_DAYS)
    if not held:
        return None
    first = held[0]
    when = Listing((Day(first.day), hour_phrase(first)))
    return Listing((Phrase(N_("Bijeenkomst: %(when)s"), {"when": when}), *doubts_of(first.said, place)))


def _on_card(listed: ListedPlace, now: datetime) -> PlaceOnCard:
    place = listed.place
    said = [*cautions(place), *next_opening(place, now)]
    if gathering := _next_gathering(place, now):
        said.append(gathering)
    if listed.metres is not None:
        rough = is_rough(listed.doubt)
        said.append(distance_phrase(listed.metres, listed.doubt) if rough else walk_phrase(listed.metres))
    if phone := _phone(place):
        said.append(phone)
    return PlaceOnCard(place.code, place.name, place.address_line, tuple(said))


def _phone(place: Place) -> Sayable | None:
    """No website and no e-mail: their names tell what is believed there, which is nobody's to read over a shoulder."""
    if place.phone is None:
        return None
    reach = place.contact.reaches.get("phone")
    number = Phrase(N_("Telefoon: %(number)s"), {"number": Verbatim(place.phone, "en")})
    return listing(number, REACH_WORDS[reach] if reach else None)


def card_content(
    places: Iterable[ListedPlace], problems: Iterable[Problem], link: str, locales: PageLocales, now: datetime
) -> CardContent:
    """Put a card together. ``problems`` are told at its foot, ``link`` opens the list on a phone, ``now`` is aware."""
    said_in = locales.at_the_door
    today = dutch_day(now)
    shown = tuple(places)
    check_first = _CALL_FIRST if all(listed.place.callable for listed in shown) else _CHECK_FIRST
    made_on = Phrase(_MADE_ON, {"day": Day(today)})
    return CardContent(
        places=tuple(_on_card(listed, now) for listed in shown),
        door=tuple(phrase for _, phrase in door_words(said_in[-1].code)),
        beside_qr=_BESIDE_QR,
        foot=(*map(problem_phrase, problems), Listing((made_on, check_first)), ATTRIBUTION),
        link=link,
        locales=said_in,
        made_on=today,
    )
