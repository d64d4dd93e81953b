"""Which language or two a page speaks: it stands in the path, never in a cookie."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from flask import Flask, g, request, url_for
from markupsafe import Markup
from werkzeug.routing import BaseConverter, ValidationError

from finder.i18n import words
from finder.i18n.catalogues import complete_locales, unreviewed
from finder.i18n.locales import LOCALES, SOURCE, InterfaceLocale, Spoken, parse_spoken
from finder.i18n.phrases import N_, Listing, Phrase, Plural, Sayable
from finder.i18n.voice import Voice
from finder.web.state import state


class SpokenConverter(BaseConverter):
    """``nl`` or ``nl+ar`` as the first part of a path."""

    regex = "[a-z]{2}(?:[+][a-z]{2})?"

    def to_python(self, value: str) -> Spoken:
        spoken = parse_spoken(value)
        if spoken is None:
            raise ValidationError
        return spoken

    def to_url(self, value: Any) -> str:
        return value.path if isinstance(value, Spoken) else str(value)


def negotiated() -> Spoken:
    """Suggest a locale from Accept-Language; Dutch when none of ours is asked for."""
    return Spoken(LOCALES[request.accept_languages.best_match(LOCALES, SOURCE)])


@cache
def _voice(code: str) -> Voice:
    return Voice(LOCALES[code])


def spoken() -> Spoken:
    """Return the languages of this request: those in its path, else those the browser asks for."""
    if "spoken" not in g:
        g.spoken = (request.view_args or {}).get("spoken") or negotiated()
    chosen: Spoken = g.spoken
    return chosen


def voices() -> list[Voice]:
    """Return the one or two voices of this page, the leading one first."""
    return [_voice(locale.code) for locale in spoken().all]


def _phrase(message: Sayable, parameters: dict[str, object]) -> Sayable:
    return Phrase(message, parameters) if isinstance(message, str) and parameters else message


def say(message: Sayable, **parameters: object) -> Markup:
    """Say something on the page, in both languages one under the other when there are two."""
    phrase = _phrase(message, parameters)
    first, *rest = voices()
    if not rest:
        return first.html(phrase)
    second = rest[0]
    leading, beneath = (voice.html(phrase, beside_source=True) for voice in (first, second))
    if leading == beneath:
        return leading
    return Markup(
        '<span class="say"><span class="say-first">{}</span>'
        '<span class="say-second" lang="{}" dir="{}">{}</span></span>'
    ).format(leading, second.locale.code, second.locale.direction, beneath)


def listing(*parts: Sayable | None) -> Listing:
    """Put several things in a row, those that are nothing left out: so each language keeps its own row."""
    return Listing(tuple(part for part in parts if part))


def say_in(locale: InterfaceLocale, message: Sayable) -> Markup:
    """Say something in one given locale, whatever the page speaks."""
    return _voice(locale.code).html(message, beside_source=True)


def plain(message: Sayable, **parameters: object) -> str:
    """Say something where no element can stand: a title, a label for a screen reader."""
    return " / ".join(voice.text(_phrase(message, parameters)) for voice in voices())


def _same_page(target: Spoken) -> str:
    """Return this page in other languages; for a page that is only an answer, the start."""
    if request.method == "GET" and request.endpoint and "spoken" in (request.view_args or {}):
        return url_for(request.endpoint, **{**(request.view_args or {}), "spoken": target})
    return url_for("search.page", spoken=target)


def _led_by(locale: InterfaceLocale) -> Spoken:
    """Return the choice that leads with this locale, the other one still beneath it."""
    second = spoken().second
    return Spoken(locale, second if second != locale else None)


def _turned() -> Spoken:
    """Return the same two languages the other way round."""
    chosen = spoken()
    return Spoken(chosen.second, chosen.first) if chosen.second else chosen


_CHOICES = {
    "same_page": _same_page,
    "led_by": _led_by,
    "turned": _turned,
    "alone": Spoken,
    "beside": lambda locale: Spoken(spoken().first, locale),
}


@cache
def _digest(path: Path) -> str:
    return blake2b(path.read_bytes(), digest_size=4).hexdigest()


def register(app: Flask) -> None:
    """Teach routes and templates about locales, and versioned addresses of static files."""
    app.url_map.converters["spoken"] = SpokenConverter
    static = Path(str(app.static_folder))

    def asset(name: str) -> str:
        return url_for("static", filename=name, v=_digest(static / name))

    @app.context_processor
    def speaking() -> dict[str, Any]:
        by_computer = [locale for locale in spoken().all if unreviewed(locale.code)]
        return {
            "by_computer": by_computer,
            "locales": LOCALES,
            "spoken": spoken,
            "offered_locales": [LOCALES[code] for code in complete_locales()],
            "settings": state().settings,
            **_CHOICES,
        }

    app.jinja_env.globals.update(
        listing=listing, say=say, say_in=say_in, plain=plain, asset=asset, N_=N_, Plural=Plural, words=words
    )
