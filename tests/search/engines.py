"""Every engine that the conformance suite is run through, and the plain reference as one of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from finder.domain.engine import WITHIN_CHOICES, SearchEngine
from finder.domain.errors import UnknownPlace
from finder.domain.filters import FILTERS, VALUE_FILTERS, Filters
from finder.domain.hits import Count, Facets, Hit, Hits, LetGo, Loosening
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
        return reference.count(reference.search(self._places, filters, _day(now)))

    def search(self, filters: Filters, *, now: datetime, limit: int = 20, offset: int = 0) -> Hits:
        check_search(filters, limit=limit, offset=offset)
        today, count = _day(now), self._count(filters, now)
        hits = tuple(
            Hit(
                found.place,
                found.metres,
                found.match,
                reference.reasons(found.place, filters, today),
                state_of(found.place, now, today),
            )
            for found in reference.search(self._places, filters, today)[offset : offset + limit]
        )
        return Hits(count, hits)

    def facets(self, filters: Filters, now: datetime) -> Facets:
        check_search(filters)

        def alone(name: str, value: str) -> Count:
            return self._count(reference.with_value(filters, name, value), now)

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

    def _things(self, filters: Filters) -> Iterator[LetGo]:
        for name in FILTERS:
            if filters.without(name) == filters or name == "near":
                continue
            yield LetGo(name)
            if name == "needs" and len(filters.needs) > 1:
                yield from (LetGo(name, value) for value in filters.needs)

    def _offer(self, filters: Filters, let_go: tuple[LetGo, ...], now: datetime) -> Loosening | None:
        looser = filters
        for each in let_go:
            looser = looser.without(each.filter, each.value)
        if LetGo("within") in let_go:
            for metres in WITHIN_CHOICES:
                if metres > filters.within:
                    wider = replace(looser, within=float(metres))
                    hits = self._count(wider, now)
                    if hits.total:
                        told = (LetGo("within", None, metres) if each == LetGo("within") else each for each in let_go)
                        return Loosening(tuple(told), wider, hits)
        hits = self._count(looser, now)
        return Loosening(let_go, looser, hits) if hits.total else None

    def loosen(self, filters: Filters, now: datetime) -> tuple[Loosening, ...]:
        check_search(filters)
        things = list(self._things(filters))
        pairs = [
            (one, other) for at, one in enumerate(things) for other in things[at + 1 :] if one.filter != other.filter
        ]
        for tried in ([(thing,) for thing in things], pairs):
            found = [offer for let_go in tried if (offer := self._offer(filters, let_go, now))]
            if found:
                return tuple(
                    sorted(found, key=lambda each: (-each.hits.certain, -each.hits.likely, -each.hits.perhaps))
                )
        return ()


Make = Callable[[Sequence[Place]], SearchEngine]

ENGINES: dict[str, Make] = {"numpy": PlaceIndex, "plain": PlainEngine}
"""A name and how it is made from places: an engine that is added here is held against the reference."""
