"""``flask translations``: how much of each catalogue is translated, and by whom."""

from __future__ import annotations

import click
from flask import Flask

from finder.i18n.catalogues import MessageState, catalogue_path, summary
from finder.i18n.locales import LOCALES


@click.command("translations")
def translations() -> None:
    """Print per locale how many messages there are of each state."""
    click.echo("locale  " + "  ".join(f"{state!s:>21}" for state in MessageState))
    for code in LOCALES:
        if not catalogue_path(code).exists():
            click.echo(f"{code:<6}  has no catalogue")
            continue
        counts = summary(code)
        click.echo(f"{code:<6}  " + "  ".join(f"{counts[state]:>21}" for state in MessageState))


def register(app: Flask) -> None:
    """Add the command."""
    app.cli.add_command(translations)
