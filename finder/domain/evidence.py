"""What makes a language likely at a place without anybody saying that it is spoken there: evidence, never a fact."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from finder.domain.record import record
from finder.domain.vocabulary import COMMUNITIES, DENOMINATIONS, NETWORKS, Religion


class Basis(StrEnum):
    """What a guess rests on. The first four are what evidence can be of; ``domain/likely.py`` adds the others."""

    COMMUNITY = "community"
    """Whose house it is, or who meets there."""
    DENOMINATION = "denomination"
    NETWORK = "network"
    """An association of houses, such as Diyanet."""
    RELIGION = "religion"
    LANGUAGE = "language"
    """A language that is spoken there, and that speakers of the other one usually follow."""
    HOURS = "hours"
    """Opening hours that are too old, or have no date, to be believed."""


EVIDENCE_KEYS: Mapping[Basis, frozenset[str]] = MappingProxyType(
    {
        Basis.COMMUNITY: frozenset(COMMUNITIES),
        Basis.DENOMINATION: frozenset(DENOMINATIONS),
        Basis.NETWORK: frozenset(NETWORKS),
        Basis.RELIGION: frozenset(map(str, Religion)),
    }
)
"""What evidence can be of, and the vocabulary of each."""


@record
class Evidence:
    """That a place is of ``key``, a word of the vocabulary of ``basis``, and which living languages that makes likely.

    ``languages`` are ISO 639 codes, at least one; ``note`` is our few words about it.
    """

    basis: Basis
    key: str
    languages: tuple[str, ...]
    note: str | None = None
