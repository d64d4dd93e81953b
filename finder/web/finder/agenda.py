"""What is on: today, this week, or on a day of one's own choice, over all places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, render_template, request

from finder.domain.gatherings import Happening
from finder.domain.geometry import metres_between
from finder.domain.place import Place
from finder.geocode.starting_point import StartingPoint
from finder.i18n.locales import PageLocales
from finder.i18n.phrases import Listing, Sayable, Verbatim
from finder.recurrence.agenda import LATEST
from finder.usecases.find_starting_point import find_starting_point
from finder.web.query import read_agenda_form
from finder.web.services import services, snapshot
from finder.web.starting_point import starting_point_view
from finder.wording.ages import NOT_CHECKED
from finder.wording.cautions import cautions
from finder.wording.days import coming_days, day_heading
from finder.wording.distances import far_phrase
from finder.wording.fact_words import GATHERING_WORDS
from finder.wording.facts import words_for
from finder.wording.gatherings import details_of, doubts_of, hour_phrase
from finder.wording.titles import titled

pages = Blueprint("agenda", __name__)


@dataclass(frozen=True, slots=True)
class Entry:
    """A gathering as the list of a day shows it."""

    place: Place
    what: Sayable
    title: Verbatim | None
    details: Listing | None
    doubts: Listing
    cautions: tuple[Sayable, ...]
    far: Sayable | None


@pages.route("/<locales:locales>/agenda", methods=["GET", "POST"])
def page(locales: PageLocales) -> str:
    """Show today and the days after it, or one day. Raises InvalidInput as ``read_agenda_form`` and Agenda do."""
    now = services().clock()
    week = coming_days(now)
    today = week[0].day
    form = read_agenda_form(request.form)
    chosen, wanted = form.day, form.kinds
    start = find_starting_point(services().locator, form.start.where, form.start.position)
    held = _kinds_held()
    return render_template(
        "finder/agenda.html",
        start=starting_point_view(form.start.where, start, services().locator.gazetteer.starting_points),
        answered=request.method == "POST",
        chosen=chosen,
        today=today,
        latest=LATEST,
        choices=week,
        days=[
            (day, day_heading(day, today), _entries(day, wanted, start))
            for day in ([chosen] if chosen else [each.day for each in week])
        ],
        kinds=[(kind, word, kind in wanted) for kind, word in GATHERING_WORDS.items() if kind in held],
        kinds_phrase=words_for(GATHERING_WORDS, (kind for kind in GATHERING_WORDS if kind in wanted)),
    )


def _kinds_held() -> set[str]:
    return {gathering.kind for place in snapshot().index.places for gathering in place.gatherings if gathering.rrule}


def _entries(day: date, kinds: frozenset[str], start: StartingPoint) -> list[Entry]:
    return [
        _entry(happening, start)
        for happening in snapshot().agenda.on(day)
        if not kinds or happening.occurrence.gathering.kind in kinds
    ]


def _entry(happening: Happening, start: StartingPoint) -> Entry:
    place, occurrence = happening
    gathering = occurrence.gathering
    details = details_of(gathering)
    far = metres_between(start.point, place.point) if start.point else None
    return Entry(
        place,
        Listing((hour_phrase(occurrence), GATHERING_WORDS[gathering.kind])),
        titled(gathering.title),
        Listing(details) if details else None,
        Listing((*doubts_of(occurrence.said), NOT_CHECKED)),
        cautions(place),
        None if far is None else far_phrase(far),
    )
