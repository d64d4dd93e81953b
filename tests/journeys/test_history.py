"""No search, no list and no place is left in the history of the browser; Back, Forward and reload work as ever."""

import re
import shutil
import sqlite3
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.conftest import CHROMIUM_ARGS
from tests.journeys.test_together import NAMES

WANTED = ["1091", "mosque", "moskee", "tigrinya", "language=", "kind=", "where="]
FILES = ("History", "Favicons", "Top Sites")


def _search(page, live_server, locales="nl"):
    page.goto(f"{live_server.url}/{locales}/#where=1091+GB&kind=library&kind=mosque")
    page.wait_for_selector(".hit")


def _open(page, link):
    link.click()
    expect(page.locator(".place-head h1")).to_be_focused()


def _heading(page):
    return page.inner_text("h1")


def _words(copy):
    """Every text of a database file, so that a search word is found in whatever table it stands."""
    with closing(sqlite3.connect(copy)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for table in tables for row in database.execute(f'SELECT * FROM "{table}"')]
    return "\n".join(value for row in rows for value in row if isinstance(value, str))


def test_after_the_wipe_the_files_of_the_browser_know_no_search_no_place_and_no_code(
    playwright, chromium_path, live_server, tmp_path
):
    addresses = []
    context = playwright.chromium.launch_persistent_context(
        tmp_path / "profile", executable_path=chromium_path, args=CHROMIUM_ARGS
    )
    page = context.pages[0]
    page.on("framenavigated", lambda frame: addresses.append(frame.url))
    page.goto(f"{live_server.url}/nl/")
    page.fill("#where", "1091 GB")
    page.locator("[data-row=kind] summary").click()
    page.locator("[name=kind][value=mosque]").check()
    page.locator("[data-row=language] summary").click()
    page.locator("[name=language][value=ti]").check()
    page.locator(".go button").click()
    page.wait_for_selector(".hit")
    seen = []
    for number in range(2):
        page.locator(".hit .shortlist-button").nth(number).click()
        _open(page, page.locator(".hit h3 a").nth(number))
        seen.append(_heading(page))
        page.go_back()
        page.wait_for_selector(".hit")
    codes = page.evaluate("sessionStorage.getItem('samenplek')").split("&")[0].split(".")[2:]
    page.locator("#to-list").click()
    page.wait_for_selector(".listed-places")
    _open(page, page.locator(".listed-places h3 a").first)
    page.go_back()
    page.locator("button[formaction$='/compare']").click()
    page.wait_for_selector(".compare")
    page.locator(".foot a[href$='/agenda']").click()
    page.wait_for_selector("main[data-answered] .source, main strong")
    _open(page, page.locator("main a[href*='/places/']").first)
    seen.append(_heading(page))
    page.locator("#wipe").click()
    page.wait_for_selector("main.wiped")
    assert page.evaluate("[sessionStorage.length, history.state, window.name]") == [0, None, ""]
    page.go_back()
    page.wait_for_load_state()
    assert page.locator(".hit, .place-head, .listed-places").count() == 0
    page.wait_for_timeout(1000)
    context.close()

    assert len(codes) == 2
    assert not [address for address in addresses if urlsplit(address).fragment or "/places/" in address]
    secrets = [
        *WANTED,
        *codes,
        *(NAMES[code].lower() for code in codes),
        *(name.lower() for name in seen),
        "#",
        "/places/",
    ]
    known = {}
    for name in FILES:
        copy = shutil.copy(tmp_path / "profile/Default" / name, tmp_path / name.replace(" ", ""))
        known[name] = _words(copy).lower()
    assert "/nl/agenda" in known["History"]  # it is the file that remembers
    assert {name: [secret for secret in secrets if secret.lower() in text] for name, text in known.items()} == {
        name: [] for name in FILES
    }


def test_a_place_opens_within_the_page_and_back_brings_the_list_with_its_place_and_focus(page, live_server):
    _search(page, live_server)
    link = page.locator(".hit h3 a").nth(3)
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    name = link.inner_text()
    title = page.title()
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".place-head h1")).to_be_focused()
    assert (_heading(page), page.url) == (name, f"{live_server.url}/nl/")
    assert page.title() == title  # the history of the browser would keep a name
    assert page.evaluate("scrollY") == 0
    page.go_back()
    expect(page.locator(".hit h3 a").nth(3)).to_be_focused()
    assert (page.title(), page.url) == (title, f"{live_server.url}/nl/")
    assert abs(page.evaluate("scrollY") - before) < 5
    page.go_forward()
    expect(page.locator(".place-head h1")).to_have_text(name)
    page.reload()
    expect(page.locator(".place-head h1")).to_have_text(name)
    page.go_back()
    expect(page.locator(".hit h3 a").nth(3)).to_have_text(name)


def test_a_place_that_is_shown_stays_in_another_language(page, live_server):
    _search(page, live_server)
    _open(page, page.locator(".hit h3 a").first)
    name = _heading(page)
    page.locator(".languages summary").click()
    page.locator(".languages-panel [lang=en]").first.click()
    expect(page.locator("html[lang=en] .place-head h1")).to_have_text(name)
    assert page.url == f"{live_server.url}/en/"
    page.go_back()
    expect(page.locator("html[lang=en] .hit h3 a").first).to_have_text(name)


def test_a_place_that_does_not_come_is_told_and_the_list_stays(page, live_server):
    _search(page, live_server)
    page.route("**/places/*", lambda route: route.abort())
    page.locator(".hit h3 a").first.click()
    expect(page.locator("#not-reached")).to_be_visible()
    assert page.locator(".hit").count() > 0


def test_a_place_in_a_new_tab_has_its_own_address_and_begins_without_a_list(page, live_server):
    _search(page, live_server)
    page.locator(".hit .shortlist-button").first.click()
    with page.context.expect_page() as opened:
        page.locator(".hit h3 a").first.click(modifiers=["Control"])
    assert re.search(r"/nl/places/[0-9A-Z]{5}$", opened.value.url)
    expect(opened.value.locator(".list-count")).to_have_text("0")


@pytest.mark.parametrize("step", ["back", "forward"])
def test_after_the_wipe_no_place_comes_back(page, live_server, step):
    _search(page, live_server)
    _open(page, page.locator(".hit h3 a").first)
    if step == "forward":
        page.go_back()
        page.wait_for_selector(".hit")
    page.locator("#wipe").click()
    page.wait_for_selector("main.wiped")
    for move in (page.go_back, page.go_forward):
        move()
        page.wait_for_load_state()
        assert page.locator(".hit, .place-head").count() == 0
