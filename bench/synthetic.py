"""Made-up places by the hundred thousand, in the shapes that each way of searching wants. None of them exists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from finder.domain.codes import DIGITS
from finder.domain.evidence import Basis, Evidence
from finder.domain.geometry import Point, ground_grid
from finder.domain.likely import Likelihood
from finder.domain.opening_hours import Trust
from finder.domain.place import Belonging, Fact, Identity, Location, Offer, OpeningHours, Place, SpokenLanguage
from finder.domain.sourced import PartialDate, Source, Sourced
from finder.domain.vocabulary import DENOMINATIONS, Answer, LanguageLevel, Need, PlaceKind, Religion
from finder.search.bitmaps import pack
from finder.search.columns import Columns, Hours, Postings, ValueColumn, rank
from finder.search.grid import lay_out

NO, UNLIKELY, UNKNOWN, LIKELY, YES = Likelihood
_SHARES = {"nl": (0.60, 0.30), "ar": (0.20, 0.30), "ti": (0.05, 0.30), "pap": (0.004, 0.01), "rom": (0.001, 0.01)}
LANGUAGES = {code: (0.1 * open_, 0.6 * open_, 0.3 * open_, yes) for code, (yes, open_) in _SHARES.items()}
"""Shares of unlikely, unknown, likely and yes."""
NEEDS = {Need.MEAL: (0, 0.4, 0, 0.3), Need.SHOWER: (0, 0.1, 0, 0.02), Need.WIFI: (0, 0.55, 0, 0.4)}
KINDS = dict(zip(PlaceKind, [40, 300, 60, 200, 10, 5, 8, 1, 40, 206, 130], strict=True))
"""In thousandths."""
SHARES = {**LANGUAGES, **{str(need): share for need, share in NEEDS.items()}}
HOURS = tuple(
    f"{days} {start:02}:00-{end:02}:00; PH off"
    for days in ("Mo-Fr", "Mo-Su", "Tu,Th", "Sa-Su", "We")
    for start in (8, 9, 10, 13)
    for end in (16, 17, 22)
)
MADE_UP_ON = PartialDate("2026-06-01")
SOURCES = (Source("https://example.org/synthetic", "made up", "none", MADE_UP_ON),)
CITIES = ((4.90, 52.37, 0.5), (4.64, 52.38, 0.2))
"""Longitude, latitude and share of the places around it; the rest lie anywhere."""

T = TypeVar("T")
Answers = npt.NDArray[np.int8]


@dataclass(frozen=True)
class Synthetic:
    """Columns of ``count`` places: WGS 84 degrees, kinds by number, likelihoods, hours by number."""

    longitude: npt.NDArray[np.float64]
    latitude: npt.NDArray[np.float64]
    kind: Answers
    answers: dict[str, Answers]
    hours: npt.NDArray[np.int32]
    codes: list[str]

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self.codes)


def _code(number: int) -> str:
    return "".join(DIGITS[number >> shift & 31] for shift in (20, 15, 10, 5, 0))


def make(count: int, seed: int = 20261123) -> Synthetic:
    """Draw the same ``count`` places for the same seed."""
    draw = np.random.default_rng(seed)
    longitude, latitude = draw.uniform(4.4, 5.1, count), draw.uniform(52.2, 52.5, count)
    first = 0
    for east, north, share in CITIES:
        run = slice(first, first + int(count * share))
        longitude[run] = np.clip(draw.normal(east, 0.04, run.stop - run.start), 4.4, 5.1)
        latitude[run] = np.clip(draw.normal(north, 0.02, run.stop - run.start), 52.2, 52.5)
        first = run.stop
    answers = {
        name: draw.choice(np.array(Likelihood, np.int8), count, p=[1 - sum(share), *share])
        for name, share in SHARES.items()
    }
    shares = np.array(list(KINDS.values())) / sum(KINDS.values())
    kind = draw.choice(len(KINDS), count, p=shares).astype(np.int8)
    hours = draw.integers(0, len(HOURS) + 1, count).astype(np.int32)
    codes = [_code(number) for number in draw.permutation(32**5 // 32)[:count].tolist()]
    return Synthetic(longitude, latitude, kind, answers, hours, codes)


def _said(value: T) -> Sourced[T]:
    return Sourced(value, SOURCES)


def places_of(data: Synthetic) -> list[Place]:
    """Make them Place objects, as the product holds them: what many of them share is there once."""
    kinds, codes = [_said(kind) for kind in KINDS], data.codes
    belonging, needs_of = Belonging(_said(Religion.NONE)), {}
    spoken = {name: _said(SpokenLanguage(name, LanguageLevel.STAFF)) for name in LANGUAGES}
    printed = {name: _said(SpokenLanguage(name, LanguageLevel.PRINTED)) for name in LANGUAGES}
    evidence = {name: _said(Evidence(Basis.COMMUNITY, "mixed", (name,))) for name in LANGUAGES}
    other = _said(Evidence(Basis.COMMUNITY, "turkish", ("tr",)))
    told = {YES: _said(Fact(Answer.YES)), NO: _said(Fact(Answer.NO))}
    hours = [None, *(_said(OpeningHours(text)) for text in HOURS)]
    columns = {name: data.answers[name].tolist() for name in data.answers}
    rows = zip(data.longitude.tolist(), data.latitude.tolist(), data.kind.tolist(), data.hours.tolist(), strict=True)
    places = []
    for number, (longitude, latitude, kind, row) in enumerate(rows):
        languages = [(YES, spoken), (UNKNOWN, printed)]
        answers = tuple(columns[need][number] for need in NEEDS)
        if answers not in needs_of:
            needs_of[answers] = {n: told[answer] for n, answer in zip(NEEDS, answers, strict=True) if answer != UNKNOWN}
        places.append(
            Place(
                code=codes[number],
                identity=Identity(_said(f"Plek {codes[number]}"), kinds[kind]),
                location=Location(_said(Point(longitude, latitude)), "Amsterdam"),
                offer=Offer(
                    languages=tuple(made[n] for n in LANGUAGES for a, made in languages if columns[n][number] == a),
                    needs=needs_of[answers],
                    hours=hours[row],
                ),
                belonging=belonging,
                sources=SOURCES,
                evidence=tuple(
                    evidence[n] if columns[n][number] == LIKELY else other
                    for n in LANGUAGES
                    if columns[n][number] in (LIKELY, UNLIKELY)
                ),
            )
        )
    return places


def _column(names: Iterable[str], laid: dict[str, Answers], *, silent_may: bool) -> ValueColumn:
    count = len(next(iter(laid.values())))
    levels = {int(level) for name in names for level in np.unique(laid[name])}
    said = {level: {name: np.flatnonzero(laid[name] == level) for name in names} for level in map(Likelihood, levels)}
    otherwise = {UNKNOWN: np.arange(count)} if silent_may else {}
    return Postings(said, otherwise).column(count, Need if silent_may else ())


def columns_of(data: Synthetic) -> Columns:
    """Lay them out as the index does, without going through Place objects."""
    grid, order = lay_out(*ground_grid(data.longitude, data.latitude))
    count = data.count
    laid = {name: answers[order] for name, answers in data.answers.items()}
    kind = data.kind[order]
    everywhere = np.arange(count)
    kinds = Postings({YES: {str(name): np.flatnonzero(kind == number) for number, name in enumerate(KINDS)}})
    religions = Postings({YES: {Religion.NONE: everywhere}}).column(count, Religion)
    denominations = Postings({NO: dict.fromkeys(DENOMINATIONS, everywhere)}, {UNKNOWN: everywhere})
    by_code = np.argsort(np.array(data.codes)[order], kind="stable")
    hours = data.hours[order]
    said_on = np.array([0] + [MADE_UP_ON.earliest().toordinal()] * len(HOURS), dtype=np.int32)
    return Columns(
        grid=grid,
        longitude=data.longitude[order],
        latitude=data.latitude[order],
        order=order,
        findable=pack(np.ones(count, dtype=np.bool_))[np.newaxis],
        values={
            "kinds": kinds.column(count, PlaceKind),
            "languages": _column(list(LANGUAGES), laid, silent_may=False),
            "religions": religions,
            "denominations": denominations.column(count, DENOMINATIONS),
            "communities": Postings({}, {UNKNOWN: everywhere}).column(count),
            "needs": _column(list(NEEDS), laid, silent_may=True),
        },
        hours=Hours(hours, ("", *HOURS), said_on, (Trust.MISSING, *[None] * len(HOURS))),
        code_rank=rank(by_code),
        by_name=by_code,
    )
