"""The card as page, as PDF and as one file that works offline; and the words for the door."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from finder.formats.qr import qr_svg
from finder.i18n.door_words import OCCASIONS, Occasion, door_words
from finder.i18n.locales import Spoken
from finder.i18n.phrases import Sayable
from finder.web.cards import CardContent, card_content
from finder.web.lists import Asked, problem_phrase, read_asked
from finder.web.start import start_context
from finder.web.state import state

pages = Blueprint("card", __name__)


def _content(asked: Asked, spoken: Spoken) -> CardContent | None:
    return card_content(asked, spoken, state().now()) if asked.places else None


@pages.route("/<spoken:spoken>/card", methods=["GET", "POST"])
def page(spoken: Spoken) -> str:
    """Show the card as it will be printed; a GET brings the page alone."""
    return _page(spoken, read_asked())


def _page(spoken: Spoken, asked: Asked) -> str:
    content = _content(asked, spoken)
    return render_template(
        "card.html",
        asked=asked,
        answered=request.method == "POST",
        problems=[problem_phrase(problem) for problem in asked.picked.problems],
        card=content,
        qr=Markup(qr_svg(content.link)) if content else "",
        **start_context(asked.start),
    )


def _file(spoken: Spoken, name: str, mimetype: str, make: Callable[[CardContent], str | bytes]) -> AnyResponse | str:
    """Where no code is good there is nothing to download: the page says why."""
    asked = read_asked()
    content = _content(asked, spoken)
    if content is None:
        return _page(spoken, asked)
    disposition = f'attachment; filename="{name}"'
    return Response(make(content), mimetype=mimetype, headers={"Content-Disposition": disposition})


@pages.post("/<spoken:spoken>/card.pdf")
def pdf(spoken: Spoken) -> AnyResponse | str:
    """Return the card as a PDF of one A4 for up to three places."""
    from finder.web.pdf import pdf_of

    return _file(spoken, "samenplek.pdf", "application/pdf", pdf_of)


@pages.post("/<spoken:spoken>/card.html")
def file(spoken: Spoken) -> AnyResponse | str:
    """Return the card as one HTML file that needs nothing else."""

    def make(content: CardContent) -> str:
        style = _style(Path(str(current_app.static_folder)) / "css/card.css")
        return render_template("card_file.html", card=content, qr=Markup(qr_svg(content.link)), style=Markup(style))

    return _file(spoken, "samenplek.html", "text/html", make)


@cache
def _style(path: Path) -> str:
    return path.read_text("utf-8")


@pages.get("/<spoken:spoken>/card.pdf")
@pages.get("/<spoken:spoken>/card.html")
def nothing_to_download(spoken: Spoken) -> AnyResponse:
    """Lead who types the address of a file to the page that makes it."""
    return redirect(url_for("card.page", spoken=spoken))


@pages.get("/<spoken:spoken>/words")
def door(spoken: Spoken) -> str:
    """Show the words for the door: Dutch, and the language of who knocks, each sentence large when it is opened."""
    locales = spoken.at_the_door
    said = door_words(locales[-1].code if len(locales) > 1 else None)
    occasions: list[tuple[Occasion, str, list[Sayable]]] = [
        (occasion, heading, [phrase for word, phrase in said if word.occasion is occasion])
        for occasion, heading in OCCASIONS.items()
    ]
    return render_template("words.html", occasions=occasions)
