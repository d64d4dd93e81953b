"""What every hit has of each wish: known, likely, not known, unlikely, or known not to be so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from finder.domain.filters import Combine, Filters, Stretch, ValueFilter
from finder.domain.hits import Reason
from finder.domain.likely import Likelihood, hours_guess
from finder.domain.place import Place
from finder.search.bitmaps import Positions, likelihoods, negated, spots
from finder.search.selection import Selector, Wish

MOST_KEPT = 50_000
"""Reasons that are remembered, some 10 MB; with more, the remembering starts anew."""

Reasons = tuple[Reason, ...]
_GUESSED = (Likelihood.LIKELY, Likelihood.UNLIKELY)


class Explainer:
    """Says why each place is a hit. What it has of a chosen value stays the same, and is worked out once.

    Reads are safe from several threads: what is remembered is only added to, or forgotten as a whole.
    """

    def __init__(self, selector: Selector) -> None:
        self._selector = selector
        self._kept: dict[tuple[str, str], dict[int, Reasons]] = {}
        self._count = 0

    def reasons_of(
        self, filters: Filters, wishes: Sequence[Wish], page: Positions, places: Sequence[Place], *, all_certain: bool
    ) -> list[Reasons]:
        """Return the reasons of each place of a page; ``page`` are the positions of the ``places``."""
        reasons: list[Reasons] = []
        for wish in wishes:
            part = self._of_wish(filters, wish, page, places, all_certain=all_certain)
            reasons = [known + more for known, more in zip(reasons, part, strict=True)] if reasons else part
        if filters.within is not None:
            near_enough = (Reason("within", f"{filters.within:g}", Likelihood.YES),)
            return [known + near_enough for known in reasons or [()] * len(places)]
        return reasons or [()] * len(places)

    def _of_wish(
        self, filters: Filters, wish: Wish, page: Positions, places: Sequence[Place], *, all_certain: bool
    ) -> list[Reasons]:
        spec = self._selector.filters[wish.filter]
        if isinstance(spec, ValueFilter):
            sure = all_certain and len(wish.values) == 1
            parts = [self._of_value(spec, value, page, places, sure=sure) for value in wish.values]
            return parts[0] if len(parts) == 1 else [_best_known_first(each) for each in zip(*parts, strict=True)]
        if spec.name == "open_at" and filters.open_at is not None:
            return _open(filters.open_at, likelihoods(wish.answer, spots(page)), places)
        if spec.name == "bbox" and filters.bbox is not None:
            return [(Reason("bbox", ",".join(map(str, filters.bbox.coordinates)), Likelihood.YES),)] * len(places)
        raise AssertionError(f"nothing says why a place matches {spec.name}")

    def _of_value(
        self, spec: ValueFilter, value: str, page: Positions, places: Sequence[Place], *, sure: bool
    ) -> list[Reasons]:
        kept = self._kept.setdefault((spec.name, value), {})
        numbers = page.tolist()
        if missing := [at for at, number in enumerate(numbers) if number not in kept]:
            found = [Likelihood.YES] * len(missing) if sure else self._likelihoods(spec, value, page[missing])
            for at, likelihood in zip(missing, found, strict=True):
                kept[numbers[at]] = (_reason(spec, value, likelihood, places[at]),)
            self._count += len(missing)
            if self._count > MOST_KEPT:
                self._kept, self._count = {}, 0
        return [kept[number] for number in numbers]

    def _likelihoods(self, spec: ValueFilter, value: str, page: Positions) -> list[Likelihood]:
        answer = self._selector.column(spec).of(value)
        return likelihoods(negated(answer) if spec.combine is Combine.NONE else answer, spots(page))


def _reason(spec: ValueFilter, value: str, answer: Likelihood, place: Place) -> Reason:
    when = spec.when(place, value) if spec.when and answer is Likelihood.YES else None
    guess = spec.guess(place, value, answer) if spec.guess and answer in _GUESSED else None
    return Reason(spec.name, value, answer, when, guess)


def _best_known_first(told: Sequence[Reasons]) -> Reasons:
    return tuple(sorted((reason for each in told for reason in each), key=lambda reason: -reason.answer))


def _open(asked: datetime | Stretch, answers: Sequence[Likelihood], places: Sequence[Place]) -> list[Reasons]:
    value = f"{asked.start.isoformat()}/{asked.end.isoformat()}" if isinstance(asked, Stretch) else asked.isoformat()
    reasons: list[Reasons] = []
    for answer, place in zip(answers, places, strict=True):
        when = place.hours.osm if place.hours and answer is Likelihood.YES else None
        reasons.append((Reason("open_at", value, answer, when, hours_guess(place) if answer in _GUESSED else None),))
    return reasons
