"""What a run prints: what was answered to what, and how to do again what was found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from fuzz.asked import Asked

LONGEST = 1500
"""Bytes of a request that are still printed; a longer one is drawn again by its number."""
SHOWN = 5
"""Requests shown of each finding."""


def table(counts: Mapping[str, Counter[str]], slowest: Mapping[str, float]) -> list[str]:
    """Write what was answered to each kind of request as lines of Markdown; the slowest one in seconds."""
    columns = sorted({status for counted in counts.values() for status in counted})
    lines = [
        f"| kind | sent | {' | '.join(columns)} | slowest, s |",
        f"| --- |{' ---: |' * (len(columns) + 2)}",
    ]
    for kind in sorted(counts):
        cells = [str(counts[kind].get(column, "")) for column in columns]
        lines.append(f"| {kind} | {counts[kind].total()} | {' | '.join(cells)} | {slowest[kind]:.1f} |")
    return lines


def _literal(sent: bytes) -> str:
    """Return bytes as Python reads them, without a quote in them, so that any shell hands them on."""
    plain = {10: "\\n", 13: "\\r"}
    spelt = (
        chr(each) if 32 <= each < 127 and each not in b"\"'\\" else plain.get(each, f"\\x{each:02x}") for each in sent
    )
    return f'b"{"".join(spelt)}"'


def python_line(asked: Asked) -> str:
    """Return the line that sends a request again to what ``make run`` serves."""
    talk = f'c = socket.create_connection(("127.0.0.1", 8000), 20); c.sendall({_literal(asked.sent)}); '
    shut = "c.shutdown(socket.SHUT_WR); " if asked.whole and not asked.framed else ""
    return f"python -c 'import socket; {talk}{shut}print(c.recv(9999))'"


def reproduction(findings: Iterable[tuple[str, int, Asked]], seed: int) -> list[str]:
    """Write each sort of finding once, with how often it came and how to do the first few of it again."""
    sorts: dict[tuple[str, str], list[tuple[int, Asked]]] = defaultdict(list)
    for why, number, asked in findings:
        sorts[asked.kind, why].append((number, asked))
    lines = []
    for (kind, why), found in sorted(sorts.items()):
        lines.append(f"{kind}: {why}, {len(found)} times")
        for number, asked in sorted(found, key=lambda each: len(each[1].sent))[:SHOWN]:
            lines.append(f"    python -m fuzz.run --seed {seed} --only {number}")
            if len(asked.sent) <= LONGEST:
                lines.append(f"        {python_line(asked)}")
    return lines
