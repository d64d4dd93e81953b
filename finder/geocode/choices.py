"""Settle what a text names, or ask: the choices of a question always differ in their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from finder.domain.geometry import metres_between
from finder.geocode.entries import FoundKind
from finder.geocode.found import Found, Lookup, Question
from finder.geocode.surroundings import LONG_REACH, Surroundings

MOST_CHOICES = 6
BESIDE_STATION = 600
SAME_SPOT, SAME_STOP = 300, 150
"""Metres within which things of one name, and stops of any name, are one place to start from."""
AREAS = frozenset({FoundKind.TOWN, FoundKind.DISTRICT, FoundKind.NEIGHBOURHOOD})
_ORDER = (
    FoundKind.ADDRESS,
    FoundKind.TRAIN,
    FoundKind.METRO,
    FoundKind.STARTING_POINT,
    FoundKind.DISTRICT,
    FoundKind.STREET,
    FoundKind.NEIGHBOURHOOD,
    FoundKind.TOWN,
    FoundKind.FERRY,
    FoundKind.TRAM,
    FoundKind.POSTCODE,
    FoundKind.POSTCODE_AREA,
)
_TITLES = {
    FoundKind.TRAIN: "Station",
    FoundKind.METRO: "Metro",
    FoundKind.TRAM: "Halte",
    FoundKind.FERRY: "Pont",
}
_AREA_TITLES = {FoundKind.TOWN: "Plaats", FoundKind.DISTRICT: "Wijk", FoundKind.NEIGHBOURHOOD: "Buurt"}


def title(found: Found, *, with_kind: bool = False) -> str:
    """Return what a thing is called, without where it lies: ``Metro Wibautstraat``, ``Wibautstraat 131``.

    ``with_kind`` says of an area what it is too, beside a stop or a street of that name.
    """
    kind = _TITLES.get(found.kind) or (_AREA_TITLES.get(found.kind) if with_kind else "")
    prefix = "" if found.name.startswith("Station") else kind
    return " ".join(part for part in (prefix, found.name, found.number) if part)


def label(found: Found, *, with_kind: bool = False) -> str:
    """Return the words for a thing: its title, and its town or its district and what is near."""
    beside = f"bij {found.near}" if found.near else ""
    place = found.area or (found.town if found.town != found.name or found.kind in _TITLES else "")
    return ", ".join(part for part in (title(found, with_kind=with_kind), place, beside) if part)


def main_stops(found: Sequence[Found]) -> Sequence[Found]:
    """Leave out a tram stop or ferry beside a station of its name: few mean the pier when they say the station."""
    rail = [one for one in found if one.kind in (FoundKind.TRAIN, FoundKind.METRO)]
    return [
        one
        for one in found
        if one.kind not in (FoundKind.TRAM, FoundKind.FERRY)
        or all(metres_between(one.point, station.point) > BESIDE_STATION for station in rail)
    ]


def settle(found: Sequence[Found]) -> Found | None:
    """Return the one thing that several of a name come down to, None when they lie apart.

    One that holds all others is taken if it is small or all are areas; things on one spot are the first of them,
    with a doubt that holds all.
    """
    widest = max(found, key=lambda one: one.precision_metres)
    apart = max(metres_between(widest.point, one.point) for one in found)
    small = widest.precision_metres <= LONG_REACH or all(one.kind in AREAS for one in found)
    if apart <= widest.precision_metres and small:
        return widest
    first = min(found, key=_rank)
    reach = max(metres_between(first.point, one.point) + one.precision_metres for one in found)
    apart = max(metres_between(first.point, one.point) for one in found)
    if apart <= SAME_SPOT and reach <= LONG_REACH:
        return replace(first, precision_metres=int(-(-reach // 10) * 10))
    return None


def asked(question: Question, found: Sequence[Found], around: Surroundings) -> Lookup:
    """Ask which of these is meant, each in words of its own.

    Of those that no words set apart the first is offered, with a doubt that holds the others.
    """
    several = list(_once(found))[: 2 * MOST_CHOICES]
    kinds = {name: {one.kind for one in several if one.name == name} for name in {one.name for one in several}}
    mixed = {name for name, known in kinds.items() if len(known) > 1}
    by_label: dict[str, Found] = {}
    for one in _apart(several, mixed, around):
        words = label(one, with_kind=one.name in mixed)
        first = by_label.setdefault(words, replace(one, label=words, certain=False))
        reach = metres_between(first.point, one.point) + one.precision_metres
        if first.point != one.point and reach > first.precision_metres:
            by_label[words] = replace(first, precision_metres=int(-(-reach // 10) * 10))
    return Lookup(None, question if by_label else None, tuple(by_label.values())[:MOST_CHOICES])


def _once(found: Sequence[Found]) -> Iterator[Found]:
    """Each thing once, and of stops on one spot the first."""
    kept: list[Found] = []
    for one in found:
        same = (one.kind, one.name, one.number, one.point)
        here = (other for other in kept if one.kind in _TITLES and other.kind in _TITLES)
        if same not in {(other.kind, other.name, other.number, other.point) for other in kept} and not any(
            metres_between(one.point, other.point) <= SAME_STOP for other in here
        ):
            kept.append(one)
            yield one


def _apart(found: list[Found], mixed: Collection[str], around: Surroundings) -> list[Found]:
    """Say of things that have one name in which district they lie, and where that is not enough what is near."""

    def words(one: Found) -> str:
        return label(one, with_kind=one.name in mixed)

    namesakes = Counter((title(one), one.town, one.kind) for one in found)
    found = [
        replace(one, area=one.area or around.district(one.point))
        if namesakes[title(one), one.town, one.kind] > 1
        else one
        for one in found
    ]
    twins = Counter(map(words, found))
    taken: set[str] = set()
    for at, one in enumerate(found):
        if twins[words(one)] > 1:
            near = around.one_landmark(one.point, one.name, taken)
            taken.add(near)
            found[at] = replace(one, near=near)
    return found


def _rank(found: Found) -> tuple[int, int]:
    return _ORDER.index(found.kind), found.precision_metres


def in_order(found: Sequence[Found]) -> list[Found]:
    """Return things of one name in the order in which they are offered."""
    return sorted(found, key=lambda one: _ORDER.index(one.kind))
