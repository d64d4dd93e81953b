"""Sets of places as bits: place ``i`` is bit ``i % 64`` of word ``i // 64``.

An answer is sets that lie in each other, shape (2, words): the places that have what is asked for, and those that have
it or may have it. Where something may be likely or unlikely it is of shape (4, words): the places that have it, those
that have it or likely do, those and where nothing is known, those and where it is unlikely. Where all is known it is
of shape (1, words). ``GRADES`` names the sets.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from finder.domain.likely import Likelihood

BitSets = npt.NDArray[np.uint64]
Positions = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Spots = tuple[Positions, BitSets]
Grades = tuple[Likelihood, ...]
Runs = list[slice]
"""Stretches of neighbouring places, ascending; at least one."""

GRADES: dict[int, Grades] = {
    1: (Likelihood.YES,),
    2: (Likelihood.YES, Likelihood.UNKNOWN),
    4: (Likelihood.YES, Likelihood.LIKELY, Likelihood.UNKNOWN, Likelihood.UNLIKELY),
}
"""By how many sets an answer has: a place is in a set when it is as likely as this, or more."""
_BY_SETS = {sets: (Likelihood.NO, *reversed(grades)) for sets, grades in GRADES.items()}
"""By how many sets an answer has: how likely a place is that is in none of them, in one …"""

_LAST_BIT = np.uint64(1)


def words_for(count: int) -> int:
    """Return how many words hold ``count`` places."""
    return (count + 63) // 64


def pack(flags: npt.NDArray[Any]) -> BitSets:
    """Turn flags of shape (n,) into words of shape (words_for(n),); bits beyond n are 0."""
    packed = np.zeros(words_for(flags.size) * 8, dtype=np.uint8)
    bits = np.packbits(flags, bitorder="little")
    packed[: bits.size] = bits
    return packed.view("<u8").astype(np.uint64, copy=False)


def unpack(words: BitSets) -> Flags:
    """Turn words of shape (..., w) into flags of shape (..., 64 * w)."""
    return np.unpackbits(np.ascontiguousarray(words).view(np.uint8), axis=-1, bitorder="little").view(np.bool_)


def positions(words: BitSets) -> Positions:
    """Return the places in the set, ascending."""
    (filled,) = words.nonzero()
    # Picking out the words that hold a place pays only while most of them hold none.
    if filled.size * 2 > words.size:
        return unpack(words).nonzero()[0]
    (found,) = unpack(words[filled]).nonzero()
    places: Positions = filled[found >> 6] * 64 + (found & 63)
    return places


def sizes(words: BitSets) -> npt.NDArray[np.int64]:
    """Return how many places are in each set: shape (..., words) gives (...)."""
    counts: npt.NDArray[np.int64] = np.add.reduce(np.bitwise_count(words), axis=-1, dtype=np.int64)
    return counts


def spots(places: Positions) -> Spots:
    """Return the word and the bit of each place."""
    return places >> 6, (places & 63).astype(np.uint64)


def flags_at(pairs: BitSets, at: Spots) -> Flags:
    """Tell for each of some places whether it is in the sets: shape (..., words) gives (..., places)."""
    word, bit = at
    flags: Flags = pairs[..., word] >> bit & _LAST_BIT != 0
    return flags


def flags_of(pairs: BitSets, runs: Runs) -> Flags:
    """Tell the same for stretches of neighbouring places, which is faster where there are many."""
    first, last = runs[0].start >> 6, words_for(runs[-1].stop)
    bits, skipped = unpack(pairs[..., first:last]), first * 64
    taken = [bits[..., run.start - skipped : run.stop - skipped] for run in runs]
    return np.concatenate(taken, axis=-1)


def negated(answer: BitSets) -> BitSets:
    """Answer the opposite: what certainly has it not, and so on up to what may not have it.

    Bits beyond the places are set: whoever counts has to meet it with ``findable`` first.
    """
    return ~answer[..., ::-1, :]


def both(one: BitSets, other: BitSets) -> BitSets:
    """Return the answer to both: as likely as the less likely of them."""
    if len(one) == len(other) or len(one) == 1 or len(other) == 1:
        return one & other
    plain, graded = (one, other) if len(one) < len(other) else (other, one)
    met = np.empty_like(graded)
    np.bitwise_and(graded[:2], plain[0], out=met[:2])
    np.bitwise_and(graded[2:], plain[1], out=met[2:])
    return met


def either(answers: Sequence[BitSets]) -> BitSets:
    """Return the answer to any of several, all of one shape: as likely as the likeliest of them."""
    return answers[0] if len(answers) == 1 else np.bitwise_or.reduce(answers)


def likelihoods(answer: BitSets, at: Spots) -> list[Likelihood]:
    """Return the answer of each of some places."""
    word, bit = at
    sets = np.add.reduce(answer[:, word] >> bit & _LAST_BIT, axis=0)
    of_sets = _BY_SETS[len(answer)]
    return [of_sets[number] for number in sets.tolist()]
