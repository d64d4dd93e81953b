"""The only reader of the forms that a visitor sends: each becomes a value of its own, or a clear refusal.

Pure functions of what came in the body (and of the clock): nothing is looked up here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from werkzeug.datastructures import MultiDict

from finder.domain.clock import TIME_ZONE, dutch_day
from finder.domain.errors import InvalidInput
from finder.domain.filters import PART_HOURS, Filters, PartOfDay, Stretch, Unknown, filters_in, value_filters_in
from finder.domain.geometry import Point, parse_position
from finder.domain.vocabulary import GATHERING_KINDS
from finder.usecases.read_agenda import MOST_SHOWN as MOST_OF_DAY
from finder.usecases.read_agenda import AgendaQuestion

LONGEST_WHERE = 120
LONGEST_WITHIN = 50_000
FIRST_SHOWN = 20
MOST_SHOWN = 100
OTHER_DAY = "other"
"""What the agenda sends when the day is in a field of its own."""

Form = MultiDict[str, str]

_V = TypeVar("_V", bound=str)


def keys(key: str, values: Iterable[str], allowed: Iterable[_V]) -> frozenset[_V]:
    """Read values of a vocabulary. Raises InvalidInput for one that is not in it."""
    known, chosen = {str(each): each for each in allowed}, list(values)
    for value in chosen:
        if value not in known:
            raise InvalidInput(key, value, f"one of {', '.join(known)}")
    return frozenset(known[value] for value in chosen)


def whole_number(key: str, text: str, least: int, most: int) -> int:
    """Read a whole number from ``least`` to ``most``. Raises InvalidInput."""
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and least <= int(text) <= most):
        raise InvalidInput(key, text, f"a whole number from {least} to {most}")
    return int(text)


@contextmanager
def called_by(keys: Mapping[str, str]) -> Iterator[None]:
    """Call a field that is refused in here by its key in ``keys``. Raises InvalidInput."""
    try:
        yield
    except InvalidInput as error:
        raise error.called(keys.get(error.key, error.key)) from None


@dataclass(frozen=True, slots=True)
class Loosened:
    """The filter that a visitor lets go of: its name, and for a distance how many metres it becomes, if not none."""

    name: str
    metres: int | None = None

    @property
    def text(self) -> str:
        """Return it as the form sends it: ``kinds``, or ``within:5000``."""
        return self.name if self.metres is None else f"{self.name}:{self.metres}"

    @classmethod
    def read(cls, text: str, of: type[Filters] = Filters) -> Loosened:
        """Read what ``text`` gives. Raises InvalidInput for anything else."""
        name, colon, metres = text.partition(":")
        if name == "within" and colon:
            return cls(name, whole_number("loosen", metres, 1, LONGEST_WITHIN))
        (known,) = keys("loosen", [text], [each for each in filters_in(of) if each != "near"])
        return cls(known)


@dataclass(frozen=True, slots=True)
class StartingPointForm:
    """From where somebody starts: what he typed, and the position of his device or of one of several of that name."""

    where: str = ""
    position: Point | None = None


@dataclass(frozen=True, slots=True)
class SearchForm:
    """What the form on the page said, kept so that the page can show it again.

    ``asked`` is False when somebody only lingers over the questions and wants no hits yet.
    """

    start: StartingPointForm = field(default_factory=StartingPointForm)
    filters: Filters = field(default_factory=Filters)
    when: str = ""
    part: PartOfDay | None = None
    shown: int = FIRST_SHOWN
    asked: bool = False

    def without(self, loosened: Loosened) -> SearchForm:
        """Return the form with one filter loosened."""
        if loosened.metres:
            return replace(self, filters=replace(self.filters, within=float(loosened.metres)))
        filters = self.filters.without(loosened.name)
        if loosened.name == "open_at":
            return replace(self, when="", part=None, filters=filters)
        return replace(self, filters=filters)

    def near(self, point: Point | None) -> Filters:
        """Return the filters as seen from a point; without one there is no distance to keep within."""
        return replace(self.filters, near=point, within=self.filters.within if point else None)


@dataclass(frozen=True, slots=True)
class ListForm:
    """Which places a page is about. ``codes`` are as they were typed, those of ``without`` are to be left out.

    ``also`` are on the list too, though the page is not about them.
    """

    codes: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    also: tuple[str, ...] = ()
    start: StartingPointForm = field(default_factory=StartingPointForm)


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
        return cls(_day("more", day, "a day as YYYY-MM-DD, and a number"), whole_number("more", shown, 1, MOST_OF_DAY))


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


def read_starting_point_form(form: Form) -> StartingPointForm:
    """Read ``where`` and ``position``, which may be called ``near``. Raises InvalidInput for a position that is none.

    Of what was typed 120 characters are kept: no address is longer.
    """
    given = ((key, form.get(key, "").strip()) for key in ("near", "position"))
    position = next((parse_position(key, text) for key, text in given if text), None)
    return StartingPointForm(form.get("where", "").strip()[:LONGEST_WHERE], position)


def read_list_form(form: Form) -> ListForm:
    """Read which places a page is about; a code is checked where it is looked up. Raises as the starting point does."""
    return ListForm(
        codes=tuple(form.getlist("code")),
        without=frozenset(form.getlist("without")),
        also=tuple(form.getlist("also")),
        start=read_starting_point_form(form),
    )


def read_agenda_form(form: Form) -> AgendaForm:
    """Read the day and the kinds. Raises InvalidInput for a day that is none, and for a kind that is not offered."""
    chosen, more = form.get("day", ""), form.get("more", "")
    key = "other_day" if chosen == OTHER_DAY else "day"
    text = form.get(key, "")
    return AgendaForm(
        day=_day(key, text, "a day as YYYY-MM-DD") if text else None,
        kinds=keys("what", filter(None, form.getlist("what")), GATHERING_KINDS),
        start=read_starting_point_form(form),
        more=MoreOfDay.read(more) if more else None,
    )


def read_search_form(form: Form, now: datetime, of: type[Filters] = Filters) -> SearchForm:
    """Read the search form, ``loosen`` applied. Raises InvalidInput for a value it does not offer. ``now`` is aware."""
    chosen: dict[str, Any] = {
        name: keys(spec.key, filter(None, form.getlist(spec.key)), spec.vocabulary)
        for name, spec in value_filters_in(of).items()
    }
    within = form.get("within", "")
    part = form.get("part", "")
    when = form.get("when", "")
    part_of_day = next(iter(keys("part", [part], PartOfDay))) if part else None
    searched = SearchForm(
        start=read_starting_point_form(form),
        filters=of(
            within=float(whole_number("within", within, 1, LONGEST_WITHIN)) if within else None,
            open_at=_open_at(when, part_of_day, now),
            unknown=Unknown.EXCLUDE if form.get("certain") else Unknown.INCLUDE,
            **chosen,
        ),
        when=when,
        part=part_of_day,
        shown=whole_number("shown", form.get("shown") or str(FIRST_SHOWN), 1, MOST_SHOWN),
        asked="go" in form,
    )
    loosened = form.get("loosen")
    return searched.without(Loosened.read(loosened, of)) if loosened else searched


def _day(key: str, text: str, allowed: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidInput(key, text, allowed) from None


def form_keys(of: type[Filters] = Filters) -> dict[str, str]:
    """Return the field of the form that each filter is read from first, by the name of the filter."""
    return {name: spec.form_keys[0] for name, spec in filters_in(of).items() if spec.form_keys}


def linked_keys(of: type[Filters] = Filters) -> tuple[str, ...]:
    """Return the fields of the search form that a link to a search holds, and ``go``: that it was asked."""
    return (*(key for spec in filters_in(of).values() for key in spec.form_keys), "go")


def _open_at(when: str, part: PartOfDay | None, now: datetime) -> datetime | Stretch | None:
    if not when:
        return None
    if when == "now":
        return now
    day = _day("when", when, "now or a day as YYYY-MM-DD")
    today = dutch_day(now)
    if not today <= day <= today + timedelta(days=366):
        raise InvalidInput("when", when, "a day from today until a year from now")
    start, end = PART_HOURS[part] if part else (time(0), time(23, 59))
    return Stretch(datetime.combine(day, start, TIME_ZONE), datetime.combine(day, end, TIME_ZONE))
