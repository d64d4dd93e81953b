"""deploy/nginx.conf before the app: what it hands on, what it stops, and that it writes nothing down."""

from __future__ import annotations

import re
import socket
import ssl
import threading
import time
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlencode, urlsplit

import pytest

from tests.nginx import NAME, SITE, proxying
from tests.servers import serving

NEEDLE = "needle7731"
FORM = urlencode({"where": "1012", "go": "1", "need": NEEDLE}).encode()
LARGE = b"x" * 4_000_000
CUT_AFTER = 10
"""Seconds that deploy/nginx.conf gives to a head, and to each part of a body."""


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    env = {"SAMENPLEK_TRUSTED_PROXY": "127.0.0.1", "SAMENPLEK_PUBLIC_URL": f"https://{NAME}"}
    with serving(tmp_path_factory.mktemp("app"), env, "tests.echoing:app") as live:
        yield live


@pytest.fixture(scope="module")
def proxy(app, tmp_path_factory):
    with proxying(tmp_path_factory.mktemp("nginx"), urlsplit(app.url).port) as nginx:
        yield nginx


@pytest.fixture(scope="module")
def heard():
    return []


@pytest.fixture(scope="module")
def recorder(heard, tmp_path_factory):
    """Nginx before a server that keeps what it hears in ``heard``: a head as soon as it is there, then its body."""

    class Hears(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self):
            heard.append(str(self.headers))
            heard.append(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            answer = LARGE if self.path == "/large" else b""
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_GET = do_POST = _answer

        def log_message(self, *_):
            pass

    upstream = ThreadingHTTPServer(("127.0.0.1", 0), Hears)
    threading.Thread(target=upstream.serve_forever, daemon=True).start()
    with proxying(tmp_path_factory.mktemp("recorder"), upstream.server_port) as nginx:
        yield nginx
    upstream.shutdown()
    upstream.server_close()


def _request(line, *headers, body=b"", host=NAME):
    head = [line + " HTTP/1.1", f"Host: {host}", "Connection: close", *headers]
    if body:
        head += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
    return "\r\n".join([*head, "", ""]).encode() + body


def _status(answer):
    return int(answer.split(b" ", 2)[1]) if answer else None


def test_a_search_works_through_it_over_https_only(proxy):
    body = urlencode({"where": "1012", "go": "1"}).encode()
    answer = proxy.ask(_request("POST /nl/", body=body)).decode(errors="replace")
    assert answer.startswith("HTTP/1.1 200")
    assert "Strict-Transport-Security: max-age=" in answer
    assert "Cache-Control: no-store" in answer
    assert answer.count("/nl/places/") > 10
    assert "Server: nginx\r\n" in answer


def test_http_leads_to_https_and_other_names_lead_nowhere(proxy):
    def plain(host):
        with socket.create_connection(("127.0.0.1", proxy.http), timeout=5) as connection:
            connection.sendall(_request("GET /nl/places/1BT0M", host=host))
            return b"".join(iter(lambda: connection.recv(65536), b""))

    assert f"Location: https://{NAME}/nl/places/1BT0M\r\n".encode() in plain(NAME)
    assert plain("evil.example") == b""
    with pytest.raises(ssl.SSLError):
        proxy.connect(name="evil.example")


def test_counts_for_the_operator_are_not_for_everybody(recorder, heard):
    heard.clear()
    assert _status(recorder.ask(_request("GET /metrics"))) == 404
    assert heard == []


def test_what_a_stranger_says_of_himself_does_not_reach_the_app(recorder, heard):
    claims = ["X-Forwarded-For: 203.0.113.9", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: gopher"]
    claims += ["X-Forwarded-Port: 1", "X-Forwarded-Prefix: /x", "X-Forwarded-By: x", "X-Real-IP: 203.0.113.9"]
    claims += ["Forwarded: for=203.0.113.9", "X_Forwarded_For: 203.0.113.9", "Proxy: http://evil.example"]
    claims += ["SCRIPT_NAME: /x", "Early-Data: 1"]
    heard.clear()
    assert _status(recorder.ask(_request("GET /nl/", *claims))) == 200
    head, _ = heard
    sent = dict(line.split(": ", 1) for line in head.splitlines() if line)
    assert sent == {"Host": NAME, "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "https"}


def test_the_app_sees_whoever_asked_the_proxy(proxy):
    answer = proxy.ask(_request("GET /echo", "X-Forwarded-For: 203.0.113.9"), source="127.0.0.2").decode()
    assert '"address":"127.0.0.2"' in answer
    assert '"scheme":"https"' in answer


def test_half_a_head_and_half_a_body_are_cut_and_the_app_never_hears_of_them(recorder, heard):
    heard.clear()
    whole = _request("POST /nl/", body=FORM)
    began = time.monotonic()
    with ExitStack() as open_ones:
        halves = [open_ones.enter_context(recorder.connect()) for _ in range(20)]
        for number, connection in enumerate(halves):
            connection.sendall(whole[:-5] if number % 2 else whole[:40])
        assert _status(recorder.ask(_request("GET /health"))) == 200
        assert time.monotonic() - began < CUT_AFTER / 2
        for connection in halves:
            connection.settimeout(CUT_AFTER + 5)
            try:
                answer = connection.recv(65536)
            except (ConnectionError, ssl.SSLError):
                answer = b""
            assert answer == b"" or _status(answer) in (400, 408)
    assert CUT_AFTER - 2 < time.monotonic() - began < CUT_AFTER + 5
    assert heard[1:] == [b""]


def test_a_body_reaches_the_app_once_it_is_there_and_no_file(recorder, heard):
    body = urlencode({"where": NEEDLE + "x" * 100_000}).encode()
    request = _request("POST /nl/", body=body)
    heard.clear()
    with recorder.connect() as connection:
        connection.sendall(request[:90_000])
        time.sleep(0.3)
        assert heard == []
        connection.sendall(request[90_000:])
        assert _status(connection.recv(65536)) == 200
    assert heard[1:] == [body]


def test_an_answer_that_is_read_slowly_reaches_no_file_either(recorder):
    with recorder.connect() as connection:
        connection.sendall(_request("GET /large"))
        time.sleep(0.5)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.endswith(LARGE)


def test_the_app_says_that_a_body_is_too_much_and_twice_that_is_not_read(proxy):
    assert "Dit is te veel tekst" in proxy.ask(_request("POST /nl/", body=b"where=" + b"x" * 70_000)).decode()
    with proxy.connect() as connection:
        connection.sendall(_request("POST /nl/", body=b"x" * 140_000)[:300])
        assert _status(connection.recv(65536)) == 413


def _storm(proxy, request, count, source):
    """Ask ``count`` times as fast as a connection can, and return how many were taken and refused, and the seconds."""
    began = time.monotonic()
    with proxy.connect(source=source) as connection:
        connection.sendall(request.replace(b"Connection: close\r\n", b"") * (count - 1) + request)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.count(b"HTTP/1.1 429") == answer.count(b"Retry-After: 10\r\n")
    return answer.count(b"HTTP/1.1 200"), answer.count(b"HTTP/1.1 429"), time.monotonic() - began


def test_who_asks_too_many_cards_waits_and_everybody_else_does_not(recorder):
    card = _request("POST /nl/card.pdf", body=b"code=1BT0M")
    taken, refused, seconds = _storm(recorder, card, 60, "127.0.0.4")
    assert 10 < taken <= 12 + seconds
    assert taken + refused == 60
    assert _status(recorder.ask(card, source="127.0.0.5")) == 200
    assert _status(recorder.ask(_request("GET /nl/"), source="127.0.0.4")) == 200


def test_a_storm_from_one_address_is_stopped_and_another_address_is_answered(recorder):
    taken, refused, seconds = _storm(recorder, _request("GET /nl/"), 900, "127.0.0.6")
    assert 200 < taken <= 202 + 20 * seconds
    assert taken + refused == 900
    assert refused > 0
    assert _status(recorder.ask(_request("GET /nl/"), source="127.0.0.7")) == 200


def test_who_holds_too_many_connections_gets_no_more_and_another_address_does(recorder):
    begun = _request("POST /nl/", body=FORM)[:-5]
    with ExitStack() as open_ones:
        for _ in range(60):
            open_ones.enter_context(recorder.connect(source="127.0.0.8")).sendall(begun)
        time.sleep(0.5)
        assert _status(recorder.ask(_request("GET /nl/"), source="127.0.0.8")) == 429
        assert _status(recorder.ask(_request("GET /nl/"), source="127.0.0.9")) == 200


def test_an_app_that_is_away_is_said_plainly_and_written_nowhere(tmp_path):
    with proxying(tmp_path, upstream=1) as nginx:
        answer = nginx.ask(_request(f"GET /nl/places/1BT0M?{NEEDLE}"))
        assert _status(answer) == 503
        assert b"Retry-After: 30\r\n" in answer
        assert NEEDLE not in nginx.written()


def test_nothing_that_was_asked_is_written_down(proxy, recorder):
    """The last one: the tests above left bad requests, refusals and cut connections behind them."""
    for nginx in (proxy, recorder):
        nginx.ask(_request(f"GET /nl/places/1BT0M?{NEEDLE}", f"Cookie: {NEEDLE}", f"Referer: {NEEDLE}"))
        nginx.ask(_request("POST /nl/", body=FORM))
        written = nginx.written()
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
    patterns = [found.replace("?<", "?P<") for found in re.findall(r'"~(\^.*\$)"', SITE.read_text())]
    assert len(patterns) == 2
    found = [match[1] for pattern in patterns if (match := re.match(pattern, address))]
    assert found == ([counted] if counted else [])
