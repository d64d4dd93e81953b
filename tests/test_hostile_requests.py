"""What an attack on the site once found, sent again as it was sent then: bytes over a socket to the real server."""

import socket
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode, urlsplit

import pytest

from finder.formats.places_file import read_places
from tests.paths import DATA
from tests.servers import serving

CODES = [place.code for place in read_places(DATA / "places.geojson")[:8]]
LIST = urlencode({"code": CODES}, doseq=True).encode()
STORM, PROBE_WITHIN = 60, 5.0
"""PDFs asked for at once, and seconds in which others are answered meanwhile on a machine with other work too."""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("hostile"), {}) as live:
        yield live
        assert "Traceback" not in live.log()
        assert "[ERROR]" not in live.log()


def _sent(server, request):
    host, port = urlsplit(server.url).netloc.split(":")
    with socket.create_connection((host, int(port)), timeout=20) as connection:
        connection.sendall(request)
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode("utf-8", "replace")


def _asked(server, path, host, body=None):
    method, form = ("GET", b"") if body is None else ("POST", body)
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(form)}\r\n\r\n"
    )
    return _sent(server, head.encode() + form)


@pytest.mark.parametrize("host", ["..", "a..b", ".example", "a" * 64 + ".example", "xn--", "a b"])
@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/nl/", None),
        ("/nl/", b"where=1012&go=1"),
        ("/nl+ar/card", LIST),
        ("/nl/card.pdf", LIST),
        ("/nl/shortlist", LIST),
        ("/static/vendor/css/site.css", None),
        ("/nowhere", None),
        ("/api/v1/places", None),
    ],
)
def test_a_host_that_is_none_is_a_bad_request_on_every_page(server, host, path, body):
    assert _asked(server, path, host, body).startswith("HTTP/1.1 400 ")


def test_a_refused_host_is_told_so_in_the_language_of_the_page_and_in_the_shape_of_the_api(server):
    assert "Dit konden we niet lezen" in _asked(server, "/nl/agenda", "..")
    assert "application/problem+json" in _asked(server, "/api/v1/places", "..")


def test_nobody_chooses_where_a_list_a_card_or_a_redirect_leads(tmp_path):
    with serving(tmp_path, {"SAMENPLEK_PUBLIC_URL": "https://samenplek.example"}) as live:
        for path, body in (
            ("/nl/shortlist", LIST),
            ("/nl/card.html", LIST),
            ("/xx/agenda", None),
            ("/nl/agenda/", None),
        ):
            assert _asked(live, path, "evil.example", body).startswith("HTTP/1.1 400 ")
            assert "evil.example" not in _asked(live, path, "evil.example", body)
        assert "https://samenplek.example/nl/shortlist#" in _asked(live, "/nl/shortlist", "127.0.0.1", LIST)


def test_a_storm_of_pdfs_is_answered_or_sent_away_and_leaves_the_site_to_others(server):
    statuses, over = [], threading.Event()

    def pdf(_):
        try:
            with urllib.request.urlopen(f"{server.url}/nl/card.pdf", data=LIST, timeout=60) as answer:
                return answer.status, answer.headers["Content-Type"]
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, int(refused.headers["Retry-After"])

    def probes():
        took = []
        while not over.is_set() or len(took) < 3:
            began = time.monotonic()
            with urllib.request.urlopen(f"{server.url}/wiped", timeout=30) as answer:
                answer.read()
            took.append(time.monotonic() - began)
            over.wait(0.2)
        return took

    with ThreadPoolExecutor(STORM + 1) as pool:
        asked = pool.submit(probes)
        statuses = list(pool.map(pdf, range(STORM)))
        over.set()
        took = asked.result()
    assert (200, "application/pdf") in statuses
    assert {status for status, _ in statuses} <= {200, 429, 503}
    assert all(0 < again <= 60 for status, again in statuses if status != 200)
    assert max(took) < PROBE_WITHIN
