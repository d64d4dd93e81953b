"""Every text of a page is in the languages of its path; what is in another one says so."""

import re

import pytest

FALLBACK = re.compile(r'<span lang="(?:nl|en)" dir="ltr">(.*?)</span>')


@pytest.fixture(scope="module")
def pages(app):
    client = app.test_client()
    code = client.post("/ar/", data={"need": "shower", "go": "1"}).text.split('data-code="')[1][:5]
    return {
        "start": client.get("/ar/").text,
        "search": client.post("/ar/", data={"language": "ti", "where": "1012 AB", "go": "1"}).text,
        "nothing found": client.post("/ar/", data={"kind": "mosque", "religion": "jewish", "go": "1"}).text,
        "place": client.get(f"/ar/places/{code}").text,
        "agenda": client.get("/ar/agenda").text,
        "words": client.get("/ar/words").text,
    }


@pytest.mark.parametrize("page", ["start", "search", "nothing found", "place", "agenda", "words"])
def test_no_text_of_a_page_in_arabic_has_stayed_dutch_or_english(pages, page):
    on_purpose = {"Lees voor"}  # beside the Dutch that is shown at the door
    assert set(FALLBACK.findall(pages[page])) - on_purpose == set()


@pytest.mark.parametrize("page", ["place", "search", "words"])
def test_the_button_that_reads_aloud_speaks_the_language_that_it_reads(pages, page):
    buttons = re.findall(r'data-lang="(\w+)" hidden>.*?<span[^>]*>([^<]*)</span></button>', pages[page])
    assert set(buttons) <= {("ar", "قراءة بصوت عالٍ"), ("nl", "Lees voor")}
    assert ("ar", "قراءة بصوت عالٍ") in buttons


def test_a_title_of_which_the_language_is_not_sure_has_none(pages):
    quoted = re.findall(r'<q lang="(\w*)" dir="(\w+)">([^<]+)</q>', pages["agenda"])
    assert ("nl", "ltr", "Samen lunchen na de inloop") in quoted
    assert ("", "auto", "Open huis") in quoted
