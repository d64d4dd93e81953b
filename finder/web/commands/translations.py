"""``flask translations``: how much of each catalogue is translated, and by whom."""

from __future__ import annotations

import click
from flask import Flask

from finder.i18n.catalogues import MessageState
from finder.usecases.report_translations import report_translations


@click.command("translations")
def translations() -> None:
    """Print per locale how many messages there are of each state."""
    click.echo("locale  " + "  ".join(f"{state!s:>21}" for state in MessageState))
    for code, counts in report_translations().items():
        told = "has no catalogue" if counts is None else "  ".join(f"{counts[state]:>21}" for state in MessageState)
        click.echo(f"{code:<6}  {told}")


def register(app: Flask) -> None:
    """Add the command."""
    app.cli.add_command(translations)
