"""What is no HTTP, not yet all of it, or can be read in two ways."""

from __future__ import annotations

from random import Random

from fuzz.asked import NEEDLE, Asked, request
from fuzz.hostile import hostile, mutated
from fuzz.pages import FORM, form_body

_N = NEEDLE.encode()
_HOST = b"Host: 127.0.0.1\r\n"
_INNER = b"GET /wiped?" + _N + b" HTTP/1.1\r\n" + _HOST + b"\r\n"
"""A request inside the body of another: whoever answers it has been led past whoever stands in between."""
_POST = b"POST /nl/ HTTP/1.1\r\n" + _HOST + b"Content-Type: application/x-www-form-urlencoded\r\n"
_CHUNKED = _POST + b"Transfer-Encoding: chunked\r\n\r\n"
_TLS = bytes.fromhex("16030100c8010000c40303") + bytes(range(64)) + b"\x00\x08" + _N
_H2 = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00"


def _size(body: bytes) -> bytes:
    return f"{len(body):x}".encode()


def _two_readings(draw: Random) -> tuple[bytes, int]:
    """Two lengths, a length and chunks, chunks that are called otherwise, and how many answers may come.

    RFC 9112, 6.1: with a length beside chunks, or chunks in HTTP/1.0, the connection is closed after one. Where only
    the chunks count, the inner request is the next one.
    """
    chunk = b"0\r\n\r\n"
    length = str(len(chunk + _INNER)).encode()
    encoding = draw.choice(
        (
            b"Transfer-Encoding: chunked", b"transfer-encoding:chunked", b"Transfer-Encoding:\tchunked",
            b"Transfer-Encoding : chunked",
            b"Transfer-Encoding: xchunked", b"Transfer-Encoding: chunked, identity",
            b"Transfer-Encoding: identity, chunked",
            b"Transfer-Encoding: chunked\r\nTransfer-Encoding: x", b"Transfer_Encoding: chunked",
            b"Transfer-Encoding:\r\n chunked",
            b'Transfer-Encoding: "chunked"', b"Transfer-Encoding: chunked;q=1", b"Transfer-Encoding: chunked\x0b",
            b"X: x\nTransfer-Encoding: chunked",
        )
    )  # fmt: skip
    lengths = draw.choice(
        (
            b"Content-Length: " + length, b"Content-Length: " + length + b"\r\nContent-Length: 5",
            b"Content-Length: 5, " + length,
            b"Content-Length: +" + length, b"Content-Length: -5", b"Content-Length: 0x" + length,
            b"Content-Length: " + length + b".0",
            b"Content-Length: " + b"9" * 30, b"Content-Length: " + b"9" * 5000, b"Content-Length : " + length,
            b"Content-Length:", b"Content_Length: 0",
            "Content-Length: ٥".encode(),
        )
    )  # fmt: skip
    version = draw.choice((b"1.1", b"1.1", b"1.0"))
    both = draw.choice(([encoding, lengths], [lengths, encoding], [lengths], [encoding]))
    alive = b"Connection: keep-alive\r\n" if version == b"1.0" else b""
    head = b"POST /nl/ HTTP/" + version + b"\r\n" + _HOST + alive + b"\r\n".join(both)
    by_length = lengths in both and not lengths.startswith(b"Content_")
    by_chunks = encoding in both and not encoding.startswith(b"Transfer_")
    return head + b"\r\n\r\n" + chunk + _INNER, 1 if by_length or (by_chunks and version == b"1.0") else 2


def _chunks(draw: Random) -> bytes:
    body = form_body(draw)[:3000] or b"where=1012"
    size = _size(body)
    bad = draw.choice(
        (
            b"ZZ", b"-5", b"+5", b"0x5", size + b" ", b" " + size, size + b";" + _N, size + b";" + b"x" * 40_000,
            b"F" * 30, b"", b"_1",
            b"5\n", size + b"\r\n\r\n", size + b'; a="\r\n"', b"0" * 9000 + size, b"1e3", "٥".encode(),
        )
    )  # fmt: skip
    ends = draw.choice(
        (
            b"\r\n0\r\n\r\n",
            b"0\r\n\r\n",
            b"\r\n0\r\nX-Trailer: " + _N + b"\r\n\r\n",
            b"\n0\n\n",
            b"XX\r\n0\r\n\r\n",
            b"\r\n",
        )
    )
    return _CHUNKED + bad + b"\r\n" + body + ends


