"""Twenty minutes of a worker and a client at one screen: from a wish to a card in the hand, and everything wiped."""

import io
import json
import re
from urllib.parse import unquote, urlsplit

import pypdf
import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import expect

from tests.paths import ROOT

PLACES = json.loads((ROOT / "data/places.geojson").read_text("utf-8"))["features"]
NAMES = {place["properties"]["code"]: place["properties"]["name"] for place in PLACES}
OPEN = [code for code, place in zip(NAMES, PLACES, strict=True) if not place["properties"].get("status")]
LIST = f"#1.nl+ar.{'.'.join(OPEN[:3])}&where=1091+GB"
READY = {
    "shortlist": ".listed-places",
    "compare": "table",
    "card": ".card",
    "moved": "#where",
    "agenda": "[data-answer]",
    "words": ".show",
}
ON_A_PHONE = {"width": 320, "height": 640}


def _search(page, live_server, locales="nl+ar"):
    page.goto(f"{live_server.url}/{locales}/")
    page.fill("#where", "1091 GB")
    page.locator("[data-row=kind] summary").click()
    page.locator("[name=kind][value=mosque]").check()
    page.locator(".go button").click()
    page.wait_for_selector(".hit")


def _listed(page):
    """The codes that the tab keeps; no address of ours has any of them."""
    assert not urlsplit(page.url).fragment, page.url
    kept = page.evaluate("sessionStorage.getItem('samenplek') ?? ''").split("&")[0]
    return kept.split(".")[2:] if "=" not in kept else []


def test_the_whole_walk_leaves_a_card_and_no_trace(browser, live_server, tmp_path):
    context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    page = context.new_page()
    requests = []
    page.on("request", lambda request: requests.append(request))
    log_before = len(live_server.log())

    _search(page, live_server)  # start at a shelter, and a wish
    for number in range(3):
        page.locator(".hit .shortlist-button").nth(number).click()
    expect(page.locator(".list-count")).to_have_text("3")
    codes = _listed(page)
    assert len(codes) == 3
    page.locator(".hit h3 a").nth(1).click()  # read the page of a place, and come back
    page.wait_for_selector(".place-head")
    expect(page.locator("header .shortlist-button")).to_have_class(re.compile(r"\blisted\b"))
    page.go_back()
    expect(page.locator(".shortlist-button.listed")).to_have_count(3)

    page.locator("#to-list").click()  # compare
    page.wait_for_selector(".listed-places")
    page.locator("button[formaction$='/compare']").click()
    expect(page.locator(".compare thead th")).to_have_count(3)
    page.go_back()
    page.locator(f"#listed-{codes[2]} [data-shortlist-remove]").click()  # choose
    expect(page.locator(".listed-places > li")).to_have_count(2)
    page.reload()
    expect(page.locator(".listed-places > li")).to_have_count(2)
    chosen = _listed(page)
    assert chosen == codes[:2]

    page.locator("button[formaction$='/card']").click()  # the card
    page.wait_for_selector(".card")
    expect(page.locator(".card-place h2")).to_have_text([NAMES[code] for code in chosen])
    with page.expect_download() as download:
        page.locator("button[formaction$='.pdf']").click()
    download.value.save_as(tmp_path / "card.pdf")
    with page.expect_download() as download:
        page.locator("button[formaction$='card.html']").click()
    download.value.save_as(tmp_path / "card.html")

    page.locator("#wipe").click()  # and wiped
    page.wait_for_selector("main.wiped", timeout=1000)
    assert urlsplit(page.url).path == "/wiped"
    assert context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, window.name]") == [0, 0, ""]
    page.go_back()
    page.wait_for_load_state()
    assert not any(code in page.url + page.content() for code in ("#1", "where=")), page.url
    assert page.locator(".hit, .listed, .card").count() == 0
    page.go_forward()
    assert urlsplit(page.url).path == "/wiped"

    secrets = [*codes[2:], "1091", "mosque", "where=", "code=", "1.nl"]
    for request in requests:
        parts = urlsplit(request.url)
        assert parts.netloc == urlsplit(live_server.url).netloc
        assert not parts.query or re.fullmatch(r"v=[0-9a-f]+", parts.query)
        sent = unquote(parts.path + parts.query)
        assert not [secret for secret in secrets if secret in sent], sent
        assert not request.headers.get("referer")
    log = live_server.log()[log_before:]
    assert not [secret for secret in [*secrets, *codes, *(NAMES[code] for code in codes)] if secret in log]

    reader = pypdf.PdfReader(tmp_path / "card.pdf")
    assert len(reader.pages) == 1
    picture = pypdfium2.PdfDocument(tmp_path / "card.pdf")[0].render(scale=3).to_pil()
    (scanned,) = zxingcpp.read_barcodes(picture)
    assert scanned.text.endswith(f"/nl+ar/shortlist#1.nl+ar.{'.'.join(chosen)}")

    offline = browser.new_context(offline=True)
    other = offline.new_page()  # the file on a phone without a network
    other.goto((tmp_path / "card.html").as_uri())
    expect(other.locator(".card-place h2")).to_have_text([NAMES[code] for code in chosen])
    offline.close()

    phone = browser.new_context(viewport=ON_A_PHONE)
    other = phone.new_page()  # the QR code on another device
    other.goto(scanned.text)
    expect(other.locator(".listed-places > li")).to_have_count(2)
    phone.close()
    context.close()


