"""The order of hits before distance: certain ones, likely ones, perhaps; of these last what something speaks against.

Within a group those come first of which more wishes are known to hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from finder.domain.hits import Count
from finder.search.bitmaps import BitSets, Flags, Grades, Positions, flags_at, sizes, spots
from finder.search.selection import count_of

Ranks = npt.NDArray[np.signedinteger[Any]]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The places that match, as ``sets`` of ``grades`` that lie in each other.

    ``known`` are, for each wish that may leave a place unanswered, those of which it is known to hold.
    """

    sets: BitSets
    grades: Grades
    known: Sequence[BitSets]

    def count(self, sizes_of_sets: list[int]) -> Count:
        """Return the groups when the sets are of these sizes."""
        return count_of(sizes_of_sets, self.grades)

    def ranks(self, places: Positions, flags: Flags) -> Ranks:
        """Return a number for each of some places, smaller in an earlier group; ``flags`` tell in which sets it is."""
        missed: Ranks = -np.add.reduce(flags.view(np.int8), axis=0, dtype=np.int8)
        if len(self.known) < 2:
            return missed
        ranks: Ranks = missed * np.int64(len(self.known) + 1) + self._unknown(places)
        return ranks

    def _unknown(self, places: Positions) -> Ranks:
        """How many wishes are not known to hold, for each of some places."""
        at = spots(places)
        unknown: Ranks = np.full(places.size, len(self.known))
        for words in self.known:
            unknown -= flags_at(words, at)
        return unknown

    def groups_of(self, places: Positions, flags: Flags) -> Iterator[Flags]:
        """Yield which of some places are in the first group, in the second …; ``flags`` tell in which sets they are."""
        yield flags[0]
        unknown = self._unknown(places) if len(self.known) > 1 else None
        for better, in_set in pairwise(flags):
            group = in_set ^ better
            if unknown is None:
                yield group
                continue
            for number in range(1, len(self.known) + 1):
                yield group & (unknown == number)

    def first(self, end: int) -> Iterator[tuple[BitSets, int, int]]:
        """Yield the groups that hold the first ``end`` places, at least one: which, how many, how many are wanted."""
        left = end
        for words in self._groups():
            size = int(sizes(words))
            yield words, size, min(size, left)
            left -= size
            if left <= 0:
                return

    def _groups(self) -> Iterator[BitSets]:
        yield self.sets[0]
        at_least = self._at_least_known() if len(self.known) > 1 and len(self.sets) > 1 else []
        for better, words in pairwise(self.sets):
            group = words ^ better
            if not at_least:
                yield group
            for more, enough in pairwise(at_least):
                yield group & enough & ~more

    def _at_least_known(self) -> list[BitSets]:
        """The places of which all wishes are known to hold, all but one … none."""
        at_least = [np.zeros_like(self.sets[0]) for _ in self.known]
        everything = ~np.zeros_like(self.sets[0])
        for words in self.known:
            for more, enough in zip(at_least, [*at_least[1:], everything], strict=True):
                more |= enough & words
        return [*at_least, everything]
