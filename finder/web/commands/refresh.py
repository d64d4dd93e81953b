"""``flask refresh osm`` and ``flask refresh meetings``: import files of what others know today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click
from flask import Flask
from flask.cli import AppGroup

from finder.domain.errors import FinderError, InvalidInput
from finder.domain.geometry import BBox, parse_bbox
from finder.formats.code_register import registers_beside
from finder.formats.files import replace_files
from finder.formats.places_file import read_places
from finder.refresh.client import PoliteClient
from finder.refresh.destinations import parse_address
from finder.refresh.osm_objects import OVERPASS_URL
from finder.refresh.versions import format_versions, read_versions
from finder.usecases.refresh_meetings import Feed, FeedFormat, houses, refresh_meetings
from finder.usecases.refresh_osm import Refreshed, read_osm_extract, refresh_osm
from finder.web.services import services

_FILE = click.Path(path_type=Path, dir_okay=False)
_PLACES = Path("data/places.geojson")
_BBOX = "4.58,52.27,5.11,52.44"
_PARTS = ("places.csv", "facts.csv", "versions.json")


def _box(context: click.Context, parameter: click.Parameter, value: str) -> BBox:
    try:
        return parse_bbox("bbox", value)
    except InvalidInput as error:
        raise click.BadParameter(str(error)) from None


def _address(context: click.Context, parameter: click.Parameter, value: str) -> str:
    try:
        return parse_address(str(parameter.name), value)
    except InvalidInput as error:
        raise click.BadParameter(str(error)) from None


def _feeds(format: FeedFormat) -> Callable[[click.Context, click.Parameter, tuple[str, ...]], list[Feed]]:
    def read(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> list[Feed]:
        feeds = []
        for value in values:
            label, equals, address = value.partition("=")
            if not (label.strip() and equals):
                raise click.BadParameter("give NAME=ADDRESS, such as AA=https://example.org/meetings.json")
            feeds.append(Feed(label.strip(), format, _address(context, parameter, address)))
        return feeds

    return read


def _common(out: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    options = [
        click.option("--bbox", default=_BBOX, show_default=True, callback=_box, help="west,south,east,north"),
        click.option("--out", type=_FILE, default=Path(out), show_default=True, help="how the files begin"),
        click.option("--contact", help="where you are reached; else SAMENPLEK_OPERATOR_MAIL"),
    ]

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


group = AppGroup("refresh", help="Ask others what they know today, and write it as files for import-places.")


@group.command("osm")
@click.option("--overpass", default=OVERPASS_URL, show_default=True, callback=_address, help="an Overpass server")
@click.option("--file", "extract", type=_FILE, help="read an .osm or .osm.pbf file instead; needs no network")
@_common("data/import/refreshed_osm")
def osm(overpass: str, extract: Path | None, bbox: BBox, out: Path, contact: str | None) -> None:
    """Fetch places of worship, community centres, drop-ins and libraries from OpenStreetMap.

    With their hours, languages, telephone and wheelchair access, as far as somebody wrote them down. Nothing is
    published: give the files to import-places beside the others.
    """
    try:
        if extract:
            found: Refreshed | None = read_osm_extract(extract, bbox, date.today())
        else:
            client = PoliteClient(_contact(contact), [overpass])
            found = refresh_osm(overpass, client, bbox, _known(out), date.today())
        _write(out, found)
    except (FinderError, OSError) as error:
        raise click.ClickException(str(error)) from None


@group.command("meetings")
@click.option("--tsml", multiple=True, callback=_feeds(FeedFormat.TSML), help="NAME=ADDRESS of a Meeting Guide feed")
@click.option("--bmlt", multiple=True, callback=_feeds(FeedFormat.BMLT), help="NAME=ADDRESS of a BMLT main_server")
@click.option("--places", type=_FILE, default=_PLACES, show_default=True, help="in which of these is it held?")
@_common("data/import/refreshed_meetings")
def meetings(tsml: list[Feed], bmlt: list[Feed], places: Path, bbox: BBox, out: Path, contact: str | None) -> None:
    """Fetch weekly meetings of fellowships such as AA and NA, from feeds in either of their two formats.

    Nothing is published: give the files to import-places beside the others.
    """
    feeds = [*tsml, *bmlt]
    if not feeds:
        raise click.UsageError("give at least one --tsml or --bmlt")
    try:
        known = houses(read_places(places), registers_beside(places)[0])
        client = PoliteClient(_contact(contact), [feed.url for feed in feeds])
        _write(out, refresh_meetings(feeds, client, known, bbox, _known(out), date.today()))
    except (FinderError, OSError) as error:
        raise click.ClickException(str(error)) from None


def _contact(given: str | None) -> str:
    contact = given or services().settings.operator_mail
    if not contact:
        raise click.UsageError("give --contact, or set SAMENPLEK_OPERATOR_MAIL: whoever is asked wants to know by whom")
    return contact


def _paths(out: Path) -> tuple[Path, Path, Path]:
    places, facts, versions = (out.with_name(f"{out.name}_{part}") for part in _PARTS)
    return places, facts, versions


def _known(out: Path) -> dict[str, Any]:
    """What we have is known by its version only while its files are there."""
    *files, versions = _paths(out)
    return read_versions(versions) if all(file.exists() for file in files) else {}


def _write(out: Path, found: Refreshed | None) -> None:
    if found is None:
        click.echo("nothing has changed since the last time; the files stay as they are")
        return
    places, facts, versions = _paths(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    # The versions last: with new ones beside old files, what is missing would never be asked for again.
    contents = (*found.rows.files(), format_versions(found.versions))
    replace_files(dict(zip((places, facts, versions), contents, strict=True)))
    rows = found.rows
    for each in rows.refused:
        part = f" {each.part}:" if each.part else ""
        click.echo(f"refused: number {each.number}, {each.what}:{part} {each.why}", err=True)
    left_out = sum(each.sensitive for each in rows.refused)
    whole = sum(not each.part for each in rows.refused) - left_out
    click.echo(
        f"{found.fetched} fetched; {whole} refused, {left_out} that must not be found, {found.elsewhere} elsewhere"
    )
    click.echo(f"{places}: {len(rows.places)} places")
    parts = sum(bool(each.part) for each in rows.refused)
    click.echo(f"{facts}: {len(rows.facts)} facts; {parts} refused")


def register(app: Flask) -> None:
    """Add the commands to the application."""
    app.cli.add_command(group)
