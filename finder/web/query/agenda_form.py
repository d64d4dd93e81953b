"""Which day and what kinds of gatherings somebody asks the agenda about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from finder.domain.vocabulary import GATHERING_KINDS
from finder.usecases.read_agenda import MOST_SHOWN, AgendaQuestion
from finder.web.query.fields import Form, iso_day, keys, whole_number
from finder.web.query.starting_point_form import StartingPointForm, read_starting_point_form

OTHER_DAY = "other"
"""What the form sends when the day is in a field of its own."""


@dataclass(frozen=True, slots=True)
class MoreOfDay:
    """The day of which more gatherings are wanted than it showed, and how many."""

    day: date
    shown: int

    @property
    def text(self) -> str:
        """Return it as the form sends it: ``2026-11-27:100``."""
        return f"{self.day}:{self.shown}"

    @classmethod
    def read(cls, text: str) -> MoreOfDay:
        """Read what ``text`` gives. Raises InvalidInput for anything else."""
        day, _, shown = text.partition(":")
        return cls(
            iso_day("more", day, "a day as YYYY-MM-DD, and a number"),
            whole_number("more", shown, 1, MOST_SHOWN),
        )


@dataclass(frozen=True, slots=True)
class AgendaForm:
    """Of which day, None for the whole week, and of what kinds of gatherings somebody wants to know."""

    day: date | None = None
    kinds: frozenset[str] = frozenset()
    start: StartingPointForm = field(default_factory=StartingPointForm)
    more: MoreOfDay | None = None

    @property
    def question(self) -> AgendaQuestion:
        """Return what is asked of the agenda."""
        if self.more is None:
            return AgendaQuestion(self.day, self.kinds)
        return AgendaQuestion(self.day, self.kinds, self.more.day, self.more.shown)


def read_agenda_form(form: Form) -> AgendaForm:
    """Read the day and the kinds. Raises InvalidInput for a day that is none, and for a kind that is not offered."""
    chosen, more = form.get("day", ""), form.get("more", "")
    key = "other_day" if chosen == OTHER_DAY else "day"
    text = form.get(key, "")
    return AgendaForm(
        day=iso_day(key, text, "a day as YYYY-MM-DD") if text else None,
        kinds=keys("what", filter(None, form.getlist("what")), GATHERING_KINDS),
        start=read_starting_point_form(form),
        more=MoreOfDay.read(more) if more else None,
    )
