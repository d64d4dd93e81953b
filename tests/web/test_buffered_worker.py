"""One client that is slow, greedy or broken does not take the server from the others."""

from __future__ import annotations

import signal
import socket
import time
import urllib.request
from contextlib import ExitStack, contextmanager
from urllib.parse import urlencode, urlsplit

import pytest

from finder.formats.places_file import read_places
from finder.web import buffered_worker
from tests.paths import DATA
from tests.servers import serving

FORM = urlencode({"where": "1012", "go": "1"}).encode()
MANY = 50
CODES = [place.code for place in read_places(DATA / "places.geojson")[:8]]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("buffered"), {}) as live:
        yield live


def _connect(server, timeout=5.0):
    host, port = urlsplit(server.url).netloc.split(":")
    return socket.create_connection((host, int(port)), timeout=timeout)


def _head(length, path="/nl/", method="POST"):
    return (
        f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {length}\r\n"
    ).encode()


def _raw(server, request):
    """Send bytes, close our side, and return the first line of the answer."""
    with _connect(server) as connection:
        connection.sendall(request)
        return connection.recv(65536).split(b"\r\n", 1)[0].decode()


def _ask(server, path="/health", body=None):
    begun = time.monotonic()
    with urllib.request.urlopen(server.url + path, data=body, timeout=10) as answer:
        assert answer.status == 200
        answer.read()
    return time.monotonic() - begun


@contextmanager
def _held(server, sent, count=MANY):
    with ExitStack() as open_ones:
        for _ in range(count):
            connection = open_ones.enter_context(_connect(server))
            connection.sendall(sent)
        yield


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(_head(100) + b"\r\nwhere=", id="half a body"),
        pytest.param(_head(100), id="half the headers"),
        pytest.param(b"PO", id="half a line"),
        pytest.param(b"", id="nothing"),
        pytest.param(_head(0, "/nl/?lang=x", "GET") + b"\r\n", id="an answer that nobody reads"),
    ],
)
def test_fifty_that_are_not_finished_leave_everybody_else_answered_within_a_second(server, sent):
    with _held(server, sent):
        took = [_ask(server) for _ in range(2)] + [_ask(server, "/nl+ar/", FORM) for _ in range(3)]
    assert max(took) < 1


def test_a_request_that_comes_in_slowly_is_answered_once_it_is_there(server):
    with _connect(server) as connection:
        for part in (_head(len(FORM)) + b"\r\n", FORM[:5], FORM[5:]):
            connection.sendall(part)
            time.sleep(0.2)
        assert connection.recv(12) == b"HTTP/1.1 200"


def test_who_does_not_finish_is_let_go_also_while_sending_a_little_now_and_then(server):
    began = time.monotonic()
    with _connect(server, timeout=1) as connection:
        connection.sendall(_head(100) + b"\r\n")
        while time.monotonic() - began < buffered_worker.READ_WITHIN + 5:
            try:
                connection.sendall(b"x")
                if connection.recv(1024) == b"":
                    break
            except TimeoutError:
                continue
            except OSError:
                break
    assert buffered_worker.READ_WITHIN - 1 < time.monotonic() - began < buffered_worker.READ_WITHIN + 4


@pytest.mark.parametrize("size", ["ZZ", "-5", "5\r\nabcdeXX"])
def test_a_chunk_that_is_none_is_bad_input(server, size):
    head = b"POST /nl/ HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert _raw(server, head + size.encode() + b"\r\n\r\n") == "HTTP/1.1 400 Bad Request"


_INNER = b"GET /wiped HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
_CHUNK = b"0\r\n\r\n"


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(b"HTTP/1.1\r\nContent-Length: 48\r\nTransfer-Encoding: chunked", id="a length beside chunks"),
        pytest.param(b"HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length:", id="an empty length beside chunks"),
        pytest.param(b"HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked", id="chunks in HTTP/1.0"),
        pytest.param(b"HTTP/1.1\r\nContent-Length: 48\r\nContent-Length: 5", id="two lengths"),
        pytest.param(b"HTTP/1.1\r\nContent-Length: " + b"9" * 5000, id="a length of five thousand digits"),
    ],
)
def test_a_request_that_can_be_read_in_two_ways_is_refused_and_nothing_behind_it_is_answered(server, head):
    with _connect(server) as connection:
        connection.sendall(b"POST /nl/ " + head + b"\r\nHost: 127.0.0.1\r\n\r\n" + _CHUNK + _INNER)
        answered = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answered.startswith(b"HTTP/1.1 400 ") or answered.startswith(b"HTTP/1.0 400 ")
    assert answered.count(b"HTTP/1.") == 1


@pytest.mark.parametrize("address", [b"http://[", b"http://[::1", b"http://[x]y/nl/"])
def test_an_address_with_a_host_that_is_none_is_bad_input(server, address):
    request = b"GET " + address + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    assert _raw(server, request) == "HTTP/1.1 400 Bad Request"


def test_a_failure_while_reading_is_written_down_without_whose_request_it_was(caplog):
    with socket.socket() as ours:
        ours.bind(("127.0.0.1", 0))
        channel = buffered_worker._Channel.__new__(buffered_worker._Channel)
        closed = []
        channel.addr, channel.handle_close = ours.getsockname(), lambda: closed.append(1)
        try:
            raise ValueError("Tigrinya")
        except ValueError:
            channel.handle_error()
    assert "ValueError while reading a request" in caplog.text
    assert "test_buffered_worker.py" in caplog.text
    assert "127.0.0.1" not in caplog.text
    assert closed == [1]


def test_no_more_is_kept_of_a_large_body_than_is_needed_to_refuse_it():
    body = buffered_worker._Body(buffered_worker.MOST_IN_MEMORY)
    for _ in range(1000):
        body.append(b"x" * 8192)
    assert buffered_worker.MOST_KEPT <= len(body) < buffered_worker.MOST_KEPT + 8192


def test_nobody_moves_the_site_to_another_path(server):
    for name in (b"SCRIPT_NAME", b"Script-Name"):
        request = b"GET /nl/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + name + b": /elsewhere\r\n\r\n"
        with _connect(server) as connection:
            connection.sendall(request)
            answer = b"".join(iter(lambda: connection.recv(65536), b""))
        assert answer.startswith(b"HTTP/1.1 200")
        assert b"/elsewhere" not in answer


def test_what_is_being_asked_when_the_server_stops_is_still_answered(tmp_path):
    card = urlencode({"code": CODES}, doseq=True).encode()
    with serving(tmp_path, {"WORKERS": "1", "THREADS": "1"}) as live, ExitStack() as open_ones:
        asked = [open_ones.enter_context(_connect(live, timeout=20)) for _ in range(2)]
        for connection in asked:
            connection.sendall(_head(len(card), "/nl/card.pdf") + b"\r\n" + card)
        time.sleep(0.3)
        live.process.send_signal(signal.SIGTERM)
        assert [connection.recv(12) for connection in asked] == [b"HTTP/1.1 200"] * 2
        assert live.process.wait(20) == 0
        assert "Traceback" not in live.log()


def test_the_log_says_nothing_of_the_requests_that_were_not_finished(server):
    assert "where=" not in server.log()
    assert "Traceback" not in server.log()