_BARE = (
    b"\x00" * 200,
    b"\r\n\r\n\r\n",
    b"\n",
    b"GET /nl/\r\n\r\n",
    b"GET  /nl/ HTTP/1.1\r\n\r\n",
    b"GET /nl/ HTTP/9.9\r\n" + _HOST + b"\r\n",
    b"GET /nl/ HTTP/1.1\n" + b"Host: a\n\n",
    b"GET /nl/ http/1.1\r\n" + _HOST + b"\r\n",
    b"GET /nl/?" + _N + b" x HTTP/1.1\r\n" + _HOST + b"\r\n",
    b"GET\t/nl/\tHTTP/1.1\r\n" + _HOST + b"\r\n",
    b"GET http://[" + _N + b" HTTP/1.1\r\n" + _HOST + b"\r\n",
    b"GET http://[::1]x/ HTTP/1.1\r\n" + _HOST + b"\r\n",
    b"GET http://\xe2\x84\x80/ HTTP/1.1\r\n" + _HOST + b"\r\n",
    b"GET /nl/ HTTP/1.1\r\n\r\n",
    b"GET /nl/ HTTP/1.1\r\n" + _HOST + _HOST + b"\r\n",
    b"GET /nl/ HTTP/1.1\r\n" + _HOST + b"X:" + _N + b"\r\n folded\r\n\r\n",
    b"GET /nl/ HTTP/1.1\r\n" + _HOST + b" X: " + _N + b"\r\n\r\n",
    b"GET /nl/ HTTP/1.1\r\n " + _HOST + b"\r\n",
    b"GET /nl/ HTTP/1.1\r\n" + _HOST + _N + b"\r\n\r\n",
    b"GET /nl/ HTTP/1.1\r\n" + _HOST + b": " + _N + b"\r\n\r\n",
    b"GET /nl/ HTTP/1.1\r\n" + _HOST + b"X\x00: " + _N + b"\x00\r\n\r\n",
    b"GET /nl/ HTTP/1.1\r\n" + _HOST + b"X: a\rb\r\n\r\n",
    b"GET /nl/ HTTP/1.1\r\n" + _HOST + b"X: 1\r\n" * 4000 + b"\r\n",
    b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\n" + _HOST + b"\r\n",
    b"G" * 70_000,
    b"PROXY TCP4 127.0.0.1 127.0.0.1 1 2\r\nGET /nl/ HTTP/1.1\r\n" + _HOST + b"\r\n",
    _TLS,
    _H2,
    b"\x80\x2e\x01\x00\x02" + _N,
    b"SSH-2.0-" + _N + b"\r\n",
    b"EHLO " + _N + b"\r\n",
)


def raw(draw: Random) -> Asked:
    """Send what no browser sends; whoever sends it closes his side, so the server knows that it was all."""
    luck, most = draw.random(), 1
    if luck < 0.3:
        sent, most = _two_readings(draw)
    elif luck < 0.5:
        sent = _chunks(draw)
    elif luck < 0.7:
        sent = mutated(draw, request("POST", b"/nl/", [FORM], form_body(draw)[:500]))
        most = 1 + sent.count(b"HTTP/")  # what is left over may be refused as a request of its own
    elif luck < 0.75:
        sent = hostile(draw) + b"\r\n\r\n"
    else:
        sent = draw.choice(_BARE)
    return Asked("raw", sent, framed=False, leaves=draw.random() < 0.05, most=most)


def pipelined(draw: Random) -> Asked:
    """Send a few requests at once: as many answers may come, and no more."""
    count = draw.randint(2, 5)
    return Asked("pipelined", b"".join(request("GET", b"/wiped") for _ in range(count)), framed=False, most=count)


def half(draw: Random) -> Asked:
    """Stop somewhere and keep the connection: it is closed in the end, and meanwhile nobody waits for it."""
    whole = draw.choice(
        (request("POST", b"/nl/", [FORM], form_body(draw)[:2000] + b"&where=1012"), _CHUNKED + b"ffff\r\nwhere=", _TLS)
    )
    return Asked("half", whole[: draw.randint(0, len(whole) - 1)], framed=False, whole=False)
