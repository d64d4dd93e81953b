"""The agenda as it is shown: the days and kinds to choose from, and what is on, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from finder.domain.gatherings import Happening
from finder.domain.geometry import Point, metres_between
from finder.i18n.phrases import N_, Listing, Sayable, Verbatim
from finder.recurrence.agenda import LATEST
from finder.usecases.read_agenda import AgendaDay, AgendaRead
from finder.web.options import Option
from finder.web.query.agenda_form import OTHER_DAY, AgendaForm, MoreOfDay
from finder.web.starting_point import StartingPointView
from finder.wording.ages import not_checked
from finder.wording.cautions import cautions
from finder.wording.days import coming_days, day_heading
from finder.wording.distances import far_phrase
from finder.wording.fact_words import GATHERING_WORDS
from finder.wording.facts import words_for
from finder.wording.form_words import ANYTHING
from finder.wording.gatherings import details_of, doubts_of, hour_phrase, title_of

ANY_DAY = N_("Deze week")
OTHER_DAY_WORDS = N_("Of een andere dag")
_NOTHING_KNOWN = N_("Van deze dag weten we niets.")
_NOTHING_MORE = N_("Vandaag is er niets meer. Kijk bij een andere dag.")


@dataclass(frozen=True, slots=True)
class EntryView:
    """A gathering on a day; ``code`` and ``name`` are those of its place.

    Only ``far`` follows from what a visitor asked; ``id`` is that of the gathering.
    """

    id: str
    code: str
    name: str
    what: Listing
    title: Verbatim | None
    details: Listing | None
    far: Sayable | None
    cautions: tuple[Sayable, ...]
    doubts: Listing


@dataclass(frozen=True, slots=True)
class DayView:
    """A day with how many gatherings there are on it; ``more`` asks for more of them, empty when all are shown.

    ``nothing`` says why there is nothing, None when there is.
    """

    day: date
    name: Sayable
    total: int
    entries: tuple[EntryView, ...]
    more: str
    opened: bool
    nothing: Sayable | None


@dataclass(frozen=True, slots=True)
class OtherDayView:
    """The field for a day of one's own choice."""

    value: str
    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class AgendaView:
    """The whole page; ``answered``: it answers a form, which a change of language sends again.

    No days as long as it is not settled from where.
    """

    answered: bool
    start: StartingPointView
    day_answer: Sayable
    day_options: tuple[Option, ...]
    other_option: Option
    other_day: OtherDayView
    kinds: tuple[Option, ...]
    kinds_answer: Sayable
    days: tuple[DayView, ...]


def _entry(happening: Happening, near: Point | None, doubt: int) -> EntryView:
    place, occurrence = happening
    gathering = occurrence.gathering
    details, there = details_of(gathering), place.shown_point
    return EntryView(
        id=gathering.id,
        code=place.code,
        name=place.name,
        what=Listing((hour_phrase(occurrence), GATHERING_WORDS[gathering.kind])),
        title=title_of(gathering),
        details=Listing(details) if details else None,
        far=far_phrase(metres_between(near, there), doubt) if near and there else None,
        cautions=cautions(place),
        doubts=Listing((*doubts_of(occurrence.said, place), not_checked(place))),
    )


def _day(read: AgendaDay, today: date, near: Point | None, doubt: int, opened: date) -> DayView:
    return DayView(
        day=read.day,
        name=day_heading(read.day, today),
        total=read.total,
        entries=tuple(_entry(happening, near, doubt) for happening in read.happenings),
        more=MoreOfDay(read.day, read.more).text if read.more else "",
        opened=read.day == opened,
        nothing=None if read.total else (_NOTHING_MORE if read.over else _NOTHING_KNOWN),
    )


def _day_options(chosen: date | None, now: datetime) -> tuple[Option, ...]:
    days = (Option(str(each.day), each.name, "calendar", each.day == chosen) for each in coming_days(now))
    return (Option("", ANY_DAY, "calendar", chosen is None), *days)


def agenda_view(
    form: AgendaForm, start: StartingPointView, near: Point | None, read: AgendaRead, now: datetime, *, answered: bool
) -> AgendaView:
    """Lay out the page. ``near`` is where ``start`` is, ``now`` aware.

    The day of which more was asked is open, else the first one.
    """
    options = _day_options(form.day, now)
    another = form.day is not None and not any(option.chosen for option in options)
    shown = [each.day for each in read.days]
    opened = form.more.day if form.more and form.more.day in shown else shown[0]
    days = tuple(_day(each, read.today, near, start.doubt, opened) for each in read.days)
    return AgendaView(
        answered=answered,
        start=start,
        day_answer=days[0].name if form.day else ANY_DAY,
        day_options=options,
        other_option=Option(OTHER_DAY, OTHER_DAY_WORDS, "calendar", another),
        other_day=OtherDayView(str(form.day) if another else "", read.today, LATEST),
        kinds=tuple(
            Option(kind, word, "gathering", kind in form.kinds)
            for kind, word in GATHERING_WORDS.items()
            if kind in read.kinds_held
        ),
        kinds_answer=words_for(GATHERING_WORDS, (kind for kind in GATHERING_WORDS if kind in form.kinds)) or ANYTHING,
        days=() if start.question else days,
    )
