"""By which names this site may be asked for. Any other is bad input, and stands in no link."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask, abort, request

from finder.domain.errors import InvalidInput
from finder.web.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = re.compile(rf"(?P<name>{_LABEL}(?:\.{_LABEL})*|\[[0-9A-Fa-f:.]+\])(?::(?P<port>[0-9]{{1,5}}))?", re.ASCII)
_LONGEST = 253
_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "[::1]"})
_REFUSED = "samenplek.refused_host"


def host_name(host: str) -> str | None:
    """Return the name in a Host header, small and without its port; None for what is none."""
    match = _HOST.fullmatch(host)
    if not match or len(match["name"]) > _LONGEST or int(match["port"] or 0) > 65535:
        return None
    name = match["name"].lower()
    try:
        if name.startswith("["):
            ipaddress.IPv6Address(name[1:-1])
        else:
            name.encode("ascii").decode("idna")
    except ValueError:
        return None
    return name


def names_of(public_url: str) -> frozenset[str] | None:
    """Return the names that a site with this public address answers to; None for any when it has none."""
    name = urlsplit(public_url).hostname
    return None if name is None else _THIS_MACHINE | {f"[{name}]" if ":" in name else name.lower()}


def must_be_public(bind: str, public_url: str) -> None:
    """Raise InvalidInput for a server that others can reach and that does not know its own address.

    Whoever asked would choose what stands in the QR code of a card.
    """
    address = bind.rpartition(":")[0].strip("[]") or bind
    if public_url or bind.startswith("unix:") or address == "localhost":
        return
    try:
        here = ipaddress.ip_address(address).is_loopback
    except ValueError:
        here = False
    if not here:
        raise InvalidInput("SAMENPLEK_PUBLIC_URL", public_url, f"set to its public address: BIND is {address}")


class _KnownHosts:
    """Gives the application a name that it can read, and remembers that the one that was sent was refused.

    So the error page is made like any other, in the language of the reader.
    """

    def __init__(self, answer: WSGIApplication, names: frozenset[str] | None) -> None:
        self._answer = answer
        self._names = names

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        host = environ.get("HTTP_HOST", "")
        name = host_name(host)
        if host and (name is None or (self._names is not None and name not in self._names)):
            environ["HTTP_HOST"] = "localhost"
            environ[_REFUSED] = True
        return self._answer(environ, start_response)


def register(app: Flask, settings: Settings) -> None:
    """Refuse every other host with a 400, before anything else is looked at."""
    app.wsgi_app = _KnownHosts(app.wsgi_app, names_of(settings.public_url))  # type: ignore[method-assign]

    @app.before_request
    def refuse() -> None:
        if request.environ.get(_REFUSED):
            abort(400, "the Host header is not a name of this site")
