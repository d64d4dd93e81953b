"""Parts of pages that are the same for every visitor: made once for each snapshot of the places, then only put in.

A template wraps such a part in ``{% call once("what", "of what") %}``; whatever it shows must follow from those words,
the languages of the page and the published places, never from what a visitor asked.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any
from weakref import WeakKeyDictionary

from flask import Flask, request
from markupsafe import Markup

from finder.usecases.library import Snapshot
from finder.web.locale import page_locales
from finder.web.services import snapshot

MOST_KEPT = 20_000
"""About 20 MB: all places in eight pairs of languages. With more, the making starts anew."""

_Parts = dict[tuple[str, ...], Markup]
_kept: WeakKeyDictionary[Snapshot, _Parts] = WeakKeyDictionary()
"""By snapshot, so that it goes when the snapshot does."""

MOST_PAGES_KEPT = 64
"""About 8 MB; a shelter uses a handful of pairs of languages."""

_pages: WeakKeyDictionary[Snapshot, dict[tuple[str, str], tuple[Hashable, str]]] = WeakKeyDictionary()
"""Whole pages that nobody has asked anything of yet, by root and path, each with what it holds for."""


def kept_page(holds_for: Hashable, make: Callable[[], str]) -> str:
    """Return a page that answers no question, made once for each snapshot of the places while ``holds_for`` stays.

    ``holds_for`` is all that the page says of the time: the day, or what of today is over.
    """
    pages, key = _pages.setdefault(snapshot(), {}), (request.script_root, request.path)
    held_for, page = pages.get(key, (None, ""))
    if held_for != holds_for:
        page = make()
        if len(pages) >= MOST_PAGES_KEPT:
            pages.clear()
        pages[key] = holds_for, page
    return page


def _once_on_this_page() -> Callable[..., Markup]:
    """Return ``once(*what, caller)``, which gives a part of the page; ``caller`` makes it where nobody has before."""
    parts, page = _kept.setdefault(snapshot(), {}), (request.script_root, page_locales().path)

    def once(*what: str, caller: Callable[[], Markup]) -> Markup:
        key = page + what
        part = parts.get(key)
        if part is None:
            if len(parts) >= MOST_KEPT:
                parts.clear()
            part = parts[key] = caller()
        return part

    return once


def register(app: Flask) -> None:
    """Give templates what makes a part once."""

    @app.context_processor
    def fragments() -> dict[str, Any]:
        return {"once": _once_on_this_page()}
