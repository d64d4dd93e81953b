"""deploy/nginx.conf before the app: what it hands on, what it stops, and that it writes nothing down."""

from __future__ import annotations

import re
import ssl
import time
from contextlib import ExitStack
from urllib.parse import urlencode

import pytest

from tests.deploy.conftest import LARGE
from tests.deploy.proxies import NAME, NGINX, nginx, request_of, status_of

NEEDLE = "needle7731"
FORM = urlencode({"where": "1012", "go": "1", "need": NEEDLE}).encode()
CUT_AFTER = 10
"""Seconds that deploy/nginx.conf gives to a head, and to each part of a body."""
CLAIMS = (
    "X-Forwarded-For: 203.0.113.9",
    "X-Forwarded-Host: evil.example",
    "X-Forwarded-Proto: gopher",
    "X-Forwarded-Port: 1",
    "X-Forwarded-Prefix: /x",
    "X-Forwarded-By: x",
    "X-Real-IP: 203.0.113.9",
    "Forwarded: for=203.0.113.9",
    "X_Forwarded_For: 203.0.113.9",
    "Proxy: http://evil.example",
    "SCRIPT_NAME: /x",
    "Early-Data: 1",
)


@pytest.fixture(scope="module")
def before_app(app_port, tmp_path_factory):
    with nginx(tmp_path_factory.mktemp("nginx"), app_port) as proxy:
        yield proxy


@pytest.fixture(scope="module")
def before_recorder(recorder, tmp_path_factory):
    with nginx(tmp_path_factory.mktemp("recorded"), recorder.port) as proxy:
        yield proxy


def test_a_search_works_through_it(before_app):
    body = urlencode({"where": "1012", "go": "1"}).encode()
    answer = before_app.ask(request_of("POST /nl/", body=body)).decode(errors="replace")
    assert answer.startswith("HTTP/1.1 200")
    assert "Strict-Transport-Security: max-age=" in answer
    assert "Cache-Control: no-store" in answer
    assert answer.count("/nl/places/") > 10
    assert "Server: nginx\r\n" in answer


def test_http_leads_to_https_and_other_names_lead_nowhere(before_app):
    answer = before_app.ask_plainly(request_of("GET /nl/places/1BT0M"))
    assert f"Location: https://{NAME}/nl/places/1BT0M\r\n".encode() in answer
    assert before_app.ask_plainly(request_of("GET /nl/places/1BT0M", host="evil.example")) == b""
    with pytest.raises(ssl.SSLError, match="UNRECOGNIZED_NAME"):
        before_app.connect(name="evil.example")


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_new_versions_of_tls_are_spoken(before_recorder, version):
    with before_recorder.connect(version=version) as connection:
        assert connection.version() == {771: "TLSv1.2", 772: "TLSv1.3"}[version]


def test_only_new_versions_of_tls_are_spoken(before_recorder):
    with pytest.warns(DeprecationWarning, match="TLSv1_1"), pytest.raises(ssl.SSLError):
        before_recorder.connect(version=ssl.TLSVersion.TLSv1_1)


