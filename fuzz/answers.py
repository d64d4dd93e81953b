"""Bytes that a server sent, as answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_EMPTY = (204, 304)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; ``head`` is its status line and headers, ``body`` as it was sent."""

    status: int
    head: bytes
    body: bytes

    def header(self, name: str) -> str:
        """Return the value of a header, nothing when it is not there."""
        found = re.search(rb"\r\n" + re.escape(name.encode()) + rb":[ \t]*([^\r]*)", self.head, re.IGNORECASE)
        return found[1].decode("latin-1").rstrip() if found else ""


class Ended(StrEnum):
    """How a connection, or one question over it, came to its end."""

    ANSWERED = "answered"
    CLOSED = "closed"
    LEFT = "left"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question in so many seconds. ``answers`` are all that came, the first of them the due one."""

    ended: Ended
    seconds: float
    answers: tuple[Answer, ...] = ()


def _chunks(body: bytes) -> tuple[bytes, bytes] | None:
    read = b""
    while True:
        size, line, body = body.partition(b"\r\n")
        length = int(size, 16) if line else 0
        if not line or len(body) < length + 2:
            return None
        read, body = read + body[:length], body[length + 2 :]
        if not length:
            return read, body


def first_answer(sent: bytes, method: str = "GET", *, closed: bool = False) -> tuple[Answer, bytes] | None:
    """Return the first answer and what follows it; None when there is more to come.

    An answer without a length ends where the connection is ``closed``. Raises ValueError for what is no answer.
    """
    head, end, rest = sent.partition(b"\r\n\r\n")
    if not sent.startswith(b"HTTP/1."[: len(sent)]):
        raise ValueError("no answer")
    if not end:
        return None
    answer = Answer(int(head[9:12]), head, b"")
    if 100 <= answer.status < 200:
        return first_answer(rest, method, closed=closed)
    if method == "HEAD" or answer.status in _EMPTY:
        return answer, rest
    if answer.header("Transfer-Encoding") == "chunked":
        told = _chunks(rest)
        return None if told is None else (Answer(answer.status, head, told[0]), told[1])
    length = answer.header("Content-Length")
    if not length:
        return (Answer(answer.status, head, rest), b"") if closed else None
    size = int(length)
    return None if len(rest) < size else (Answer(answer.status, head, rest[:size]), rest[size:])


def all_answers(sent: bytes, method: str = "GET") -> tuple[Answer, ...]:
    """Return every answer in what a server sent until it closed the connection; one of status 0 for what is none."""
    found: list[Answer] = []
    while sent:
        try:
            told = first_answer(sent, method, closed=True)
        except ValueError:
            return (*found, Answer(0, sent[:200], b""))
        if told is None:
            break
        answer, sent = told
        found.append(answer)
        method = "GET"
    return tuple(found)
