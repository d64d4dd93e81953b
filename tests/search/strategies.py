"""Random places and searches over small vocabularies, so that they meet often."""

import random
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from finder.domain.evidence import Basis, Evidence
from finder.domain.filters import Filters, Stretch, Unknown
from finder.domain.geometry import BBox, Point
from finder.domain.place import Fact, OpeningHours, Place, SpokenLanguage
from finder.domain.sourced import Sourced
from finder.domain.vocabulary import Answer, LanguageLevel, Need, PlaceKind, Religion, Status
from tests.places import a_place, a_source, sourced

NOW = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)

LANGUAGES = ["nl", "ar", "ary", "ti", "rom"]
EVIDENCE = [
    Evidence(Basis.NETWORK, "diyanet", ("tr", "nl")),
    Evidence(Basis.COMMUNITY, "moroccan", ("ary", "rif")),
    Evidence(Basis.COMMUNITY, "surinamese", ("nl",)),
    Evidence(Basis.DENOMINATION, "eritrean_orthodox", ("ti",)),
]
DENOMINATIONS = ["orthodox", "eritrean_orthodox", "protestant", "sunni", "theravada"]
COMMUNITIES = ["eritrean", "turkish", "syrian", "mixed"]
NEEDS = [Need.MEAL, Need.SHOWER, Need.WIFI]
KINDS = [PlaceKind.CHURCH, PlaceKind.MOSQUE, PlaceKind.DROP_IN]
RELIGIONS = [Religion.CHRISTIAN, Religion.MUSLIM, Religion.NONE, Religion.MULTIFAITH]
HOURS = [
    "24/7",
    "Mo-Fr 09:00-17:00; PH off",
    "Mo 12:00-13:00",
    "Fr-Sa 22:00-03:00",
    "Su 10:00-12:00; Dec 25-26 off",
    "Tu 14:00-16:00 unknown",
    "01:30-02:15",
    "2019 Mo-Su 09:00-17:00",
]
DATES = ["2026-11-20", "2026", "2025-11-23", "2025-11-22", "2025", "2020-05", None]
SPOTS = [Point(4.9 + 0.004 * step, 52.36) for step in range(4)]
"""Shared addresses: several places at the same distance."""

MOMENTS = [
    NOW,
    NOW - timedelta(days=1),
    datetime(2026, 11, 22, 10, 0, tzinfo=UTC),
    datetime(2026, 11, 29, 1, 59, tzinfo=UTC),
    datetime(2026, 12, 25, 10, 0, tzinfo=UTC),
    datetime(2027, 3, 28, 1, 0, tzinfo=UTC),
    datetime(2026, 10, 25, 0, 10, tzinfo=UTC),
    datetime(2027, 4, 27, 8, 0, tzinfo=UTC),
]


def _some(source: random.Random, values: list, most: int = 2) -> tuple:
    return tuple(source.sample(values, source.randint(0, most)))


def random_point(source: random.Random) -> Point:
    if source.random() < 0.4:
        return source.choice(SPOTS)
    return Point(4.9 + source.gauss(0, 0.03), 52.36 + source.gauss(0, 0.02))


def _hours(source: random.Random) -> Sourced[OpeningHours] | None:
    if source.random() < 0.3:
        return None
    stated_on = source.choice(DATES)
    hours = OpeningHours(None, "vaak open") if source.random() < 0.2 else OpeningHours(source.choice(HOURS))
    return sourced(hours, a_source(stated_on))


def random_place(source: random.Random, code: str) -> Place:
    levels = [LanguageLevel.STAFF, LanguageLevel.PRINTED, LanguageLevel.GATHERING]
    return a_place(
        source.choice(["Anna", "anna", "Bron", "Zon", "Élan"]),
        source.choice(KINDS),
        random_point(source),
        code=code,
        religion=source.choice([None, *RELIGIONS]),
        denominations=_some(source, DENOMINATIONS),
        communities=_some(source, COMMUNITIES),
        languages=tuple(
            SpokenLanguage(language, source.choice(levels), source.choice([None, "Su 10:00-12:00"]))
            for language in _some(source, LANGUAGES, source.choice([0, 3]))
        ),
        hours=_hours(source),
        needs={need: Fact(source.choice(list(Answer))) for need in _some(source, NEEDS, 3)},
        status=source.choice([Status.OPEN] * 8 + list(Status)),
        evidence=[sourced(one, a_source(source.choice(DATES), "page")) for one in _some(source, EVIDENCE, 2)],
    )


def random_places(source: random.Random, count: int) -> list[Place]:
    codes = [f"{number:05d}" for number in range(count)]
    source.shuffle(codes)
    return [random_place(source, code) for code in codes]


sources = st.integers(0, 2**32).map(random.Random)

places = st.builds(random_places, sources, st.one_of(st.integers(0, 12), st.sampled_from([63, 64, 65, 200])))

moments = st.sampled_from(MOMENTS)
stretches = st.builds(
    lambda start, minutes: Stretch(start, start + timedelta(minutes=minutes)), moments, st.sampled_from([1, 90, 360])
)


def _values(values: list) -> st.SearchStrategy:
    return st.one_of(st.just(frozenset()), st.frozensets(st.sampled_from(values), max_size=3))


@st.composite
def boxes(draw: st.DrawFn) -> BBox:
    """Now and then with shared addresses right on an edge."""
    one, other = draw(st.sampled_from(SPOTS)), draw(st.builds(random_point, sources))
    west, east = sorted((one.longitude, other.longitude))
    south, north = sorted((one.latitude, other.latitude))
    return BBox(west, south, east, north)


@st.composite
def filters(draw: st.DrawFn) -> Filters:
    near = draw(st.one_of(st.none(), st.sampled_from(SPOTS), st.builds(random_point, sources)))
    within = draw(st.one_of(st.none(), st.floats(1, 6000), st.just(0.0))) if near else None
    return Filters(
        near=near,
        within=within,
        bbox=draw(st.one_of(st.none(), st.none(), boxes())),
        kinds=draw(_values(KINDS)),
        languages=draw(_values([*LANGUAGES, "tr", "xx"])),
        religions=draw(_values(RELIGIONS)),
        denominations=draw(_values([*DENOMINATIONS, "zen"])),
        communities=draw(_values([*COMMUNITIES, "thai"])),
        needs=draw(_values([*NEEDS, Need.DOGS])),
        open_at=draw(st.one_of(st.none(), st.none(), moments, stretches)),
        rather_not_religions=draw(_values(RELIGIONS)),
        rather_not_communities=draw(_values(COMMUNITIES)),
        unknown=draw(st.sampled_from(Unknown)),
    )
