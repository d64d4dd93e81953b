"""The card as page, as PDF and as one file that works offline; and the words for the door."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from finder.formats.qr import qr_svg
from finder.i18n.locales import PageLocales
from finder.i18n.phrases import Sayable
from finder.web.services import services
from finder.web.starting_point import starting_point_view
from finder.web.together.card_content import CardContent, card_content
from finder.web.together.list_request import ListRequest, problem_phrase, read_list_request
from finder.wording.door_words import OCCASIONS, Occasion, door_words

pages = Blueprint("card", __name__)


def _content(asked: ListRequest, locales: PageLocales) -> CardContent | None:
    return card_content(asked, locales, services().clock()) if asked.places else None


@pages.route("/<locales:locales>/card", methods=["GET", "POST"])
def page(locales: PageLocales) -> str:
    """Show the card as it will be printed; a GET brings the page alone."""
    return _page(locales, read_list_request())


def _page(locales: PageLocales, asked: ListRequest) -> str:
    content = _content(asked, locales)
    return render_template(
        "together/card.html",
        asked=asked,
        answered=request.method == "POST",
        problems=[problem_phrase(problem) for problem in asked.resolved.problems],
        card=content,
        qr=Markup(qr_svg(content.link)) if content else "",
        start=starting_point_view(asked.form.start.where, asked.start, services().locator.gazetteer.starting_points),
    )


def _file(
    locales: PageLocales, name: str, mimetype: str, make: Callable[[CardContent], str | bytes]
) -> AnyResponse | str:
    """Where no code is good there is nothing to download: the page says why."""
    asked = read_list_request()
    content = _content(asked, locales)
    if content is None:
        return _page(locales, asked)
    disposition = f'attachment; filename="{name}"'
    return Response(make(content), mimetype=mimetype, headers={"Content-Disposition": disposition})


@pages.post("/<locales:locales>/card.pdf")
def pdf(locales: PageLocales) -> AnyResponse | str:
    """Return the card as a PDF of one A4 for up to three places."""
    from finder.web.together.card_pdf import pdf_of

    return _file(locales, "samenplek.pdf", "application/pdf", pdf_of)


@pages.post("/<locales:locales>/card.html")
def file(locales: PageLocales) -> AnyResponse | str:
    """Return the card as one HTML file that needs nothing else."""

    def make(content: CardContent) -> str:
        style = _style(Path(str(current_app.static_folder)) / "vendor/css/together/card.css")
        return render_template(
            "together/card_file.html", card=content, qr=Markup(qr_svg(content.link)), style=Markup(style)
        )

    return _file(locales, "samenplek.html", "text/html", make)


@cache
def _style(path: Path) -> str:
    return path.read_text("utf-8")


@pages.get("/<locales:locales>/card.pdf")
@pages.get("/<locales:locales>/card.html")
def nothing_to_download(locales: PageLocales) -> AnyResponse:
    """Lead who types the address of a file to the page that makes it."""
    return redirect(url_for("card.page", locales=locales))


@pages.get("/<locales:locales>/words")
def door(locales: PageLocales) -> str:
    """Show the words for the door: Dutch, and the language of who knocks, each sentence large when it is opened."""
    at_the_door = locales.at_the_door
    said = door_words(at_the_door[-1].code if len(at_the_door) > 1 else None)
    occasions: list[tuple[Occasion, str, list[Sayable]]] = [
        (occasion, heading, [phrase for word, phrase in said if word.occasion is occasion])
        for occasion, heading in OCCASIONS.items()
    ]
    return render_template("together/words.html", occasions=occasions)
