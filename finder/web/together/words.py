"""The words for the door."""

from __future__ import annotations

from flask import Blueprint, render_template

from finder.i18n.locales import PageLocales
from finder.web.together.words_view import words_view

pages = Blueprint("words", __name__)


@pages.get("/<locales:locales>/words")
def page(locales: PageLocales) -> str:
    """Show the sentences in Dutch and the language of who knocks, each of them large when it is opened."""
    return render_template("together/words.html", view=words_view(locales))
