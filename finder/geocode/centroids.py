"""The middle of a street or a postcode, from the addresses that are known of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np

from finder.domain.geometry import Point, rd_new
from finder.geocode.entries import FoundKind, KnownAddress, KnownName

STREET_PRECISION = 550
"""Metres, at least: of streets with two known addresses, nine in ten pairs lie closer than this."""


def round_up(metres: float, step: int) -> int:
    """Round metres up to a step: a precision is never made to look better than it is."""
    return int(-(-metres // step) * step)


def middle(points: Iterable[Point]) -> tuple[Point, float]:
    """Return the point that is nearest to all others, and the metres from it to the farthest of them."""
    distinct = sorted(set(points), key=lambda point: (point.longitude, point.latitude))
    if len(distinct) == 1:
        return distinct[0], 0.0
    x, y = rd_new([point.longitude for point in distinct], [point.latitude for point in distinct])
    apart = np.hypot(x[:, None] - x, y[:, None] - y)
    best = int(apart.sum(axis=1).argmin())
    return distinct[best], float(apart[best].max())


def streets(addresses: Iterable[KnownAddress]) -> Iterator[KnownName]:
    """Return each street at its middle address, with the metres to the farthest one known."""
    by_street: dict[tuple[str, str], list[KnownAddress]] = defaultdict(list)
    for address in addresses:
        by_street[address.town, address.street].append(address)
    for (town, street), known in by_street.items():
        point, reach = middle(address.point for address in known)
        precision = max(STREET_PRECISION, round_up(reach, 50))
        yield KnownName(FoundKind.STREET, street, town, point, precision, known[0].source)
