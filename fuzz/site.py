"""What the site can be asked, read off the application: a new page, filter or field is asked here by itself."""

from __future__ import annotations

import csv
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from werkzeug.datastructures import MultiDict

from finder.domain.clock import utc_now
from finder.domain.errors import InvalidInput
from finder.domain.filters import VALUE_FILTERS
from finder.web import command_app, query
from finder.web.query.search_parameters import single_keys, value_keys

ROOT = Path(__file__).parents[1]
_GAP = re.compile(r"<(?:\w+:)?(\w+)>")
OFFERED = ("GET", "POST")


@dataclass(frozen=True, slots=True)
class Route:
    """An address with its gaps (``/<locales:locales>/places/<code>``) and a method that it takes."""

    method: str
    rule: str


class _Noticing(MultiDict[str, str]):
    """A form that notices which of its fields somebody reads."""

    def __init__(self, given: dict[str, str]) -> None:
        super().__init__(given)
        self.read: dict[str, None] = {}

    def get(self, key: str, *rest: Any, **more: Any) -> Any:
        self.read[key] = None
        return super().get(key, *rest, **more)

    def getlist(self, key: str, *rest: Any, **more: Any) -> Any:
        self.read[key] = None
        return super().getlist(key, *rest, **more)

    def __contains__(self, key: object) -> bool:
        self.read[str(key)] = None
        return super().__contains__(key)


def _readers() -> Iterator[tuple[str, Callable[..., object]]]:
    for module in pkgutil.iter_modules(query.__path__, f"{query.__name__}."):
        for name, found in vars(importlib.import_module(module.name)).items():
            if name.startswith("read_") and name.endswith("_form") and inspect.isfunction(found):
                yield name, found


def fields_read_by(reader: Callable[..., object], *, further: bool = True) -> tuple[str, ...]:
    """Return the fields that a reader of forms reads; with ``further`` those too that need another to say ``other``."""
    clock = {"now": utc_now()} if "now" in inspect.signature(reader).parameters else {}
    first = _Noticing({})
    reader(first, **clock)
    read = dict(first.read)
    for key in first.read if further else ():
        beside = _Noticing({key: "other"})
        with suppress(InvalidInput):
            reader(beside, **clock)
        read |= beside.read
    return tuple(read)


@cache
def forms() -> dict[str, tuple[str, ...]]:
    """Return the fields of each form, by the name of its reader."""
    return {name: fields_read_by(reader) for name, reader in _readers()}


@cache
def routes() -> tuple[Route, ...]:
    """Return every address of the site with each method that it takes."""
    rules = command_app().url_map.iter_rules()
    return tuple(
        sorted(
            (Route(method, rule.rule) for rule in rules for method in OFFERED if method in (rule.methods or ())),
            key=lambda route: (route.rule, route.method),
        )
    )


@cache
def forms_of() -> dict[str, tuple[str, ...]]:
    """Return the names of the readers that each address reads a form with; none where it does not get that far."""
    app, read = command_app(), _Noticing({})

    class Noticing(app.request_class):  # type: ignore[name-defined, misc]
        form = read

    app.request_class = Noticing
    app.config["PROPAGATE_EXCEPTIONS"] = True  # it has no places to show; by then it has read its form
    found: dict[str, tuple[str, ...]] = {}
    for route in routes():
        if route.method == "POST":
            read.read.clear()
            with suppress(Exception):
                app.test_client().post(_GAP.sub("nl", route.rule))
            found[route.rule] = tuple(name for name, always in _always_read().items() if always <= read.read.keys())
    return found


@cache
def _always_read() -> dict[str, frozenset[str]]:
    return {name: frozenset(fields_read_by(reader, further=False)) for name, reader in _readers()}


@cache
def codes() -> tuple[str, ...]:
    """Return every code that was ever issued."""
    with (ROOT / "data/codes.csv").open(encoding="utf-8", newline="") as file:
        return tuple(row["code"] for row in csv.DictReader(file))


@cache
def api_keys() -> tuple[str, ...]:
    """Return the keys by which the API searches."""
    return (*single_keys(), *value_keys())


@cache
def vocabularies() -> dict[str, tuple[str, ...]]:
    """Return the values that a filter offers, by its key in the form and in the API."""
    named = {spec.key: spec.vocabulary for spec in VALUE_FILTERS.values()}
    return {**named, **{key: spec.vocabulary for key, spec in value_keys().items()}}


@cache
def files() -> tuple[str, ...]:
    """Return some files that the browser gets."""
    found = sorted((ROOT / "static").rglob("*.*"))
    return tuple(file.relative_to(ROOT / "static").as_posix() for file in found if file.is_file())[:200]
