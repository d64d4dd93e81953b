"""Let schemathesis ask the API what its own description leads to, where there is one.

It has a venv of its own, which ``make fuzz`` makes; nothing else needs it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

from fuzz.judge import log_complaints
from fuzz.run import WORDS
from fuzz.served import ROOT, serving

DESCRIPTION = "/api/v1/openapi.json"
SCHEMATHESIS = ROOT / ".venv/fuzz/bin/schemathesis"
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
EXAMPLES = 200
"""Requests for each operation."""


def is_described(port: int) -> bool:
    """Tell whether the server on this port describes its API."""
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}{DESCRIPTION}", timeout=10).close()
    except urllib.error.HTTPError as refused:
        refused.close()
        return False
    return True


def command(port: int, seed: int) -> list[str]:
    """Return how schemathesis is called; it tells of each finding with the curl line that does it again."""
    options = {
        "--checks": CHECKS,
        "--phases": "examples,coverage,fuzzing",
        "--max-examples": str(EXAMPLES),
        "--seed": str(seed),
    }
    given = [part for pair in options.items() for part in pair]
    return [str(SCHEMATHESIS), "run", f"http://127.0.0.1:{port}{DESCRIPTION}", *given]


def main() -> None:
    """Ask, print, and exit with 1 when there is a finding."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.described", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:
        if not is_described(server.port):
            print(f"The API has no description at {DESCRIPTION}: schemathesis has not checked it.")
            return
        # In a folder of its own: it keeps what it found beside where it was called.
        run = subprocess.run(command(server.port, chosen.seed), cwd=folder, check=False)
        told = log_complaints(server.log, WORDS, server.port)
    print(*told, sep="\n")
    sys.exit(1 if told or run.returncode else 0)


if __name__ == "__main__":
    main()
