"""What a request is answered with: settings, places, locator and clock, each a thing of its own."""

from __future__ import annotations

from functools import cached_property

from flask import Flask, current_app, g, request

from finder.basemap.served import ServedBasemap, read_served_basemap
from finder.domain.clock import Clock
from finder.formats.files import finish_replacing
from finder.geocode.gazetteer import Gazetteer
from finder.geocode.locate import Locator
from finder.geocode.pdok import locatieserver_from
from finder.usecases.library import Library, Snapshot
from finder.web.settings import Settings

_KEY = "samenplek"


class Services:
    """What pages and commands share. Each part is made when it is first asked for; ``load`` asks for all."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.settings = settings
        self.clock = clock

    @cached_property
    def library(self) -> Library:
        """The published places. Raises InvalidData when their files are not as documented."""
        return Library(self.settings.places, self.clock)

    @cached_property
    def locator(self) -> Locator:
        """Where somebody is. Raises InvalidData for a wrong gazetteer, InvalidInput for a wrong setting."""
        gazetteer = Gazetteer.load(self.settings.gazetteer, self.settings.starting_points)
        return Locator(gazetteer, locatieserver_from(self.settings.locatieserver))

    @cached_property
    def basemap(self) -> ServedBasemap:
        """The map that needs no network. Raises InvalidData when the file cannot be read or drawn."""
        return read_served_basemap(self.settings.basemap)

    def load(self) -> None:
        """Read every file now, so that a server never starts on one that is not right. Raises as the parts do."""
        finish_replacing(self.settings.places.parent)
        _ = self.library, self.locator, self.basemap


def follow_what_is_published() -> None:
    """Let the process that answers this request notice what is newly published."""
    services().library.watch()


def prepare(app: Flask, services: Services) -> None:
    """Give the application its services."""
    app.extensions[_KEY] = services

    @app.teardown_appcontext
    def let_go(_: BaseException | None) -> None:
        # A rendered page holds g until the next search for garbage; the places of before are to go at once.
        g.pop("snapshot", None)


def services() -> Services:
    """Return the services of the application that handles this request or command."""
    found: Services = current_app.extensions[_KEY]
    return found


def snapshot() -> Snapshot:
    """Return the places as this request sees them: the same from its first question to its last."""
    if "snapshot" not in g:
        g.snapshot = services().library.current()
    seen: Snapshot = g.snapshot
    return seen


def public_address(path: str) -> str:
    """Return the address of a page as a phone reaches it: the operator's, or else the one that was asked for."""
    return f"{services().settings.public_url or request.host_url.rstrip('/')}{path}"
