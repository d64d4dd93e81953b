"""What a page about several places was asked. The list comes in the body of a POST and is kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request, url_for

from finder.domain.listed_place import ListedPlace, seen_from
from finder.domain.resolved_codes import ResolvedCodes
from finder.domain.shortlist import encode
from finder.geocode.starting_point import StartingPoint
from finder.i18n.locales import PageLocales
from finder.usecases.resolve_codes import resolve_codes
from finder.web.query.list_form import ListForm, read_list_form
from finder.web.query.starting_point_form import StartingPointForm
from finder.web.services import public_address, snapshot
from finder.web.starting_point import find_start, start_view
from finder.web.together.list_view import ListView, list_view


@dataclass(frozen=True, slots=True)
class ListRequest:
    """The places, what is wrong with other codes, and from where; ``asked`` is what was typed for that."""

    resolved: ResolvedCodes
    start: StartingPoint
    asked: StartingPointForm

    @property
    def places(self) -> tuple[ListedPlace, ...]:
        """Return the places in the order of the list, each with its distance from the start."""
        return seen_from(self.start.point, self.resolved.places, self.start.doubt)

    @property
    def view(self) -> ListView:
        """Return what every page shows of it."""
        return list_view(self.resolved, start_view(self.asked, self.start), answered=request.method == "POST")


def list_request(form: StartingPointForm, resolved: ResolvedCodes) -> ListRequest:
    """Look up from where the places are seen."""
    return ListRequest(resolved, find_start(form), form)


def read_list_request() -> ListRequest:
    """Look up what this request asks for. Raises InvalidInput as ``read_list_form`` does."""
    form: ListForm = read_list_form(request.form)
    resolved = resolve_codes(form.codes, snapshot().index, snapshot().codes)
    return list_request(form.start, resolved.without(form.without))


def list_link(locales: PageLocales, codes: tuple[str, ...]) -> str:
    """Return the address that opens a list on another device; the list itself stands behind the ``#``."""
    return f"{public_address(url_for('shortlist.page', locales=locales))}#{encode(locales.path, codes)}"
