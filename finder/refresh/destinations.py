"""Which addresses a client may ask: those of the operator, and public ones that they lead to."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from urllib.parse import SplitResult, urlsplit

from finder.domain.errors import FinderError, InvalidInput

_PORTS = {"http": 80, "https": 443}
_ADDRESS = "an address that begins with http:// or https://, without a name or password in it"


class ForbiddenDestination(FinderError):
    """A server sends us where it must not: into the operator's own network, or out of what is encrypted."""


def parse_address(key: str, text: str) -> str:
    """Return a web address as the operator gave it. Raises InvalidInput for one that cannot be asked."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise InvalidInput(key, text, _ADDRESS) from None
    plain = text.isascii() and text.isprintable() and " " not in text
    if parts.scheme not in _PORTS or not parts.hostname or parts.username is not None or port == 0 or not plain:
        raise InvalidInput(key, text, _ADDRESS)
    return text


class Destinations:
    """Knows the hosts that the operator gave: those may be anywhere, every other one must be public."""

    def __init__(self, given: Iterable[str]) -> None:
        self._given = {_host(urlsplit(url)) for url in given}

    def check_redirect(self, old: str, new: str) -> None:
        """Raise ForbiddenDestination unless one may follow from ``old`` to ``new``.

        Every address of a name is looked at: one inside the network is enough to refuse it.
        """
        parts = urlsplit(new)
        if parts.scheme not in _PORTS or not parts.hostname or parts.username is not None:
            raise ForbiddenDestination(f"{old} leads to something else than a web address")
        if urlsplit(old).scheme == "https" and parts.scheme != "https":
            raise ForbiddenDestination(f"{old} leads to an address that is not encrypted")
        if _host(parts) in self._given:
            return
        if not all(map(_is_public, _addresses(parts))):
            raise ForbiddenDestination(f"{old} leads to {parts.hostname}, which is not a public address")


def _host(parts: SplitResult) -> tuple[str, int]:
    return (parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 0))


def _addresses(parts: SplitResult) -> list[str]:
    host, port = _host(parts)
    try:
        return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        raise ForbiddenDestination(f"{host} has no address") from None


def _is_public(text: str) -> bool:
    address = ipaddress.ip_address(text.partition("%")[0])
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_global and not address.is_multicast
