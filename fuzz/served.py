"""The server as an operator runs it, on a free port of this machine, with its log and its processes to look at."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.servers import free_port

ROOT = Path(__file__).parents[1]
START_WITHIN, STOP_WITHIN = 60.0, 20.0
"""Seconds."""
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Served:
    """A running server."""

    port: int
    process: subprocess.Popen[bytes]
    log_file: Path

    @property
    def log(self) -> str:
        """Everything that it wrote down so far."""
        return self.log_file.read_text("utf-8", errors="replace")

    def workers(self) -> tuple[int, ...]:
        """Return the ids of its worker processes, the eldest first."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return tuple(map(int, listed.split()))

    def resident(self) -> dict[int, int]:
        """Return the bytes of memory that each worker holds, by its id."""
        return {pid: size for pid in self.workers() if (size := _resident(pid))}


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except OSError:
        return 0


def _answers(server: Served) -> bool:
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until and server.process.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{server.port}/wiped", timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False


@contextmanager
def serving(folder: Path, environment: Mapping[str, str] | None = None) -> Iterator[Served]:
    """Serve until the block ends. Raises RuntimeError, with the log, for a server that does not start."""
    port = free_port()
    given = {"LOG_LEVEL": "debug", **(environment or {}), "BIND": "127.0.0.1", "PORT": str(port)}
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "app:app"]
    log_file = folder / "server.log"
    with log_file.open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **given}, stdout=log, stderr=log)
    server = Served(port, process, log_file)
    try:
        if not _answers(server):
            raise RuntimeError(f"the server does not answer:\n{server.log}")
        yield server
    finally:
        process.terminate()
        try:
            process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
