"""Which language or two a page speaks: it stands in the path, never in a cookie."""

from __future__ import annotations

from typing import Any

from flask import Flask, g, request
from werkzeug.routing import BaseConverter, ValidationError

from finder.i18n.catalogues import complete_locales, unreviewed
from finder.i18n.locales import LOCALES, SOURCE, InterfaceLocale, PageLocales, parse_page_locales
from finder.web.services import services
from finder.wording import words


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


def _led_by(locale: InterfaceLocale) -> PageLocales:
    """Return the choice that leads with this locale, the other one still beneath it."""
    second = page_locales().second
    return PageLocales(locale, second if second != locale else None)


def _turned() -> PageLocales:
    """Return the same two languages the other way round."""
    chosen = page_locales()
    return PageLocales(chosen.second, chosen.first) if chosen.second else chosen


_CHOICES = {
    "same_page": _same_page,
    "led_by": _led_by,
    "turned": _turned,
    "alone": PageLocales,
    "beside": lambda locale: PageLocales(page_locales().first, locale),
}


def register(app: Flask) -> None:
    """Teach routes and templates about locales, and versioned addresses of static files."""
    app.url_map.converters["locales"] = PageLocalesConverter

    @app.context_processor
    def speaking() -> dict[str, Any]:
        by_computer = [locale for locale in page_locales().all if unreviewed(locale.code)]
        return {
            "by_computer": by_computer,
            "all_locales": LOCALES,
            "page_locales": page_locales,
            "offered_locales": [LOCALES[code] for code in complete_locales()],
            "settings": services().settings,
            "words": words,
            **_CHOICES,
        }
