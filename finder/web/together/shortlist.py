"""The list of places. It stands behind the ``#`` of an address, so that only the browser knows it."""

from __future__ import annotations

from flask import Blueprint, render_template

from finder.i18n.locales import PageLocales
from finder.web.services import services
from finder.web.together.list_request import list_link, read_list_request
from finder.web.together.shortlist_view import shortlist_view

pages = Blueprint("shortlist", __name__)


@pages.route("/<locales:locales>/shortlist", methods=["GET", "POST"])
def page(locales: PageLocales) -> str:
    """Show the list that was sent; a GET brings the page alone."""
    asked = read_list_request()
    link = list_link(locales, asked.resolved.codes) if asked.resolved.codes else ""
    view = shortlist_view(asked.view, asked.places, link, services().clock())
    return render_template("together/shortlist.html", view=view)
