"""List, comparison, card, words and moving house over HTTP, on the real places: with good codes and with bad ones."""

import io
import json
import re
from html import unescape

import pypdf
import pypdfium2
import pytest

from finder.domain.code_register import CodeStatus, IssuedCode
from finder.domain.codes import issue_code
from finder.domain.geometry import Point, metres_between, walking_minutes
from finder.formats.places_file import read_places
from finder.search.similar import known_values
from finder.web import create_app
from finder.web.settings import Settings
from tests.paths import ROOT
from tests.published import publish

PLACES = read_places(ROOT / "data/places.geojson")
BY_CODE = {place.code: place for place in PLACES}
ZUIDOOST = [place for place in PLACES if place.location.district == "Zuidoost" and place.status == "open"][:8]
CODES = [place.code for place in ZUIDOOST]
NEAR = "4.9123,52.3547"
HAARLEM = "4.6381,52.3878"
MISTYPED = CODES[0][:4] + ("0" if CODES[0][4] != "0" else "1")


def _text(answer):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.get_data(as_text=True))))


@pytest.mark.parametrize("page", ["shortlist", "compare", "card", "moved", "agenda", "words"])
@pytest.mark.parametrize("locales", ["nl", "en", "ar", "nl+ar", "ti+nl"])
def test_every_page_opens_without_a_list(client, page, locales):
    answer = client.get(f"/{locales}/{page}")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("page", ["shortlist", "compare", "card", "moved"])
def test_bad_codes_get_a_message_beside_those_that_work(client, page):
    for codes, shown in (([MISTYPED, CODES[1]], [CODES[1]]), ([MISTYPED], []), (["💥", "<b>"], []), ([], [])):
        answer = client.post(f"/nl/{page}", data={"code": codes, "near": NEAR})
        assert answer.status_code == 200
        assert all(BY_CODE[code].name in _text(answer) for code in shown)
        assert "<b>" not in answer.get_data(as_text=True)
        if MISTYPED in codes:
            assert f"{MISTYPED} : deze code klopt niet" in _text(answer)


@pytest.mark.parametrize("page", ["card.pdf", "card.html"])
def test_a_file_without_a_single_good_code_is_a_page_that_says_why(client, page):
    answer = client.post(f"/nl+ar/{page}", data={"code": MISTYPED})
    assert answer.status_code == 200
    assert answer.mimetype == "text/html"
    assert f"{MISTYPED} : deze code klopt niet" in _text(answer)
    assert "Content-Disposition" not in answer.headers
    assert client.get(f"/nl+ar/{page}").headers["Location"].endswith("/nl+ar/card")


@pytest.mark.parametrize("page", ["shortlist", "compare", "card", "card.pdf", "card.html", "moved"])
def test_a_position_outside_the_cities_is_refused(client, page):
    for near in ("52.3547,4.9123", "nan,nan", "1e999,0", "x"):
        assert client.post(f"/nl/{page}", data={"code": CODES[0], "near": near}).status_code == 400


def test_the_ninth_place_is_named(client):
    ninth = next(place for place in PLACES if place.code not in CODES)
    answer = client.post("/nl/shortlist", data={"code": [*CODES, ninth.code]})
    assert f'data-list="{" ".join(CODES)}"' in answer.get_data(as_text=True)
    assert f"{ninth.name} past er niet meer bij" in _text(answer)


@pytest.mark.parametrize("page", ["shortlist", "compare", "card", "moved"])
def test_another_language_keeps_the_list_where_there_is_one(client, page):
    with_list = client.post(f"/nl/{page}", data={"code": CODES[:2]}).get_data(as_text=True)
    assert f'form="list-form" formaction="/ar/{page}"' in with_list
    assert '<form id="list-form"' in with_list
    without = client.post(f"/nl/{page}", data={"code": MISTYPED}).get_data(as_text=True)
    assert "list-form" not in without


def test_without_javascript_a_place_is_taken_off_by_its_button(client):
    answer = client.post("/nl/shortlist", data={"code": CODES[:3], "without": CODES[1]})
    assert f'data-list="{CODES[0]} {CODES[2]}"' in answer.get_data(as_text=True)


def test_compare_shows_five_and_offers_the_others(client):
    page = client.post("/nl/compare", data={"code": CODES[:7], "near": NEAR}).get_data(as_text=True)
    assert page.count('<th scope="col">') == 5
    assert page.count('type="checkbox" name="code"') == 7
    seven_and_a_wrong_one = client.post("/nl/compare", data={"code": [*CODES[:7], MISTYPED]})
    assert f"{MISTYPED} : deze code klopt niet" in _text(seven_and_a_wrong_one)
    assert "De lijst is vol" not in _text(seven_and_a_wrong_one)
    again = {"code": CODES[5:7], "also": CODES[:7], "near": NEAR}
    page = client.post("/nl/compare", data=again).get_data(as_text=True)
    assert page.count('<th scope="col">') == 2
    assert page.count('type="checkbox" name="code"') == 7
    page = client.post("/nl/compare", data={"code": CODES[:6], "also": CODES[:7]}).get_data(as_text=True)
    assert [page.count(f'type="checkbox" name="code" value="{code}"') for code in CODES[:7]] == [1] * 7


