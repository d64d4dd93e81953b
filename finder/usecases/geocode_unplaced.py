"""Place what an import could not place: each row is asked for once, whenever the command is called again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from finder.geocode.pdok import Locatieserver
from finder.geocode.unplaced import place_rows

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Geocoded:
    """All positions known now, how many rows were placed ``before``, and what came of each row asked for this time."""

    rows: tuple[Row, ...]
    before: int
    counts: Counter[str]

    @property
    def changed(self) -> bool:
        """Tell whether a position was found that was not known before."""
        return self.counts["placed"] > 0


def geocode_unplaced(
    unplaced: Sequence[Row], known: Sequence[Row], server: Locatieserver, today: date, pause: float
) -> Geocoded:
    """Ask for the rows that are not ``known`` yet, ``pause`` seconds apart."""
    done = {row["row"] for row in known}
    asked = [row for row in unplaced if row["row"] not in done]
    placed = place_rows(asked, server, today, pause)
    return Geocoded((*known, *placed.rows), len(unplaced) - len(asked), placed.counts)
