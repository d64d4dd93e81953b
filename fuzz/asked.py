"""One thing that is sent over one connection, byte for byte, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

NEEDLE = "Naald7731"
"""Stands in whatever is sent; where it turns up in a log, somebody's search would too."""

Headers = Iterable[tuple[str, bytes | str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is sent. ``kind`` is its line in the table; ``most`` is how many answers may come at most.

    ``framed``: where it ends is clear, so an answer is due, and the connection can be used again. After anything else
    the sender ends his side, and it is enough that the connection is closed. ``whole`` is False where he does not even
    do that: the server cannot know that nothing follows. ``leaves``: he is gone before the answer comes.
    """

    kind: str
    sent: bytes
    framed: bool = True
    whole: bool = True
    leaves: bool = False
    most: int = 1

    @property
    def method(self) -> str:
        """The first word that is sent."""
        return self.sent.partition(b" ")[0][:20].decode("latin-1")


def _line(name: str, value: bytes | str) -> bytes:
    said = value if isinstance(value, bytes) else value.encode("utf-8", "surrogateescape")
    return name.encode() + b": " + said + b"\r\n"


def request(method: str, target: bytes, headers: Headers = (), body: bytes | None = None) -> bytes:
    """Return a request with a Host and, for a body, its length, each unless ``headers`` has it."""
    headers = list(headers)
    given = {name.lower() for name, _ in headers}
    if "host" not in given:
        headers.insert(0, ("Host", "127.0.0.1"))
    if body is not None and not given & {"content-length", "transfer-encoding"}:
        headers.append(("Content-Length", str(len(body))))
    return (
        method.encode()
        + b" "
        + target
        + b" HTTP/1.1\r\n"
        + b"".join(_line(*header) for header in headers)
        + b"\r\n"
        + (body or b"")
    )
