"""The menu of languages: which ones a page can lead with, and which can stand beneath."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from finder.i18n.locales import LOCALES, SOURCE, InterfaceLocale, PageLocales


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """A language to choose, and what the page speaks when it is chosen."""

    locale: InterfaceLocale
    locales: PageLocales
    current: bool


@dataclass(frozen=True, slots=True)
class LanguageMenu:
    """What can be chosen. ``turned`` and ``alone`` are None in one language, ``in_dutch`` is where Dutch leads."""

    leading: tuple[LanguageChoice, ...]
    beneath: tuple[LanguageChoice, ...]
    turned: PageLocales | None
    alone: PageLocales | None
    in_dutch: PageLocales | None


def language_menu(chosen: PageLocales, offered: Sequence[InterfaceLocale]) -> LanguageMenu:
    """Lay out the menu of a page that speaks ``chosen``. Whichever comes to lead, the other one stays beneath."""
    first, second = chosen.first, chosen.second
    return LanguageMenu(
        leading=tuple(
            LanguageChoice(locale, PageLocales(locale, None if locale == second else second), locale == first)
            for locale in offered
        ),
        beneath=tuple(
            LanguageChoice(locale, PageLocales(first, locale), locale == second)
            for locale in offered
            if locale != first
        ),
        turned=PageLocales(second, first) if second else None,
        alone=PageLocales(first) if second else None,
        in_dutch=None if first.code == SOURCE else PageLocales(LOCALES[SOURCE]),
    )
