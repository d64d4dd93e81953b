"""Three ways to answer the same query: the index, GeoPandas as most people write it, and a plain numpy scan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from bench.synthetic import KINDS, LANGUAGES, LIKELY, NEEDS, UNKNOWN, UNLIKELY, YES, Answers, Synthetic
from finder.domain.filters import Filters
from finder.domain.geometry import GRID_PER_GROUND, Point, ground_grid
from finder.domain.hits import Count, Hits
from finder.domain.vocabulary import PlaceKind
from finder.search.index import PlaceIndex

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
PAGE = 20
RD_NEW = 28992
SHOWN = ("name", "street", "postcode", "city", "website")


@dataclass(frozen=True)
class Query:
    """A point with a language and perhaps a kind; metres for the radius queries; the same as the product has it."""

    near: Point
    within: float | None
    kind: PlaceKind | None
    language: str
    filters: Filters


def query(near: Point, within: float | None, kind: PlaceKind | None, language: str) -> Query:
    """Put a query together."""
    kinds = frozenset({kind} if kind else ())
    filters = Filters(near=near, within=within, kinds=kinds, languages=frozenset({language}))
    return Query(near, within, kind, language, filters)


@dataclass(frozen=True)
class Result:
    """Counts of the groups, the page's codes and metres."""

    count: Count
    codes: list[str]
    metres: list[float]


@dataclass(frozen=True)
class Way:
    """``run`` is what is measured; ``read`` makes its answer comparable."""

    run: Callable[[Query], Any]
    read: Callable[[Any], Result]


def index_way(index: PlaceIndex) -> Way:
    """`PlaceIndex.search`: hits with reasons and opening state, as pages and API use it."""

    def read(hits: Hits) -> Result:
        codes = [hit.place.code for hit in hits.items]
        return Result(hits.count, codes, [hit.distance or 0.0 for hit in hits.items])

    return Way(lambda query: index.search(query.filters, now=NOW, limit=PAGE), read)


def frame_of(data: Synthetic) -> gpd.GeoDataFrame:
    """A GeoDataFrame with a column for the kind, for each three-valued answer, and for what a list of hits shows."""
    kinds = np.array([str(kind) for kind in KINDS], dtype=object)
    columns: dict[str, object] = {str(name): data.answers[name] for name in (*LANGUAGES, *NEEDS)}
    columns |= {name: [f"{name} {code}" for code in data.codes] for name in SHOWN}
    points = gpd.points_from_xy(data.longitude, data.latitude)
    return gpd.GeoDataFrame({"code": data.codes, "kind": kinds[data.kind], **columns}, geometry=points, crs=4326)


Table = tuple[Count, gpd.GeoDataFrame]


def _finish(hits: gpd.GeoDataFrame, query: Query) -> Table:
    here = gpd.GeoSeries([shapely.Point(query.near.longitude, query.near.latitude)], crs=4326).to_crs(RD_NEW).iloc[0]
    hits["distance"] = hits.distance(here)
    if query.within is not None:
        hits = hits[hits["distance"] <= query.within * GRID_PER_GROUND]
    answers = hits[query.language]
    page = hits.sort_values([query.language, "distance", "code"], ascending=[False, True, True]).head(PAGE)
    return _count(answers.to_numpy()), page


def _count(answers: Answers) -> Count:
    certain, likely = (int((answers == level).sum()) for level in (YES, LIKELY))
    return Count(certain, likely, len(answers) - certain - likely)


def _mask(frame: gpd.GeoDataFrame, query: Query) -> Any:
    mask = frame[query.language] > 0
    return mask & (frame["kind"] == query.kind) if query.kind else mask


def _read(table: Table) -> Result:
    count, page = table
    return Result(count, page["code"].tolist(), page["distance"].tolist())


def filter_first(frame: gpd.GeoDataFrame) -> Way:
    """Filter, `to_crs` what is left, distance, sort, head."""
    return Way(lambda query: _finish(frame[_mask(frame, query)].to_crs(RD_NEW), query), _read)


def project_first(frame: gpd.GeoDataFrame) -> Way:
    """`to_crs` everything, filter, distance, sort, head."""

    def run(query: Query) -> Table:
        projected = frame.to_crs(RD_NEW)
        return _finish(projected[_mask(projected, query)].copy(), query)

    return Way(run, _read)


def numpy_way(data: Synthetic) -> Way:
    """A scan over arrays with RD New metres worked out beforehand; the page by argpartition."""
    x, y = ground_grid(data.longitude, data.latitude)
    kinds = {kind: number for number, kind in enumerate(KINDS)}
    rank = np.argsort(np.argsort(np.array(data.codes)))

    def run(query: Query) -> tuple[Count, list[int], list[float]]:
        here_x, here_y = ground_grid(query.near.longitude, query.near.latitude)
        answer = data.answers[query.language]
        mask = answer > 0
        if query.kind:
            mask &= data.kind == kinds[query.kind]
        found = np.flatnonzero(mask)
        metres = np.hypot(x[found] - here_x, y[found] - here_y)
        if query.within is not None:
            inside = metres <= query.within
            found, metres = found[inside], metres[inside]
        levels = answer[found]
        pages, left = [], PAGE
        for level in (YES, LIKELY, UNKNOWN, UNLIKELY):
            group = levels == level
            places, far = found[group], metres[group]
            if places.size > left > 0:
                near_enough = far <= np.partition(far, left - 1)[left - 1]
                places, far = places[near_enough], far[near_enough]
            order = np.lexsort((rank[places], far))[:left]
            pages.append((places[order], far[order]))
            left -= order.size
        places, far = (np.concatenate(parts).tolist() for parts in zip(*pages, strict=True))
        return _count(levels), places, far

    return Way(run, lambda raw: Result(raw[0], [data.codes[number] for number in raw[1]], raw[2]))
