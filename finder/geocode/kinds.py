"""Things said with a word for what they are: ``haarlem station``, ``metro wibautstraat``, ``stadsdeel zuid``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from finder.geocode.entries import FoundKind, KnownName
from finder.geocode.text import fold

_RAIL = frozenset({FoundKind.TRAIN, FoundKind.METRO})
_AREAS = frozenset({FoundKind.DISTRICT, FoundKind.NEIGHBOURHOOD})
STOPS = _RAIL | {FoundKind.TRAM, FoundKind.FERRY}
_SAID = {
    "station": _RAIL,
    "treinstation": frozenset({FoundKind.TRAIN}),
    "trein": frozenset({FoundKind.TRAIN}),
    "metrostation": frozenset({FoundKind.METRO}),
    "metro": frozenset({FoundKind.METRO}),
    "tramhalte": frozenset({FoundKind.TRAM}),
    "tram": frozenset({FoundKind.TRAM}),
    "halte": STOPS,
    "veerpont": frozenset({FoundKind.FERRY}),
    "pont": frozenset({FoundKind.FERRY}),
    "veer": frozenset({FoundKind.FERRY}),
    "ferry": frozenset({FoundKind.FERRY}),
    "stadsdeel": frozenset({FoundKind.DISTRICT}),
    "wijk": _AREAS,
    "buurt": _AREAS,
    "plaats": frozenset({FoundKind.TOWN}),
}


class SaidKinds:
    """Stops and areas by what is left of their name without a word for their kind and the name of their town."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        self._by_core: dict[str, list[KnownName]] = defaultdict(list)
        for name in names:
            if any(name.kind in kinds for kinds in _SAID.values()):
                words = fold(name.name)
                short = words.removeprefix(fold(name.town)) if name.kind in STOPS else words
                for core in {_core(words), _core(short)}:
                    self._by_core[core].append(name)

    def find(self, words: str, town: str) -> list[KnownName]:
        """Return what a text names together with a word for its kind; empty without such a word.

        ``town`` narrows, and is the name itself where nothing else is left (``haarlem station``).
        """
        said = [_SAID[word] for word in words.split() if word in _SAID]
        core = _core(words)
        if not said or not (core or town):
            return []
        kinds = frozenset.intersection(*said)
        return [name for name in self._by_core.get(core, ()) if name.kind in kinds and town in ("", name.town)]


def _core(words: str) -> str:
    return " ".join(word for word in words.split() if word not in _SAID)
