"""The app under gunicorn.conf.py, as `make run` serves it, for tests that need a real server."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.paths import ROOT


@dataclass(frozen=True)
class LiveServer:
    url: str
    process: subprocess.Popen[bytes]
    log_file: Path

    def log(self) -> str:
        """Everything the server wrote to stdout and stderr so far."""
        return self.log_file.read_text(encoding="utf-8", errors="replace")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_it_answers(server: LiveServer, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and server.process.poll() is None:
        try:
            if server.url.startswith("unix:"):
                with socket.socket(socket.AF_UNIX) as probe:
                    probe.connect(server.url.removeprefix("unix:"))
            else:
                urllib.request.urlopen(server.url, timeout=5).close()
            return
        except urllib.error.HTTPError as answer:
            answer.close()
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"the server does not answer at {server.url}:\n{server.log()}")


@contextmanager
def serving(
    folder: Path, env: Mapping[str, str], app: str = "app:app", *, folder_of_the_app: Path = ROOT
) -> Iterator[LiveServer]:
    """Serve until the block ends, on a free port or the Unix socket that ``BIND`` names.

    ``folder`` gets the log, ``env`` are settings beyond the port, ``app`` is what is served.
    """
    port = free_port()
    bind = env.get("BIND", "127.0.0.1")
    log_file = folder / "server.log"
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", app]
    env = {**os.environ, **env, "BIND": bind, "PORT": str(port)}
    with log_file.open("wb") as log:
        process = subprocess.Popen(command, cwd=folder_of_the_app, env=env, stdout=log, stderr=subprocess.STDOUT)
    server = LiveServer(bind if bind.startswith("unix:") else f"http://{bind}:{port}", process, log_file)
    try:
        _wait_until_it_answers(server, seconds=120)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
