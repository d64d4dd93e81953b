"""What somebody looks for, as the search form says it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Any

from finder.domain.band import reached
from finder.domain.clock import TIME_ZONE, dutch_day
from finder.domain.errors import InvalidInput
from finder.domain.filters import PART_HOURS, Filters, PartOfDay, Stretch, Unknown, filters_in, value_filters_in
from finder.domain.geometry import Point
from finder.web.query.fields import Form, iso_day, keys, whole_number
from finder.web.query.starting_point_form import StartingPointForm, read_starting_point_form

LONGEST_WITHIN = 50_000
FIRST_SHOWN = 20
MOST_SHOWN = 100


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
