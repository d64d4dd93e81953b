"""Looking for a place in a real browser: with a mouse, by keyboard, on a small phone, and without JavaScript."""

import gzip
import json
import re

import pytest
from playwright.sync_api import expect

from tests.paths import ROOT

PLACES = json.loads((ROOT / "data/places.geojson").read_text("utf-8"))["features"]
ON_A_PHONE = {"width": 320, "height": 640}


def _ask(page, live_server, where="Damrak 1", locale="nl"):
    page.goto(f"{live_server.url}/{locale}/")
    page.fill("#where", where)
    page.locator(".go button").click()
    page.wait_for_selector(".hit")


def test_the_front_door_leads_to_the_language_of_the_browser(browser, live_server):
    for wanted, path in {"nl-NL": "/nl/", "en-GB": "/en/"}.items():
        context = browser.new_context(locale=wanted)
        page = context.new_page()
        page.goto(live_server.url)
        assert page.url == live_server.url + path
        context.close()


def test_hits_stand_in_order_of_distance_with_a_reason(page, live_server):
    _ask(page, live_server)
    page.locator("[data-row=kind] summary").click()
    page.locator("[name=kind][value=mosque]").check()
    expect(page.locator(".hit:not(:has-text('Moskee'))")).to_have_count(0)
    far = page.locator(".hit .far strong").all_inner_texts()
    metres = [float(n.replace(",", ".")) * (1000 if unit == "km" else 1) for n, unit in map(str.split, far)]
    assert metres
    assert metres == sorted(metres)
    assert page.locator(".hit h3").count() == len(far)


def test_counts_beside_a_choice_are_the_hits_it_brings(page, live_server):
    page.goto(f"{live_server.url}/nl/")
    page.locator("[data-row=kind] summary").click()
    label = page.locator("label:has([name=kind][value=church])")
    promised = int(label.locator(".count [aria-hidden]").inner_text())
    label.locator("input").check()
    page.wait_for_selector(".hit")
    heading = page.locator("#answer-heading").inner_text()
    assert int(re.search(r"\d+", heading)[0]) == promised


def test_the_list_leads_the_map_and_the_map_the_list(page, live_server):
    _ask(page, live_server)
    page.wait_for_selector(".leaflet-marker-icon")
    first = page.locator(".hit").first
    first.hover()
    assert "hit-chosen" in first.get_attribute("class")
    marker = page.locator(".leaflet-marker-icon:has(.map-pin)").first
    page.locator("#map-pane").hover(position={"x": 300, "y": 20})
    marker.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".popup-name")
    assert page.locator(".hit-chosen .pin").count() == 1
    assert page.locator(".popup-name").inner_text() == page.locator(".hit-chosen h3").inner_text()


