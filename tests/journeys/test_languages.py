"""Every visitor in their own language, and two languages on one screen, in a real browser."""

import json

import pytest
from playwright.sync_api import expect

from finder.i18n.locales import LOCALES
from tests.paths import ROOT

RICHEST = max(
    json.loads((ROOT / "data/places.geojson").read_text("utf-8"))["features"], key=lambda place: len(json.dumps(place))
)["properties"]["code"]
FONTS_OF = {"ar": "arabic", "fa": "arabic", "ti": "ethiopic", "ru": "cyrillic", "uk": "cyrillic", "bg": "cyrillic"}


def _ask(page, live_server, path):
    page.goto(f"{live_server.url}/{path}/")
    page.fill("#where", "1012 AB")
    page.locator(".go button").click()
    page.wait_for_selector(".hit")


def _overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("path", [*LOCALES, "nl+ar", "ar+nl", "nl+ti"])
def test_no_page_scrolls_sideways_on_a_narrow_phone(browser, live_server, path):
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    _ask(page, live_server, path)
    assert _overflow(page) == 0
    for row in page.locator(".row").all():
        row.evaluate("(row) => { row.open = true; }")
    assert _overflow(page) == 0
    page.locator(".languages summary").click()
    assert _overflow(page) == 0
    page.goto(f"{live_server.url}/{path}/places/{RICHEST}")
    assert _overflow(page) == 0
    first = path.split("+")[0]
    root = page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == (first, LOCALES[first].direction)
    context.close()


@pytest.mark.parametrize("path", ["ar", "fa", "ti", "nl+ar", "ar+nl"])
def test_axe_finds_nothing_in_other_scripts_and_in_pairs(page, live_server, axe, path):
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{live_server.url}/{path}/")
    assert axe(page) == []
    page.locator(".languages summary").click()
    assert axe(page) == []
    _ask(page, live_server, path)
    page.wait_for_selector(".leaflet-marker-icon")
    assert axe(page) == []
    page.goto(f"{live_server.url}/{path}/places/{RICHEST}")
    assert axe(page) == []


@pytest.mark.parametrize("code", LOCALES)
def test_a_locale_downloads_no_fonts_of_another(browser, live_server, code):
    context = browser.new_context()
    page = context.new_page()
    fonts = {}
    page.on("response", lambda answer: fonts.update({answer.url.rsplit("/", 1)[-1]: answer}))
    page.goto(f"{live_server.url}/{code}/")
    page.wait_for_load_state("networkidle")
    fonts = {name: answer for name, answer in fonts.items() if ".woff2" in name}
    own = FONTS_OF.get(code)
    foreign = {"arabic", "ethiopic", "cyrillic"} - {own}
    assert not [name for name in fonts if any(script in name for script in foreign)]
    assert own is None or any(own in name for name in fonts)
    assert all(len(answer.body()) < 60 * 1024 for answer in list(fonts.values()))
    context.close()


def test_a_second_language_is_added_swapped_and_closed_without_losing_the_search(page, live_server):
    _ask(page, live_server, "nl")
    page.locator("[data-row=kind] summary").click()
    page.locator("[name=kind][value=mosque]").check()
    expect(page.locator(".hit:not(:has-text('Moskee'))")).to_have_count(0)
    hits = page.locator(".hit").count()
    page.locator(".languages summary").click()
    page.locator("button[formaction='/nl+ar/']").click()
    page.wait_for_url("**/nl+ar/")
    expect(page.locator(".hit")).to_have_count(hits)
    second = page.locator(".hit .why .say-second").first
    assert (second.get_attribute("lang"), second.get_attribute("dir")) == ("ar", "rtl")
    assert "مسجد" in second.inner_text()
    page.wait_for_selector(".leaflet-marker-icon:has(.map-pin)")
    page.locator(".leaflet-marker-icon:has(.map-pin)").first.focus()
    page.keyboard.press("Enter")
    lines = page.locator(".popup-line")
    expect(lines).to_have_count(2)
    assert [(line.get_attribute("lang"), line.get_attribute("dir")) for line in lines.all()] == [
        ("nl", "ltr"),
        ("ar", "rtl"),
    ]
    page.locator(".languages summary").click()
    page.locator("button[formaction='/ar+nl/']").click()
    page.wait_for_url("**/ar+nl/")
    assert page.locator("html").get_attribute("dir") == "rtl"
    expect(page.locator(".hit")).to_have_count(hits)
    page.locator(".languages summary").click()
    page.locator(".languages-pair button[formaction='/ar/']").click()
    page.wait_for_url("**/ar/")
    assert page.locator(".say-second").count() == 0
    expect(page.locator(".hit")).to_have_count(hits)


