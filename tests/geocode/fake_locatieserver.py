"""A local server that answers as Locatieserver v3_1 documents it, and can be told to misbehave."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

KNOWN_PARAMETERS = {"q", "fq", "fl", "rows", "start", "lat", "lon", "id", "df", "bq", "qf", "sort", "wt"}
DOCS = [
    {
        "type": "adres",
        "weergavenaam": "Wibautstraat 150, 1091GR Amsterdam",
        "id": "adr-0123456789abcdef0123456789abcdef",
        "score": 14.2,
        "centroide_ll": "POINT(4.91236 52.35471)",
        "centroide_rd": "POINT(122700.1 485200.2)",
        "straatnaam": "Wibautstraat",
        "huisnummer": 150,
        "huis_nlt": "150",
        "postcode": "1091GR",
        "woonplaatsnaam": "Amsterdam",
        "gemeentenaam": "Amsterdam",
    },
    {
        "type": "adres",
        "weergavenaam": "Nieuwe Groenmarkt 22, 2011TW Haarlem",
        "id": "adr-1123456789abcdef0123456789abcdef",
        "centroide_ll": "POINT(4.63382 52.38251)",
        "straatnaam": "Nieuwe Groenmarkt",
        "huisnummer": 22,
        "huis_nlt": "22",
        "postcode": "2011TW",
        "woonplaatsnaam": "Haarlem",
        "gemeentenaam": "Haarlem",
    },
    {
        "type": "weg",
        "weergavenaam": "Wibautstraat, Amsterdam",
        "id": "weg-2123456789abcdef0123456789abcdef",
        "centroide_ll": "POINT(4.9135 52.3535)",
        "woonplaatsnaam": "Amsterdam",
        "gemeentenaam": "Amsterdam",
    },
]


@dataclass
class Fake:
    """What the server was asked, and how it is to behave: ``respond`` may replace its answer."""

    url: str = ""
    asked: list[tuple[str, dict[str, list[str]]]] = field(default_factory=list)
    respond: Callable[[BaseHTTPRequestHandler], None] | None = None


def send(handler: BaseHTTPRequestHandler, status: int, body: bytes) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def drip(handler: BaseHTTPRequestHandler) -> None:
    """An answer that never stops coming, one byte at a time."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(60):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def _matching(query: dict[str, list[str]], path: str) -> list[dict[str, Any]]:
    if path == "/lookup":
        return [doc for doc in DOCS if doc["id"] == query["id"][0]]
    words = query["q"][0].casefold().split()
    docs = [
        doc
        for doc in DOCS
        if all(word in str(doc["weergavenaam"]).casefold().replace(",", "").split() for word in words[:2])
    ]
    if query.get("fq") == ["type:adres"]:
        docs = [doc for doc in docs if doc["type"] == "adres"]
    fields = query["fl"][0].split(",")
    return [{key: doc[key] for key in fields if key in doc} for doc in docs[: int(query["rows"][0])]]


@contextmanager
def serve() -> Iterator[Fake]:
    fake = Fake()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            split = urlsplit(self.path)
            query = parse_qs(split.query)
            fake.asked.append((split.path, query))
            try:
                if fake.respond:
                    fake.respond(self)
                elif unknown := query.keys() - KNOWN_PARAMETERS:
                    send(self, 400, json.dumps({"error": f"unknown parameters {sorted(unknown)}"}).encode())
                else:
                    docs = _matching(query, split.path)
                    answer = {"numFound": len(docs), "start": 0, "maxScore": 7.2, "numFoundExact": True}
                    send(self, 200, json.dumps({"response": {**answer, "docs": docs}}).encode())
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    fake.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
