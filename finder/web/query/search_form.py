"""What somebody looks for, as the search form says it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Any

from finder.domain.band import reached
from finder.domain.clock import TIME_ZONE, dutch_day
from finder.domain.errors import InvalidInput
from finder.domain.filters import (
    PART_HOURS,
    Combine,
    Filters,
    PartOfDay,
    Stretch,
    Unknown,
    ValueFilter,
    filters_in,
    value_filters_in,
)
from finder.domain.geometry import Point
from finder.domain.hits import LetGo
from finder.web.query.fields import Form, iso_day, keys, whole_number
from finder.web.query.starting_point_form import StartingPointForm, read_starting_point_form

LONGEST_WITHIN = 50_000
FIRST_SHOWN = 20
MOST_SHOWN = 100
MOST_LET_GO = 2
"""What a search that finds nothing offers: one thing to let go of, or two."""


@dataclass(frozen=True, slots=True)
class Loosened:
    """What a visitor lets go of: one or two things."""

    things: tuple[LetGo, ...]

    @property
    def text(self) -> str:
        """Return it as the form sends it: ``kinds``, ``needs:free`` or ``kinds,within:5000``."""
        return ",".join(map(_let_go_text, self.things))

    @classmethod
    def read(cls, text: str, of: type[Filters] = Filters) -> Loosened:
        """Read what ``text`` gives. Raises InvalidInput for anything else."""
        parts = text.split(",")
        if len(parts) > MOST_LET_GO:
            raise InvalidInput("loosen", text, f"at most {MOST_LET_GO} filters")
        return cls(tuple(_read_let_go(part, of) for part in parts))


def _let_go_text(thing: LetGo) -> str:
    more = thing.value if thing.within is None else str(thing.within)
    return thing.filter if more is None else f"{thing.filter}:{more}"


def _read_let_go(text: str, of: type[Filters]) -> LetGo:
    name, colon, more = text.partition(":")
    if name == "within" and colon:
        return LetGo(name, within=whole_number("loosen", more, 1, LONGEST_WITHIN))
    spec = filters_in(of).get(name)
    if isinstance(spec, ValueFilter) and spec.combine is Combine.ALL and colon:
        keys("loosen", [text], [f"{name}:{value}" for value in spec.vocabulary])
        return LetGo(name, more)
    (known,) = keys("loosen", [text], [each for each in filters_in(of) if each != "near"])
    return LetGo(known)


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
        """Return the form with what was let go of left out, or a distance widened."""
        form = self
        for thing in loosened.things:
            if thing.within:
                form = replace(form, filters=replace(form.filters, within=float(thing.within)))
                continue
            form = replace(form, filters=form.filters.without(thing.filter, thing.value))
            if thing.filter == "open_at":
                form = replace(form, when="", part=None)
        return form

    def near(self, point: Point | None, doubt: int = 0) -> Filters:
        """Return the filters as seen from a point; without one there is no distance to keep within.

        From a point that may be ``doubt`` metres off, what may be within that distance counts.
        """
        return replace(self.filters, near=point, within=reached(self.filters.within, doubt) if point else None)


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


def linked_keys(of: type[Filters] = Filters) -> tuple[str, ...]:
    """Return the fields of the search form that a link to a search holds, and ``go``: that it was asked."""
    return (*(key for spec in filters_in(of).values() for key in spec.form_keys), "go")


def _open_at(when: str, part: PartOfDay | None, now: datetime) -> datetime | Stretch | None:
    if not when:
        return None
    if when == "now":
        return now
    day = iso_day("when", when, "now or a day as YYYY-MM-DD")
    today = dutch_day(now)
    if not today <= day <= today + timedelta(days=366):
        raise InvalidInput("when", when, "a day from today until a year from now")
    start, end = PART_HOURS[part] if part else (time(0), time(23, 59))
    return Stretch(datetime.combine(day, start, TIME_ZONE), datetime.combine(day, end, TIME_ZONE))
