"""The menu of languages: the one that is chosen leads, and the other one stays beneath it."""

from finder.i18n.locales import LOCALES, PageLocales
from finder.web.language_menu import language_menu

NL, AR, TI = (LOCALES[code] for code in ("nl", "ar", "ti"))


def _paths(choices):
    return [(choice.locales.path, choice.current) for choice in choices]


def test_a_page_in_one_language_can_be_led_by_any_and_take_another_beneath():
    menu = language_menu(PageLocales(AR), [NL, AR, TI])
    assert _paths(menu.leading) == [("nl", False), ("ar", True), ("ti", False)]
    assert _paths(menu.beneath) == [("ar+nl", False), ("ar+ti", False)]
    assert (menu.turned, menu.alone, menu.in_dutch) == (None, None, PageLocales(NL))


def test_a_page_in_two_languages_keeps_the_second_whichever_leads():
    menu = language_menu(PageLocales(NL, AR), [NL, AR, TI])
    assert _paths(menu.leading) == [("nl+ar", True), ("ar", False), ("ti+ar", False)]
    assert _paths(menu.beneath) == [("nl+ar", True), ("nl+ti", False)]
    assert (menu.turned.path, menu.alone.path, menu.in_dutch) == ("ar+nl", "nl", None)
