"""``flask build``: make once what would be slow to make per request."""

from __future__ import annotations

from pathlib import Path

import click
from flask import Flask, current_app


@click.command("build")
def build() -> None:
    """Write the map script of Folium to static/vendor."""
    from finder.web.maps import build_map  # Folium takes a second to import; the server never needs it

    build_map(Path(str(current_app.static_folder)) / "vendor/folium-map.js")


def register(app: Flask) -> None:
    """Add the command."""
    app.cli.add_command(build)
