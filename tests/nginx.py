"""Debian's nginx with deploy/nginx.conf: only its ports, its certificate and where it writes are other ones."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.paths import ROOT
from tests.servers import free_port

NAME = "samenplek.example"
SITE = ROOT / "deploy/nginx.conf"
# The lines that Debian has around a site, its access log for every site that does not say otherwise among them.
AROUND = """
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{ worker_connections 1024; }}
http {{
    client_body_temp_path {folder}/bodies;
    proxy_temp_path {folder}/answers;
    fastcgi_temp_path {folder}/answers;
    uwsgi_temp_path {folder}/answers;
    scgi_temp_path {folder}/answers;
    access_log {folder}/access.log;
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True)
class Proxy:
    """``http`` and ``https`` are its ports; ``folder`` is all that it can write in."""

    http: int
    https: int
    folder: Path

    def connect(self, source: str = "127.0.0.1", name: str = NAME) -> ssl.SSLSocket:
        """Return a connection over HTTPS from this address of the machine."""
        trusted = ssl.create_default_context(cafile=str(self.folder / "certificate.pem"))
        trusted.check_hostname = name == NAME
        plain = socket.create_connection(("127.0.0.1", self.https), timeout=15, source_address=(source, 0))
        return trusted.wrap_socket(plain, server_hostname=name)

    def ask(self, request: bytes, source: str = "127.0.0.1") -> bytes:
        """Send bytes, and return all that comes back until the connection closes."""
        with self.connect(source) as connection:
            connection.sendall(request)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    def written(self) -> str:
        """Everything that stands in a file of nginx, other than what it was given."""
        given = {"site.conf", "nginx.conf", "certificate.pem", "key.pem"}
        files = [file for file in self.folder.rglob("*") if file.is_file() and file.name not in given]
        return "\n".join(f"{file.name}: {file.read_text(errors='replace')}" for file in files)


def site(folder: Path, http: int, https: int, upstream: int) -> str:
    """Return deploy/nginx.conf with what differs on a test machine put in its place."""
    text = SITE.read_text(encoding="utf-8")
    places = {
        "listen 80": f"listen 127.0.0.1:{http}",
        "listen 443": f"listen 127.0.0.1:{https}",
        "listen [::]:80": f"listen 127.0.0.3:{http}",
        "listen [::]:443": f"listen 127.0.0.3:{https}",
        "127.0.0.1:8000": f"127.0.0.1:{upstream}",
        f"/etc/letsencrypt/live/{NAME}/fullchain.pem": f"{folder}/certificate.pem",
        f"/etc/letsencrypt/live/{NAME}/privkey.pem": f"{folder}/key.pem",
        "/var/log/nginx/": f"{folder}/",
        "/var/www/acme": f"{folder}/acme",
    }
    for ours, theirs in places.items():
        assert ours in text, f"{ours} stands no longer in {SITE.name}"
        text = text.replace(ours, theirs)
    return text


def _certify(folder: Path) -> None:
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-keyout", folder / "key.pem", "-out", folder / "certificate.pem", "-days", "2"]
    command += ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    subprocess.run(command, check=True, capture_output=True)


def _nginx() -> str:
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    if found is None:
        pytest.fail("there is no nginx; run scripts/ensure_nginx.sh")
    return found


@contextmanager
def proxying(folder: Path, upstream: int) -> Iterator[Proxy]:
    """Run nginx before what listens on this port, until the block ends."""
    proxy = Proxy(free_port(), free_port(), folder)
    _certify(folder)
    (folder / "site.conf").write_text(site(folder, proxy.http, proxy.https, upstream), encoding="utf-8")
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(user=user, folder=folder), encoding="utf-8")
    command = [_nginx(), "-e", folder / "early.log", "-p", folder, "-c", folder / "nginx.conf", "-g", "daemon off;"]
    with (folder / "said.log").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
    try:
        _wait_until_it_listens(proxy, process)
        # It has nowhere to put a body or an answer now: a request that needs a file fails, and is noticed.
        for name in ("bodies", "answers"):
            (folder / name).rmdir()
        yield proxy
    finally:
        process.terminate()
        process.wait(timeout=15)


def _wait_until_it_listens(proxy: Proxy, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 15
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", proxy.https), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"nginx does not start:\n{proxy.written()}")
