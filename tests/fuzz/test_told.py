"""Whoever reads of a finding can do it again."""

import os
import subprocess
from collections import Counter

from fuzz.asked import Asked
from fuzz.told import python_line, reproduction, table

SPY = """
SHUT_WR = 1

class create_connection:
    def __init__(self, address, timeout): pass
    def sendall(self, sent): print(sent.hex())
    def shutdown(self, how): print(how)
    def recv(self, most): return b""
"""


def test_the_table_has_a_line_a_kind_and_a_column_an_answer():
    lines = table({"raw": Counter({"400": 3, "closed": 1}), "forms": Counter({"200": 2})}, {"raw": 0.25, "forms": 1.0})
    assert lines == [
        "| kind | sent | 200 | 400 | closed | slowest, s |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        "| forms | 2 | 2 |  |  | 1.0 |",
        "| raw | 4 |  | 3 | 1 | 0.2 |",
    ]


def test_each_sort_of_finding_is_told_once_with_its_shortest_requests():
    found = [("status 500", number, Asked("raw", b"x" * number)) for number in (5000, 7, 3, 9, 8, 6, 4)]
    told = reproduction(found, seed=2)
    assert told[0] == "raw: status 500, 7 times"
    assert [line for line in told if "--only" in line] == [
        f"    python -m fuzz.run --seed 2 --only {number}" for number in (3, 4, 6, 7, 8)
    ]


def test_a_request_too_long_to_print_is_drawn_again():
    assert len(reproduction([("status 500", 1, Asked("raw", b"x" * 5000))], seed=2)) == 2


def test_the_line_sends_the_same_bytes_from_any_shell(tmp_path):
    sent = bytes(range(256)) + b"'\"\\$`!"
    (tmp_path / "socket.py").write_text(SPY)
    run = subprocess.run(
        ["bash", "-c", python_line(Asked("raw", sent, framed=False))],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.splitlines()[:2] == [sent.hex(), "1"]
