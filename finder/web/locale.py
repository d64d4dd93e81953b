"""Which language or two a page speaks: it stands in the path, never in a cookie."""

from __future__ import annotations

from functools import cache
from typing import Any

from flask import Flask, g, request
from werkzeug.routing import BaseConverter, ValidationError

from finder.i18n.catalogues import complete_locales, unreviewed
from finder.i18n.locales import LOCALES, SOURCE, PageLocales, parse_page_locales
from finder.web.language_menu import LanguageMenu, language_menu
from finder.web.services import services
from finder.wording.credits import ATTRIBUTION


class PageLocalesConverter(BaseConverter):
    """``nl`` or ``nl+ar`` as the first part of a path."""

    regex = "[a-z]{2}(?:[+][a-z]{2})?"

    def to_python(self, value: str) -> PageLocales:
        chosen = parse_page_locales(value)
        if chosen is None:
            raise ValidationError
        return chosen

    def to_url(self, value: Any) -> str:
        return value.path if isinstance(value, PageLocales) else str(value)


def negotiated() -> PageLocales:
    """Suggest a locale from Accept-Language; Dutch when none of ours is asked for."""
    return PageLocales(LOCALES[request.accept_languages.best_match(LOCALES, SOURCE)])


def page_locales() -> PageLocales:
    """Return the languages of this request: those in its path, else those the browser asks for."""
    if "page_locales" not in g:
        g.page_locales = (request.view_args or {}).get("locales") or negotiated()
    chosen: PageLocales = g.page_locales
    return chosen


def _same_page(target: PageLocales) -> str:
    """Return this page in other languages; for a page that is only an answer, the start."""
    rest = "/"
    if request.method == "GET" and "locales" in (request.view_args or {}):
        rest = request.path.removeprefix(f"/{page_locales().path}")
    # Not by url_for: a page has 33 of these, and they would take as long as all its words.
    return f"{request.script_root}/{target.path}{rest}"


@cache
def _language_menu(chosen: PageLocales) -> LanguageMenu:
    return language_menu(chosen, [LOCALES[code] for code in complete_locales()])


def register(app: Flask) -> None:
    """Teach routes and templates about locales, and versioned addresses of static files."""
    app.url_map.converters["locales"] = PageLocalesConverter

    @app.context_processor
    def speaking() -> dict[str, Any]:
        return {
            "attribution": ATTRIBUTION,
            "by_computer": any(unreviewed(locale.code) for locale in page_locales().all),
            "language_menu": _language_menu(page_locales()),
            "page_locales": page_locales,
            "same_page": _same_page,
            "settings": services().settings,
        }
