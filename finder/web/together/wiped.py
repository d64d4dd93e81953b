"""Where "stop and wipe" leads: a page that knows nothing, not even the language that was chosen."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, render_template

pages = Blueprint("stop", __name__)


@pages.get("/wiped")
def wiped() -> Response:
    """Say that everything is gone, in a language that the browser asks for, and let the browser see to it as well."""
    response = make_response(render_template("together/wiped.html"))
    # Without "cache": that takes some browsers seconds, and no answer to a search is ever kept in one.
    response.headers["Clear-Site-Data"] = '"cookies", "storage"'
    return response
