"""Floor 4: read the request, call one usecase, render. The only Flask and the only Folium are here."""

from __future__ import annotations

from flask import Flask

from finder.domain.clock import Clock, utc_now
from finder.web import errors, fragments, health, hosts, locale, metrics, policy, saying, security, static_files
from finder.web.commands import register_commands
from finder.web.finder import agenda, place, search
from finder.web.open_data import OPEN_DATA
from finder.web.open_data.v1 import routes
from finder.web.padding import PaddedCompress
from finder.web.services import Services, prepare
from finder.web.settings import ROOT, Settings, settings_from
from finder.web.together import card, compare, moved, shortlist, wiped, words


def create_app(settings: Settings | None = None, clock: Clock | None = None) -> Flask:
    """Build the application and load what it serves. Raises InvalidData when its files are not as documented.

    ``settings`` and ``clock`` default to the environment and the time.
    """
    services = Services(settings or settings_from(), clock or utc_now)
    services.load()
    return _build(services)


def command_app(settings: Settings | None = None, clock: Clock | None = None) -> Flask:
    """Build the application for a command: nothing is read before a command asks for it.

    So the places file can be imported anew while it is missing or wrong.
    """
    return _build(Services(settings or settings_from(), clock or utc_now))


def _build(services: Services) -> Flask:
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
        COMPRESS_BR_LEVEL=2,  # a page in half a millisecond instead of one and a half, a tenth larger
        COMPRESS_LEVEL=3,
        COMPRESS_STREAMS=False,  # the only streams are files: those that gain by it were compressed at set-up
    )
    app.url_map.strict_slashes = False
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    prepare(app, services)
    PaddedCompress(app)
    security.protect(app, services.settings)
    hosts.register(app, services.settings)
    static_files.register(app)
    locale.register(app)
    saying.register(app)
    fragments.register(app)
    errors.register(app)
    policy.register(app, (search.pages, place.pages, agenda.pages))
    policy.register(app, (shortlist.pages, compare.pages, moved.pages, card.pages, words.pages, wiped.pages))
    policy.register(app, (routes.api,), routes.POLICY)
    policy.register(app, (health.pages, health.liveness), health.POLICY)
    if services.settings.metrics:
        metrics.register(app)
        policy.register(app, (metrics.pages,), metrics.POLICY)
    policy.policies_of(app).hold(OPEN_DATA, "/api")
    register_commands(app)
    return app
