"""Names that can be found by themselves, their beginning, some of their words, or despite a typing error."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable

from finder.geocode.entries import FoundKind, KnownName
from finder.geocode.text import fold

CLOSE = 0.8
"""difflib's likeness from which two names are taken for one with a typing error."""
_KIND_ORDER = (
    FoundKind.METRO,
    FoundKind.DISTRICT,
    FoundKind.STARTING_POINT,
    FoundKind.STREET,
    FoundKind.NEIGHBOURHOOD,
    FoundKind.TOWN,
    FoundKind.FERRY,
    FoundKind.TRAM,
)
_ALSO_SAID = {
    FoundKind.METRO: frozenset({"station", "metro", "metrostation"}),
    FoundKind.TRAM: frozenset({"halte", "tram", "tramhalte"}),
    FoundKind.FERRY: frozenset({"pont", "veer", "veerpont", "ferry"}),
    FoundKind.DISTRICT: frozenset({"stadsdeel", "wijk"}),
    FoundKind.NEIGHBOURHOOD: frozenset({"buurt", "wijk"}),
}


class NameIndex:
    """The names of a gazetteer by their folded form."""

    def __init__(self, entries: Iterable[KnownName]) -> None:
        self._by_name: dict[str, list[KnownName]] = defaultdict(list)
        for entry in sorted(entries, key=_order):
            self._by_name[fold(entry.name)].append(entry)

    def exactly(self, folded: str, town: str) -> list[KnownName]:
        """Return the entries of exactly this name, in the town where one is given."""
        return [entry for entry in self._by_name.get(folded, ()) if town in ("", entry.town)]

    def like(self, folded: str, town: str) -> list[KnownName]:
        """Return entries that begin so, hold these words, or differ by a typing error; likeliest first."""
        words = folded.split()
        ranked: list[tuple[int, tuple[int, int, str], KnownName]] = []
        for name, entries in self._by_name.items():
            for entry in entries:
                if town in ("", entry.town):
                    rank = _rank(name, folded, words, _ALSO_SAID.get(entry.kind, frozenset()))
                    if rank is not None:
                        ranked.append((rank, _order(entry), entry))
        if ranked:
            return [entry for _, _, entry in sorted(ranked, key=lambda item: item[:2])]
        return self._misspelt(folded, town) or self._sharing_a_word(words, town)

    def _misspelt(self, folded: str, town: str) -> list[KnownName]:
        names = difflib.get_close_matches(folded, self._by_name, 5, CLOSE) if len(folded) > 3 else []
        return [entry for name in names for entry in self.exactly(name, town)]

    def _sharing_a_word(self, words: list[str], town: str) -> list[KnownName]:
        """Only within a named town: "Haarlem centraal station" has to lead somewhere in Haarlem."""
        if not town:
            return []
        long_words = [word for word in words if len(word) > 3]
        hits = [
            entry
            for name, entries in self._by_name.items()
            if any(part.startswith(word) for word in long_words for part in name.split())
            for entry in entries
            if entry.town == town
        ]
        return sorted(hits, key=_order)


def _order(entry: KnownName) -> tuple[int, int, str]:
    return _KIND_ORDER.index(entry.kind), len(entry.name), entry.name


def _rank(name: str, folded: str, words: list[str], also_said: frozenset[str]) -> int | None:
    if name.startswith(folded):
        return 1
    parts = name.split()
    told = [word for word in words if word not in also_said or word in parts]
    if not told or not all(any(part.startswith(word) for part in parts) for word in told):
        return None
    if told == parts:
        return 0
    return 2 if all(word in parts for word in told) else 3
