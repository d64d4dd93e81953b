"""The published places as one whole: everything that answers a visitor is made of one snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from finder.domain.code_register import IssuedCode
from finder.domain.engine import SearchEngine
from finder.formats.code_register import read_codes
from finder.formats.places_file import read_places
from finder.recurrence.agenda import Agenda
from finder.search.index import PlaceIndex
from finder.search.similar import SimilarPlaces


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Snapshot:
    """The places as they were published at one moment, laid out for every question; ``codes`` is all ever issued."""

    index: SearchEngine
    agenda: Agenda
    similar: SimilarPlaces
    codes: Mapping[str, IssuedCode]


def load_snapshot(places: Path, codes: Path) -> Snapshot:
    """Read the two files that belong together. Raises InvalidData for the first thing that is not as documented."""
    published = read_places(places)
    issued = {entry.code: entry for entry in read_codes(codes).entries()}
    return Snapshot(PlaceIndex(published), Agenda(published), SimilarPlaces(published), issued)


class Library:
    """Holds the snapshot that is served."""

    def __init__(self, places: Path, codes: Path) -> None:
        """Load the first snapshot. Raises InvalidData rather than serve fewer places than the file has."""
        self._snapshot = load_snapshot(places, codes)

    def current(self) -> Snapshot:
        """Return the snapshot to answer with; ask once for one answer."""
        return self._snapshot
