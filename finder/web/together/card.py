"""The card as page, as PDF and as one file that works offline."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, current_app, redirect, render_template, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from finder.i18n.locales import PageLocales
from finder.web.limits import OneAtATime, PerAddress
from finder.web.services import services
from finder.web.together.card_view import card_view, drawn
from finder.web.together.list_request import ListRequest, list_link, read_list_request
from finder.wording.card_content import CardContent, card_content

PDFS_A_MINUTE = 30
"""For one address: a shelter with one address and several workers, and no storm."""
PRINTER, PDFS = OneAtATime(), PerAddress(PDFS_A_MINUTE)
"""A PDF takes half a second of a processor: of all that a stranger can ask it is the most expensive."""

pages = Blueprint("card", __name__)


def _content(asked: ListRequest, locales: PageLocales) -> CardContent | None:
    if not asked.places:
        return None
    link = list_link(PageLocales(*locales.at_the_door), asked.resolved.codes)
    return card_content(asked.places, asked.resolved.problems, link, locales, services().clock())


@pages.route("/<locales:locales>/card", methods=["GET", "POST"])
def page(locales: PageLocales) -> str:
    """Show the card as it will be printed; a GET brings the page alone."""
    asked = read_list_request()
    return _page(asked, _content(asked, locales))


def _page(asked: ListRequest, content: CardContent | None) -> str:
    return render_template("together/card.html", view=card_view(asked.view, content))


def _file(locales: PageLocales, name: str, mimetype: str, make: Callable[[CardContent], str | bytes]) -> AnyResponse:
    """Where no code is good there is nothing to download: the page says why."""
    asked = read_list_request()
    content = _content(asked, locales)
    if content is None:
        return Response(_page(asked, content))
    disposition = f'attachment; filename="{name}"'
    return Response(make(content), mimetype=mimetype, headers={"Content-Disposition": disposition})


@pages.post("/<locales:locales>/card.pdf")
def pdf(locales: PageLocales) -> AnyResponse:
    """Return the card as a PDF of one A4 for up to three places. Raises HTTPException when too many are asked for."""
    from finder.usecases.print_card import print_card

    def make(content: CardContent) -> bytes:
        with PRINTER.turn():
            return print_card(content)

    PDFS.count()
    return _file(locales, "samenplek.pdf", "application/pdf", make)


@pages.post("/<locales:locales>/card.html")
def file(locales: PageLocales) -> AnyResponse:
    """Return the card as one HTML file that needs nothing else."""
    return _file(locales, "samenplek.html", "text/html", _offline)


def _offline(content: CardContent) -> str:
    style = _style(Path(str(current_app.static_folder)) / "vendor/css/together/card.css")
    return render_template("together/card_file.html", card=content, qr=drawn(content.link), style=style)


@cache
def _style(path: Path) -> Markup:
    return Markup(path.read_text("utf-8"))


@pages.get("/<locales:locales>/card.pdf")
@pages.get("/<locales:locales>/card.html")
def nothing_to_download(locales: PageLocales) -> AnyResponse:
    """Lead who types the address of a file to the page that makes it."""
    return redirect(url_for("card.page", locales=locales))
