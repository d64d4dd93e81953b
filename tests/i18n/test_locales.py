"""Which languages a page speaks, and in which order they are tried."""

import pytest

from finder.i18n.locales import LOCALES, PageLocales, fallbacks, parse_page_locales


@pytest.mark.parametrize(("code", "tried"), [("ar", ("ar", "en", "nl")), ("en", ("en", "nl")), ("nl", ("nl", "en"))])
def test_a_message_falls_back_on_english_and_then_on_dutch(code, tried):
    assert fallbacks(code) == tried


def test_arabic_and_persian_are_written_from_the_right():
    assert {code for code, locale in LOCALES.items() if locale.direction == "rtl"} == {"ar", "fa"}


@pytest.mark.parametrize("text", ["nl", "nl+ar", "ar+nl", "ti"])
def test_an_address_tells_one_or_two_languages_and_is_made_of_them_again(text):
    found = parse_page_locales(text)
    assert found is not None
    assert found.path == text
    assert [locale.code for locale in found.all] == text.split("+")


@pytest.mark.parametrize("text", ["", "xx", "nl+nl", "nl+ar+en", "nl+", "NL", "nl ar"])
def test_an_address_that_names_no_languages_of_ours_is_none(text):
    assert parse_page_locales(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [("nl", ["nl"]), ("ar", ["nl", "ar"]), ("nl+ar", ["nl", "ar"]), ("ar+nl", ["nl", "ar"]), ("en+ar", ["nl", "ar"])],
)
def test_at_the_door_dutch_stands_first_and_the_knockers_language_beside_it(text, said):
    found = parse_page_locales(text)
    assert found is not None
    assert [locale.code for locale in found.at_the_door] == said


def test_a_page_in_one_language_has_no_second():
    assert PageLocales(LOCALES["nl"]).all == (LOCALES["nl"],)
