"""``flask search``: the same hits as the page and the API, as a table or as the API's body."""

from __future__ import annotations

import json
import sys

import click
from flask import Flask

from finder.domain.errors import FinderError, InvalidInput
from finder.domain.geometry import Point, parse_position
from finder.i18n.languages import LANGUAGES, find_language
from finder.i18n.locales import LOCALES
from finder.i18n.voice import Voice
from finder.web.api.parameters import DEFAULT_LIMIT, SINGLE_KEYS, VOCABULARY_KEYS, read_search
from finder.web.api.v1 import search_body
from finder.web.sentences import reason_line
from finder.web.state import State, state


def _position(loaded: State, text: str) -> Point:
    if text[:1].isdigit() and "," in text and not any(character.isalpha() for character in text):
        return parse_position("near", text)
    found = loaded.locator.find(text)
    if not found:
        raise InvalidInput("near", text, "a place that the gazetteer knows, or longitude,latitude")
    if len(found) > 1 and not found[0].certain:
        for item in found:
            click.echo(f"  {item.label}  ({item.point.longitude},{item.point.latitude})", err=True)
        raise InvalidInput("near", text, "clear: choose one of the above")
    return found[0].point


def _language(text: str) -> str:
    code = find_language(text, [Voice(LOCALES[locale]) for locale in ("nl", "en")])
    if code is None:
        raise InvalidInput("language", text, f"a language by code or name; codes are {', '.join(LANGUAGES)}")
    return code


def _table(loaded: State, given: dict[str, list[str]], locale: str) -> None:
    asked = read_search(given)
    hits = loaded.index.search(asked.filters, now=loaded.now(), limit=asked.limit, offset=asked.offset)
    voice = Voice(LOCALES[locale])
    for number, hit in enumerate(hits.items, asked.offset + 1):
        mark = "✓" if hit.match == "yes" else "?"
        far = "" if hit.distance is None else f"{hit.distance:.0f} m"
        why = voice.text(reason_line(hit))
        click.echo(f"{number:>4} {mark} {hit.place.code}  {far:>8}  {hit.opening.state:<7}  {hit.place.name}  ({why})")
    click.echo(f"{hits.total} found: {hits.certain} certain, {hits.perhaps} perhaps")


@click.command("search")
@click.option("--near", help="postcode, address, neighbourhood, stop, or longitude,latitude")
@click.option("--within", help="metres")
@click.option("--kind", multiple=True)
@click.option("--language", multiple=True, help="code or name, such as ti or Tigrinya")
@click.option("--religion", multiple=True)
@click.option("--denomination", multiple=True)
@click.option("--community", multiple=True)
@click.option("--need", multiple=True)
@click.option("--not-religion", "notReligion", multiple=True)
@click.option("--not-community", "notCommunity", multiple=True)
@click.option("--open-at", "openAt", help='"now", or RFC 3339 such as 2026-11-25T10:00:00+01:00')
@click.option("--unknown", help="include (default) or exclude")
@click.option("--limit", default=str(DEFAULT_LIMIT), show_default=True)
@click.option("--offset", default="0", show_default=True)
@click.option("--locale", type=click.Choice(list(LOCALES)), default="en", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="print the body of /api/v1/places")
def search(locale: str, as_json: bool, **options: str | tuple[str, ...] | None) -> None:
    """Find places. Options of one name mean or, different ones mean and."""
    try:
        loaded = state()
        given = {key: [str(options[key])] for key in SINGLE_KEYS if options[key] is not None}
        given |= {key: list(options[key] or ()) for key in VOCABULARY_KEYS if options[key]}
        given["language"] = [_language(text) for text in given.get("language", [])]
        if given.get("openAt") == ["now"]:
            given["openAt"] = [loaded.now().isoformat()]
        if "near" in given:
            point = _position(loaded, given["near"][0])
            given["near"] = [f"{point.longitude},{point.latitude}"]
        if as_json:
            click.echo(json.dumps(search_body(loaded, read_search(given)), ensure_ascii=False, indent=2))
        else:
            _table(loaded, given, locale)
    except FinderError as error:
        click.echo(str(error), err=True)
        sys.exit(2)


def register(app: Flask) -> None:
    """Add the command."""
    app.cli.add_command(search)
