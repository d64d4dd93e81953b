"""The matching contract of docs/matching.md in the plainest Python: slow, and shared with no line of the index."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours
from pyproj import Geod

from finder.domain.evidence import Basis
from finder.domain.filters import Filters, Stretch, Unknown
from finder.domain.geometry import BBox
from finder.domain.hits import Count, Match, Reason
from finder.domain.likely import Guess, Likelihood
from finder.domain.living_languages import FOLLOWED, LIVING_LANGUAGES, OF_THE_COUNTRY
from finder.domain.place import Place
from finder.domain.vocabulary import DENOMINATIONS, WORSHIP_KINDS, Answer, LanguageLevel, PlaceKind, Status

NO, UNLIKELY, UNKNOWN, LIKELY, YES = Likelihood
DUTCH_TIME = ZoneInfo("Europe/Amsterdam")
_GEOD = Geod(ellps="GRS80")


@dataclass(frozen=True)
class Found:
    """``holding``: how many wishes are known to hold. ``against``: whether something speaks against one."""

    place: Place
    match: Match
    metres: float | None
    holding: int
    against: bool


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


def guesses(place: Place) -> dict[str, Guess]:
    """Every language that is likely and not known, with the first thing that makes it so."""
    spoken = [each.code for each in place.languages if each.level is not LanguageLevel.PRINTED]
    found = [
        Guess(said.value.basis, said.value.key, code, said.source)
        for said in place.evidence
        for code in said.value.languages
    ]
    belongs = [(Basis.DENOMINATION, key) for key in place.denominations]
    belongs += [(Basis.COMMUNITY, key) for key in place.communities]
    belongs += [(Basis.RELIGION, place.religion)] if place.religion else []
    for basis, key in belongs:
        if (basis, key) in LIVING_LANGUAGES:
            living = LIVING_LANGUAGES[basis, key]
            found += [Guess(basis, key, code, living.source) for code in living.languages]
    if not (found or place.languages or place.communities):
        found = [
            Guess(Basis.DENOMINATION, key, "nl", OF_THE_COUNTRY[key].source)
            for key in place.denominations
            if key in OF_THE_COUNTRY
        ]
    for asked, others in FOLLOWED.items():
        found += [Guess(Basis.LANGUAGE, code, asked, others[code]) for code in spoken if code in others]
    first: dict[str, Guess] = {}
    for guess in found:
        if guess.value not in spoken and guess.value not in first:
            first[guess.value] = guess
    return first


def against(place: Place, code: str) -> Guess | None:
    if place.languages or code == "nl" or code in guesses(place):
        return None
    if place.kind not in WORSHIP_KINDS and place.kind is not PlaceKind.COMMUNITY_GROUP:
        return None
    if "mixed" in place.communities or "international" in place.communities:
        return None
    if any(follow in guesses(place) for follow in FOLLOWED.get(code, {})):
        return None
    others = [guess for value, guess in guesses(place).items() if value != "nl"]
    return others[0] if others else None


def language(place: Place, code: str) -> Likelihood:
    levels = [spoken.level for spoken in place.languages if spoken.code == code]
    if any(level is not LanguageLevel.PRINTED for level in levels):
        return YES
    if code in guesses(place):
        return LIKELY
    if place.languages:
        return UNKNOWN if levels else NO
    return UNLIKELY if against(place, code) else UNKNOWN


def religion(place: Place, value: str) -> Likelihood:
    if place.religion is None:
        return UNKNOWN
    return YES if place.religion == value else NO


def denomination(place: Place, value: str) -> Likelihood:
    if value in place.denominations:
        return YES
    known = DENOMINATIONS.get(value)
    if known is not None and place.religion is not None and place.religion != known.religion:
        return NO
    return NO if place.denominations else UNKNOWN


def community(place: Place, value: str) -> Likelihood:
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
def _hours_answer(osm: str, asked: datetime | Stretch) -> Likelihood:
    if isinstance(asked, datetime):
        states = {_state(osm, asked)}
    else:
        minutes = int((asked.end - asked.start) / timedelta(minutes=1))
        start = asked.start.astimezone(ZoneInfo("UTC"))
        states = {_state(osm, start + timedelta(minutes=minute)) for minute in range(minutes)}
    return YES if "open" in states else UNKNOWN if "unknown" in states else NO


ANSWERS = {Answer.YES: YES, Answer.UNKNOWN: UNKNOWN, Answer.NO: NO}
LONG_AGO = {YES: LIKELY, UNKNOWN: UNKNOWN, NO: UNLIKELY}


def open_at(place: Place, asked: datetime | Stretch, today: date) -> Likelihood:
    if place.hours is None or place.hours.osm is None:
        return UNKNOWN
    stated_on = place.offer.hours.sources[0].stated_on
    answer = _hours_answer(place.hours.osm, asked)
    if stated_on is None or stated_on.earliest() < today - timedelta(days=365):
        return LONG_AGO[answer]
    return answer


def any_of(answers: list[Likelihood]) -> Likelihood:
    return max(answers)


def rather_not(answers: list[Likelihood]) -> Likelihood:
    """The place must be known to have none of them."""
    return NO if YES in answers else UNKNOWN if UNKNOWN in answers else YES


def in_box(place: Place, box: BBox) -> Likelihood:
    east, north = place.point.longitude, place.point.latitude
    outside = east < box.west or east > box.east or north < box.south or north > box.north
    return NO if outside else YES


def per_wish(place: Place, filters: Filters, today: date, metres: float | None) -> dict[str, Likelihood]:
    """The answer to each wish: each filter in use, and of needs each of them."""
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
    for value in filters.needs:
        answers[value] = ANSWERS[place.need(value).answer]
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


def shown(answers: list[Likelihood], unknown: Unknown) -> bool:
    """Whether somebody wants to see such a place among his hits."""
    least = {Unknown.INCLUDE: UNLIKELY, Unknown.LIKELY: LIKELY, Unknown.EXCLUDE: YES}[unknown]
    return all(answer >= least for answer in answers)


def search(places: Sequence[Place], filters: Filters, today: date) -> list[Found]:
    """Every hit in order."""
    found = []
    for place, metres in zip(places, metres_to(filters, places), strict=True):
        if place.status in (Status.CLOSED, Status.MOVED):
            continue
        answers = list(per_wish(place, filters, today, metres).values())
        if shown(answers, filters.unknown):
            worst = min(answers, default=YES)
            match = Match.YES if worst is YES else Match.LIKELY if worst is LIKELY else Match.PERHAPS
            found.append(Found(place, match, metres, answers.count(YES), worst is UNLIKELY))

    def order(hit: Found):
        by = hit.place.name.casefold() if filters.near is None else hit.metres
        return [*Match].index(hit.match), hit.against, -hit.holding, by, hit.place.code

    return sorted(found, key=order)


def count(found: Sequence[Found]) -> Count:
    """How many hits are in each group."""
    groups = [hit.match for hit in found]
    return Count(*(groups.count(match) for match in Match))


def with_value(filters: Filters, name: str, value: str) -> Filters:
    """The search that a facet counts: needs are all wanted, of the other filters one value is enough."""
    return replace(filters, **{name: frozenset({value}) | (filters.needs if name == "needs" else frozenset())})


def clear_of_edges(filters: Filters, places: Sequence[Place]) -> bool:
    """Whether no place lies so near to the edge of ``within`` that the sphere and RD New may differ on it."""
    within = filters.within
    if within is None or filters.near is None:
        return True
    return not any(abs(metres - within) <= 0.001 * within + 0.001 for metres in metres_to(filters, places) if within)


def _language_times(place: Place, code: str) -> str | None:
    spoken = [each for each in place.languages if each.code == code and each.level is not LanguageLevel.PRINTED]
    return None if any(each.when is None for each in spoken) else spoken[0].when


def _told(
    name: str,
    answers: dict[str, Likelihood],
    when: Callable[[str], str | None] = lambda _: None,
    guess: Callable[[str], Guess | None] = lambda _: None,
) -> list[Reason]:
    """Every chosen value, the best known first."""
    return [
        Reason(
            name,
            value,
            answers[value],
            when(value) if answers[value] is YES else None,
            guess(value) if answers[value] in (LIKELY, UNLIKELY) else None,
        )
        for value in sorted(answers, key=lambda value: (-answers[value], value))
    ]


def _avoided(name: str, answers: dict[str, Likelihood]) -> list[Reason]:
    """Every value that somebody would rather not, what the place is known not to have first."""
    return _told(name, {value: Likelihood(YES - answer) for value, answer in answers.items()})


def reasons(place: Place, filters: Filters, today: date) -> tuple[Reason, ...]:
    """What a hit has of each wish, filter by filter."""
    told = []
    if filters.bbox is not None:
        told.append(Reason("bbox", ",".join(map(str, filters.bbox.coordinates)), YES))
    told += _told("kinds", {value: YES if place.kind == value else NO for value in filters.kinds})
    spoken = {code: language(place, code) for code in filters.languages}
    told += _told(
        "languages",
        spoken,
        lambda code: _language_times(place, code),
        lambda code: guesses(place).get(code) or against(place, code),
    )
    told += _told("religions", {value: religion(place, value) for value in filters.religions})
    told += _told("denominations", {value: denomination(place, value) for value in filters.denominations})
    told += _told("communities", {value: community(place, value) for value in filters.communities})
    for value in sorted(filters.needs):
        told += _told("needs", {value: ANSWERS[place.need(value).answer]}, lambda value: place.need(value).when)
    if filters.open_at is not None:
        asked = filters.open_at
        moments = [asked.start, asked.end] if isinstance(asked, Stretch) else [asked]
        text = "/".join(moment.isoformat() for moment in moments)
        answer = open_at(place, asked, today)
        when, guess = None, None
        if answer is YES:
            when = place.hours.osm
        elif answer in (LIKELY, UNLIKELY):
            source = place.offer.hours.sources[0]
            guess = Guess(Basis.HOURS, source.stated_on.text if source.stated_on else "", place.hours.osm, source)
        told.append(Reason("open_at", text, answer, when, guess))
    told += _avoided("rather_not_religions", {v: religion(place, v) for v in filters.rather_not_religions})
    told += _avoided("rather_not_communities", {v: community(place, v) for v in filters.rather_not_communities})
    if filters.within is not None:
        told.append(Reason("within", f"{filters.within:g}", YES))
    return tuple(told)
