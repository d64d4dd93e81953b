"""The matching contract of docs/matching.md in the plainest Python: slow, and shared with no line of the index."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours
from pyproj import Geod

from finder.domain.filters import Filters, Stretch, Unknown
from finder.domain.geometry import BBox
from finder.domain.hits import Reason
from finder.domain.place import Place
from finder.domain.vocabulary import DENOMINATIONS, Answer, LanguageLevel, Status

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
DUTCH_TIME = ZoneInfo("Europe/Amsterdam")
_GEOD = Geod(ellps="GRS80")


@dataclass(frozen=True)
class Found:
    place: Place
    certain: bool
    metres: float | None


def metres_to(filters: Filters, places: Sequence[Place]) -> list[float | None]:
    """Geodesic metres from ``near`` on the ellipsoid."""
    if filters.near is None or not places:
        return [None] * len(places)
    _, _, metres = _GEOD.inv(
        [filters.near.longitude] * len(places),
        [filters.near.latitude] * len(places),
        [place.point.longitude for place in places],
        [place.point.latitude for place in places],
    )
    return list(metres)


def language(place: Place, code: str) -> Answer:
    if not place.languages:
        return UNKNOWN
    levels = [spoken.level for spoken in place.languages if spoken.code == code]
    if any(level is not LanguageLevel.PRINTED for level in levels):
        return YES
    return UNKNOWN if levels else NO


def religion(place: Place, value: str) -> Answer:
    if place.religion is None:
        return UNKNOWN
    return YES if place.religion == value else NO


def denomination(place: Place, value: str) -> Answer:
    if value in place.denominations:
        return YES
    known = DENOMINATIONS.get(value)
    if known is not None and place.religion is not None and place.religion != known.religion:
        return NO
    return NO if place.denominations else UNKNOWN


def community(place: Place, value: str) -> Answer:
    if value in place.communities:
        return YES
    return NO if place.communities else UNKNOWN


@cache
def _rules(osm: str) -> OpeningHours:
    return OpeningHours(osm, timezone=DUTCH_TIME, country="NL", coords=(52.3731, 4.8926))


@cache
def _state(osm: str, moment: datetime) -> str:
    return str(_rules(osm).state(moment.astimezone(DUTCH_TIME).replace(tzinfo=None))[0])


@cache
def _hours_answer(osm: str, asked: datetime | Stretch) -> Answer:
    if isinstance(asked, datetime):
        states = {_state(osm, asked)}
    else:
        minutes = int((asked.end - asked.start) / timedelta(minutes=1))
        start = asked.start.astimezone(ZoneInfo("UTC"))
        states = {_state(osm, start + timedelta(minutes=minute)) for minute in range(minutes)}
    return YES if "open" in states else UNKNOWN if "unknown" in states else NO


def open_at(place: Place, asked: datetime | Stretch, today: date) -> Answer:
    if place.hours is None or place.hours.osm is None:
        return UNKNOWN
    stated_on = place.offer.hours.sources[0].stated_on
    if stated_on is None or stated_on.earliest() < today - timedelta(days=365):
        return UNKNOWN
    return _hours_answer(place.hours.osm, asked)


def any_of(answers: list[Answer]) -> Answer:
    return YES if YES in answers else UNKNOWN if UNKNOWN in answers else NO


def rather_not(answers: list[Answer]) -> Answer:
    """The place must be known to have none of them."""
    return NO if YES in answers else UNKNOWN if UNKNOWN in answers else YES


def in_box(place: Place, box: BBox) -> Answer:
    east, north = place.point.longitude, place.point.latitude
    outside = east < box.west or east > box.east or north < box.south or north > box.north
    return NO if outside else YES


def per_filter(place: Place, filters: Filters, today: date, metres: float | None) -> dict[str, Answer]:
    """The answer of each filter in use."""
    answers = {}
    if filters.bbox is not None:
        answers["bbox"] = in_box(place, filters.bbox)
    if filters.kinds:
        answers["kinds"] = YES if place.kind in filters.kinds else NO
    if filters.languages:
        answers["languages"] = any_of([language(place, value) for value in filters.languages])
    if filters.religions:
        answers["religions"] = any_of([religion(place, value) for value in filters.religions])
    if filters.denominations:
        answers["denominations"] = any_of([denomination(place, value) for value in filters.denominations])
    if filters.communities:
        answers["communities"] = any_of([community(place, value) for value in filters.communities])
    if filters.needs:
        answers["needs"] = any_of([place.need(value).answer for value in filters.needs])
    if filters.open_at is not None:
        answers["open_at"] = open_at(place, filters.open_at, today)
    if filters.rather_not_religions:
        avoided = filters.rather_not_religions
        answers["rather_not_religions"] = rather_not([religion(place, value) for value in avoided])
    if filters.rather_not_communities:
        avoided = filters.rather_not_communities
        answers["rather_not_communities"] = rather_not([community(place, value) for value in avoided])
    if filters.within is not None and metres is not None:
        answers["within"] = YES if metres <= filters.within else NO
    return answers


def search(places: Sequence[Place], filters: Filters, today: date) -> list[Found]:
    """Every hit in order."""
    found = []
    for place, metres in zip(places, metres_to(filters, places), strict=True):
        if place.status in (Status.CLOSED, Status.MOVED):
            continue
        answers = per_filter(place, filters, today, metres).values()
        if NO in answers:
            continue
        certain = UNKNOWN not in answers
        if certain or filters.unknown is Unknown.INCLUDE:
            found.append(Found(place, certain, metres))
    if filters.near is None:
        return sorted(found, key=lambda hit: (not hit.certain, hit.place.name.casefold(), hit.place.code))
    return sorted(found, key=lambda hit: (not hit.certain, hit.metres, hit.place.code))


def clear_of_edges(filters: Filters, places: Sequence[Place]) -> bool:
    """Whether no place lies so near to the edge of ``within`` that the sphere and RD New may differ on it."""
    within = filters.within
    if within is None or filters.near is None:
        return True
    return not any(abs(metres - within) <= 0.001 * within + 0.001 for metres in metres_to(filters, places) if within)


def _language_times(place: Place, code: str) -> str | None:
    spoken = [each for each in place.languages if each.code == code and each.level is not LanguageLevel.PRINTED]
    return None if any(each.when is None for each in spoken) else spoken[0].when


def _told(name: str, answers: dict[str, Answer], when: Callable[[str], str | None] = lambda _: None) -> list[Reason]:
    """What a place has, or else what it may have."""
    values = sorted(answers)
    sure = [Reason(name, value, True, when(value)) for value in values if answers[value] is YES]
    return sure or [Reason(name, value, False) for value in values if answers[value] is UNKNOWN]


def _avoided(name: str, answers: dict[str, Answer]) -> list[Reason]:
    """What a place has not, and what it may not have."""
    values = sorted(answers)
    sure = [Reason(name, value, True) for value in values if answers[value] is NO]
    return sure + [Reason(name, value, False) for value in values if answers[value] is UNKNOWN]


def reasons(place: Place, filters: Filters, today: date) -> tuple[Reason, ...]:
    """Why a place is a hit, filter by filter."""
    told = []
    if filters.bbox is not None:
        told.append(Reason("bbox", ",".join(map(str, filters.bbox.coordinates)), True))
    told += _told("kinds", {value: YES if place.kind == value else NO for value in filters.kinds})
    spoken = {code: language(place, code) for code in filters.languages}
    told += _told("languages", spoken, lambda code: _language_times(place, code))
    told += _told("religions", {value: religion(place, value) for value in filters.religions})
    told += _told("denominations", {value: denomination(place, value) for value in filters.denominations})
    told += _told("communities", {value: community(place, value) for value in filters.communities})
    needs = {value: place.need(value).answer for value in filters.needs}
    told += _told("needs", needs, lambda value: place.need(value).when)
    if filters.open_at is not None:
        asked = filters.open_at
        moments = [asked.start, asked.end] if isinstance(asked, Stretch) else [asked]
        sure = open_at(place, asked, today) is YES
        shown = "/".join(moment.isoformat() for moment in moments)
        told.append(Reason("open_at", shown, sure, place.hours.osm if sure else None))
    told += _avoided("rather_not_religions", {v: religion(place, v) for v in filters.rather_not_religions})
    told += _avoided("rather_not_communities", {v: community(place, v) for v in filters.rather_not_communities})
    if filters.within is not None:
        told.append(Reason("within", f"{filters.within:g}", True))
    return tuple(told)
