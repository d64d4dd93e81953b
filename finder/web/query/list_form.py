"""Which places a page about several of them is about."""

from __future__ import annotations

from dataclasses import dataclass, field

from finder.web.query.fields import Form
from finder.web.query.starting_point_form import StartingPointForm, read_starting_point_form


@dataclass(frozen=True, slots=True)
class ListForm:
    """Which places a page is about. ``codes`` are as they were typed, those of ``without`` are to be left out.

    ``also`` are on the list too, though the page is not about them.
    """

    codes: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    also: tuple[str, ...] = ()
    start: StartingPointForm = field(default_factory=StartingPointForm)


def read_list_form(form: Form) -> ListForm:
    """Read which places a page is about; a code is checked where it is looked up. Raises as the starting point does."""
    return ListForm(
        codes=tuple(form.getlist("code")),
        without=frozenset(form.getlist("without")),
        also=tuple(form.getlist("also")),
        start=read_starting_point_form(form),
    )
