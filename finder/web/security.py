"""Headers and logs: nobody can find out what somebody searched (product.md S1)."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, request
from flask_talisman import DENY, Talisman

from finder.web.policy import Caching, Policy, policies_of, policy_here
from finder.web.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_DAY = 24 * 3600
_REQUEST = re.compile(r'"\S* ?\S+ HTTP/|code \d{3}, message')
_APART = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin"}
"""No other site may hold a window of ours or put our answers into its own page."""


class WithoutWords(logging.Filter):
    """Keeps where an error happened and its class; drops its text, which may hold what somebody typed."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[0]:
            frames = "".join(traceback.format_tb(record.exc_info[2]))
            record.msg, record.args = f"{record.exc_info[0].__name__}\n{frames}", ()
            record.exc_info = None
        return True


class WithoutRequests(logging.Filter):
    """Drops every line about a request: ``flask run`` would write its address down."""

    def filter(self, record: logging.LogRecord) -> bool:
        return _REQUEST.search(record.getMessage()) is None


class _OnlyOwnCookies:
    """Leaves out every cookie that no policy allows, whoever sets it: a library, the session, or a page by mistake."""

    def __init__(self, app: Flask, answer: WSGIApplication) -> None:
        self._app = app
        self._answer = answer

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")

        def start(status: str, headers: list[tuple[str, str]], *failed: Any) -> Any:
            return start_response(status, [header for header in headers if self._allowed(path, *header)], *failed)

        return self._answer(environ, start)

    def _allowed(self, path: str, name: str, value: str) -> bool:
        if name.lower() != "set-cookie" or policies_of(self._app).may_set(path, value):
            return True
        self._app.logger.error("left out a cookie that no policy allows: %s", value.partition("=")[0])
        return False


def _discreet(log: logging.Logger) -> None:
    if not any(isinstance(each, WithoutRequests) for each in log.filters):
        log.addFilter(WithoutRequests())


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
    app.logger.addFilter(WithoutWords())
    _discreet(logging.getLogger("werkzeug"))
    app.wsgi_app = _OnlyOwnCookies(app, app.wsgi_app)  # type: ignore[method-assign]
    policies_of(app).hold(Policy(caching=Caching.BY_VERSION), str(app.static_url_path))

    @app.after_request
    def keep_to_the_policy(response: Response) -> Response:
        policy = policy_here()
        response.headers.update({**_APART, **policy.headers})
        if policy.caching is Caching.BY_VERSION and response.status_code == 200:
            response.cache_control.max_age = 365 * _DAY if request.args.get("v") else _DAY // 24
            response.cache_control.public = True
            response.cache_control.no_cache = None
        elif "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        return response
