"""What is on: today, this week, or on a day of one's own choice, over all places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flask import Blueprint, render_template, request

from finder.domain.errors import InvalidInput
from finder.domain.gatherings import Happening
from finder.domain.geometry import metres_between
from finder.domain.place import PartialDate, Place
from finder.i18n.fact_words import GATHERINGS
from finder.i18n.locales import Spoken
from finder.i18n.phrases import N_, Day, Listing, Sayable
from finder.i18n.voice import NETHERLANDS
from finder.recurrence.agenda import EARLIEST, LATEST
from finder.web import facts, sentences
from finder.web.query import keys
from finder.web.start import Start, found_word, position_value, read_start
from finder.web.state import state

pages = Blueprint("agenda", __name__)

DAYS_OFFERED = 7
OTHER_DAY = "other"
"""What the form sends when the day is in a field of its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A gathering as the list of a day shows it."""

    place: Place
    what: Sayable
    title: str
    details: Listing | None
    age: Sayable | None
    doubt: bool
    far: Sayable | None


@pages.route("/<spoken:spoken>/agenda", methods=["GET", "POST"])
def page(spoken: Spoken) -> str:
    """Show today and the days after it, or one day. Raises InvalidInput for a day that is none, or an unknown kind."""
    now = state().now()
    today = now.astimezone(NETHERLANDS).date()
    day = request.form.get("day", "")
    chosen = _day(request.form.get("other_day", "") if day == OTHER_DAY else day)
    kinds = keys("what", filter(None, request.form.getlist("what")), GATHERINGS)
    where, start = read_start(request.form)
    days = [chosen] if chosen else [today + timedelta(days=ahead) for ahead in range(DAYS_OFFERED)]
    return render_template(
        "agenda.html",
        answered=request.method == "POST",
        chosen=chosen,
        today=today,
        choices=[(today + timedelta(days=ahead), _name(ahead, today)) for ahead in range(DAYS_OFFERED)],
        days=[
            (day, Listing((N_("Vandaag"), Day(day))) if day == today else Day(day), _entries(day, kinds, start, now))
            for day in days
        ],
        kinds=[(kind, word, kind in kinds) for kind, word in GATHERINGS.items() if kind in _kinds_held()],
        kinds_phrase=Listing(tuple(GATHERINGS[kind] for kind in GATHERINGS if kind in kinds)) if kinds else None,
        where=where,
        start=start,
        start_phrase=start.phrase,
        found_word=found_word,
        position_value=position_value,
        starting_points=state().locator.gazetteer.starting_points,
        earliest=EARLIEST,
        latest=LATEST,
    )


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidInput("day", text, "a day as YYYY-MM-DD") from None


def _name(ahead: int, today: date) -> Sayable:
    return (N_("Vandaag"), N_("Morgen"))[ahead] if ahead < 2 else Day(today + timedelta(days=ahead))


def _kinds_held() -> set[str]:
    return {gathering.kind for place in state().index.places for gathering in place.gatherings if gathering.rrule}


def _entries(day: date, kinds: frozenset[str], start: Start, now: datetime) -> list[Entry]:
    return [
        _entry(happening, start)
        for happening in state().agenda.on(day)
        if not kinds or happening.occurrence.gathering.kind in kinds
    ]


def _age(stated_on: PartialDate | None) -> Listing:
    return Listing((sentences.said_on(stated_on), N_("niet nagevraagd: bel eerst")))


def _entry(happening: Happening, start: Start) -> Entry:
    place, occurrence = happening
    gathering = occurrence.gathering
    details = facts.details_of(gathering)
    far = metres_between(start.point, place.point) if start.point else None
    return Entry(
        place,
        Listing((facts.hour_phrase(occurrence), GATHERINGS[gathering.kind])),
        gathering.title,
        Listing(details) if details else None,
        _age(gathering.source.stated_on) if gathering.source else None,
        bool(gathering.not_during),
        None if far is None else Listing((sentences.distance_phrase(far), sentences.walk_phrase(far))),
    )
