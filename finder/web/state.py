"""What every request reads and none changes: the published places, the index over them, and the clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, cached_property

import click
from flask import Flask, current_app, request

from finder.domain.code_register import IssuedCode
from finder.formats.code_register import read_codes
from finder.formats.geojson import read_places
from finder.geocode.gazetteer import Gazetteer
from finder.geocode.locate import Locator
from finder.geocode.pdok import locatieserver_from
from finder.recurrence.agenda import Agenda
from finder.search.index import PlaceIndex
from finder.search.similar import SimilarPlaces
from finder.web.settings import Settings

_KEY = "samenplek"


@dataclass(frozen=True)
class State:
    """The loaded product. ``issued`` is every code ever issued; ``now`` gives an aware moment, tests give their own."""

    settings: Settings
    index: PlaceIndex
    locator: Locator
    issued: Mapping[str, IssuedCode]
    now: Callable[[], datetime]

    @cached_property
    def agenda(self) -> Agenda:
        """The gatherings of all places by day, laid out when they are first asked for."""
        return Agenda(self.index.places)

    @cached_property
    def similar(self) -> SimilarPlaces:
        """The places among which something alike is looked for."""
        return SimilarPlaces(self.index.places)


def _now() -> datetime:
    return datetime.now(UTC)


def prepare(app: Flask, settings: Settings, now: Callable[[], datetime] = _now) -> None:
    """Give the application its state: at once, so that a server never starts on a file that is not right.

    A command gets it when it first asks, so that the places file can be imported anew while it is missing or wrong.
    Raises InvalidData rather than serve fewer places than the file has.
    """

    def load() -> State:
        gazetteer = Gazetteer.load(settings.gazetteer, settings.starting_points)
        return State(
            settings=settings,
            index=PlaceIndex(read_places(settings.places)),
            locator=Locator(gazetteer, locatieserver_from(settings.locatieserver)),
            issued={entry.code: entry for entry in read_codes(settings.codes).entries()},
            now=now,
        )

    loaded = cache(load)
    app.extensions[_KEY] = loaded
    if click.get_current_context(silent=True) is None:
        loaded()


def public_address(path: str) -> str:
    """Return the address of a page as a phone reaches it: the operator's, or else the one that was asked for."""
    return f"{state().settings.public_url or request.host_url.rstrip('/')}{path}"


def state() -> State:
    """Return the state of the application that handles this request. Raises InvalidData when it cannot be read."""
    load: Callable[[], State] = current_app.extensions[_KEY]
    return load()
