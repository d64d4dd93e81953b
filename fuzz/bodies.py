"""Requests that are well framed, with a body or a query that is not what it says: JSON, parts, packed, too large."""

from __future__ import annotations

import json
import zlib
from functools import cache
from random import Random
from typing import Any

from fuzz import site
from fuzz.asked import NEEDLE, Asked, request
from fuzz.hostile import hostile, quoted
from fuzz.pages import FORM, form_body, target
from fuzz.values import offered, value

JSON = ("Content-Type", "application/json")
_SEARCH = b"/api/v1/places/search"
_TYPES = (
    "", "text/plain", "application/json", "application/json; charset=utf-16",
    "application/x-www-form-urlencoded; charset=x",
    "application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded;;;=", "multipart/form-data",
    "multipart/form-data; boundary=", 'multipart/form-data; boundary="', "multipart/form-data; boundary=" + "b" * 5000,
    "application/xml", "application/octet-stream", "application/x-protobuf", "image/png", "x", "/", "a/b/c",
    f"text/{NEEDLE}",
)  # fmt: skip
_FILES = (b"", b"", f'; filename="{NEEDLE}.png"'.encode(), b"; filename*=utf-8''%ff%00", b'; filename="../x')
_PART_KINDS = (b"", b"", b"Content-Type: text/plain; charset=utf-16\r\n", b"Content-Transfer-Encoding: base64\r\n")
_PACKINGS = ("gzip", "deflate", "br", "zstd", "gzip, gzip", "compress", "identity", "x" * 300)


def query(draw: Random) -> Asked:
    """Search the API by keys in the address."""
    keys = draw.choices(site.api_keys(), k=draw.choice((0, 1, 2, 4, 8)))
    meant = draw.choice((0.3, 0.8, 1))
    pairs = [key.encode() + b"=" + quoted(value(draw, key, meant=meant))[:6000] for key in keys]
    return Asked("API query", request("GET", b"/api/v1/places?" + b"&".join(pairs)[:20_000]))


def _anything(draw: Random, depth: int = 3) -> Any:
    if depth and draw.random() < 0.3:
        inner = [_anything(draw, depth - 1) for _ in range(draw.randint(0, 3))]
        return inner if draw.random() < 0.5 else {f"k{number}": each for number, each in enumerate(inner)}
    text = hostile(draw).decode("utf-8", "surrogateescape")
    return draw.choice((None, True, 0, -1, 1.5, 1e308, 10**400, text, text, "\ud800", [], {}))


def json_bodies(draw: Random) -> Asked:
    """Search the API by a JSON body: right keys with wrong values, or no JSON."""
    luck = draw.random()
    if luck < 0.12:
        body = draw.choice(
            (
                b"", b"{", b"nul", b"[" * 30_000, b'{"a":' * 20_000, b"NaN", b'{"limit": NaN}',
                b'{"within": Infinity}', b"\xff\xfe{}",
                '{"near": "4.9,52.3"}'.encode("utf-16"), '{"kind": ["church"]}'.encode("utf-8-sig"),
                b'{"kind":1,"kind":2}',
                b'{"limit": ' + b"9" * 5000 + b"}", b'"' + NEEDLE.encode() + b'"', b'{"near": [1e999, -1e999]}',
                b"\x00",
            )
        )  # fmt: skip
        return Asked("API JSON", request("POST", _SEARCH, [JSON], body))
    told: dict[str, Any] = {}
    for key in draw.choices(site.api_keys(), k=draw.choice((0, 1, 2, 4))):
        many = [offered(draw, key) for _ in range(draw.randint(1, 3))]
        told[key] = _anything(draw) if draw.random() < 0.4 else many if draw.random() < 0.5 else many[0]
    if luck > 0.95:
        told[hostile(draw).decode("utf-8", "replace")[:2000]] = _anything(draw)
    body = json.dumps(told, ensure_ascii=draw.random() < 0.5).encode("utf-8", "surrogatepass")
    return Asked("API JSON", request("POST", _SEARCH, [JSON], body))


def _posted(draw: Random) -> bytes:
    return target(
        draw, draw.choice([each for each in site.routes() if each.method == "POST" and ".pdf" not in each.rule]), 1
    )


def types(draw: Random) -> Asked:
    """Send a body as what it is not."""
    body = draw.choice((form_body(draw), b'{"kind": ["church"]}', hostile(draw), b"\x89PNG\r\n\x1a\n" + hostile(draw)))
    return Asked("types", request("POST", _posted(draw), [("Content-Type", draw.choice(_TYPES))], body))


def _part(draw: Random, edge: bytes) -> bytes:
    fields = [key for form in site.forms().values() for key in form]
    key = draw.choice(fields)
    name = key.encode() if draw.random() < 0.8 else hostile(draw)[:200].replace(b"\r", b"").replace(b"\n", b"")
    file = draw.choice(
        (b"", b"", b'; filename="' + NEEDLE.encode() + b'.png"', b"; filename*=utf-8''%ff%00", b'; filename="../x')
    )
    kind = draw.choice(
        (b"", b"", b"Content-Type: text/plain; charset=utf-16\r\n", b"Content-Transfer-Encoding: base64\r\n")
    )
    said = b'Content-Disposition: form-data; name="' + name + b'"' + file + b"\r\n" + kind
    return b"--" + edge + b"\r\n" + said + b"\r\n" + value(draw, key) + b"\r\n"


def multipart(draw: Random) -> Asked:
    """Send a form in parts: with files, with an edge that is another, without an end, with a thousand parts."""
    edge = draw.choice((b"edge", b"x" * 70, b"-", b"a'b()+_,-./:=?"))
    count = draw.choice((0, 1, 3, 6, 1200 if draw.random() < 0.1 else 4))
    body = b"".join(_part(draw, edge) for _ in range(count))
    body += draw.choice((b"--" + edge + b"--\r\n", b"--" + edge + b"--", b"", b"--" + edge, b"--other--\r\n"))
    if draw.random() < 0.1:
        body = body[: draw.randint(0, len(body))]
    if draw.random() < 0.05:
        body = body.replace(b"\r\n", b"\n")
    kind = b'multipart/form-data; boundary="' + edge + b'"'
    return Asked("multipart", request("POST", _posted(draw), [("Content-Type", kind)], body))


@cache
def _bomb(wbits: int, size: int) -> bytes:
    packer = zlib.compressobj(9, wbits=wbits)
    return packer.compress(b"where=" + b"a" * size) + packer.flush()


def packed(draw: Random) -> Asked:
    """Send what would be a thousand times as large if it were unpacked, or is not packed as it says."""
    body = _bomb(draw.choice((31, 15, -15)), draw.choice((1_000, 1_000_000, 20_000_000)))
    if draw.random() < 0.2:
        body = body[: len(body) // 2]
    if draw.random() < 0.2:
        body = form_body(draw)
    sent = [draw.choice((FORM, JSON)), ("Content-Encoding", draw.choice(_PACKINGS))]
    return Asked("packed", request("POST", _SEARCH if sent[0] is JSON else _posted(draw), sent, body))


def large(draw: Random) -> Asked:
    """Send more than the site takes: the refusal has to come through while there is still more to send."""
    size = draw.choice((65_535, 65_536, 65_537, 131_072, 400_000, 1_500_000))
    body = (b"where=" + NEEDLE.encode() * (size // len(NEEDLE) + 1))[:size]
    sent = draw.choice((FORM, JSON))
    return Asked("large", request("POST", _SEARCH if sent is JSON else _posted(draw), [sent], body))
