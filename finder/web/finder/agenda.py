"""What is on: today, this week, or on a day of one's own choice, over all places."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from finder.i18n.locales import PageLocales
from finder.usecases.read_agenda import read_agenda
from finder.web.finder.agenda_view import agenda_view
from finder.web.fragments import kept_page
from finder.web.query.agenda_form import read_agenda_form
from finder.web.services import services, snapshot
from finder.web.starting_point import find_start, start_view

pages = Blueprint("agenda", __name__)


@pages.route("/<locales:locales>/agenda", methods=["GET", "POST"])
def page(locales: PageLocales) -> str:
    """Show today and the days after it, or one day. Raises InvalidInput as ``read_agenda_form`` and the agenda do."""
    now = services().clock()
    form = read_agenda_form(request.form)
    start = find_start(form.start)
    read = read_agenda(snapshot().agenda, form.question, now)
    field = start_view(form.start, start)
    answered = request.method == "POST"

    def make() -> str:
        view = agenda_view(form, field, start.point, read, now, answered=answered)
        return render_template("finder/agenda.html", view=view)

    return make() if answered else kept_page((read.today, *(day.over for day in read.days)), make)
