"""Where "stop and wipe" leads: a page that knows nothing, not even the language that was chosen."""

from __future__ import annotations

from flask import Blueprint, render_template

pages = Blueprint("stop", __name__)


@pages.get("/wiped")
def wiped() -> str:
    """Say that everything is gone, in a language that the browser asks for."""
    return render_template("together/wiped.html")