def test_distances_are_those_from_where_one_starts(client):
    far = metres_between(Point(4.9123, 52.3547), ZUIDOOST[0].point)
    said = f"{round(far / 1000, 1):.1f} km".replace(".", ",")
    for page in ("shortlist", "compare"):
        assert said in _text(client.post(f"/nl/{page}", data={"code": CODES[0], "near": NEAR}))
    walk = f"ongeveer {walking_minutes(far)} minuten lopen"
    for page in ("shortlist", "compare", "card"):
        assert walk in _text(client.post(f"/nl/{page}", data={"code": CODES[0], "near": NEAR}))


def test_a_list_from_zuidoost_in_haarlem_loses_nothing_and_every_reason_is_true(client):
    page = client.post("/nl/moved", data={"code": CODES, "near": HAARLEM}).get_data(as_text=True)
    here = Point(4.6381, 52.3878)
    blocks = page.split('<li class="moved">')[1:]
    assert len(blocks) == len(CODES)
    offered = 0
    for place, block in zip(ZUIDOOST, blocks, strict=True):
        assert f"/nl/places/{place.code}" in block
        kilometres = f"{metres_between(here, place.point) / 1000:.1f}".replace(".", ",").removesuffix(",0")
        assert f"{kilometres} km" in block
        assert "Te ver om te lopen" in block
        codes = re.findall(r"/nl/places/(\w{5})", block)[1:]
        if not codes:
            assert "Dichtbij vonden we geen plek" in block
            continue
        offered += 1
        alike = BY_CODE[codes[0]]
        assert metres_between(here, alike.point) <= 5000
        assert set(known_values(alike)) & set(known_values(place))
        assert alike.code not in CODES
    assert offered


def test_the_new_address_can_be_typed(client):
    known = client.post("/nl/moved", data={"code": CODES[0], "where": "2011 RC"})
    assert re.search(r"Vanaf het nieuwe adres: .*Haarlem", _text(known))
    unknown = client.post("/nl/moved", data={"code": CODES[0], "where": "Xyzzy"})
    assert "Dit kennen we niet" in _text(unknown)
    assert ZUIDOOST[0].code in unknown.get_data(as_text=True)


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


@pytest.mark.parametrize("locales", ["nl+ar", "nl+ti", "nl+pl", "nl"])
def test_the_pdf_is_one_black_and_white_page_that_tells_what_the_page_tells(client, locales):
    answer = client.post(f"/{locales}/card.pdf", data={"code": CODES[:3], "near": NEAR})
    assert answer.mimetype == "application/pdf"
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


def test_the_link_on_the_card_carries_the_list_behind_the_fragment_only(client):
    page = client.post("/nl+ar/shortlist", data={"code": CODES}).get_data(as_text=True)
    link = unescape(re.search(r'data-copy="([^"]+)"', page)[1])
    address, _, text = link.partition("#")
    assert address.endswith("/nl+ar/shortlist")
    assert text == ".".join(["1", "nl+ar", *CODES])
    assert len(text) <= 80


@pytest.mark.parametrize("locale", ["nl", "ar", "ti", "so", "uk"])
def test_the_words_for_the_door_stand_large_in_both_languages(client, locale):
    page = client.get(f"/{locale}/words").get_data(as_text=True)
    assert page.count('<p class="large" lang="nl" dir="ltr">') == (10 if locale == "nl" else 11)
    if locale != "nl":
        assert page.count(f'<p class="large" lang="{locale}"') == 11


def test_a_question_that_nobody_answered_is_ready_to_show(client):
    page = client.get(f"/nl+ar/places/{CODES[0]}").get_data(as_text=True)
    for block in ("visit", "family", "interpreter"):
        section = page[page.index(f'<section id="{block}"') :]
        section = section[: section.index("</section>")]
        assert 'class="large" lang="nl"' in section
        assert 'class="large" lang="ar"' in section


def test_video_calling_and_an_interpreter_can_always_be_looked_for(client):
    page = client.get("/nl/").get_data(as_text=True)
    for need in ("video_call", "interpreter"):
        assert f'name="need" value="{need}"' in page
    found = client.get("/api/v1/places?need=video_call&limit=1").get_data(as_text=True)
    assert json.loads(found)["numberMatched"]


def test_the_page_after_wiping_knows_no_language_but_that_of_the_browser(client):
    assert "Alles is gewist" in _text(client.get("/wiped", headers={"Accept-Language": "nl"}))
    assert '<html lang="fr"' in client.get("/wiped", headers={"Accept-Language": "fr"}).get_data(as_text=True)


def test_a_retired_code_says_where_the_place_went(tmp_path):
    moved, retired = (issue_code(name, BY_CODE) for name in ("went elsewhere", "is no more"))
    gone = [IssuedCode(moved, "a", CodeStatus.MOVED, CODES[0]), IssuedCode(retired, "b", CodeStatus.RETIRED)]
    client = create_app(Settings(places=publish(tmp_path, [BY_CODE[CODES[0]]], gone))).test_client()
    assert client.get(f"/nl/places/{moved}").headers["Location"].endswith(f"/nl/places/{CODES[0]}")
    gone = client.get(f"/nl/places/{retired}")
    assert gone.status_code == 404
    assert f"{retired} : deze plek staat niet meer bij ons." in _text(gone)
    listed = client.post("/nl/shortlist", data={"code": [moved, retired]})
    assert f"{moved} : deze plek hoort nu bij {ZUIDOOST[0].name}" in _text(listed)
    assert f'data-list="{CODES[0]}"' in listed.get_data(as_text=True)
