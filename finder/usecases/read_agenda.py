"""Read the agenda: what is on today and in the days after it, or on one day, as far as somebody wants to do it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from finder.domain.clock import dutch_day
from finder.domain.gatherings import Happening
from finder.recurrence.agenda import Agenda

DAYS = 7
FIRST_SHOWN = 50
"""Of one day; the busiest of today has 46, and a list of more is long to go through on a telephone."""
MOST_SHOWN = 500
"""A page of more is too large to send; who does not find it there chooses what he wants to do."""


@dataclass(frozen=True, slots=True)
class AgendaQuestion:
    """What somebody asks. ``day`` None: today and the days after it; ``kinds`` empty: of every kind.

    Of ``more_of`` the first ``shown`` are wanted, of every other day FIRST_SHOWN.
    """

    day: date | None = None
    kinds: frozenset[str] = frozenset()
    more_of: date | None = None
    shown: int = FIRST_SHOWN


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A day: how many gatherings are still held on it, and the first of them in order of the hour.

    ``over`` are those of today that nobody need go to any more; they are not counted in ``total``.
    """

    day: date
    total: int
    happenings: tuple[Happening, ...]
    over: int = 0

    @property
    def more(self) -> int | None:
        """Return how many to ask for next, None when these are all, or all that is shown."""
        shown = len(self.happenings)
        return min(shown + FIRST_SHOWN, MOST_SHOWN) if shown < min(self.total, MOST_SHOWN) else None


@dataclass(frozen=True, slots=True)
class AgendaRead:
    """The days that were asked for, and of which kinds there is anything at all."""

    today: date
    days: tuple[AgendaDay, ...]
    kinds_held: frozenset[str]


def read_agenda(agenda: Agenda, question: AgendaQuestion, now: datetime) -> AgendaRead:
    """Read the days that were asked for. ``now`` is aware. Raises InvalidInput for a day that the agenda has not."""
    today = dutch_day(now)
    days = [question.day] if question.day else [today + timedelta(days=ahead) for ahead in range(DAYS)]
    return AgendaRead(today, tuple(_read(agenda, day, question, now) for day in days), agenda.kinds)


def _read(agenda: Agenda, day: date, question: AgendaQuestion, now: datetime) -> AgendaDay:
    held = agenda.on(day)
    if question.kinds:
        held = tuple(each for each in held if each.occurrence.gathering.kind in question.kinds)
    # A day that has passed is asked for on purpose; today is read by who still wants to go.
    moment = now.timestamp()
    found = tuple(each for each in held if each.occurrence.over_at > moment) if day == dutch_day(now) else held
    shown = min(question.shown, MOST_SHOWN) if day == question.more_of else FIRST_SHOWN
    return AgendaDay(day, len(found), found[:shown], over=len(held) - len(found))
