"""Which language or two a page speaks: those in its path, else the one the browser asks for, and never a cookie."""

import pytest

from finder.i18n.locales import LOCALES, PageLocales
from finder.web.locale import negotiated, page_locales


@pytest.mark.parametrize(
    ("header", "expected"),
    [("ar", "ar"), ("xx, fr;q=0.3, ti;q=0.8", "ti"), ("de", "nl"), ("", "nl"), ("pt-BR", "pt"), ("*", "nl")],
)
def test_the_browser_suggests_a_language_of_ours_or_dutch(app, header, expected):
    with app.test_request_context("/", headers={"Accept-Language": header}):
        assert negotiated() == PageLocales(LOCALES[expected])


def test_the_path_goes_before_the_browser(app):
    with app.test_request_context("/nl+ar/agenda", headers={"Accept-Language": "fr"}):
        assert page_locales() == PageLocales(LOCALES["nl"], LOCALES["ar"])


def test_a_page_without_a_language_in_its_path_speaks_that_of_the_browser(app):
    with app.test_request_context("/wiped", headers={"Accept-Language": "fr"}):
        assert page_locales() == PageLocales(LOCALES["fr"])


def _choices(client, path):
    """The links to languages to lead with, and those to languages to stand beneath it."""
    page = client.get(path).text
    panel = page[page.index('<div class="languages-panel">') : page.index("</nav>")]
    first, second = panel.split("<ul>")[1:]
    return first, second


def test_another_language_leads_to_the_same_page_and_keeps_the_second_one(client):
    first, second = _choices(client, "/nl+ar/agenda")
    assert 'href="/en+ar/agenda"' in first
    assert 'href="/nl+en/agenda"' in second
    assert 'href="/ar/agenda"' in first
    assert 'href="/nl+nl/agenda"' not in second


def test_two_languages_can_be_turned_round_or_be_made_one(client):
    page = client.get("/nl+ar/agenda").text
    pair = page[page.index('<p class="languages-pair">') :]
    pair = pair[: pair.index("</p>")]
    assert 'href="/ar+nl/agenda"' in pair
    assert 'href="/nl/agenda"' in pair
    assert "languages-pair" not in client.get("/nl/agenda").text


def test_a_page_that_only_answers_leads_to_the_start_in_another_language(client):
    answer = client.post("/nl/", data={"kind": "castle"}).text
    assert 'href="/en/"' in answer


def test_a_translation_that_nobody_has_read_says_so_and_dutch_needs_no_reader(client):
    assert 'class="by-computer"' in client.get("/ti/").text
    assert 'class="by-computer"' not in client.get("/nl/").text
