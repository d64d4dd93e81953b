"""Names that can be found as they are, with a lost letter, by a part of them, or mistyped."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from finder.geocode.likeness import Likeness
from finder.geocode.text import LOST_LETTER, squash

SHORTEST = 3
"""A beginning of fewer letters says too little."""


class NameIndex:
    """Folded names. Each search returns the names themselves; only ``exactly`` and ``restored`` are no guess."""

    def __init__(self, folded: Iterable[str]) -> None:
        self._sorted = sorted(set(folded) - {""})
        self._squashed: dict[str, list[str]] = defaultdict(list)
        words: set[tuple[str, str]] = set()
        for name in self._sorted:
            self._squashed[squash(name)].append(name)
            words.update((word, name) for word in name.split())
        self._words = sorted(words)
        self._likeness = Likeness(list(self._squashed))

    def exactly(self, folded: str) -> list[str]:
        """Return the names that have the same letters: ``prins hendrik kade`` is ``prins hendrikkade``."""
        return self._squashed.get(squash(folded), [])

    def restored(self, folded: str) -> list[str]:
        """Return the names that a text with lost letters (``?``) can be; empty when it lost none."""
        if LOST_LETTER not in folded:
            return []
        parts = (re.escape(squash(part)) for part in folded.split(LOST_LETTER))
        pattern = re.compile("[0-9a-z]{0,2}".join(parts))
        return [name for key, names in self._squashed.items() if pattern.fullmatch(key) for name in names]

    def like(self, folded: str) -> list[str]:
        """Return names that begin so, hold these words or their beginnings, or are mistyped so; likeliest first."""
        ranked = [*self._beginning(folded), *self._holding(folded.split())]
        return list(dict.fromkeys(ranked)) or self._mistyped(folded)

    def holding_any(self, words: Iterable[str]) -> list[str]:
        """Return names in which a word begins as one of these of four letters or more."""
        found = [self._with_word(word) for word in words if len(word) > SHORTEST]
        return sorted(set().union(*found), key=lambda name: (len(name), name))

    def _beginning(self, text: str) -> list[str]:
        if len(text) < SHORTEST:
            return []
        at = bisect_left(self._sorted, text)
        end = bisect_left(self._sorted, f"{text}~")
        return sorted(self._sorted[at:end], key=lambda name: (len(name), name))

    def _holding(self, words: list[str]) -> list[str]:
        if sum(map(len, words)) < SHORTEST:
            return []
        found = set.intersection(*(self._with_word(word) for word in words))
        return sorted(found, key=lambda name: (len(name), name))

    def _with_word(self, begin: str) -> set[str]:
        at, end = bisect_left(self._words, (begin,)), bisect_left(self._words, (f"{begin}~",))
        return {name for _, name in self._words[at:end]}

    def _mistyped(self, folded: str) -> list[str]:
        return [name for key in self._likeness.nearest(squash(folded)) for name in self._squashed[key]]
