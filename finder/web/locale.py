"""Which language or two a page speaks: it stands in the path, never in a cookie."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from flask import Flask, g, request, url_for
from markupsafe import Markup
from werkzeug.routing import BaseConverter, ValidationError

from finder.i18n.catalogues import complete_locales, unreviewed
from finder.i18n.locales import LOCALES, SOURCE, InterfaceLocale, PageLocales, parse_page_locales
from finder.i18n.localizer import Localizer
from finder.i18n.phrases import N_, Phrase, Plural, Sayable
from finder.web.services import services
from finder.wording import words
from finder.wording.sensitive import SENSITIVE


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


@cache
def _localizer(code: str) -> Localizer:
    return Localizer(LOCALES[code], SENSITIVE)


def page_locales() -> PageLocales:
    """Return the languages of this request: those in its path, else those the browser asks for."""
    if "page_locales" not in g:
        g.page_locales = (request.view_args or {}).get("locales") or negotiated()
    chosen: PageLocales = g.page_locales
    return chosen


def localizers() -> list[Localizer]:
    """Return the one or two localizers of this page, the leading one first."""
    if "localizers" not in g:
        g.localizers = [_localizer(locale.code) for locale in page_locales().all]
    chosen: list[Localizer] = g.localizers
    return chosen


def _phrase(message: Sayable, parameters: dict[str, object]) -> Sayable:
    return Phrase(message, parameters) if isinstance(message, str) and parameters else message


def say(message: Sayable, **parameters: object) -> Markup:
    """Say something on the page, in both languages one under the other when there are two."""
    phrase = _phrase(message, parameters)
    first, *rest = localizers()
    if not rest:
        return first.html(phrase)
    second = rest[0]
    leading, beneath = (localizer.html(phrase, beside_source=True) for localizer in (first, second))
    if leading == beneath:
        return leading
    # Both are Markup already; Markup.format would take them apart and escape them again, three hundred times a page.
    return Markup(
        f'<span class="say"><span class="say-first">{leading}</span>'
        f'<span class="say-second" lang="{second.locale.code}" dir="{second.locale.direction}">{beneath}</span></span>'
    )


def say_in(locale: InterfaceLocale, message: Sayable) -> Markup:
    """Say something in one given locale, whatever the page speaks."""
    return _localizer(locale.code).html(message, beside_source=True)


def say_text(message: Sayable, **parameters: object) -> str:
    """Say something where no element can stand: a title, a label for a screen reader."""
    return " / ".join(localizer.text(_phrase(message, parameters)) for localizer in localizers())


def _same_page(target: PageLocales) -> str:
    """Return this page in other languages; for a page that is only an answer, the start."""
    if request.method == "GET" and request.endpoint and "locales" in (request.view_args or {}):
        return url_for(request.endpoint, **{**(request.view_args or {}), "locales": target})
    return url_for("search.page", locales=target)


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


@cache
def _digest(path: Path) -> str:
    return blake2b(path.read_bytes(), digest_size=4).hexdigest()


def register(app: Flask) -> None:
    """Teach routes and templates about locales, and versioned addresses of static files."""
    app.url_map.converters["locales"] = PageLocalesConverter
    static = Path(str(app.static_folder))

    def asset(name: str) -> str:
        return url_for("static", filename=name, v=_digest(static / name))

    @app.context_processor
    def speaking() -> dict[str, Any]:
        by_computer = [locale for locale in page_locales().all if unreviewed(locale.code)]
        return {
            "by_computer": by_computer,
            "all_locales": LOCALES,
            "page_locales": page_locales,
            "offered_locales": [LOCALES[code] for code in complete_locales()],
            "settings": services().settings,
            **_CHOICES,
        }

    app.jinja_env.globals.update(
        say=say, say_in=say_in, say_text=say_text, asset=asset, N_=N_, Plural=Plural, words=words
    )
