"""Nobody says of himself where he comes from, except the one proxy that an operator names."""

from __future__ import annotations

import json
import socket
from urllib.parse import urlsplit

import pytest

from tests.servers import serving

CLAIMS = (
    b"X-Forwarded-For: 203.0.113.9, 198.51.100.7\r\n"
    b"X-Forwarded-Proto: https\r\n"
    b"X-Forwarded-Host: evil.example\r\n"
    b"X-Forwarded-Port: 8443\r\n"
    b"Forwarded: for=192.0.2.60;proto=https;host=evil.example\r\n"
    b"X_Forwarded_For: 203.0.113.9\r\n"
)


@pytest.fixture(scope="module")
def trusting(tmp_path_factory):
    env = {"SAMENPLEK_TRUSTED_PROXY": "127.0.0.1", "WORKERS": "1"}
    with serving(tmp_path_factory.mktemp("trusting"), env, "tests.echoing:app") as live:
        yield live


@pytest.fixture(scope="module")
def unbelieving(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("unbelieving"), {"WORKERS": "1"}, "tests.echoing:app") as live:
        yield live


def _asked(live, headers, source="127.0.0.1"):
    """Return the head of an answer, and what the app saw."""
    where = urlsplit(live.url)
    if where.scheme == "unix":
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(where.path)
    else:
        connection = socket.create_connection((where.hostname, where.port), timeout=5, source_address=(source, 0))
    with connection:
        connection.sendall(b"GET /echo HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers + b"\r\n")
        head, _, body = b"".join(iter(lambda: connection.recv(65536), b"")).partition(b"\r\n\r\n")
    return head.decode(), json.loads(body) if b"application/json" in head else body


def _is_not_believed(head, seen, address="127.0.0.1"):
    assert "Strict-Transport-Security" not in head
    assert seen == {"address": address, "scheme": "http", "host": "127.0.0.1", "told": {}}


def test_what_a_stranger_says_of_himself_reaches_nothing(unbelieving):
    _is_not_believed(*_asked(unbelieving, CLAIMS))


def test_the_proxy_says_who_asks_and_how_but_not_for_which_host(trusting):
    head, seen = _asked(trusting, CLAIMS)
    assert "Strict-Transport-Security: max-age=" in head
    assert (seen["address"], seen["scheme"], seen["host"]) == ("198.51.100.7", "https", "127.0.0.1")
    assert "X-Forwarded-Host" not in seen["told"]
    assert "Forwarded" not in seen["told"]


def test_a_stranger_beside_the_proxy_is_not_believed(trusting):
    _is_not_believed(*_asked(trusting, CLAIMS, source="127.0.0.2"), address="127.0.0.2")


def test_whoever_reaches_the_socket_is_the_proxy_where_the_operator_says_so(tmp_path):
    env = {"SAMENPLEK_TRUSTED_PROXY": "unix", "BIND": f"unix:{tmp_path / 'samenplek.sock'}", "WORKERS": "1"}
    with serving(tmp_path, env, "tests.echoing:app") as live:
        head, seen = _asked(live, CLAIMS)
    assert "Strict-Transport-Security" in head
    assert (seen["address"], seen["scheme"]) == ("198.51.100.7", "https")


def test_a_proxy_that_talks_nonsense_is_refused_and_the_log_does_not_repeat_it(trusting):
    head, _ = _asked(trusting, b"X-Forwarded-For: 198.51.100.7\r\nX-Forwarded-Proto: gopher-NEEDLE\r\n")
    assert head.startswith("HTTP/1.1 400")
    assert "Malformed proxy header" in trusting.log()
    assert "NEEDLE" not in trusting.log()
    assert "198.51.100.7" not in trusting.log()
