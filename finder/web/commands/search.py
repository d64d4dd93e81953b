"""``flask search``: the same hits as the page and the API, as a table or as the API's body."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import click
from flask import Flask
from flask.cli import with_appcontext

from finder.domain.band import band_of
from finder.domain.errors import FinderError, InvalidInput
from finder.domain.filters import Filters, FilterSpec, ValueFilter, filters_in
from finder.domain.geometry import Point, parse_position, walking_minutes
from finder.domain.hits import Hit, Match
from finder.domain.opening_hours import OpeningState
from finder.geocode.locate import Locator
from finder.i18n.languages import LANGUAGES, find_languages
from finder.i18n.locales import LOCALES
from finder.i18n.localizer import Localizer
from finder.i18n.phrases import Listing, Verbatim
from finder.usecases.find_starting_point import find_starting_point
from finder.web.open_data.v1.search_body import hit_page, search_text
from finder.web.query.search_parameters import (
    DEFAULT_LIMIT,
    UNCERTAINTY,
    SearchRequest,
    read_search,
    single_keys,
    value_keys,
)
from finder.web.services import services, snapshot
from finder.wording.openings import opening_phrase
from finder.wording.reasons import reason_line

_COORDINATES = re.compile(r"\s*[-+]?[\d.]+\s*,\s*[-+]?[\d.]+\s*")
_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
_HEADINGS = ("#", "", "code", "metres", "minutes", "kind", "name", "open", "why")
_MARKS = {Match.YES: "✓", Match.LIKELY: "≈", Match.PERHAPS: "?"}
_NUMBERS = ("#", "metres", "minutes")
_ABOUT = "Find places. Options of one name mean or, different ones mean and; several --need mean and too."
_HELP = {
    "near": "postcode, address, neighbourhood, stop, or longitude,latitude",
    "within": "metres",
    "bbox": "west,south,east,north in degrees",
    "languages": "code or name, such as ti, Tigrinya or Darija",
    "open_at": '"now", or RFC 3339 such as 2026-11-25T10:00:00+01:00',
    "unknown": "include (default), likely or exclude",
}


def _position(locator: Locator, text: str) -> tuple[Point, int]:
    """Return where a text is, and how many metres that may be off."""
    if _COORDINATES.fullmatch(text):
        return parse_position("near", text), 0
    start = find_starting_point(locator, snapshot().names, text)
    offered = [(item.label, item.point) for item in start.asked.choices] if start.asked else []
    offered += [(each.name, point) for each in start.named if start.asked and (point := each.place.shown_point)]
    for label, point in offered:
        click.echo(f"  {label}  ({point.longitude},{point.latitude})", err=True)
    if offered:
        raise InvalidInput("near", text, "clear: choose one of the above")
    if start.found is None or start.point is None:
        raise InvalidInput("near", text, "a place that the gazetteer knows, or longitude,latitude")
    if not start.found.certain:
        click.echo(f"near: of {text!r} only {start.found.label} is known", err=True)
    return start.point, start.doubt


def _languages(text: str) -> tuple[str, ...]:
    codes = find_languages(text, [Localizer(LOCALES[locale]) for locale in ("nl", "en")])
    if not codes:
        raise InvalidInput("language", text, f"a language by code or name; codes are {', '.join(LANGUAGES)}")
    return codes


def _far(metres: float | None, uncertainty: float) -> tuple[str, str]:
    if metres is None:
        return "", ""
    if band := band_of(metres, uncertainty):
        return f"{band.least}-{band.most}", ""
    return f"{metres:.0f}", str(walking_minutes(metres))


def _row(
    number: int, hit: Hit, opening: OpeningState, moment: datetime, uncertainty: float, localizer: Localizer
) -> tuple[str, ...]:
    kind, *why = reason_line(hit).items
    said = (kind, Verbatim(hit.place.name), opening_phrase(hit.place, opening, moment), Listing(tuple(why)))
    return (
        str(number),
        _MARKS[hit.match],
        hit.place.code,
        *_far(hit.distance, uncertainty),
        *(localizer.text(part).translate(_ISOLATES) for part in said),
    )


def _table(asked: SearchRequest, locale: str, now: datetime) -> None:
    localizer = Localizer(LOCALES[locale])
    found = hit_page(snapshot().index, asked, now, snapshot().names)
    hits = found.hits
    rows: list[tuple[str, ...]] = [_HEADINGS] if hits.items else []
    for number, (hit, opening) in enumerate(zip(hits.items, found.openings, strict=True), asked.offset + 1):
        rows.append(_row(number, hit, opening, found.moment, asked.uncertainty, localizer))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            text.rjust(width) if heading in _NUMBERS else text.ljust(width)
            for heading, text, width in zip(_HEADINGS, row, widths, strict=True)
        ]
        click.echo("  ".join(cells).rstrip())
    count = hits.count
    click.echo(f"{hits.total} found: {count.certain} certain, {count.likely} likely, {count.perhaps} perhaps")


def _read(options: Mapping[str, Any], now: datetime, of: type[Filters]) -> SearchRequest:
    given = {key: [str(options[key])] for key in single_keys(of) if options[key] is not None}
    given |= {key: list(options[key]) for key in value_keys(of) if options[key]}
    given["language"] = [code for text in given.get("language", []) for code in _languages(text)]
    if given.get("openAt") == ["now"]:
        given["openAt"] = [now.isoformat()]
    if "near" in given:
        point, doubt = _position(services().locator, given["near"][0])
        given["near"] = [f"{point.longitude},{point.latitude}"]
        if doubt and UNCERTAINTY not in given:
            given[UNCERTAINTY] = [str(doubt)]
    return read_search(given, of)


def _option(spec: FilterSpec) -> click.Option:
    several = isinstance(spec, ValueFilter)
    return click.Option([f"--{spec.key.replace('_', '-')}", spec.api_key], multiple=several, help=_HELP.get(spec.name))


def search_command(of: type[Filters] = Filters) -> click.Command:
    """Return the command, with an option for each filter of ``of``."""

    @with_appcontext
    def search(locale: str, as_json: bool, **options: str | tuple[str, ...] | None) -> None:
        try:
            now = services().clock()
            asked = _read(options, now, of)
            if as_json:
                click.echo(search_text(snapshot().index, asked, now, snapshot().names))
            else:
                _table(asked, locale, now)
        except FinderError as error:
            click.echo(str(error), err=True)
            sys.exit(2)

    options: list[click.Parameter] = [
        *map(_option, filters_in(of).values()),
        click.Option(["--near-uncertainty", UNCERTAINTY], help="metres that near may be off"),
        click.Option(["--name"], help="what a place is called, or nearly so; the likeliest first"),
        click.Option(["--limit"], default=str(DEFAULT_LIMIT), show_default=True),
        click.Option(["--offset"], default="0", show_default=True),
        click.Option(["--locale"], type=click.Choice(list(LOCALES)), default="en", show_default=True),
        click.Option(["--json", "as_json"], is_flag=True, help="print the body of /api/v1/places"),
    ]
    return click.Command("search", callback=search, params=options, help=_ABOUT)


def register(app: Flask) -> None:
    """Add the command."""
    app.cli.add_command(search_command())
