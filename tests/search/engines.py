"""Every engine that the conformance suite is run through, and the plain reference as one of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from finder.domain.engine import WITHIN_CHOICES, SearchEngine
from finder.domain.errors import UnknownPlace
from finder.domain.filters import FILTERS, VALUE_FILTERS, Filters
from finder.domain.hits import Count, Facets, Hit, Hits, Loosening, Match
from finder.domain.limits import check_search
from finder.domain.opening_hours import state_of
from finder.domain.place import Place
from finder.search.index import PlaceIndex
from tests.search import reference


def _day(now: datetime) -> date:
    return now.astimezone(reference.DUTCH_TIME).date()


class Counts(Mapping):
    """The count of each value of a filter, worked out when it is asked for."""

    def __init__(self, values: Sequence[str], count: Callable[[str], Count]) -> None:
        self.values_known, self.count = values, count

    def __getitem__(self, value: str) -> Count:
        if value not in self.values_known:
            raise KeyError(value)
        return self.count(value)

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_known)

    def __len__(self) -> int:
        return len(self.values_known)


class PlainEngine:
    """The reference as an engine: it looks at every place for every question."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = places

    def by_code(self, code: str) -> Place:
        for place in self._places:
            if place.code == code:
                return place
        raise UnknownPlace(code)

    def _count(self, filters: Filters, now: datetime) -> Count:
        found = reference.search(self._places, filters, _day(now))
        certain = sum(hit.certain for hit in found)
        return Count(certain, len(found) - certain)

    def search(self, filters: Filters, *, now: datetime, limit: int = 20, offset: int = 0) -> Hits:
        check_search(filters, limit=limit, offset=offset)
        today, count = _day(now), self._count(filters, now)
        hits = tuple(
            Hit(
                found.place,
                found.metres,
                Match.YES if found.certain else Match.PERHAPS,
                reference.reasons(found.place, filters, today),
                state_of(found.place, now, today),
            )
            for found in reference.search(self._places, filters, today)[offset : offset + limit]
        )
        return Hits(count.total, count.certain, count.perhaps, hits)

    def facets(self, filters: Filters, now: datetime) -> Facets:
        check_search(filters)

        def alone(name: str, value: str) -> Count:
            return self._count(replace(filters, **{name: frozenset({value})}), now)

        return Facets(
            values={
                name: Counts(spec.vocabulary, lambda value, name=name: alone(name, value))
                for name, spec in VALUE_FILTERS.items()
            },
            unlisted={name: alone(name, "of nobody") for name in VALUE_FILTERS},
            within={
                metres: self._count(replace(filters, within=float(metres)), now)
                for metres in (WITHIN_CHOICES if filters.near else ())
            },
            open_now=self._count(replace(filters, open_at=now), now),
        )

    def _looser(self, filters: Filters, now: datetime) -> Iterator[Loosening]:
        for name in FILTERS:
            without = filters.without(name)
            if without == filters or name == "near":
                continue
            wider = [metres for metres in WITHIN_CHOICES if name == "within" and metres > filters.within]
            tried = [(replace(filters, within=float(metres)), metres) for metres in wider]
            for looser, metres in [*tried, (without, None)]:
                hits = self._count(looser, now)
                if hits.total:
                    yield Loosening(name, looser, hits, metres)
                    break

    def loosen(self, filters: Filters, now: datetime) -> tuple[Loosening, ...]:
        check_search(filters)
        found = self._looser(filters, now)
        return tuple(sorted(found, key=lambda each: (-each.hits.certain, -each.hits.perhaps)))


Make = Callable[[Sequence[Place]], SearchEngine]

ENGINES: dict[str, Make] = {"numpy": PlaceIndex, "plain": PlainEngine}
"""A name and how it is made from places: an engine that is added here is held against the reference."""
