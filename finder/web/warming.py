"""What is slow the first time, done before the first visitor has to wait for it."""

from __future__ import annotations

from importlib import import_module
from threading import Thread

from flask import Flask

_PAGES = ("/nl/", "/nl/agenda")
_SEARCH = {"go": "1"}


def warm(app: Flask) -> None:
    """Ask each expensive page once, and import what makes a PDF: together a second of a processor."""
    client = app.test_client()
    for page in _PAGES:
        client.get(page)
    client.post(_PAGES[0], data=_SEARCH)
    import_module("finder.usecases.print_card")


def warm_meanwhile(app: Flask) -> Thread:
    """Do so beside what visitors ask, and return the thread that does."""
    thread = Thread(target=warm, args=(app,), name="warming", daemon=True)
    thread.start()
    return thread
