"""Several sources about one thing: which of them is believed, and what becomes of the others.

The newest dated source wins; a source without a date counts as the oldest. Who only repeats is merged, who says
something else is superseded, and both stay in the report.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import eq
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

from finder.domain.sourced import Source, Sourced
from finder.merging.candidate import Claim, Fate, Origin, Outcome

T = TypeVar("T")


def _always(one: object, other: object) -> bool:
    return True


def day_of(source: Source) -> date:
    """Return the earliest day that a source can mean; the beginning of time when it has no date."""
    return source.stated_on.earliest() if source.stated_on else date.min


def describe(source: Source) -> str:
    """Name a source and its date in a few words."""
    return f"{source.title} ({source.stated_on.text if source.stated_on else 'no date'})"


def one_title_a_page(sources: Iterable[Source]) -> dict[Source, Source]:
    """Give the sources that name one page one title and licence: the first that says more than the site's name."""
    given = list(dict.fromkeys(sources))
    best: dict[str, Source] = {}
    for source in sorted(given, key=_only_names_the_site):
        best.setdefault(source.url, source)
    return {source: replace(source, title=best[source.url].title, licence=best[source.url].licence) for source in given}


def _only_names_the_site(source: Source) -> bool:
    host = urlsplit(source.url).hostname or ""
    return host.removeprefix("www.") in source.title


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value and who says it. ``strength`` goes before date; ``claim`` is None when a place row says it."""

    value: T
    source: Source
    strength: int = 0
    claim: Claim | None = None

    @property
    def rank(self) -> tuple[int, date]:
        """What makes it believed: strength, then date."""
        return self.strength, day_of(self.source)

    @property
    def sourced(self) -> Sourced[T]:
        """The value as the place has it."""
        return Sourced(self.value, (self.source,))

    @property
    def row(self) -> str:
        """The id of the row that says it; empty when a place row does."""
        return self.claim.origin.row if self.claim else ""


class Ledger:
    """Writes down what becomes of each claim about one place, once."""

    def __init__(self) -> None:
        self._fates: dict[Origin, tuple[Fate, str]] = {}
        self.sources: list[Source] = []

    def outcomes(self, code: str) -> Iterable[Outcome]:
        """Yield what became of each claim at the place with this code."""
        for origin, (fate, why) in self._fates.items():
            yield Outcome(origin, fate, why, code)

    def taken(self, claim: Claim | None, source: Source) -> None:
        """The place says it now, in the words of this source."""
        if source not in self.sources:
            self.sources.append(source)
        self._note(claim, Fate.TAKEN, "")

    def merged(self, claim: Claim | None, by: Source) -> None:
        """Another source says the same, and later."""
        self._note(claim, Fate.MERGED, f"said as well by {describe(by)}")

    def superseded(self, claim: Claim | None, by: Source) -> None:
        """Another source says something else, and is believed."""
        self._note(claim, Fate.SUPERSEDED, f"{describe(by)} says otherwise")

    def _note(self, claim: Claim | None, fate: Fate, why: str) -> None:
        if claim is not None:
            self._fates[claim.origin] = fate, why

    def choose(self, said: Sequence[Stated[T]], agree: Callable[[T, T], bool] = eq) -> Stated[T] | None:
        """Believe the strongest, then newest, then first; write down the fate of all."""
        if not said:
            return None
        best = max(said, key=lambda one: one.rank)
        self.taken(best.claim, best.source)
        for other in said:
            if other is not best:
                same = agree(other.value, best.value)
                (self.merged if same else self.superseded)(other.claim, best.source)
        return best

    def collect(self, said: Sequence[Stated[T]], key: Callable[[T], Hashable] = lambda value: value) -> list[Stated[T]]:
        """Keep every different value once, from its newest source, in the order in which they were first said."""
        groups: dict[Any, list[Stated[T]]] = {}
        for one in said:
            groups.setdefault(key(one.value), []).append(one)
        return [best for group in groups.values() if (best := self.choose(group, _always)) is not None]
