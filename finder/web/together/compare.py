"""A few places of the list side by side."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from finder.i18n.locales import PageLocales
from finder.usecases.compare_places import compare_places
from finder.web.query.list_form import read_list_form
from finder.web.services import services, snapshot
from finder.web.together.compare_view import compare_view
from finder.web.together.list_request import list_request

pages = Blueprint("compare", __name__)


@pages.route("/<locales:locales>/compare", methods=["GET", "POST"])
def page(locales: PageLocales) -> str:
    """Put at most five places side by side; ``also`` are places of the list that are not compared now."""
    form = read_list_form(request.form)
    found = compare_places(form.codes, form.also, form.without, snapshot().index, snapshot().codes)
    asked = list_request(form.start, found.resolved)
    view = compare_view(asked.view, asked.places, found.others, services().clock())
    return render_template("together/compare.html", view=view)
