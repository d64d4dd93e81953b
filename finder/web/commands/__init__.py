"""The commands of ``flask --app app``: every module in this folder has a ``register(app)``.

They are imported when a command is asked for, so that a process that serves pages pays for none of them.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import click
from flask import Flask
from flask.cli import AppGroup


class _Commands(AppGroup):
    """The application's commands, loaded the first time somebody looks."""

    def __init__(self, app: Flask) -> None:
        super().__init__(name=app.name, commands=dict(app.cli.commands))
        self._app = app
        self._loaded = False

    def _load(self) -> None:
        if self._loaded:
            return
        self._loaded = True
        for module in sorted(found.name for found in iter_modules(__path__)):
            import_module(f"{__name__}.{module}").register(self._app)

    def list_commands(self, ctx: click.Context) -> list[str]:
        self._load()
        return super().list_commands(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        self._load()
        return super().get_command(ctx, cmd_name)


def register_commands(app: Flask) -> None:
    """Make every command of this folder available under ``flask --app app``."""
    app.cli = _Commands(app)