def test_both_languages_stand_on_a_place_page_line_by_line(page, live_server):
    page.goto(f"{live_server.url}/nl+ar/places/{RICHEST}")
    for pair in page.locator(".reading .say").all():
        assert pair.locator(":scope > .say-first").inner_text().strip()
        assert pair.locator(":scope > .say-second").inner_text().strip()


@pytest.mark.parametrize("typed", ["ትግርኛ", "Tigrinya", "tigrinia", "TIGRINYA"])
def test_a_language_is_found_by_any_of_its_names(page, live_server, typed):
    page.goto(f"{live_server.url}/nl/")
    page.locator("[data-row=language] summary").click()
    page.fill("#find-language", typed)
    shown = page.locator("[data-row=language] li:visible input")
    assert "ti" in [field.get_attribute("value") for field in shown.all()]
    assert shown.count() < 4


def test_languages_come_in_order_of_likeness_and_none_is_said_to_be_none(page, live_server):
    page.goto(f"{live_server.url}/nl/")
    page.locator("[data-row=language] summary").click()
    shown = page.locator("[data-row=language] li:visible input")

    def found(typed):
        page.fill("#find-language", typed)
        return [field.get_attribute("value") for field in shown.all()]

    everything = found("")
    assert found("dari")[:2] == ["prs", "ary"]
    assert found("darija") == ["ary"]
    said = page.locator("[data-row=language] [role=status]")
    expect(said).to_be_empty()
    assert found("klingon") == []
    expect(said).to_have_text("Deze taal vinden we niet. Probeer een andere naam.")
    assert found("") == everything
    expect(said).to_be_empty()


def test_a_page_by_computer_says_so_with_the_dutch_one_tap_away(page, live_server):
    page.goto(f"{live_server.url}/en/places/{RICHEST}")
    assert "Translated by a computer" in page.locator(".by-computer").inner_text()
    page.locator(".by-computer a").click()
    assert page.url == f"{live_server.url}/nl/places/{RICHEST}"
    assert page.locator(".by-computer").count() == 0
    page.goto(f"{live_server.url}/en/places/{RICHEST}")
    assert "(Moet ik papieren laten zien of me inschrijven?)" in page.locator("main").inner_text()


def test_no_button_reads_aloud_without_a_voice_of_that_language(page, live_server):
    page.goto(f"{live_server.url}/ti/places/{RICHEST}")
    voices = page.evaluate("speechSynthesis.getVoices().filter((voice) => voice.lang.startsWith('ti')).length")
    assert voices == 0
    assert page.locator(".speak:visible").count() == 0


def test_a_button_reads_aloud_with_a_voice_of_that_language_only(browser, live_server):
    context = browser.new_context()
    context.add_init_script(
        """window.said = [];
        const localizer = { lang: "nl-NL", localService: true, name: "test" };
        speechSynthesis.getVoices = () => [localizer];
        speechSynthesis.speak = (words) => window.said.push([words.lang, words.text]);
        speechSynthesis.cancel = () => window.said.push(["stopped", ""]);
        window.SpeechSynthesisUtterance = function (text) { this.text = text; };"""
    )
    page = context.new_page()
    page.goto(f"{live_server.url}/nl+ar/places/{RICHEST}")
    buttons = page.locator("#visit .speak:visible")
    assert [button.get_attribute("data-lang") for button in buttons.all()] == ["nl"]
    buttons.first.click()
    said = page.evaluate("window.said")
    assert {lang for lang, _ in said} == {"stopped", "nl-NL"}
    assert any("De eerste keer" in text for _, text in said)
    context.close()
