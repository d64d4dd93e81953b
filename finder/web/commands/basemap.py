"""``flask basemap`` and ``flask compile-basemap``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
from flask import Flask

from finder.basemap.features import BUDGET
from finder.basemap.top10nl import TOP10NL_URL
from finder.domain.errors import FinderError
from finder.domain.geometry import SERVED_AREA, BBox
from finder.usecases.compile_maps import WrittenBasemap, compile_basemap, rebuild_basemap

_FILE = click.Path(path_type=Path, dir_okay=False)
_OUT = click.option("--out", type=_FILE, default=Path("data/basemap.geojson"), show_default=True)


def _box(context: click.Context, parameter: click.Parameter, value: str) -> BBox:
    try:
        west, south, east, north = (float(part) for part in value.split(","))
    except ValueError:
        raise click.BadParameter("give west,south,east,north in degrees") from None
    bbox = BBox(west, south, east, north)
    inside = SERVED_AREA
    if not (inside.west <= west < east <= inside.east + 0.1 and inside.south <= south < north <= inside.north):
        raise click.BadParameter("lies outside the served area, or has its corners swapped")
    return bbox


@click.command("basemap")
@click.option("--top10nl", "from_top10nl", is_flag=True, help="fetch from PDOK (needs a network)")
@click.option("--osm", "osm_file", type=_FILE, help="read an .osm or .osm.pbf file instead")
@click.option("--base-url", default=TOP10NL_URL, show_default=True, help="the OGC API of TOP10NL")
@click.option("--bbox", default="4.58,52.27,5.11,52.44", show_default=True, callback=_box)
@click.option("--budget", type=int, default=BUDGET, show_default=True, help="most bytes after gzip")
@_OUT
def basemap(from_top10nl: bool, osm_file: Path | None, base_url: str, bbox: BBox, budget: int, out: Path) -> None:
    """Replace the coarse water and parks of the basemap by real ones, and add roads and railways.

    From Kadaster TOP10NL through PDOK (--top10nl), or from an OpenStreetMap file (--osm), which also has stations
    and ferries. What the source does not have stays as it is. As fine as --budget allows.
    """
    if from_top10nl == (osm_file is not None):
        raise click.UsageError("choose one of --top10nl and --osm FILE")
    try:
        written = rebuild_basemap(osm_file or base_url, bbox, budget, date.today(), out)
    except (FinderError, OSError) as error:
        raise click.ClickException(str(error)) from None
    _tell(out, written)
    click.echo(f"corners simplified to {written.tolerance} m")


@click.command("compile-basemap")
@click.option(
    "--inputs",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="folder of the files that the manifest names",
)
@click.option("--manifest", type=_FILE, default=Path("data/basemap.toml"), show_default=True)
@_OUT
def compile_command(inputs: Path, manifest: Path, out: Path) -> None:
    """Compile the coarse offline basemap from local files."""
    try:
        written = compile_basemap(manifest, inputs, out)
    except (FinderError, OSError) as error:
        raise click.ClickException(str(error)) from None
    _tell(out, written)


def _tell(out: Path, written: WrittenBasemap) -> None:
    click.echo(f"{out}: {written.features} features, {written.size} bytes, {written.zipped} after gzip")


def register(app: Flask) -> None:
    """Add the commands to the application."""
    app.cli.add_command(basemap)
    app.cli.add_command(compile_command)
