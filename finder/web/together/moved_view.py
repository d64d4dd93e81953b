"""What "we moved" shows: how far each place of the list is now, and what is like it near the new address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from finder.i18n.phrases import Sayable
from finder.search.similar import Similar
from finder.usecases.move_house import MovedPlace
from finder.web.together.list_view import ListView, PlaceLine, place_line
from finder.wording.distances import far_phrase
from finder.wording.moving_house import measured_phrase, shared_phrase


@dataclass(frozen=True, slots=True)
class AlikePlace:
    """A place near the new address: what it shares with one of the list, and how far it is."""

    line: PlaceLine
    why: Sayable
    far: Sayable


@dataclass(frozen=True, slots=True)
class RemeasuredPlace:
    """A place of the list from the new address, and what is like it there (None when nothing is)."""

    line: PlaceLine
    far: Sayable
    alike: AlikePlace | None


@dataclass(frozen=True, slots=True)
class MovedView:
    """The page; no places until the new address is known."""

    list: ListView
    places: tuple[RemeasuredPlace, ...]


def moved_view(shown: ListView, places: Iterable[MovedPlace]) -> MovedView:
    """Lay out the list as it is seen from the new address."""
    return MovedView(shown, tuple(_remeasured(moved, shown.start.doubt) for moved in places))


def _remeasured(moved: MovedPlace, doubt: int) -> RemeasuredPlace:
    alike = _alike(moved.alike, doubt) if moved.alike else None
    return RemeasuredPlace(place_line(moved.measured.place), measured_phrase(moved.measured, doubt), alike)


def _alike(similar: Similar, doubt: int) -> AlikePlace:
    return AlikePlace(place_line(similar.place), shared_phrase(similar.shared), far_phrase(similar.metres, doubt))
