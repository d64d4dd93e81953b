"""The JSON body of a search: the same keys as in a query, with JSON's own numbers and arrays."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from finder.domain.errors import InvalidInput
from finder.domain.filters import Filters
from finder.web.query.search_parameters import UNCERTAINTY, Given, check_key, single_keys

NUMBER_KEYS = ("within", UNCERTAINTY, "limit", "offset")
_COORDINATES = {"near": ("longitude", "latitude"), "bbox": ("west", "south", "east", "north")}


def _shown(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _is_number(value: object) -> bool:
    return type(value) in (int, float)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise InvalidInput(key, _shown(value), "given once")
        found[key] = value
    return found


def _coordinates(key: str, value: object) -> list[str]:
    names = _COORDINATES[key]
    if isinstance(value, str):
        return [value]
    if isinstance(value, list) and len(value) == len(names) and all(map(_is_number, value)):
        return [",".join(map(str, value))]
    raise InvalidInput(key, _shown(value), f'[{", ".join(names)}] or "{",".join(names)}" in degrees')


def _texts(key: str, value: object, single: Collection[str]) -> list[str]:
    if key in _COORDINATES:
        return _coordinates(key, value)
    if key in NUMBER_KEYS:
        if not _is_number(value) and not isinstance(value, str):
            raise InvalidInput(key, _shown(value), "a number")
        return [str(value)]
    if isinstance(value, str):
        return [value]
    if key in single:
        raise InvalidInput(key, _shown(value), "a string")
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise InvalidInput(key, _shown(value), "a string or an array of strings")
    return value


def read_body(raw: bytes, of: type[Filters] = Filters) -> Given:
    """Read a body as keys with their values. Raises InvalidInput for anything but an object of what the keys take."""
    try:
        body = json.loads(raw, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise InvalidInput("body", "", "JSON in UTF-8") from None
    if not isinstance(body, dict):
        raise InvalidInput("body", _shown(body), "a JSON object")
    for key, value in body.items():
        check_key(key, _shown(value), of)
    single = single_keys(of)
    return {key: _texts(key, value, single) for key, value in body.items()}
