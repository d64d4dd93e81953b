"""Which request a seed and a number draw: always the same one, whatever was drawn before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

from fuzz import bodies, pages, raw
from fuzz.asked import Asked

KINDS: Mapping[Callable[[Random], Asked], float] = {
    pages.plain: 6,
    pages.paths: 12,
    pages.headers: 13,
    pages.methods: 8,
    pages.forms: 22,
    bodies.query: 8,
    bodies.json_bodies: 10,
    bodies.types: 5,
    bodies.multipart: 6,
    bodies.packed: 2,
    bodies.large: 1.5,
    raw.raw: 14,
    raw.pipelined: 1.5,
    raw.half: 1,
}
"""What is sent, and how often of about a hundred."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The requests of a seed, by their number."""

    seed: int
    kinds: Mapping[Callable[[Random], Asked], float] = field(default_factory=lambda: KINDS)

    def __call__(self, number: int) -> Asked:
        """Return the request with this number."""
        kind, draw = self._kind(number)
        return kind(draw)

    def lasts(self, number: int) -> bool:
        """Tell whether the request with this number is never finished, without drawing it."""
        return self._kind(number)[0] is raw.half

    def _kind(self, number: int) -> tuple[Callable[[Random], Asked], Random]:
        draw = Random(f"{self.seed}:{number}")
        (kind,) = draw.choices(list(self.kinds), weights=list(self.kinds.values()))
        return kind, draw


QUICK = {kind: often for kind, often in KINDS.items() if kind is not raw.half}
"""Without those that are never finished: they last longer than all tests together should."""
