"""The card over HTTP: as page, as PDF and as a file that needs nothing else."""

import io
import re
from html import unescape

import pypdf
import pypdfium2
import pytest
from flask import template_rendered

from finder.domain.geometry import Point, metres_between, walking_minutes
from tests.web.together.samples import CODES, MISTYPED, NEAR, PLACES, ZUIDOOST, text_of


@pytest.mark.parametrize("page", ["card.pdf", "card.html"])
def test_a_file_without_a_single_good_code_is_a_page_that_says_why(client, page):
    answer = client.post(f"/nl+ar/{page}", data={"code": MISTYPED})
    assert answer.status_code == 200
    assert answer.mimetype == "text/html"
    assert f"{MISTYPED} : deze code klopt niet" in text_of(answer)
    assert "Content-Disposition" not in answer.headers
    assert client.get(f"/nl+ar/{page}").headers["Location"].endswith("/nl+ar/card")


def test_the_walk_is_that_from_where_one_starts(client):
    minutes = walking_minutes(metres_between(Point(4.9123, 52.3547), ZUIDOOST[0].point))
    text = text_of(client.post("/nl/card", data={"code": CODES[0], "near": NEAR}))
    assert f"ongeveer {minutes} minuten lopen" in text


@pytest.mark.parametrize(("locales", "other"), [("nl+ar", "ar"), ("ti+nl", "ti"), ("pl", "pl"), ("en+fa", "fa")])
def test_the_card_is_in_dutch_and_in_the_language_of_the_reader(client, locales, other):
    for page in ("card", "card.html"):
        text = client.post(f"/{locales}/{page}", data={"code": CODES[0]}).get_data(as_text=True)
        card = text[text.index('<article class="card') :]
        assert "Ik ben hier nieuw. Mag ik binnenkomen voor koffie?" in card
        assert f'<p lang="{other}"' in card


def test_the_file_needs_nothing_else(client):
    answer = client.post("/nl+ar/card.html", data={"code": CODES, "near": NEAR})
    text = answer.get_data(as_text=True)
    assert 'filename="samenplek.html"' in answer.headers["Content-Disposition"]
    assert not re.search(r"<(script|link|img|iframe)\b|\burl\(|@import|\bsrc=", text)
    assert "<svg" in text
    assert all(place.name in unescape(text) for place in ZUIDOOST)


def test_the_link_on_the_card_is_in_the_languages_of_the_card(client):
    content = []
    with template_rendered.connected_to(
        lambda _, context, **__: content.append(context["view"].card), client.application
    ):
        client.post("/ti+nl/card", data={"code": CODES[:2]})
    assert content[0].link.endswith(f"/nl+ti/shortlist#1.nl+ti.{CODES[0]}.{CODES[1]}")


@pytest.mark.parametrize("locales", ["nl+ar", "nl+ti", "nl+pl", "nl"])
def test_the_pdf_is_one_black_and_white_page_that_tells_what_the_page_tells(client, locales):
    answer = client.post(f"/{locales}/card.pdf", data={"code": CODES[:3], "near": NEAR})
    assert answer.mimetype == "application/pdf"
    assert 'filename="samenplek.pdf"' in answer.headers["Content-Disposition"]
    assert len(answer.data) < 200_000
    reader = pypdf.PdfReader(io.BytesIO(answer.data))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    assert all(place.code in text for place in ZUIDOOST[:3])
    assert "Mag ik binnenkomen voor koffie?" in text
    image = pypdfium2.PdfDocument(answer.data)[0].render(scale=1).to_pil().convert("RGB")
    assert all(red == green == blue for _, (red, green, blue) in image.getcolors(1 << 20))


def test_nothing_on_the_card_tells_what_is_done_at_a_gathering(client):
    mosque = next(place for place in PLACES if any(one.kind == "prayer" and one.rrule for one in place.gatherings))
    text = client.post("/nl/card.html", data={"code": mosque.code}).get_data(as_text=True)
    card = text[text.index("<article") :].replace(mosque.name, "")
    assert "Bijeenkomst:" in card
    assert not re.search(r"gebed|moskee|islam|dakloos|zonder huis", card, re.IGNORECASE)
