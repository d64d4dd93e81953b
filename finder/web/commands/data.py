"""``flask import-places``, ``flask data-report`` and ``flask compile-areas``."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click
from flask import Flask

from finder.domain.errors import FinderError, InvalidData
from finder.domain.place import Place
from finder.formats.areas import read_areas
from finder.formats.code_register import GATHERING_IDS, codes_beside, format_codes, registers_beside
from finder.formats.files import finish_replacing, replace_file, replace_files
from finder.formats.import_points import read_import_file
from finder.formats.places_file import format_places, read_places
from finder.geocode.gazetteer import Gazetteer
from finder.geocode.unplaced import UNPLACED_COLUMNS
from finder.usecases.compile_maps import compile_areas
from finder.usecases.import_places import Imported, compare, import_places
from finder.usecases.report_data import format_report, report_data

_DATA = Path("data")
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("import-places")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option("--output", type=_FILE, default=_DATA / "places.geojson", show_default=True)
@click.option("--report", type=_FILE, help="write the fate of every row to this CSV file")
@click.option("--areas", type=_FILE, default=_DATA / "areas.geojson", show_default=True)
@click.option("--gazetteer", type=_FILE, default=_DATA / "gazetteer.json", show_default=True)
@click.option("--dry-run", is_flag=True, help="write nothing but the report")
def import_command(
    files: tuple[Path, ...], output: Path, report: Path | None, areas: Path, gazetteer: Path, dry_run: bool
) -> None:
    """Compile the places file out of all import FILES (CSV or GeoJSON, described in data/import/README.md).

    Every row is accounted for. Codes are kept in codes.csv beside the output, ids of gatherings in gathering_ids.csv,
    and places without a position are listed in unplaced.csv there. Give every file: a place that is in none of them
    is taken out.
    """
    try:
        finish_replacing(output.parent)
        register, gathering_ids = registers_beside(output)
        known = [read_import_file(path) for path in files]
        locate = Gazetteer.load(gazetteer).locate_address
        imported = import_places(known, read_areas(areas), locate, register, gathering_ids)
        _show(imported, output)
        if report:
            replace_file(report, _outcomes(imported).encode())
        if not dry_run:
            content = format_places(imported.places).encode()
            replace_files(
                {
                    output.with_name(GATHERING_IDS): format_codes(gathering_ids).encode(),
                    output.with_name("unplaced.csv"): _unplaced(imported).encode(),
                    codes_beside(output): format_codes(register).encode(),
                    output: content,  # last: it is what a server notices
                }
            )
    except (FinderError, OSError) as error:
        raise click.ClickException(str(error)) from None


def _show(imported: Imported, output: Path) -> None:
    fates = Counter((outcome.origin.file, outcome.fate) for outcome in imported.outcomes)
    for file in dict.fromkeys(file for file, _ in fates):
        counts = ", ".join(f"{count} {fate}" for (name, fate), count in sorted(fates.items()) if name == file)
        click.echo(f"{file}: {counts}")
    changes = Counter(compare(_old_places(output), imported.places).values())
    told = ", ".join(f"{count} {what}" for what, count in sorted(changes.items()))
    click.echo(f"{output}: {len(imported.places)} places ({told or 'none'}); {len(imported.unplaced)} not placed")


def _old_places(output: Path) -> Sequence[Place]:
    if not output.exists():
        return ()
    try:
        return read_places(output)
    except InvalidData as error:
        click.echo(f"the old file is replaced without a comparison: {error}", err=True)
        return ()


def _outcomes(imported: Imported) -> str:
    header = ("file", "line", "row", "fate", "code", "why")
    rows = [
        (outcome.origin.file, outcome.origin.line, outcome.origin.row, outcome.fate, outcome.code, outcome.why)
        for outcome in imported.outcomes
    ]
    return _table(header, rows)


def _unplaced(imported: Imported) -> str:
    rows = []
    for one in imported.unplaced:
        address = one.address
        where = (address.street, address.house_number, address.postcode, address.city)
        rows.append((one.row, one.name, *where, one.reason))
    return _table(UNPLACED_COLUMNS, rows)


_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _inert(cell: object) -> object:
    """Return a cell that a spreadsheet takes for text: whoever looks at a refused row must not run it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([map(_inert, row) for row in rows])
    return text.getvalue()


@click.command("data-report")
@click.option("--places", type=_FILE, default=_DATA / "places.geojson", show_default=True)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="the day that ages are counted from; else today")
def report_command(places: Path, today: date | None) -> None:
    """Print how many places there are and what is known of them, per kind and per district."""
    day = date(today.year, today.month, today.day) if today else date.today()
    try:
        click.echo(format_report(report_data(read_places(places), day)))
    except FinderError as error:
        raise click.ClickException(str(error)) from None


@click.command("compile-areas")
@click.option(
    "--inputs",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="folder with amsterdam_buurten, haarlem_wijken and haarlem_buurten (.geojson)",
)
@click.option("--out", type=_FILE, default=_DATA / "areas.geojson", show_default=True)
def areas_command(inputs: Path, out: Path) -> None:
    """Compile the small map of municipalities, districts and neighbourhoods."""
    try:
        size = compile_areas(inputs, out)
    except (FinderError, OSError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{out}: {size} bytes")


def register(app: Flask) -> None:
    """Add the commands to the application."""
    for command in (import_command, report_command, areas_command):
        app.cli.add_command(command)
