"""``flask geocode`` and ``flask compile-gazetteer``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
from flask import Flask
from flask.cli import with_appcontext

from finder.domain.errors import FinderError
from finder.geocode.pdok import Locatieserver, locatieserver_from
from finder.geocode.unplaced import GEOCODED_COLUMNS, UNPLACED_COLUMNS, read_table, write_geocoded
from finder.usecases.compile_gazetteer import compile_gazetteer
from finder.usecases.geocode_unplaced import geocode_unplaced
from finder.web.services import services

_FILE = click.Path(path_type=Path, dir_okay=False)


def _server(base_url: str | None) -> Locatieserver:
    """The operator's own address wins; whoever calls this command wants to ask, also when pages may not."""
    if base_url:
        return Locatieserver(base_url)
    return locatieserver_from(services().settings.locatieserver) or Locatieserver()


@click.command("geocode")
@click.option("--unplaced", type=_FILE, default=Path("data/unplaced.csv"), show_default=True)
@click.option("--out", type=_FILE, default=Path("data/import/geocoded.csv"), show_default=True)
@click.option("--base-url", help="Locatieserver; else PDOK_LOCATIESERVER, else PDOK's own address")
@click.option("--pause", type=click.FloatRange(0, 10), default=0.1, show_default=True, help="seconds between two")
@with_appcontext
def geocode(unplaced: Path, out: Path, base_url: str | None, pause: float) -> None:
    """Place what the import could not place, through PDOK Locatieserver.

    Reads the rows of --unplaced, asks for exactly their address and adds the positions to --out for the next
    import. Rows that stand in --out already are not asked again. Needs a network.
    """
    try:
        rows = read_table(unplaced, UNPLACED_COLUMNS)
        known = read_table(out, GEOCODED_COLUMNS) if out.exists() else []
        found = geocode_unplaced(rows, known, _server(base_url), date.today(), pause)
        if found.changed:
            out.parent.mkdir(parents=True, exist_ok=True)
            write_geocoded(out, found.rows)
    except (FinderError, OSError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{len(rows)} rows, {found.before} placed before")
    for what, count in sorted(found.counts.items()):
        click.echo(f"{count:6d}  {what}")


@click.command("compile-gazetteer")
@click.option(
    "--inputs",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="folder of the files that the manifest names",
)
@click.option("--manifest", type=_FILE, default=Path("data/gazetteer.toml"), show_default=True)
@click.option("--out", type=_FILE, default=Path("data/gazetteer.json"), show_default=True)
def compile_command(inputs: Path, manifest: Path, out: Path) -> None:
    """Compile the offline gazetteer from files of facts, and account for every row.

    Streets and house numbers go to a file beside --out, which names it and its sum.
    """
    try:
        written = compile_gazetteer(manifest, inputs, out)
    except (FinderError, OSError) as error:
        raise click.ClickException(str(error)) from None
    if beside := written.streets_file:
        click.echo(f"{beside.path}: {written.streets} streets, {beside.size} bytes")
    for file, counts in written.counts.items():
        click.echo(f"{file}: " + ", ".join(f"{count} {what}" for what, count in counts.items()))
    entries = written.entries
    click.echo(
        f"{out}: {len(entries.postcodes)} postcodes, {len(entries.addresses)} addresses, "
        f"{len(entries.names)} names, {written.file.size} bytes"
    )


def register(app: Flask) -> None:
    """Add the commands to the application."""
    app.cli.add_command(geocode)
    app.cli.add_command(compile_command)
