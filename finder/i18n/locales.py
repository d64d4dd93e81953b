"""The locales of the interface, and the one or two of them that a page speaks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale

SOURCE = "nl"
"""The language messages are written in."""


@cache
def _cldr(code: str) -> Locale:
    # Babel reads its files once, but takes the code apart every time: 60 microseconds, 60 times a page.
    return Locale.parse(code)


@cache
def _direction(code: str) -> str:
    return str(_cldr(code).text_direction)


@dataclass(frozen=True, slots=True)
class InterfaceLocale:
    """A language the interface speaks: its code, its own name in its own script, and its direction."""

    code: str
    endonym: str

    @property
    def cldr(self) -> Locale:
        """Return Babel's data for dates, times, numbers and names."""
        return _cldr(self.code)

    @property
    def direction(self) -> str:
        """Return ``ltr`` or ``rtl``."""
        return _direction(self.code)


LOCALES: dict[str, InterfaceLocale] = {
    code: InterfaceLocale(code, endonym)
    for code, endonym in {
        "nl": "Nederlands",
        "en": "English",
        "ar": "العربية",
        "bg": "Български",
        "es": "Español",
        "fa": "فارسی / دری",
        "fr": "Français",
        "hu": "Magyar",
        "pl": "Polski",
        "pt": "Português",
        "ro": "Română",
        "ru": "Русский",
        "so": "Soomaali",
        "ti": "ትግርኛ",
        "tr": "Türkçe",
        "uk": "Українська",
    }.items()
}


def fallbacks(code: str) -> tuple[str, ...]:
    """Return the locales to try in turn for a message: itself, English, and Dutch, which has every message."""
    return tuple(dict.fromkeys((code, "en", SOURCE)))


@dataclass(frozen=True, slots=True)
class PageLocales:
    """The language a page leads with, and the one that stands beneath it, if there is one."""

    first: InterfaceLocale
    second: InterfaceLocale | None = None

    @property
    def path(self) -> str:
        """Return the part of the address that carries this choice: ``nl`` or ``nl+ar``."""
        return f"{self.first.code}+{self.second.code}" if self.second else self.first.code

    @property
    def all(self) -> tuple[InterfaceLocale, ...]:
        """Return the one or two locales, the leading one first."""
        return (self.first, self.second) if self.second else (self.first,)

    @property
    def at_the_door(self) -> tuple[InterfaceLocale, ...]:
        """Return Dutch, for who opens the door, and the language of who knocks, if that is another."""
        others = [locale for locale in reversed(self.all) if locale.code != SOURCE]
        return (LOCALES[SOURCE], *others[:1])


def parse_page_locales(text: str) -> PageLocales | None:
    """Read ``nl`` or ``nl+ar``; None for anything but one or two different locales of the interface."""
    codes = text.split("+")
    if len(codes) > 2 or len(set(codes)) < len(codes) or any(code not in LOCALES for code in codes):
        return None
    return PageLocales(*(LOCALES[code] for code in codes))