def test_a_link_opens_in_the_languages_it_was_made_in(page, live_server):
    page.goto(f"{live_server.url}/nl/shortlist{LIST}")
    page.wait_for_url("**/nl+ar/shortlist")
    expect(page.locator(".listed-places > li")).to_have_count(3)


def test_another_language_keeps_the_list_and_the_search(page, live_server):
    _search(page, live_server, "nl")
    page.locator(".hit .shortlist-button").first.click()
    page.locator(".languages summary").click()
    page.locator(".languages-panel [lang=en]").first.click()
    page.wait_for_selector("html[lang=en] .hit")
    expect(page.locator(".shortlist-button.listed")).to_have_count(1)
    page.locator("#to-list").click()
    expect(page.locator(".listed-places > li")).to_have_count(1)
    page.locator(".languages summary").click()
    page.locator(".languages-panel [lang=ar]").first.click()
    expect(page.locator("html[lang=ar] .listed-places > li")).to_have_count(1)


def test_wrong_and_surplus_codes_are_told_and_the_others_stay(page, live_server):
    wrong = OPEN[0][:4] + ("0" if OPEN[0][4] != "0" else "1")
    page.goto(f"{live_server.url}/nl/shortlist#1.nl.{wrong}.{'.'.join(OPEN[:9])}")
    expect(page.locator(".listed-places > li")).to_have_count(8)
    expect(page.locator(".problems")).to_contain_text(wrong)
    expect(page.locator(".problems")).to_contain_text(NAMES[OPEN[8]])
    page.goto(f"{live_server.url}/nl/places/{OPEN[8]}")
    page.locator("header .shortlist-button").click()
    expect(page.locator("#list-said")).to_contain_text("De lijst is vol")
    expect(page.locator(".list-count")).to_have_text("8")


def test_codes_from_paper_are_typed(page, live_server):
    page.goto(f"{live_server.url}/nl/shortlist")
    page.fill("#typed", f"{OPEN[0].lower()} {OPEN[1]}")
    page.keyboard.press("Enter")
    expect(page.locator(".listed-places > li")).to_have_count(2)
    assert _listed(page) == OPEN[:2]
    page.fill("#where", "1091 GB")
    page.keyboard.press("Enter")
    expect(page.locator(".listed-places > li:has(strong:has-text(' km'))")).to_have_count(2)
    page.fill("#typed", OPEN[2])
    page.keyboard.press("Enter")
    expect(page.locator(".listed-places > li:has(strong:has-text(' km'))")).to_have_count(3)
    assert _listed(page) == OPEN[:3]


def test_the_map_adds_to_the_list_too(page, live_server):
    _search(page, live_server)
    page.wait_for_selector(".leaflet-marker-icon:has(.map-pin)")
    page.wait_for_load_state("networkidle")  # the map is drawn anew while an answer is on its way
    page.locator(".leaflet-marker-icon:has(.map-pin)").first.focus()
    page.keyboard.press("Enter")
    page.locator(".popup .shortlist-button").click()
    expect(page.locator(".list-count")).to_have_text("1")
    expect(page.locator(".popup .shortlist-button.listed")).to_have_count(1)


def test_another_day_is_picked_and_kept_for_back_and_reload(page, live_server):
    page.goto(f"{live_server.url}/nl/agenda")
    page.locator(".row summary").first.click()
    page.fill("#other-day", "2027-12-31")
    page.locator(".choosing .button").click()
    expect(page.locator("section h2")).to_have_text(["vrijdag 31 december 2027"])
    page.reload()
    expect(page.locator("section h2")).to_have_text(["vrijdag 31 december 2027"])
    page.locator(".row summary").first.click()
    page.locator("[name=day]").first.check()
    page.locator(".choosing .button").click()
    expect(page.locator("section h2")).to_have_count(7)


