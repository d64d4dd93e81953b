"""Nobody can find out what somebody searched (product.md S1): a whole session, every request, and the log."""

from urllib.parse import urlsplit

from playwright.sync_api import expect

SECRETS = ["Tigrinya", "language=ti", "christian", "orthodox", "church", "1091", "mosque"]


def test_a_whole_session_leaves_no_query_no_cookie_and_no_trace(browser, live_server):
    context = browser.new_context()
    page = context.new_page()
    requests = []
    page.on("request", lambda request: requests.append(request))
    page.goto(f"{live_server.url}/nl/")
    page.fill("#where", "1091 GB")
    page.locator("[data-row=kind] summary").click()
    page.locator("[name=kind][value=mosque]").check()
    page.locator("[name=kind][value=church]").check()
    page.locator("[data-row=religion] summary").click()
    page.locator("[name=religion][value=christian]").check()
    page.locator(".go button").click()
    page.wait_for_selector(".hit")
    page.wait_for_selector(".leaflet-marker-icon")
    page.locator(".hit a").first.click()
    page.wait_for_selector(".place-head")
    page.go_back()
    page.goto(f"{live_server.url}/nl/")
    page.locator("#wipe").click()
    page.wait_for_selector("main.wiped")

    assert {urlsplit(request.url).netloc for request in requests} == {urlsplit(live_server.url).netloc}
    for request in requests:
        parts = urlsplit(request.url)
        assert not parts.query or (parts.path.startswith("/static/") and parts.query.startswith("v="))
        assert not [secret for secret in SECRETS if secret in parts.path + parts.query]
        assert not request.headers.get("referer")
    searches = [request for request in requests if request.method == "POST"]
    assert searches
    answers = [answer for search in searches if (answer := search.response())]
    assert answers
    assert all(answer.headers["cache-control"] == "no-store" for answer in answers)
    assert context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    log = live_server.log()
    assert not [secret for secret in SECRETS if secret in log]
    context.close()


def test_stop_and_wipe_leaves_an_empty_form_in_under_a_second(page, live_server):
    page.goto(f"{live_server.url}/nl/")
    page.fill("#where", "1091 GB")
    page.locator("[data-row=kind] summary").click()
    page.locator("[name=kind][value=church]").check()
    page.wait_for_selector(".hit")
    page.locator("#wipe").click()
    expect(page.locator(".hit")).to_have_count(0, timeout=1000)
    page.wait_for_selector("main.wiped", timeout=1000)
    for step in (page.go_back, page.go_forward):
        step()
        page.wait_for_load_state()
        assert page.locator(".hit").count() == 0
        assert not urlsplit(page.url).fragment
    page.goto(f"{live_server.url}/nl/")
    expect(page.locator("#where")).to_have_value("")
    assert page.locator(":checked[name=kind]").count() == 0
