"""What operators do on the command line. A command's module is imported when the command is called, not before."""

from __future__ import annotations

from importlib import import_module

import click
from flask import Flask
from flask.cli import AppGroup

MODULES = {
    "basemap": "basemap",
    "build": "build",
    "compile-areas": "data",
    "compile-basemap": "basemap",
    "compile-gazetteer": "geocode",
    "data-report": "data",
    "geocode": "geocode",
    "import-places": "data",
    "refresh": "refresh",
    "search": "search",
    "translations": "translations",
}
"""Command -> its module here, so that the server starts without what only commands need."""


class _Commands(AppGroup):
    def __init__(self, app: Flask) -> None:
        super().__init__(name=app.name)
        self._app = app

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *MODULES})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in MODULES and cmd_name not in self.commands:
            import_module(f"finder.web.commands.{MODULES[cmd_name]}").register(self._app)
        return super().get_command(ctx, cmd_name)


def register_commands(app: Flask) -> None:
    """Give the application its commands, each loaded when it is called."""
    app.cli = _Commands(app)
