"""What a search engine is: anything that answers these four questions as docs/matching.md has it.

Every engine is run through ``tests/search/conformance.py``. Each checks a search with ``check_search`` first, so that
all refuse the same in the same words, and may be read from several threads at once.
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from finder.domain.filters import Filters
from finder.domain.hits import Facets, Hits, Loosening
from finder.domain.place import Place

WITHIN_CHOICES = (500, 1000, 2000, 3000, 5000, 10_000, 20_000)
"""Metres for which facets count, and to which a distance is widened: a walk, a bicycle, a tram, the other town."""


class SearchEngine(Protocol):
    """Finds places, over the places it was made with."""

    def search(self, filters: Filters, *, now: datetime, limit: int = 20, offset: int = 0) -> Hits:
        """Return one page of hits: certain ones, likely ones, perhaps, and of these last what something speaks against.

        Certain ones by distance (without ``near``: by name), then code; the others by how many wishes are known to
        hold, most first, then likewise. ``now`` is aware. Raises InvalidInput for a filter out of its range, and for a
        negative limit or offset.
        """

    def facets(self, filters: Filters, now: datetime) -> Facets:
        """Count, for every value, the hits if it were the only one of its filter and all other filters stayed.

        Where all values of a filter are wanted: if it were wanted as well. ``now`` is aware. Raises InvalidInput for a
        filter out of its range.
        """

    def loosen(self, filters: Filters, now: datetime) -> tuple[Loosening, ...]:
        """Return each single thing to let go of that brings hits, the one with most certain, then likely hits first.

        Where none does: each pair of them that does. A thing is a filter, or one of several values that are all
        wanted. A distance is widened to the nearest of WITHIN_CHOICES that brings hits, and left out when none does.
        ``now`` is aware. Raises InvalidInput for a filter out of its range.
        """

    def by_code(self, code: str) -> Place:
        """Return the place with this code, also one that closed or moved. Raises UnknownPlace."""
