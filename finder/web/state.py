"""What every request reads and none changes: the published places, the index over them, and the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from flask import Flask, current_app

from finder.domain.index import PlaceIndex
from finder.formats.geojson import read_places
from finder.geocode.gazetteer import Gazetteer
from finder.geocode.locate import Locator
from finder.geocode.pdok import locatieserver_from
from finder.web.settings import Settings

_KEY = "samenplek"


@dataclass(frozen=True, slots=True)
class State:
    """The loaded product. ``now`` gives an aware moment; tests give their own."""

    settings: Settings
    index: PlaceIndex
    locator: Locator
    now: Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


def load_state(app: Flask, settings: Settings, now: Callable[[], datetime] = _now) -> None:
    """Read the places and the gazetteer. Raises InvalidData rather than serve fewer places than the file has."""
    app.extensions[_KEY] = State(
        settings=settings,
        index=PlaceIndex(read_places(settings.places)),
        locator=Locator(
            Gazetteer.load(settings.gazetteer, settings.starting_points), locatieserver_from(settings.locatieserver)
        ),
        now=now,
    )


def state() -> State:
    """Return the state of the application that handles this request."""
    loaded: State = current_app.extensions[_KEY]
    return loaded
