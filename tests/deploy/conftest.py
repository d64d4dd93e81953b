"""What stands behind a proxy: the app, or a server that keeps what it hears."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest

from tests.deploy.proxies import NAME
from tests.servers import serving

LARGE = b"x" * 4_000_000


@dataclass(frozen=True)
class Recorder:
    """``heard`` gets the head of a request as soon as it is there, and then its body."""

    port: int
    heard: list[str | bytes] = field(default_factory=list)

    def headers(self) -> dict[str, str]:
        """Return those of the first request."""
        return dict(line.split(": ", 1) for line in str(self.heard[0]).splitlines() if line)


@pytest.fixture(scope="session")
def app_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The app, with a page that says what it sees of whoever asks."""
    env = {"SAMENPLEK_TRUSTED_PROXY": "127.0.0.1", "SAMENPLEK_PUBLIC_URL": f"https://{NAME}"}
    with serving(tmp_path_factory.mktemp("app"), env, "tests.echoing:app") as live:
        port = urlsplit(live.url).port
        assert port
        yield port


@pytest.fixture(scope="module")
def recorder() -> Iterator[Recorder]:
    """A server that keeps what it hears; it answers nothing, or ``LARGE`` at /large."""
    heard: list[str | bytes] = []

    class Hears(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            heard.append(str(self.headers))
            heard.append(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            answer = LARGE if self.path == "/large" else b""
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_GET = do_POST = _answer

        def log_message(self, *_: object) -> None:
            pass

    upstream = ThreadingHTTPServer(("127.0.0.1", 0), Hears)
    threading.Thread(target=upstream.serve_forever, daemon=True).start()
    yield Recorder(upstream.server_port, heard)
    upstream.shutdown()
    upstream.server_close()
