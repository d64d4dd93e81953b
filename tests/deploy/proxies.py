"""The proxies of deploy/ as Debian has them: only ports, certificate and where they write differ from our files."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.paths import ROOT
from tests.servers import free_port

NAME = "samenplek.example"
NGINX, CADDY = ROOT / "deploy/nginx.conf", ROOT / "deploy/Caddyfile"
CERTIFICATE, KEY = "certificate.pem", "key.pem"
# The lines that Debian has around a site, its access log for every site that does not say otherwise among them.
AROUND_NGINX = """
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
    """``http`` and ``https`` are its ports; ``folder`` is where it writes, ``given`` what it was given there."""

    http: int
    https: int
    folder: Path
    given: frozenset[str]

    def connect(
        self, source: str = "127.0.0.1", name: str = NAME, version: ssl.TLSVersion | None = None
    ) -> ssl.SSLSocket:
        """Return a connection over HTTPS from this address of the machine, with this version of TLS alone if given."""
        trusted = ssl.create_default_context(cafile=str(self.folder / CERTIFICATE))
        if version:
            trusted.set_ciphers("DEFAULT:@SECLEVEL=0")  # or our own side would refuse an old one
            trusted.minimum_version = trusted.maximum_version = version
        plain = socket.create_connection(("127.0.0.1", self.https), timeout=15, source_address=(source, 0))
        return trusted.wrap_socket(plain, server_hostname=name)

    def ask(self, request: bytes, source: str = "127.0.0.1") -> bytes:
        """Send bytes, and return all that comes back until the connection closes."""
        with self.connect(source) as connection:
            connection.sendall(request)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    def ask_plainly(self, request: bytes) -> bytes:
        """Do so without TLS."""
        with socket.create_connection(("127.0.0.1", self.http), timeout=15) as connection:
            connection.sendall(request)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    def written(self) -> str:
        """Everything that stands in a file of the proxy, and what it said."""
        files = [file for file in self.folder.rglob("*") if file.is_file() and file.name not in self.given]
        return "\n".join(f"{file.name}: {file.read_text(errors='replace')}" for file in files)


def request_of(line: str, *headers: str, body: bytes = b"", host: str = NAME) -> bytes:
    """Return a request whose connection closes after it; a body is a form."""
    head = [line + " HTTP/1.1", f"Host: {host}", "Connection: close", *headers]
    if body:
        head += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
    return "\r\n".join([*head, "", ""]).encode() + body


def status_of(answer: bytes) -> int | None:
    """Return the status of an answer, or None where there is none."""
    return int(answer.split(b" ", 2)[1]) if answer else None


@contextmanager
def nginx(folder: Path, upstream: int) -> Iterator[Proxy]:
    """Run nginx before what listens on this port, until the block ends."""
    proxy = Proxy(free_port(), free_port(), folder, frozenset({"site.conf", "nginx.conf", CERTIFICATE, KEY}))
    places = {
        "listen 80": f"listen 127.0.0.1:{proxy.http}",
        "listen 443": f"listen 127.0.0.1:{proxy.https}",
        "listen [::]:80": f"listen 127.0.0.3:{proxy.http}",
        "listen [::]:443": f"listen 127.0.0.3:{proxy.https}",
        "127.0.0.1:8000": f"127.0.0.1:{upstream}",
        f"/etc/letsencrypt/live/{NAME}/fullchain.pem": f"{folder}/{CERTIFICATE}",
        f"/etc/letsencrypt/live/{NAME}/privkey.pem": f"{folder}/{KEY}",
        "/var/log/nginx/": f"{folder}/",
        "/var/www/acme": f"{folder}/acme",
    }
    (folder / "site.conf").write_text(put_in_place(NGINX, places), encoding="utf-8")
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND_NGINX.format(user=user, folder=folder), encoding="utf-8")
    options = ["-e", folder / "early.log", "-p", folder, "-c", folder / "nginx.conf", "-g", "daemon off;"]
    with _running("nginx", options, proxy):
        # It has nowhere to put a body or an answer now: a request that needs a file fails, and is noticed.
        for name in ("bodies", "answers"):
            (folder / name).rmdir()
        yield proxy


@contextmanager
def caddy(folder: Path, upstream: int) -> Iterator[Proxy]:
    """Run Caddy before what listens on this port, until the block ends."""
    proxy = Proxy(free_port(), free_port(), folder, frozenset({"Caddyfile", CERTIFICATE, KEY}))
    ports = f"\thttp_port {proxy.http}\n\thttps_port {proxy.https}\n\tdefault_bind 127.0.0.1\n"
    places = {
        "\tadmin off\n": f"\tadmin off\n{ports}",
        f"\n{NAME} {{\n": f"\n{NAME} {{\n\ttls {folder}/{CERTIFICATE} {folder}/{KEY}\n",
        "127.0.0.1:8000": f"127.0.0.1:{upstream}",
    }
    (folder / "Caddyfile").write_text(put_in_place(CADDY, places), encoding="utf-8")
    with _running("caddy", ["run", "--config", folder / "Caddyfile", "--adapter", "caddyfile"], proxy):
        yield proxy


def put_in_place(file: Path, places: Mapping[str, str]) -> str:
    """Return a file of ours with what differs on a test machine; what should differ must be there."""
    text = file.read_text(encoding="utf-8")
    for ours, theirs in places.items():
        assert ours in text, f"{ours} stands no longer in {file.name}"
        text = text.replace(ours, theirs)
    return text


def _certify(folder: Path) -> None:
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-keyout", folder / KEY, "-out", folder / CERTIFICATE, "-days", "2"]
    command += ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    subprocess.run(command, check=True, capture_output=True)


@contextmanager
def _running(program: str, options: Sequence[str | Path], proxy: Proxy) -> Iterator[None]:
    found = shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    if found is None:
        pytest.fail(f"there is no {program}; run scripts/ensure_proxies.sh")
    _certify(proxy.folder)
    home = {"HOME": str(proxy.folder), "XDG_DATA_HOME": str(proxy.folder), "XDG_CONFIG_HOME": str(proxy.folder)}
    with (proxy.folder / "said.log").open("wb") as said:
        process = subprocess.Popen([found, *options], env={**os.environ, **home}, stdout=said, stderr=said)
    try:
        _wait_until_it_listens(proxy, process)
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_until_it_listens(proxy: Proxy, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", proxy.https), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"the proxy does not start:\n{proxy.written()}")
