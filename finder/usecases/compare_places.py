"""Compare a few places of a list, and keep the others of it at hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from finder.domain.code_register import IssuedCode
from finder.domain.engine import SearchEngine
from finder.domain.place import Place
from finder.domain.resolved_codes import ResolvedCodes, Trouble
from finder.usecases.resolve_codes import resolve_codes

MOST_COMPARED = 5
"""More columns than this no screen holds, and nobody keeps in mind."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The places that are compared, and those of the list that are not compared now."""

    resolved: ResolvedCodes
    others: tuple[Place, ...]


def compare_places(
    codes: Sequence[str],
    also: Sequence[str],
    without: Collection[str],
    index: SearchEngine,
    issued: Mapping[str, IssuedCode],
) -> Comparison:
    """Take the first five of ``codes``; what comes after them, and ``also``, is on the list too. Never raises.

    A sixth is no problem to tell of: it stands among the others, to be chosen.
    """
    found = resolve_codes(codes, index, issued, MOST_COMPARED)
    compared = ResolvedCodes(
        found.places, tuple(problem for problem in found.problems if problem.trouble is not Trouble.TOO_MANY)
    ).without(without)
    listed = resolve_codes((*codes, *also), index, issued).places
    return Comparison(compared, tuple(place for place in listed if place not in compared.places))
