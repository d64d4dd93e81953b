"""Start the servers that are measured, on ports of this machine only, and stop them again."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
DATASETTE = ROOT / ".venv/bench/bin/datasette"
PROCESSES = 2
START_WITHIN, STOP_WITHIN = 120.0, 15.0
"""Seconds."""


def fetch(port: int, path: str) -> bytes:
    """Return the body of an answer. Raises OSError when there is none, or it is a refusal."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
        body: bytes = answer.read()
    return body


def free_port() -> int:
    """Return a port of this machine that nothing listens to."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


def _answers(process: subprocess.Popen[bytes], port: int, path: str) -> bool:
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            fetch(port, path)
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False


@contextmanager
def _running(command: Sequence[str | Path], port: int, path: str, environment: Mapping[str, str]) -> Iterator[None]:
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            list(map(str, command)), cwd=ROOT, env={**os.environ, **environment}, stdout=said, stderr=said
        )
        try:
            if not _answers(process, port, path):
                said.seek(0)
                sys.exit(f"{path} was not answered; the server said:\n{said.read().decode(errors='replace')}")
            yield
        finally:
            process.terminate()
            try:
                process.wait(STOP_WITHIN)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def samenplek(environment: Mapping[str, str] | None = None) -> Iterator[int]:
    """Serve the product as an operator does, with two workers, and give its port."""
    port = free_port()
    given = {"WORKERS": str(PROCESSES), **(environment or {}), "BIND": "127.0.0.1", "PORT": str(port)}
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "--log-level", "warning", "app:app"]
    with _running(command, port, "/api/v1/places?limit=1", given):
        yield port


@contextmanager
def datasette(database: Path) -> Iterator[tuple[int, ...]]:
    """Serve a database with two processes of datasette, and give their ports: one process uses one core."""
    if not DATASETTE.exists():
        sys.exit("datasette is not there: make bench installs it into .venv/bench")
    with ExitStack() as stack:
        ports = []
        for _ in range(PROCESSES):
            port = free_port()
            # Immutable: it then counts once and keeps no lock. Suggesting facets would cost it more than the rows.
            command = [
                DATASETTE,
                "serve",
                "--immutable",
                database,
                "--port",
                str(port),
                "--setting",
                "suggest_facets",
                "off",
            ]
            stack.enter_context(_running(command, port, "/-/versions.json", {}))
            ports.append(port)
        yield tuple(ports)
