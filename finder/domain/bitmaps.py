"""Sets of places as bits: place ``i`` is bit ``i % 64`` of word ``i // 64``. Shapes: (words,) or (values, words)."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Words = npt.NDArray[np.uint64]
Positions = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def words_for(count: int) -> int:
    """Return how many words hold ``count`` places."""
    return (count + 63) // 64


def pack(flags: npt.NDArray[Any]) -> Words:
    """Turn flags of shape (n,) into words of shape (words_for(n),); bits beyond n are 0."""
    packed = np.zeros(words_for(flags.size) * 8, dtype=np.uint8)
    bits = np.packbits(flags, bitorder="little")
    packed[: bits.size] = bits
    return packed.view("<u8").astype(np.uint64, copy=False)


def unpack(words: Words) -> npt.NDArray[np.uint8]:
    """Turn words of shape (w,) into bytes 0 or 1 of shape (64 * w,)."""
    return np.unpackbits(words.view(np.uint8), bitorder="little")


def positions(words: Words) -> Positions:
    """Return the places in the set, ascending."""
    filled = np.flatnonzero(words)
    if filled.size * 2 > words.size:
        return np.flatnonzero(unpack(words))
    found = np.flatnonzero(unpack(words[filled]))
    places: Positions = filled[found >> 6] * 64 + (found & 63)
    return places


def size(words: Words) -> int:
    """Return how many places are in the set."""
    return int(np.bitwise_count(words).sum(dtype=np.int64))


def holds(words: Words, places: Positions) -> Flags:
    """Tell for each of the places whether it is in the set."""
    shifted = words[places >> 6] >> (places & 63).astype(np.uint64)
    flags: Flags = (shifted & np.uint64(1)).astype(np.bool_)
    return flags
