"""Names that differ from a text by a few letters, without measuring every name.

Names that share pairs of letters with the text are counted first; only the likeliest are measured letter by letter.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

_MEASURED = 32
"""So many names are measured letter by letter."""
_EDGE = "\n"


def letters_apart(a: str, b: str, most: int) -> int:
    """Return how many letters are added, left out, changed or swapped between two texts; ``most`` + 1 for more."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(b, 1):
            apart = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and other == a[i - 2]:
                apart = min(apart, older[j - 2] + 1)
            row.append(apart)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def allowed(length: int) -> int:
    """Return how many letters may be wrong in a text of this length: none in three, one in five, at most three."""
    return min(3, max(0, (length - 2) // 2)) if length < 6 else min(3, length // 4 + 1)


class Likeness:
    """Names by the pairs of letters in them."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        letters = np.frombuffer((_EDGE + _EDGE.join(names) + _EDGE).encode("ascii", "replace"), np.uint8)
        owners = np.cumsum(letters == ord(_EDGE), dtype=np.int32)[:-1] - 1
        pairs = letters[:-1].astype(np.uint16) << np.uint16(8) | letters[1:]
        order = np.argsort(pairs, kind="stable")
        self._pairs, self._owners = pairs[order], owners[order]
        self._sizes = np.bincount(owners, minlength=len(names))

    def nearest(self, text: str) -> list[str]:
        """Return the names that differ by no more letters than ``allowed``, the nearest first.

        Those that differ by two letters more than the nearest are left out.
        """
        most = allowed(len(text))
        if not most or not self._names:
            return []
        measured = sorted((letters_apart(text, name, most), name) for name in self._likeliest(text))
        return [name for apart, name in measured if apart <= min(most, measured[0][0] + 1)]

    def _likeliest(self, text: str) -> list[str]:
        letters = np.frombuffer(f"{_EDGE}{text}{_EDGE}".encode("ascii", "replace"), np.uint8)
        pairs = np.unique(letters[:-1].astype(np.uint16) << np.uint16(8) | letters[1:])
        starts, ends = np.searchsorted(self._pairs, pairs), np.searchsorted(self._pairs, pairs, "right")
        shared = [self._owners[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        counts = np.bincount(np.concatenate(shared), minlength=len(self._names))
        alike = counts / (self._sizes + len(letters) - 1)
        best = np.argsort(-alike, kind="stable")[:_MEASURED]
        return [self._names[at] for at in best.tolist() if counts[at]]
