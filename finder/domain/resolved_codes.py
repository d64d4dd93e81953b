"""What became of codes that somebody chose, typed or scanned."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from finder.domain.place import Place


class Trouble(StrEnum):
    """Why a code gives no place, or another one than it was issued for."""

    MISTYPED = "mistyped"
    UNKNOWN = "unknown"
    RETIRED = "retired"
    MOVED = "moved"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a code as it was typed; ``place`` is where a moved one went, or the one too many."""

    code: str
    trouble: Trouble
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class ResolvedCodes:
    """The places in the order chosen, each once, and what is to be said about the other codes."""

    places: tuple[Place, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes of the places."""
        return tuple(place.code for place in self.places)

    def without(self, codes: Collection[str]) -> ResolvedCodes:
        """Return the same without the places of these codes; the problems stay."""
        return replace(self, places=tuple(place for place in self.places if place.code not in codes))
