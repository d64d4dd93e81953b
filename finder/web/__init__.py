"""Floor 4: read the request, call one usecase, render. The only Flask and the only Folium are here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from flask import Flask
from flask_compress import Compress

from finder.web import errors, locale, security, state
from finder.web.commands import register_commands
from finder.web.finder import agenda, place, search
from finder.web.open_data.v1 import routes
from finder.web.settings import ROOT, Settings, settings_from
from finder.web.together import card, shortlist, wiped


def create_app(settings: Settings | None = None, now: Callable[[], datetime] | None = None) -> Flask:
    """Build the application. Raises InvalidData when its files are not as documented.

    ``settings`` and ``now`` default to the environment and the clock.
    """
    settings = settings or settings_from()
    app = Flask(__name__, template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "static"))
    app.config.update(
        MAX_CONTENT_LENGTH=64 * 1024,
        COMPRESS_MIMETYPES=[
            "text/html",
            "text/css",
            "text/javascript",
            "image/svg+xml",
            "application/json",
            "application/geo+json",
            "application/problem+json",
        ],
        COMPRESS_STREAMS=True,
    )
    app.url_map.strict_slashes = False
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    state.prepare(app, settings, *([now] if now else []))
    Compress(app)
    security.protect(app, settings)
    locale.register(app)
    errors.register(app)
    for blueprint in (search.pages, place.pages, shortlist.pages, card.pages, agenda.pages, wiped.pages, routes.api):
        app.register_blueprint(blueprint)
    register_commands(app)
    return app
