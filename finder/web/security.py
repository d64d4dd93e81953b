"""Headers and logs: nobody can find out what somebody searched (product.md S1)."""

from __future__ import annotations

import logging
import traceback

from flask import Flask, Response, request
from flask_talisman import DENY, Talisman

from finder.web.open_data.v1.routes import API_VERSION
from finder.web.settings import Settings

_DAY = 24 * 3600


class _WithoutWords(logging.Filter):
    """Keeps where an error happened and its class; drops its text, which may hold what somebody typed."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[0]:
            frames = "".join(traceback.format_tb(record.exc_info[2]))
            record.msg, record.args = f"{record.exc_info[0].__name__}\n{frames}", ()
            record.exc_info = None
        return True


def protect(app: Flask, settings: Settings) -> None:
    """Set the Content-Security-Policy and its kin on every answer, and keep inputs out of the log."""
    images = " ".join(["'self'", "data:", settings.tile_host]).strip()
    Talisman(
        app,
        force_https=False,
        strict_transport_security=True,
        content_security_policy={
            "default-src": "'self'",
            "img-src": images,
            "script-src": "'self'",
            "style-src": "'self'",
            "object-src": "'none'",
            "base-uri": "'none'",
            "form-action": "'self'",
            "frame-ancestors": "'none'",
        },
        referrer_policy="no-referrer",
        frame_options=DENY,
        permissions_policy={"geolocation": "(self)", "camera": "()", "microphone": "()", "browsing-topics": "()"},
        session_cookie_secure=False,
    )
    app.logger.addFilter(_WithoutWords())

    @app.after_request
    def set_cache(response: Response) -> Response:
        if request.endpoint == "static" and response.status_code == 200:
            response.cache_control.max_age = 365 * _DAY if request.args.get("v") else _DAY // 24
            response.cache_control.public = True
            response.cache_control.no_cache = None
        elif request.path.startswith("/api/v1"):
            response.headers["API-Version"] = API_VERSION
            response.headers["Access-Control-Allow-Origin"] = "*"
            response.headers["Cache-Control"] = "no-store"
        elif "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        return response
