"""What templates say: words in the one or two languages of the page, counts, pictograms and addresses of files.

A page says some three hundred things, nearly all the same on every page of the same languages: those are made once.
What belongs to one visitor (where he starts, how far a place is from there) is never kept.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from flask import Flask, g, request
from markupsafe import Markup

from finder.i18n.locales import LOCALES, InterfaceLocale, PageLocales
from finder.i18n.localizer import Localizer
from finder.i18n.phrases import N_, Listing, Phrase, Plural, Sayable, said_alike
from finder.web.locale import page_locales
from finder.wording.field_words import FIELD_WORDS
from finder.wording.form_words import likely_phrase
from finder.wording.sensitive import SENSITIVE


@cache
def localizer_of(code: str) -> Localizer:
    """Return the one localizer of a locale, by its code."""
    return Localizer(LOCALES[code], SENSITIVE)


class Speaker:
    """Says phrases in the one or two languages of a page, and remembers what is said alike every time."""

    def __init__(self, locales: PageLocales) -> None:
        self.localizers = tuple(localizer_of(locale.code) for locale in locales.all)
        self._html: dict[Sayable, Markup] = {}
        self._counts: dict[tuple[int, int], Markup] = {}

    def say(self, message: Sayable, **parameters: object) -> Markup:
        """Say something as HTML, one language under the other when there are two."""
        if parameters or not said_alike(message):
            return self._both(_phrase(message, parameters))
        said = self._html.get(message)
        if said is None:
            said = self._html[message] = self._both(message)
        return said

    def _both(self, phrase: Sayable) -> Markup:
        first, *rest = self.localizers
        if not rest:
            return first.html(phrase)
        second = rest[0]
        leading, beneath = (localizer.html(phrase, beside_source=True) for localizer in (first, second))
        if leading == beneath:
            return leading
        # Both are Markup already; Markup.format would take them apart and escape them again, 300 times a page.
        turned = f'lang="{second.locale.code}" dir="{second.locale.direction}"'
        return Markup(
            f'<span class="say"><span class="say-first">{leading}</span>'
            f'<span class="say-second" {turned}>{beneath}</span></span>'
        )

    def say_text(self, message: Sayable, **parameters: object) -> str:
        """Say something where no element can stand: a title, a label for a screen reader."""
        return " / ".join(localizer.text(_phrase(message, parameters)) for localizer in self.localizers)

    def count(self, certain: int, likely: int = 0) -> Markup:
        """Say how many places there are, and how many likely ones more: to look at, and as words for who listens."""
        said = self._counts.get((certain, likely))
        if said is None:
            heard = [Plural("%(count)s plek", "%(count)s plekken", certain)]
            if likely:
                heard.append(likely_phrase(likely))
            more = f' <span class="count-likely">+ {likely}?</span>' if likely else ""
            said = self._counts[certain, likely] = Markup(
                f'<span class="count"><span aria-hidden="true">{certain}{more}</span>'
                f'<span class="visually-hidden">{Markup.escape(self.say_text(Listing(tuple(heard))))}</span></span>'
            )
        return said


def say_in(locale: InterfaceLocale, message: Sayable) -> Markup:
    """Say something in one given locale, whatever the page speaks."""
    return localizer_of(locale.code).html(message, beside_source=True)


def _phrase(message: Sayable, parameters: dict[str, object]) -> Sayable:
    return Phrase(message, parameters) if isinstance(message, str) and parameters else message


@cache
def _speaker_of(locales: PageLocales) -> Speaker:
    return Speaker(locales)


def speaker() -> Speaker:
    """Return the speaker of this page."""
    if "speaker" not in g:
        g.speaker = _speaker_of(page_locales())
    chosen: Speaker = g.speaker
    return chosen


@lru_cache(maxsize=1024)
def _drawn(sprite: str, name: str) -> Markup:
    drawing = Markup.escape(f"{sprite}#i-{name}")
    return Markup(f'<svg class="pictogram" aria-hidden="true" focusable="false"><use href="{drawing}"/></svg>')


def _assets(app: Flask) -> Callable[[str], str]:
    """Return what gives the address of a static file, which changes with its content and so may be kept for a year."""
    folder, path = Path(str(app.static_folder)), str(app.static_url_path)

    @cache
    def versioned(name: str) -> str:
        return f"{path}/{name}?v={blake2b((folder / name).read_bytes(), digest_size=4).hexdigest()}"

    return lambda name: request.script_root + versioned(name)


def register(app: Flask) -> None:
    """Give templates what they say with."""
    asset = _assets(app)

    @app.context_processor
    def saying() -> dict[str, Any]:
        chosen, sprite = speaker(), asset("vendor/pictograms.svg")
        return {
            "say": chosen.say,
            "say_text": chosen.say_text,
            "count": chosen.count,
            "pictogram": lambda name: _drawn(sprite, name),
        }

    app.jinja_env.globals.update(say_in=say_in, asset=asset, N_=N_, Plural=Plural, asks=FIELD_WORDS)
