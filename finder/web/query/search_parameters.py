"""What a search is asked over HTTP and on the command line: one reader per key, Filters and a page or a refusal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from finder.domain.band import reached
from finder.domain.errors import InvalidInput
from finder.domain.filters import Filters, Unknown, ValueFilter, filters_in, value_filters_in
from finder.domain.geometry import BBox, Point, decimal, parse_bbox, parse_position
from finder.web.query.fields import keys, whole_number

PAGE_KEYS = ("limit", "offset")
UNCERTAINTY, NAME = "nearUncertainty", "name"
LONGEST_NAME = 120
DEFAULT_LIMIT, MOST_LIMIT = 20, 100
LONGEST_OFFSET = 10_000_000
WIDEST = 200_000

Given = Mapping[str, list[str]]

_RFC_3339 = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+ -]\d\d:\d\d)", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A search that is asked key by key: what is looked for, and which page of the hits.

    ``uncertainty`` is how many metres ``near`` may be off; ``name`` what a place must be called, or nearly so, if not
    empty.
    """

    filters: Filters
    limit: int
    offset: int
    uncertainty: float = 0
    name: str = ""


def parse_moment(key: str, text: str) -> datetime:
    """Read an RFC 3339 moment with its offset; a ``+`` that a query turned into a space is taken as meant.

    Raises InvalidInput.
    """
    allowed = "an RFC 3339 date and time with offset, such as 2026-11-25T10:00:00+01:00"
    parts = _RFC_3339.fullmatch(text)
    try:
        moment = datetime.fromisoformat("{}T{}{}".format(*parts.groups()).replace(" ", "+").upper() if parts else "")
    except ValueError:
        raise InvalidInput(key, text, allowed) from None
    if not 2000 <= moment.year <= 2100:
        raise InvalidInput(key, text, f"{allowed}, from 2000 to 2100")
    return moment


def parse_metres(key: str, text: str) -> float:
    """Read a distance in metres above 0. Raises InvalidInput."""
    metres = decimal(text)
    if not 0 < metres <= WIDEST:
        raise InvalidInput(key, text, f"a number of metres above 0 and at most {WIDEST}")
    return metres


def _single(given: Given, key: str) -> str | None:
    values = given.get(key, [])
    if len(values) > 1:
        raise InvalidInput(key, ", ".join(values), "given once")
    return values[0] if values else None


def _near(given: Given) -> Point | None:
    text = _single(given, "near")
    return None if text is None else parse_position("near", text)


def _within(given: Given, near: Point | None) -> float | None:
    text = _single(given, "within")
    if text is None:
        return None
    if near is None:
        raise InvalidInput("within", text, "given together with near")
    return parse_metres("within", text)


def _uncertainty(given: Given, near: Point | None) -> float:
    text = _single(given, UNCERTAINTY)
    if text is None:
        return 0
    if near is None:
        raise InvalidInput(UNCERTAINTY, text, "given together with near")
    return parse_metres(UNCERTAINTY, text)


def _name(given: Given) -> str:
    text = _single(given, NAME)
    if text is not None and not 0 < len(text.strip()) <= LONGEST_NAME:
        raise InvalidInput(NAME, text[:LONGEST_NAME], f"a name of at most {LONGEST_NAME} characters")
    return (text or "").strip()


def _bbox(given: Given) -> BBox | None:
    text = _single(given, "bbox")
    return None if text is None else parse_bbox("bbox", text)


def value_keys(of: type[Filters] = Filters) -> dict[str, ValueFilter]:
    """Return the filters that take any number of values, by key."""
    return {spec.api_key: spec for spec in value_filters_in(of).values()}


def single_keys(of: type[Filters] = Filters) -> tuple[str, ...]:
    """Return the keys that are given at most once."""
    return (
        *(spec.api_key for spec in filters_in(of).values() if not isinstance(spec, ValueFilter)),
        UNCERTAINTY,
        NAME,
        *PAGE_KEYS,
    )


def check_key(key: str, value: str, of: type[Filters] = Filters) -> None:
    """Raise InvalidInput for a key that a search does not have; ``value`` is what was given for it."""
    known = (*single_keys(of), *value_keys(of))
    if key not in known:
        raise InvalidInput(key, value, f"one of the keys {', '.join(known)}")


def read_search(given: Given, of: type[Filters] = Filters) -> SearchRequest:
    """Read a search from keys with their values. Raises InvalidInput for the first that cannot be used."""
    for key, values in given.items():
        check_key(key, ", ".join(values), of)
    near = _near(given)
    uncertainty = _uncertainty(given, near)
    chosen: dict[str, Any] = {
        spec.name: keys(key, given.get(key, []), spec.vocabulary) for key, spec in value_keys(of).items()
    }
    open_at = _single(given, "openAt")
    unknown = _single(given, "unknown")
    limit, offset = _single(given, "limit"), _single(given, "offset")
    filters = of(
        near=near,
        within=reached(_within(given, near), uncertainty),
        bbox=_bbox(given),
        open_at=None if open_at is None else parse_moment("openAt", open_at),
        unknown=Unknown.INCLUDE if unknown is None else next(iter(keys("unknown", [unknown], Unknown))),
        **chosen,
    )
    return SearchRequest(
        filters,
        DEFAULT_LIMIT if limit is None else whole_number("limit", limit, 1, MOST_LIMIT),
        0 if offset is None else whole_number("offset", offset, 0, LONGEST_OFFSET),
        uncertainty,
        _name(given),
    )
