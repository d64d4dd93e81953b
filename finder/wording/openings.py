"""When a place is next open, for who reads it on another day; and what to beware of before going there."""

from __future__ import annotations

from datetime import datetime

from finder.domain.clock import dutch_day
from finder.domain.opening_hours import Trust, state_at, state_of
from finder.domain.place import Place
from finder.domain.vocabulary import Status
from finder.i18n.phrases import N_, Clock, Day, Phrase, Sayable
from finder.wording.sentences import opening_phrase

_STATUS = {
    Status.CLOSED: N_("Deze plek is dicht en gaat niet meer open."),
    Status.MOVED: N_("Deze plek is verhuisd. Ga niet naar dit adres."),
    Status.UNCERTAIN: N_("Een bron twijfelt of deze plek er nog is. Bel eerst."),
}
_UNVERIFIED = N_("Deze plek komt uit een oude of onzekere bron. Bel eerst.")
_UNTIL = {True: N_("Open op %(day)s, tot %(time)s"), False: N_("Misschien open op %(day)s, tot %(time)s")}
_FROM = {True: N_("Open op %(day)s om %(time)s"), False: N_("Misschien open op %(day)s om %(time)s")}


def cautions(place: Place) -> tuple[Sayable, ...]:
    """Return why not to go there, or why to call first: it closed, moved, may be gone, or its source is a weak one."""
    said = [_STATUS[place.status]] if place.status in _STATUS else []
    return (*said, _UNVERIFIED) if place.unverified else tuple(said)


def _on(message: str, day: datetime, moment: datetime) -> Phrase:
    return Phrase(message, {"day": Day(dutch_day(day)), "time": Clock(moment)})


def next_opening(place: Place, now: datetime) -> tuple[Sayable, ...]:
    """Return until when a place is open and when it opens next, with the days in full. ``now`` is aware.

    Hours that cannot be trusted are told as perhaps, with their age. Nothing for a place that closed or moved.
    """
    if place.status.gone:
        return ()
    told = state_of(place, now, dutch_day(now))
    shown = opening_phrase(place, told, now)
    if place.hours is None or place.hours.osm is None:
        return (shown,)
    sure, state = told.trusted is Trust.CURRENT, state_at(place.hours.osm, now)
    said: list[Sayable] = []
    if state.closes_at:
        said.append(_on(_UNTIL[sure], now, state.closes_at))
        state = state_at(place.hours.osm, state.closes_at)
    if state.opens_at:
        said.append(_on(_FROM[sure], state.opens_at, state.opens_at))
    return tuple(said) if said and sure else (*said, shown)