def test_a_list_moves_house(page, live_server):
    page.goto(f"{live_server.url}/nl/shortlist{LIST.replace('nl+ar', 'nl')}")
    page.locator("button[formaction$='/moved']").click()
    expect(page.locator("#where")).to_have_value("")
    page.fill("#where", "2011 RC")
    page.keyboard.press("Enter")
    expect(page.locator(".moved")).to_have_count(3)
    before = _listed(page)
    page.locator(".alike .shortlist-button").first.click()
    expect(page.locator(".list-count")).to_have_text("4")
    assert _listed(page)[:3] == before


def test_the_walk_can_be_done_by_keyboard_alone(page, live_server):
    page.goto(f"{live_server.url}/nl/places/{OPEN[0]}")

    def reach(selector):
        for _ in range(150):
            page.keyboard.press("Tab")
            if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
        pytest.fail(f"{selector} cannot be reached by Tab")

    reach(".shortlist-button")
    page.keyboard.press("Enter")
    expect(page.locator(".list-count")).to_have_text("1")
    reach("#to-list")
    page.keyboard.press("Enter")
    page.wait_for_selector(".listed-places")
    reach("button[formaction$='/card']")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card")
    reach("#wipe")
    page.keyboard.press("Enter")
    page.wait_for_url("**/wiped")


@pytest.mark.parametrize("path", ["shortlist", "compare", "card", "moved", "agenda", "words"])
@pytest.mark.parametrize("locales", ["nl+ar", "ar", "ti+nl", "en"])
def test_axe_finds_nothing_and_nothing_breaks_on_a_small_phone(browser, live_server, axe, path, locales):
    context = browser.new_context(viewport=ON_A_PHONE)
    page = context.new_page()
    page.goto(f"{live_server.url}/{locales}/{path}{LIST.replace('nl+ar', locales)}")
    ready = {
        "shortlist": ".listed-places",
        "compare": "table",
        "card": ".card",
        "moved": "#where",
        "agenda": "[data-answer]",
    }
    page.wait_for_selector(ready.get(path, ".show"))
    if path == "moved":
        page.fill("#where", "2011 RC")
        page.keyboard.press("Enter")
        page.wait_for_selector(".moved")
    if path == "words":
        page.locator(".show summary").first.click()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= ON_A_PHONE["width"]
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, .button, .reach a, summary")]
            .filter((one) => one.offsetParent !== null && one.getBoundingClientRect().height < 44)
            .map((one) => one.outerHTML.slice(0, 120))"""
    )
    assert small == []
    context.close()


def test_without_javascript_one_place_still_becomes_a_card(browser, live_server, axe, tmp_path):
    context = browser.new_context(java_script_enabled=False, viewport=ON_A_PHONE, accept_downloads=True)
    page = context.new_page()
    page.goto(f"{live_server.url}/nl+ar/shortlist{LIST}")
    assert "De lijst werkt alleen met JavaScript." in page.inner_text("main")
    page.fill("#typed", f"{OPEN[0]} {OPEN[1]}")
    page.locator(".typed button").click()
    expect(page.locator(".listed-places > li")).to_have_count(2)
    page.locator("button[formaction$='/compare']").click()
    expect(page.locator(".compare thead th")).to_have_count(2)
    page.goto(f"{live_server.url}/nl+ar/places/{OPEN[0]}")
    page.locator("form[data-only] button").click()
    expect(page.locator(".card-place h2")).to_have_text([NAMES[OPEN[0]]])
    with page.expect_download() as download:
        page.locator("button[formaction$='.pdf']").click()
    download.value.save_as(tmp_path / "card.pdf")
    assert len(pypdf.PdfReader(tmp_path / "card.pdf").pages) == 1
    page.locator("#wipe").click()
    assert urlsplit(page.url).path == "/wiped"
    context.close()


def test_a_card_of_one_place_leaves_the_list_as_it_is(page, live_server):
    page.goto(f"{live_server.url}/nl+ar/places/{OPEN[5]}{LIST}")
    page.locator("form[data-only] button").click()
    expect(page.locator(".card-place h2")).to_have_text([NAMES[OPEN[5]]])
    page.locator("#to-list").click()
    expect(page.locator(".listed-places > li")).to_have_count(3)


@pytest.mark.parametrize("locales", ["nl+ar", "nl+ti", "nl+pl"])
def test_the_printed_page_is_the_card_alone_on_one_sheet(page, live_server, locales):
    page.goto(f"{live_server.url}/{locales}/card{LIST.replace('nl+ar', locales)}")
    page.wait_for_selector(".card")
    assert len(pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 1
    page.emulate_media(media="print")
    for hidden in (".bar", ".reach", ".foot", ".around-card"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".card")).to_be_visible()
