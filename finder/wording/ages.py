"""How old a fact is, and whether anybody has checked it. No date is left out: without one, that is what is said."""

from __future__ import annotations

from finder.domain.place import Place
from finder.domain.sourced import PartialDate
from finder.i18n.phrases import N_, Phrase, Sayable, When
from finder.wording.advice import advised


def said_on(stated_on: PartialDate | None) -> Sayable:
    """Return how old a fact is by its source."""
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


def not_checked(place: Place) -> Sayable:
    """Return that nobody made sure, and what to do first."""
    return advised(N_("niet nagevraagd: %(advice)s"), place)
