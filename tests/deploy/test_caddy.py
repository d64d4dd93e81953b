"""deploy/Caddyfile before the app: what it hands on, what it stops, and that it writes nothing down."""

from __future__ import annotations

import ssl
import time
from contextlib import ExitStack
from urllib.parse import urlencode

import pytest

from tests.deploy.proxies import CADDY, NAME, caddy, request_of, status_of
from tests.deploy.test_nginx import CLAIMS, CUT_AFTER, FORM, NEEDLE


@pytest.fixture(scope="module")
def before_app(app_port, tmp_path_factory):
    with caddy(tmp_path_factory.mktemp("caddy"), app_port) as proxy:
        yield proxy


@pytest.fixture(scope="module")
def before_recorder(recorder, tmp_path_factory):
    with caddy(tmp_path_factory.mktemp("recorded"), recorder.port) as proxy:
        yield proxy


def test_a_search_works_through_it(before_app):
    body = urlencode({"where": "1012", "go": "1"}).encode()
    answer = before_app.ask(request_of("POST /nl/", body=body)).decode(errors="replace")
    assert answer.startswith("HTTP/1.1 200")
    assert "Strict-Transport-Security: max-age=" in answer
    assert answer.count("/nl/places/") > 10


def test_http_leads_to_https_and_other_names_lead_nowhere(before_app):
    answer = before_app.ask_plainly(request_of("GET /nl/places/1BT0M"))
    assert status_of(answer) == 308
    assert f"Location: https://{NAME}".encode() in answer
    with pytest.raises(ssl.SSLError):
        before_app.connect(name="evil.example")


def test_what_a_stranger_says_of_himself_does_not_reach_the_app(before_recorder, before_app, recorder):
    recorder.heard.clear()
    assert status_of(before_recorder.ask(request_of("GET /nl/", *CLAIMS))) == 200
    told = {name: value for name, value in recorder.headers().items() if name not in ("Early-Data", "User-Agent")}
    # The names with an underscore are left to the app, whose server drops them.
    del told["Script_name"], told["X_forwarded_for"]
    assert told == {"Host": NAME, "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "https"}
    answer = before_app.ask(request_of("GET /echo", *CLAIMS), source="127.0.0.2").decode()
    assert '"address":"127.0.0.2"' in answer
    assert '"scheme":"https"' in answer
    assert "203.0.113.9" not in answer


def test_counts_for_the_operator_are_not_for_everybody(before_recorder, recorder):
    recorder.heard.clear()
    assert status_of(before_recorder.ask(request_of("GET /metrics"))) == 404
    assert recorder.heard == []


def test_half_a_head_and_half_a_body_are_cut_and_everybody_else_is_answered(before_app):
    whole = request_of("POST /nl/", body=FORM)
    began = time.monotonic()
    with ExitStack() as open_ones:
        halves = [open_ones.enter_context(before_app.connect()) for _ in range(20)]
        for number, connection in enumerate(halves):
            connection.sendall(whole[:-5] if number % 2 else whole[:40])
        assert status_of(before_app.ask(request_of("GET /health"))) == 200
        assert time.monotonic() - began < CUT_AFTER - 2
        for connection in halves:
            connection.settimeout(CUT_AFTER + 5)
            try:
                while connection.recv(65536):
                    continue
            except (ConnectionError, ssl.SSLError):
                continue
    assert CUT_AFTER - 2 < time.monotonic() - began < CUT_AFTER + 5


def test_the_app_says_that_a_body_is_too_much(before_app):
    answer = before_app.ask(request_of("POST /nl/", body=b"where=" + b"x" * 70_000))
    assert "Dit is te veel tekst" in answer.decode()


def test_an_app_that_is_away_is_said_plainly_and_written_nowhere(tmp_path):
    with caddy(tmp_path, upstream=1) as proxy:
        answer = proxy.ask(request_of(f"GET /nl/places/1BT0M?{NEEDLE}"))
        assert status_of(answer) == 502
        assert b"Retry-After: 30\r\n" in answer
        for secret in (NEEDLE, "1BT0M", "remote_"):
            assert secret not in proxy.written()


def test_nothing_that_was_asked_is_written_down(before_app, before_recorder):
    """The last one: the tests above left refusals and cut connections behind them."""
    for proxy in (before_app, before_recorder):
        proxy.ask(request_of(f"GET /nl/places/1BT0M?{NEEDLE}", f"Cookie: {NEEDLE}", f"Referer: {NEEDLE}"))
        for secret in (NEEDLE, "1BT0M", "remote_", "POST", "/health"):
            assert secret not in proxy.written()


def test_what_it_cannot_do_is_said_in_the_file_itself():
    assert "no limit on how often" in CADDY.read_text(encoding="utf-8")
