"""What holds for every answer of a room: the shape of its errors, who may keep it or read it, and its cookies.

A room is a blueprint, or all that lies under a prefix: an address that leads nowhere is answered in the manner of the
room it lies in. Whoever registers no policy gets that of the pages, which is the most private one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from http.cookies import CookieError, SimpleCookie

from flask import Blueprint, Flask, current_app, request

_KEY = "samenplek.policies"


class ErrorShape(StrEnum):
    """How an error is told: on a page in the reader's language, or as RFC 9457 problem+json."""

    PAGE = "page"
    PROBLEM = "problem"


class Caching(StrEnum):
    """What may keep an answer: nothing, or anything for as long as its address carries the digest of what it is."""

    NOTHING = "nothing"
    BY_VERSION = "by_version"


class Cookies(StrEnum):
    """Whether a room may set a cookie: never, or one that the browser sends back to that room alone."""

    NEVER = "never"
    OWN_PATH = "own_path"


@dataclass(frozen=True, slots=True)
class Policy:
    """What holds for a room; ``headers`` stand on every answer of it, errors too."""

    errors: ErrorShape = ErrorShape.PAGE
    caching: Caching = Caching.NOTHING
    cookies: Cookies = Cookies.NEVER
    headers: Mapping[str, str] = field(default_factory=dict)


PAGES = Policy()


def _lies_in(path: str, prefix: str) -> bool:
    return path == prefix or path.startswith(f"{prefix}/")


class Policies:
    """The policies of an application by blueprint and by prefix."""

    def __init__(self) -> None:
        self._blueprints: dict[str, Policy] = {}
        self._prefixes: dict[str, Policy] = {}

    def hold(self, policy: Policy, prefix: str = "", blueprint: str = "") -> None:
        """Let a policy hold for a blueprint, a prefix such as ``/api``, or both.

        Raises ValueError for cookies without a prefix: there is no path to keep them to.
        """
        if policy.cookies is Cookies.OWN_PATH and not prefix:
            raise ValueError("a room with cookies of its own needs a prefix")
        if blueprint:
            self._blueprints[blueprint] = policy
        if prefix:
            self._prefixes[prefix] = policy

    def room_of(self, path: str) -> str | None:
        """Return the longest prefix in which a path lies, None for a path that lies in none."""
        return max((prefix for prefix in self._prefixes if _lies_in(path, prefix)), key=len, default=None)

    def of(self, path: str, blueprint: str | None = None) -> Policy:
        """Return the policy of a blueprint, else of the room in which the path lies, else of the pages."""
        if blueprint in self._blueprints:
            return self._blueprints[blueprint]
        room = self.room_of(path)
        return PAGES if room is None else self._prefixes[room]

    def may_set(self, path: str, cookie: str) -> bool:
        """Tell whether an answer to this path may carry this Set-Cookie header."""
        room = self.room_of(path)
        if room is None or self._prefixes[room].cookies is Cookies.NEVER:
            return False
        try:
            parsed = SimpleCookie(cookie)
        except CookieError:
            return False
        return bool(parsed) and all(_lies_in(morsel["path"], room) for morsel in parsed.values())


def policies_of(app: Flask) -> Policies:
    """Return the policies of an application."""
    known: Policies = app.extensions.setdefault(_KEY, Policies())
    return known


def policy_here() -> Policy:
    """Return what holds for the answer to this request, whether or not there is a route for it."""
    return policies_of(current_app).of(request.path, request.blueprint)


def register(app: Flask, blueprints: Iterable[Blueprint], policy: Policy = PAGES) -> None:
    """Register blueprints that share a policy, for every address under their prefix too. Raises as ``hold`` does."""
    for blueprint in blueprints:
        policies_of(app).hold(policy, blueprint.url_prefix or "", blueprint.name)
        app.register_blueprint(blueprint)
