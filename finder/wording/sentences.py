"""Hits and facts put into phrases: why a place fits, whether it is open, how old the information is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from finder.domain.clock import dutch_day
from finder.domain.geometry import walking_minutes
from finder.domain.hits import Hit, Reason
from finder.domain.opening_hours import OpeningState
from finder.domain.place import PartialDate, Place
from finder.domain.vocabulary import Answer, Need, PlaceKind, Religion
from finder.i18n.phrases import N_, Clock, Day, Distance, LanguageName, Listing, Phrase, Plural, Sayable, When
from finder.wording import words
from finder.wording.times import when_phrase

_UNKNOWN_REASONS = {
    "languages": N_("Taal niet bekend"),
    "religions": N_("Geloof niet bekend"),
    "denominations": N_("Richting niet bekend"),
    "communities": N_("Gemeenschap niet bekend"),
    "rather_not_religions": N_("Geloof niet bekend"),
    "rather_not_communities": N_("Gemeenschap niet bekend"),
    "open_at": N_("Tijden niet bekend"),
}

_VALUE_WORDS: dict[str, Callable[[str], Sayable]] = {
    "kinds": lambda value: words.KINDS[PlaceKind(value)],
    "languages": LanguageName,
    "religions": lambda value: words.RELIGIONS[Religion(value)],
    "denominations": lambda value: words.DENOMINATIONS[value],
    "communities": lambda value: words.COMMUNITIES[value],
    "needs": lambda value: words.NEEDS[Need(value)],
    "rather_not_religions": lambda value: words.RELIGIONS[Religion(value)],
    "rather_not_communities": lambda value: words.COMMUNITIES[value],
}


def value_word(field: str, value: str) -> Sayable:
    """Return the word for a value of one field of Filters."""
    return _VALUE_WORDS[field](value)


def _reason(reason: Reason) -> Sayable | None:
    if reason.certain:
        if reason.filter not in _VALUE_WORDS:
            return None
        word = value_word(reason.filter, reason.value)
        return Phrase("%(what)s (%(when)s)", {"what": word, "when": when_phrase(reason.when)}) if reason.when else word
    if reason.filter == "needs":
        return Phrase(N_("Niet bekend: %(thing)s"), {"thing": value_word("needs", reason.value)})
    return _UNKNOWN_REASONS.get(reason.filter)


def reason_line(hit: Hit) -> Listing:
    """Return why a place fits: its kind, then what it has of what was asked, then what is not known."""
    shown: list[Sayable] = [words.KINDS[hit.place.kind]]
    for reason in sorted(hit.reasons, key=lambda reason: not reason.certain):
        phrase = None if reason.filter.startswith("rather_not_") and reason.certain else _reason(reason)
        if phrase is not None and phrase not in shown:
            shown.append(phrase)
    return Listing(tuple(shown))


def distance_phrase(metres: float) -> Distance:
    """Return a straight-line distance."""
    return Distance(metres)


def walk_phrase(metres: float) -> Plural:
    """Return the estimated walk."""
    minutes = walking_minutes(metres)
    return Plural("ongeveer %(count)s minuut lopen", "ongeveer %(count)s minuten lopen", minutes)


def far_phrase(metres: float) -> Listing:
    """Return a straight-line distance and the estimated walk."""
    return Listing((distance_phrase(metres), walk_phrase(metres)))


def _on_day(moment: datetime, today: date) -> Sayable:
    day = dutch_day(moment)
    if day == today + timedelta(days=1):
        return N_("morgen")
    return Day(day)


def opening_phrase(place: Place, opening: OpeningState, now: datetime) -> Sayable:
    """Return whether a place is open at ``now`` (aware), and until or from when; or why nobody can say."""
    today = dutch_day(now)
    if opening.state == "open":
        if opening.closes_at is None:
            return N_("Open")
        return Phrase(N_("Open tot %(time)s"), {"time": Clock(opening.closes_at)})
    if opening.state == "closed":
        opens = opening.opens_at
        if opens is None:
            return N_("Dicht")
        if dutch_day(opens) == today:
            return Phrase(N_("Dicht · open om %(time)s"), {"time": Clock(opens)})
        return Phrase(N_("Dicht · open %(day)s om %(time)s"), {"day": _on_day(opens, today), "time": Clock(opens)})
    if place.hours is None:
        return N_("Tijden niet bekend")
    stated_on = place.hours.source.stated_on if place.hours.source else None
    if stated_on is None:
        return N_("Tijden zonder datum: bel eerst")
    return Phrase(N_("Tijden uit %(date)s: bel eerst"), {"date": When(stated_on)})


def said_on(stated_on: PartialDate | None) -> Sayable:
    """Return how old a fact is. A date is never left out: without one, that is what is said."""
    if stated_on is None:
        return N_("bron zonder datum")
    return Phrase(N_("bron uit %(date)s"), {"date": When(stated_on)})


def information_phrase(place: Place) -> Sayable:
    """Return how old the newest information about a place is, or when somebody checked it."""
    if place.verified_on:
        return Phrase(N_("Nagevraagd op %(day)s"), {"day": When(PartialDate(place.verified_on.isoformat()))})
    stated_on = place.information_date
    if stated_on is None:
        return N_("Informatie zonder datum, niet nagevraagd")
    return Phrase(N_("Informatie uit %(date)s, niet nagevraagd"), {"date": When(stated_on)})


def known_needs(place: Place) -> list[Need]:
    """Return the practical things a place is known to have, in the order of the form."""
    return [need for need in Need if place.need(need).answer is Answer.YES]