def test_what_a_stranger_says_of_himself_does_not_reach_the_app(before_recorder, recorder):
    recorder.heard.clear()
    assert status_of(before_recorder.ask(request_of("GET /nl/", *CLAIMS))) == 200
    assert recorder.headers() == {"Host": NAME, "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "https"}


def test_the_app_sees_whoever_asked_the_proxy(before_app):
    answer = before_app.ask(request_of("GET /echo", *CLAIMS), source="127.0.0.2").decode()
    assert '"address":"127.0.0.2"' in answer
    assert '"scheme":"https"' in answer


def test_counts_for_the_operator_are_not_for_everybody(before_recorder, recorder):
    recorder.heard.clear()
    assert status_of(before_recorder.ask(request_of("GET /metrics"))) == 404
    assert recorder.heard == []


def test_half_a_head_and_half_a_body_are_cut_and_the_app_never_hears_of_them(before_recorder, recorder):
    recorder.heard.clear()
    whole = request_of("POST /nl/", body=FORM)
    began = time.monotonic()
    with ExitStack() as open_ones:
        halves = [open_ones.enter_context(before_recorder.connect()) for _ in range(20)]
        for number, connection in enumerate(halves):
            connection.sendall(whole[:-5] if number % 2 else whole[:40])
        assert status_of(before_recorder.ask(request_of("GET /health"))) == 200
        assert time.monotonic() - began < CUT_AFTER - 2
        for connection in halves:
            connection.settimeout(CUT_AFTER + 5)
            try:
                answer = connection.recv(65536)
            except (ConnectionError, ssl.SSLError):
                answer = b""
            assert answer == b"" or status_of(answer) in (400, 408)
    assert CUT_AFTER - 2 < time.monotonic() - began < CUT_AFTER + 5
    assert recorder.heard[1:] == [b""]


def test_a_body_reaches_the_app_once_it_is_there_and_no_file(before_recorder, recorder):
    body = urlencode({"where": NEEDLE + "x" * 100_000}).encode()
    request = request_of("POST /nl/", body=body)
    recorder.heard.clear()
    with before_recorder.connect() as connection:
        connection.sendall(request[:90_000])
        time.sleep(0.3)
        assert recorder.heard == []
        connection.sendall(request[90_000:])
        assert status_of(connection.recv(65536)) == 200
    assert recorder.heard[1:] == [body]


def test_an_answer_that_is_read_slowly_reaches_no_file_either(before_recorder):
    with before_recorder.connect() as connection:
        connection.sendall(request_of("GET /large"))
        time.sleep(0.5)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.endswith(LARGE)


def test_the_app_says_that_a_body_is_too_much_and_twice_that_is_not_read(before_app):
    answer = before_app.ask(request_of("POST /nl/", body=b"where=" + b"x" * 70_000))
    assert "Dit is te veel tekst" in answer.decode()
    with before_app.connect() as connection:
        connection.sendall(request_of("POST /nl/", body=b"x" * 140_000)[:300])
        assert status_of(connection.recv(65536)) == 413


def _storm(proxy, request, count, source):
    """Ask ``count`` times as fast as a connection can, and return how many were taken and refused, and the seconds."""
    began = time.monotonic()
    with proxy.connect(source=source) as connection:
        connection.sendall(request.replace(b"Connection: close\r\n", b"") * (count - 1) + request)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.count(b"HTTP/1.1 429") == answer.count(b"Retry-After: 10\r\n")
    return answer.count(b"HTTP/1.1 200"), answer.count(b"HTTP/1.1 429"), time.monotonic() - began


def test_who_asks_too_many_cards_waits_and_everybody_else_does_not(before_recorder):
    card = request_of("POST /nl/card.pdf", body=b"code=1BT0M")
    taken, refused, seconds = _storm(before_recorder, card, 60, "127.0.0.4")
    assert 10 < taken <= 12 + seconds
    assert taken + refused == 60
    assert status_of(before_recorder.ask(card, source="127.0.0.5")) == 200
    assert status_of(before_recorder.ask(request_of("GET /nl/"), source="127.0.0.4")) == 200


def test_a_storm_from_one_address_is_stopped_and_another_address_is_answered(before_recorder):
    taken, refused, seconds = _storm(before_recorder, request_of("GET /nl/"), 900, "127.0.0.6")
    assert 200 < taken <= 202 + 20 * seconds
    assert taken + refused == 900
    assert refused > 0
    assert status_of(before_recorder.ask(request_of("GET /nl/"), source="127.0.0.7")) == 200


def test_who_holds_too_many_connections_gets_no_more_and_another_address_does(before_recorder):
    begun = request_of("POST /nl/", body=FORM)[:-5]
    with ExitStack() as open_ones:
        for _ in range(60):
            open_ones.enter_context(before_recorder.connect(source="127.0.0.8")).sendall(begun)
        time.sleep(0.5)
        assert status_of(before_recorder.ask(request_of("GET /nl/"), source="127.0.0.8")) == 429
        assert status_of(before_recorder.ask(request_of("GET /nl/"), source="127.0.0.9")) == 200


def test_an_app_that_is_away_is_said_plainly_and_written_nowhere(tmp_path):
    with nginx(tmp_path, upstream=1) as proxy:
        answer = proxy.ask(request_of(f"GET /nl/places/1BT0M?{NEEDLE}"))
        assert status_of(answer) == 503
        assert b"Retry-After: 30\r\n" in answer
        assert NEEDLE not in proxy.written()


def test_nothing_that_was_asked_is_written_down(before_app, before_recorder):
    """The last one: the tests above left bad requests, refusals and cut connections behind them."""
    for proxy in (before_app, before_recorder):
        proxy.ask(request_of(f"GET /nl/places/1BT0M?{NEEDLE}", f"Cookie: {NEEDLE}", f"Referer: {NEEDLE}"))
        proxy.ask(request_of("POST /nl/", body=FORM))
        written = proxy.written()
        assert "access.log: \n" in written or "access.log" not in written
        for secret in (NEEDLE, "1BT0M", "127.0.0.", "POST", "GET"):
            assert secret not in written


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("203.0.113.9", None),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"),
        ("2001:db8:1:2::6", "2001:db8:1:2"),
        ("2001:db8:1::6", "2001:db8:1"),
        ("2001:db8::3:4:5:6", "2001:db8"),
    ],
)
def test_all_addresses_of_one_network_count_as_one_client(address, counted):
    patterns = [found.replace("?<", "?P<") for found in re.findall(r'"~(\^.*\$)"', NGINX.read_text())]
    assert len(patterns) == 2
    found = [match[1] for pattern in patterns if (match := re.match(pattern, address))]
    assert found == ([counted] if counted else [])
