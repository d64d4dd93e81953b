"""What to let go of when nothing is found: one wish, or where no single one brings a hit, two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import combinations

from finder.domain.filters import Combine, Filters, Unknown, ValueFilter
from finder.domain.hits import LetGo, Loosening
from finder.search.facets import all_wishes, within_counts
from finder.search.selection import Selector, Wish, counted

_UNKNOWN = LetGo("unknown")
_WITHIN = LetGo("within")


def loosen(selector: Selector, filters: Filters, now: datetime) -> tuple[Loosening, ...]:
    """Return what to let go of, as ``SearchEngine.loosen`` does."""
    wishes = all_wishes(selector, filters, now)
    things = list(_things(selector, filters, wishes))
    for let_go in ([(thing,) for thing in things], list(combinations(things, 2))):
        # What takes away a whole filter takes away each of its values: two of one filter bring no more than it does.
        tried = [each for each in let_go if len({thing.filter for thing in each}) == len(each)]
        offers = [_offer(selector, filters, wishes, each) for each in tried]
        if found := [offer for offer in offers if offer.hits.total]:
            return tuple(sorted(found, key=_best_first))
    return ()


def _best_first(offer: Loosening) -> tuple[int, int, int]:
    return -offer.hits.certain, -offer.hits.likely, -offer.hits.perhaps


def _things(selector: Selector, filters: Filters, wishes: Sequence[Wish]) -> Iterator[LetGo]:
    """Each filter in use, and each value of one of which several are wanted together."""
    for name in dict.fromkeys(wish.filter for wish in wishes):
        spec = selector.filters[name]
        values = [wish.value for wish in wishes if wish.filter == name]
        if isinstance(spec, ValueFilter) and spec.combine is Combine.ALL and len(values) > 1:
            yield from (LetGo(name, value) for value in values)
        yield LetGo(name)
    if filters.unknown is not Unknown.INCLUDE:
        yield _UNKNOWN


def _takes_away(let_go: Iterable[LetGo], wish: Wish) -> bool:
    return any(each.filter == wish.filter and each.value in (None, wish.value) for each in let_go)


def _offer(selector: Selector, filters: Filters, wishes: Sequence[Wish], let_go: tuple[LetGo, ...]) -> Loosening:
    others = selector.together(wish for wish in wishes if not _takes_away(let_go, wish))
    looser = filters
    for each in let_go:
        looser = looser.without(each.filter, each.value)
    if _WITHIN in let_go and filters.within is not None:
        # To the nearest choice of distance that brings a hit; without one, no distance at all.
        for metres, hits in within_counts(selector, others, filters, looser.unknown).items():
            if metres > filters.within and hits.total:
                wider = tuple(replace(each, within=metres) if each == _WITHIN else each for each in let_go)
                return Loosening(wider, replace(looser, within=float(metres)), hits)
    return Loosening(let_go, looser, counted(others, looser.unknown))
