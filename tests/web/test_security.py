"""Headers and logs: nothing of a visit is kept by a browser, a proxy or this server."""

import logging

import pytest

from finder.web.security import WithoutRequests, WithoutWords

CSS = "/static/vendor/css/site.css"


@pytest.mark.parametrize("path", ["/nl/", "/nl/agenda", "/nl/shortlist", "/wiped", "/nl/nothing", "/static/no.css"])
def test_no_page_is_kept(client, path):
    assert client.get(path).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/api/v1/places?limit=1", "/api/v1/nothing", "/api/nothing"])
def test_no_answer_of_the_api_is_kept_and_a_page_of_anybody_may_read_it(client, path):
    headers = client.get(path).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Access-Control-Allow-Origin"] == "*"


def test_the_version_of_the_api_stands_on_its_answers_and_nowhere_else(client):
    assert client.get("/api/v1/places?kind=castle").headers["API-Version"] == "1.0.0"
    assert client.get("/api/v1/nothing").headers["API-Version"] == "1.0.0"
    assert "API-Version" not in client.get("/api/nothing").headers
    assert "Access-Control-Allow-Origin" not in client.get("/nl/").headers


def test_a_file_is_kept_a_year_when_its_address_names_its_version_and_an_hour_when_not(client):
    for address, seconds in ((f"{CSS}?v=1", 31_536_000), (CSS, 3600)):
        with client.get(address) as answer:
            assert answer.cache_control.public
            assert answer.cache_control.max_age == seconds
            assert not answer.cache_control.no_cache


def test_the_basemap_says_itself_how_long_it_is_kept(client):
    assert client.get("/basemap.geojson").headers["Cache-Control"] == "public, max-age=86400"


def test_a_page_loads_nothing_from_elsewhere_and_stands_in_no_other(client):
    policy = client.get("/nl/").headers["Content-Security-Policy"]
    assert policy == (
        "default-src 'self'; img-src 'self' data:; script-src 'self'; style-src 'self'; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def test_the_log_keeps_where_an_error_was_and_nothing_of_what_somebody_typed():
    try:
        raise ValueError("a shelter near my house")
    except ValueError as error:
        record = logging.LogRecord("x", 40, "x", 1, "in %s", ("a shelter",), (type(error), error, error.__traceback__))
    assert WithoutWords().filter(record)
    assert "test_security.py" in record.getMessage()
    assert record.getMessage().startswith("ValueError\n")
    assert "shelter" not in record.getMessage().replace('raise ValueError("a shelter near my house")', "")
    assert record.exc_info is None


def test_a_line_without_an_error_stays_as_it_is():
    record = logging.LogRecord("x", 20, "x", 1, "started on %s", ("port 8000",), None)
    assert WithoutWords().filter(record)
    assert record.getMessage() == "started on port 8000"


def test_no_other_site_holds_a_window_of_ours_or_our_answers_but_the_open_data(client):
    for path in ("/nl/", "/nl/agenda", "/nowhere", "/static/vendor/nothing.css"):
        headers = client.get(path).headers
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert client.get("/api/v1/places").headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_a_wipe_tells_the_browser_to_clear_what_it_keeps(client):
    assert client.get("/wiped").headers["Clear-Site-Data"] == '"cookies", "storage"'
    assert "Clear-Site-Data" not in client.get("/nl/").headers


def _record(message):
    return logging.LogRecord("werkzeug", logging.INFO, "", 0, message, (), None)


def test_the_development_server_writes_no_request_down(app):
    assert any(isinstance(each, WithoutRequests) for each in logging.getLogger("werkzeug").filters)
    keep = WithoutRequests().filter
    for line in (
        '127.0.0.1 - - [24/Nov/2026 10:00:00] "GET /api/v1/places?language=ti HTTP/1.1" 200 -',
        '127.0.0.1 - - [24/Nov/2026 10:00:00] "POST /nl/ HTTP/1.1" 200 -',
        "127.0.0.1 - - [24/Nov/2026 10:00:00] code 400, message Bad request syntax (language=ti)",
    ):
        assert not keep(_record(line))
    assert keep(_record(" * Running on http://127.0.0.1:5000"))
