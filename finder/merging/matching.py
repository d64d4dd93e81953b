"""Is this candidate a place that is known already? And is a place that comes again still the same?

Congregations that share a building stay apart: an address alone never makes two candidates one, their names
must be alike too.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from finder.domain.geometry import rd_new
from finder.domain.place import Address, Place
from finder.domain.vocabulary import WORSHIP_KINDS, PlaceKind
from finder.merging.candidate import Candidate

ALIKE_AT_ONE_ADDRESS = 0.6
ALIKE_NEARBY = 0.85
NEARBY_METRES = 120.0

_CIVIC_KINDS = frozenset({PlaceKind.COMMUNITY_CENTRE, PlaceKind.DROP_IN})
_SORTS_OF_PLACE = frozenset(
    [
        "amsterdam",
        "bij",
        "buurthuis",
        "buurtkamer",
        "buurtcentrum",
        "camii",
        "centrum",
        "church",
        "de",
        "en",
        "haarlem",
        "het",
        "huis",
        "huiskamer",
        "inloop",
        "inloophuis",
        "kerk",
        "locatie",
        "moskee",
        "sint",
        "st",
        "stichting",
        "t",
        "the",
        "van",
        "voor",
        "wijk",
        "wijkcentrum",
        "zelfbeheer",
    ]
)


class Change(StrEnum):
    """What an import does to a published place."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The row that a candidate is the same place as, and how that was seen."""

    row: str
    why: str


def words_of(text: str) -> list[str]:
    """Lower-case words without accents and punctuation."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[0-9a-z]+", "".join(letter for letter in bare if not unicodedata.combining(letter)))


def name_likeness(a: str, b: str) -> float:
    """Tell how alike two names are, from 0 to 1, leaving out words that only say what sort of place it is."""
    cores = [[word for word in words_of(name) if word not in _SORTS_OF_PLACE] for name in (a, b)]
    if not all(cores):
        cores = [words_of(a), words_of(b)]
    one, other = ("".join(sorted(core)) for core in cores)
    return SequenceMatcher(None, one, other).ratio()


def address_key(address: Address) -> tuple[str, str] | None:
    """Return street and number in one form, or None when either is not known."""
    street, number = "".join(words_of(address.street)), "".join(words_of(address.house_number))
    return (street, number) if street and number else None


def kinds_agree(a: PlaceKind, b: PlaceKind) -> bool:
    """Tell whether two kinds can be one place: the same, both civic, or worship of which one is not known closer."""
    if a is b or {a, b} <= _CIVIC_KINDS:
        return True
    return PlaceKind.OTHER_WORSHIP in (a, b) and {a, b} <= WORSHIP_KINDS


class Matcher:
    """Remembers candidates and finds the one that a new one repeats."""

    def __init__(self) -> None:
        self._known: list[tuple[Candidate, tuple[float, float] | None]] = []
        self._by_identifier: dict[tuple[str, str], str] = {}

    def add(self, candidates: Iterable[Candidate], row: str) -> None:
        """Remember the candidates of one place under its main row."""
        for candidate in candidates:
            self._known.append((replace(candidate, same_as=row), _metres(candidate)))
            for identifier in candidate.identifiers.items():
                self._by_identifier.setdefault(identifier, row)

    def find(self, candidate: Candidate) -> Duplicate | None:
        """Return the known place that this is: by identifier, else by address and name, else by name and distance."""
        for identifier in candidate.identifiers.items():
            if identifier in self._by_identifier:
                return Duplicate(self._by_identifier[identifier], f"same {'='.join(identifier)}")
        here, key = _metres(candidate), address_key(candidate.address)
        best: tuple[float, Duplicate] | None = None
        for known, there in self._known:
            if not kinds_agree(candidate.kind, known.kind):
                continue
            apart = math.dist(here, there) if here and there else math.inf
            known_key = address_key(known.address)
            one_address = key is not None and key == known_key and candidate.address.city == known.address.city
            if not one_address and (apart > NEARBY_METRES or (key and known_key)):
                continue
            likeness = name_likeness(candidate.name, known.name)
            if likeness < (ALIKE_AT_ONE_ADDRESS if one_address else ALIKE_NEARBY):
                continue
            why = "same address and name" if one_address else f"same name {apart:.0f} m away"
            if best is None or likeness > best[0]:
                best = likeness, Duplicate(known.same_as, f"{why}: {known.name}")
        return best[1] if best else None


def _metres(candidate: Candidate) -> tuple[float, float] | None:
    if candidate.point is None:
        return None
    x, y = rd_new(candidate.point.longitude, candidate.point.latitude)
    return float(x[0]), float(y[0])


def change(old: Place | None, new: Place | None) -> Change:
    """Tell what becomes of a place between two compilations; both None is not asked."""
    if old is None:
        return Change.NEW
    if new is None:
        return Change.GONE
    return Change.SAME if old == new else Change.CHANGED
