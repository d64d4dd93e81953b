"""The list measured again from a new address."""

from __future__ import annotations

from flask import Blueprint, render_template

from finder.i18n.locales import PageLocales
from finder.usecases.move_house import move_house
from finder.web.services import snapshot
from finder.web.together.list_request import read_list_request
from finder.web.together.moved_view import moved_view

pages = Blueprint("moved", __name__)


@pages.route("/<locales:locales>/moved", methods=["GET", "POST"])
def page(locales: PageLocales) -> str:
    """Measure each place of the list from a new address, and find what is most like it over there."""
    asked = read_list_request()
    here = asked.start.point
    found = move_house(asked.resolved.places, here, snapshot().similar) if here else ()
    return render_template("together/moved.html", view=moved_view(asked.view, found))