def test_a_search_can_be_done_by_keyboard_alone(page, live_server):
    page.goto(f"{live_server.url}/nl/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "where":
            break
    page.keyboard.type("Damrak 1")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hit")
    assert page.evaluate("document.activeElement.id") == "answer-heading"
    page.keyboard.press("Tab")
    assert "/places/" in page.evaluate("document.activeElement.href")


@pytest.fixture
def posts(page):
    """The searches that go out, as they are posted."""
    sent = []
    page.on("request", lambda request: sent.append(request.post_data) if request.method == "POST" else None)
    return sent


@pytest.mark.parametrize("press", ["mouse", "slow mouse", "Enter"])
def test_typing_a_start_and_pressing_search_asks_once(page, live_server, posts, press):
    page.goto(f"{live_server.url}/nl/")
    page.fill("#where", "1012 AB")
    if press == "Enter":
        page.keyboard.press("Enter")
    else:  # time enough for an answer to what the field alone would ask
        page.locator(".go button").click(delay=0 if press == "mouse" else 1500)
    page.wait_for_selector(".hit")
    page.wait_for_load_state("networkidle")
    assert len(posts) == 1
    assert "where=1012+AB" in posts[0]
    assert page.evaluate("document.activeElement.id") == "answer-heading"


def test_leaving_a_start_without_pressing_search_asks_once_too(page, live_server, posts):
    page.goto(f"{live_server.url}/nl/")
    page.fill("#where", "1012 AB")
    page.locator("h1").click()
    page.wait_for_selector(".hit")
    page.wait_for_load_state("networkidle")
    assert len(posts) == 1


def test_another_choice_stops_the_former_question(page, live_server):
    page.goto(f"{live_server.url}/nl/")
    unanswered, stopped = [], []

    def leave_the_first_unanswered(route):
        if route.request.method == "POST" and not unanswered:
            unanswered.append(route)
        else:
            route.continue_()

    page.route("**/nl/", leave_the_first_unanswered)
    page.on("requestfailed", lambda request: stopped.append(request.post_data))
    page.locator("[data-row=kind] summary").click()
    page.locator("[name=kind][value=mosque]").check()
    page.wait_for_timeout(100)
    page.locator("[name=kind][value=church]").check()
    page.wait_for_selector(".summary:has-text('Kerk')")
    assert [("mosque" in body, "church" in body) for body in stopped] == [(True, False)]


@pytest.mark.parametrize("press", ["Enter", "Tab", "click"])
def test_a_start_that_is_not_settled_is_asked_about_however_it_is_sent(page, live_server, press):
    page.goto(f"{live_server.url}/nl/")
    page.locator("#where").focus()
    page.keyboard.type("Postjesweg")
    if press == "click":
        page.locator(".go button").click()
    else:
        page.keyboard.press(press)
    question = page.locator("#answer-heading[data-question]")
    expect(question).to_be_focused(timeout=15_000)
    assert page.locator(".hit").count() == 0
    expect(page.locator("#where[aria-invalid]")).to_have_count(1)
    expect(page.locator("#where-problem")).not_to_be_empty()
    assert "Postjesweg" not in page.url
    page.keyboard.press("Tab")
    chosen = page.evaluate("document.activeElement.value")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hit .far")
    assert page.input_value("#where") == chosen
    expect(page.locator("#where-problem")).to_be_empty()


def test_a_rough_start_has_a_circle_and_its_dot_can_be_put_right_by_keyboard(page, live_server):
    _ask(page, live_server, "1057")
    dot = page.locator(".leaflet-marker-icon:has(.map-start)")
    expect(page.locator("path.map-doubt")).to_have_count(1, timeout=15_000)
    assert "Hier begin je" in dot.get_attribute("aria-label")
    dot.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_selector(".summary:has-text('De stip op de kaart')")
    expect(page.locator("path.map-doubt")).to_have_count(0)
    expect(dot).to_be_focused()
    assert page.locator(".hit .far small").count() > 0
    assert "4." not in page.url
    assert "1057" not in page.url


def test_a_name_leads_to_its_place_or_starts_there_and_stands_in_no_address(page, live_server):
    page.goto(f"{live_server.url}/nl/")
    page.fill("#where", "wereldhuis")
    page.keyboard.press("Enter")
    link = page.locator(".named a")
    expect(link).to_have_text("Het Wereldhuis")
    page.locator(".named button").click()
    page.wait_for_selector(".hit .far")
    assert "Het Wereldhuis" in page.input_value("#where")
    assert "ereldhuis" not in page.url
    assert "where" not in page.url


def test_an_unknown_start_says_so_and_leads_back_to_what_was_typed(page, live_server):
    page.goto(f"{live_server.url}/nl/")
    page.fill("#where", "xqzzkwv")
    page.keyboard.press("Enter")
    expect(page.locator("#answer-heading")).to_be_focused()
    page.locator("#answer a[href='#where']").click()
    expect(page.locator("#where")).to_be_focused()
    assert page.input_value("#where") == "xqzzkwv"


def test_nothing_found_says_so_and_offers_what_to_loosen(page, live_server):
    _ask(page, live_server)
    page.locator("[name=within][value='1000']").check()
    page.locator("[data-row=kind] summary").click()
    page.evaluate(
        """() => { for (const kind of ["gurdwara"]) {
            const field = Object.assign(document.createElement("input"), {type: "hidden", name: "kind", value: kind});
            document.getElementById("search").append(field); } }"""
    )
    page.locator(".go button").click()
    page.wait_for_selector(".offers")
    assert page.locator(".hit").count() == 0
    page.evaluate("document.querySelectorAll('input[type=hidden][name=kind]').forEach((field) => field.remove())")
    page.locator(".offers button").first.click()
    page.wait_for_selector(".hit")


def test_a_shared_link_carries_the_filters_behind_the_hash_only(page, live_server):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{live_server.url}/nl/#where=1012+AB&kind=mosque")
    page.wait_for_selector(".hit")
    assert {*page.locator(".hit .why").all_inner_texts()} == {"Moskee"}
    assert not [url for url in asked if "mosque" in url or "1012" in url]


@pytest.fixture
def plain_page(browser):
    context = browser.new_context(java_script_enabled=False, viewport=ON_A_PHONE)
    yield context.new_page()
    context.close()


def test_everything_can_be_found_without_javascript(plain_page, live_server):
    plain_page.goto(f"{live_server.url}/nl/")
    plain_page.fill("#where", "1012 AB")
    plain_page.locator("[data-row=kind] summary").click()
    plain_page.locator("[name=kind][value=library]").check()
    plain_page.locator(".go button").click()
    plain_page.wait_for_selector(".hit")
    assert plain_page.locator(".hit").count() > 3
    assert plain_page.locator("[name=kind][value=library]").is_checked()
    plain_page.locator(".hit a").first.click()
    assert plain_page.locator("h1").count() == 1
    assert not plain_page.locator("#locate").is_visible()


def test_a_start_is_settled_without_javascript(plain_page, live_server):
    plain_page.goto(f"{live_server.url}/nl/")
    plain_page.fill("#where", "Kerkstraat 10")
    plain_page.keyboard.press("Enter")
    plain_page.locator("[name=meant][value*=Haarlem]").click()
    plain_page.wait_for_selector(".hit .far")
    assert "Haarlem" in plain_page.input_value("#where")


@pytest.mark.parametrize("locale", ["nl", "en"])
def test_axe_finds_nothing_on_search_result_and_place(page, live_server, axe, locale):
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{live_server.url}/{locale}/")
    page.wait_for_selector(".leaflet-container")
    assert axe(page) == []
    _open_all_rows(page)
    assert axe(page) == []
    _ask(page, live_server, locale=locale)
    page.wait_for_selector(".leaflet-marker-icon")
    assert axe(page) == []
    page.locator(".hit a").first.click()
    page.wait_for_selector(".place-head")
    assert axe(page) == []


def test_nothing_breaks_on_a_narrow_phone(browser, live_server):
    context = browser.new_context(viewport=ON_A_PHONE)
    page = context.new_page()
    page.goto(f"{live_server.url}/nl/")
    assert _overflow(page) == 0
    _open_all_rows(page)
    assert _overflow(page) == 0
    _ask(page, live_server)
    assert _overflow(page) == 0
    richest = max(PLACES, key=lambda place: len(json.dumps(place)))["properties"]["code"]
    page.goto(f"{live_server.url}/nl/places/{richest}")
    assert _overflow(page) == 0
    context.close()


def _open_all_rows(page):
    for row in page.locator(".row").all():
        row.evaluate("(row) => { row.open = true; }")


def _overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("path", ["nl", "en", "ar", "ru", "ti", "nl+ar"])
def test_the_first_page_is_light(page, live_server, path):
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"{live_server.url}/{path}/")
    page.wait_for_selector(".leaflet-container")
    page.wait_for_load_state("networkidle")
    weights = {answer.url: len(gzip.compress(answer.body(), 9)) for answer in answers}
    basemap = [url for url in weights if url.endswith("basemap.geojson")]
    assert len(basemap) == 1
    assert weights.pop(basemap[0]) <= 150 * 1024
    if path not in ("nl", "en"):  # the fonts of other scripts are counted apart: each under 60 KB
        weights = {url: weight for url, weight in weights.items() if ".woff2" not in url}
    assert len(weights) <= 12
    assert sum(weights.values()) <= 120 * 1024
    assert all(url.startswith(live_server.url) for url in weights)
