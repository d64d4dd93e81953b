"""Requests that are well framed: addresses, headers, methods and forms of every page."""

from __future__ import annotations

import re
from random import Random

from fuzz import site
from fuzz.asked import NEEDLE, Asked, Headers, request
from fuzz.hostile import hostile, quoted
from fuzz.values import locales, value

FORM = ("Content-Type", "application/x-www-form-urlencoded")
_GAP = re.compile(r"<(?:\w+:)?(\w+)>")
_METHODS = (
    "HEAD",
    "OPTIONS",
    "PUT",
    "DELETE",
    "PATCH",
    "TRACE",
    "CONNECT",
    "PROPFIND",
    "get",
    "Get",
    "X" * 300,
    "G-T",
    "POST",
)
_ENDS = (
    b"",
    b"",
    b"/",
    b"//",
    b"/.",
    b"/..",
    b"?",
    b"#",
    b"%",
    b"%00",
    b"%2e%2e%2f",
    b"\\",
    b";x=1",
    b".bak",
    b"~",
    b"%ff",
)
_ODD_PATHS = (
    b"//" + NEEDLE.encode() + b".example/%2f..",
    b"/static/../finder/__init__.py",
    b"/static/%2e%2e/%2e%2e/etc/passwd",
    b"/static/vendor/\xff\xfe",
    b"/nl%2bar/",
    b"/xx/agenda",
    b"/NL/",
    b"/nl+nl/",
    b"/nl+/",
    b"/.git/config",
    b"/" + b"a/" * 2000,
    b"/" + b"%F0%90%80%80" * 500,
    b"/nl/places/" + b"0" * 3000,
    b"/api/v1/places/\xc3\xa9",
    b"*",
    b"http://[",
    b"http://[::1",
    b"http://127.0.0.1/nl/",
    b"http://127.0.0.1:99999999/nl/",
    b"https://" + NEEDLE.encode() + b".example:x/nl/",
    b"127.0.0.1:443",
)
_PDF_ONE_IN = 12
"""A card as PDF takes a hundred times as long as a refusal: it is asked as often as this of the times it is drawn."""


def target(draw: Random, route: site.Route, meant: float = 0.7) -> bytes:
    """Return the address of a route with its gaps filled, with what belongs there in ``meant`` of all cases."""

    def fill(gap: re.Match[str]) -> str:
        if draw.random() > meant:
            return quoted(hostile(draw)).decode()[:6000]
        good = {"locales": locales, "code": lambda luck: luck.choice(site.codes())}
        return good.get(gap[1], lambda luck: luck.choice(site.files()))(draw)

    return _GAP.sub(fill, route.rule).encode()


def _route(draw: Random, method: str = "") -> site.Route:
    route = draw.choice([route for route in site.routes() if method in ("", route.method)])
    if route.rule.endswith(".pdf") and draw.randrange(_PDF_ONE_IN):
        return _route(draw, method)
    return route


def form_body(draw: Random, reader: str = "") -> bytes:
    """Draw a form: the fields of one reader, each any number of times, with a field of no reader now and then."""
    fields = site.forms()[reader or draw.choice([*site.forms()])]
    count = draw.choice((0, 1, 3, 3, 6, 6, 10, 10, 20, 900 if draw.random() < 0.1 else 5))
    meant = draw.choice((0.4, 0.8, 0.97))
    pairs = []
    for key in draw.choices(fields, k=count):
        name = quoted(hostile(draw)) if draw.random() < 0.02 else key.encode()
        pairs.append(name + b"=" + quoted(value(draw, key, meant=meant)))
    return b"&".join([*pairs, *([b"go=1"] if "go" in fields and draw.random() < 0.8 else [])])


def paths(draw: Random) -> Asked:
    """Ask for an address that is there, nearly there, or no address."""
    asked = draw.choice(_ODD_PATHS) if draw.random() < 0.3 else target(draw, _route(draw, "GET"), 0.5)
    if draw.random() < 0.4:
        asked += draw.choice(_ENDS)
    if draw.random() < 0.3:
        asked += b"?" + quoted(hostile(draw))[:4000] + b"=" + NEEDLE.encode()
    safe = asked.replace(b" ", b"%20").replace(b"\r", b"").replace(b"\n", b"")
    return Asked("paths", request("GET", safe), framed=not safe.startswith((b"http", b"*", b"127")))


_HOSTS = (
    "..", "a..b", ".example", "a" * 64 + ".example", "xn--", "evil.example", "127.0.0.1:99999", "[::1]", "[::g]", "[",
    "",
    "127.0.0.1:80:80", "a b", "a/b", "a@b", "é", "%00", "localhost", f"{NEEDLE}.example", "١٢٣", "-", "_", "a" * 5000,
)  # fmt: skip
_HEADERS = (
    "Host", "Host", "Host", "Accept-Language", "Accept-Language", "Content-Type", "Accept", "Accept-Encoding",
    "Cookie", "Referer",
    "User-Agent", "Range", "If-None-Match", "If-Modified-Since", "If-Range", "Origin", "SCRIPT_NAME", "Script-Name",
    "PATH_INFO",
    "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Prefix", "Forwarded", "X-Script-Name",
    "Authorization",
    "X-HTTP-Method-Override", "Sec-Fetch-Site", "Upgrade", "Connection", "Expect", "TE", "Trailer", "Date", "Via",
    "Warning",
    "Content-Encoding", "Content-Language", "X-Fragment", "X-Requested-With", "HTTP_PROXY", "Proxy",
)  # fmt: skip
_ODD = {
    "Accept-Language": (
        "*",
        "nl;q=2",
        "x" * 200,
        "nl," * 800,
        "ti-ER,ti;q=0.9",
        ";;q=;,,",
        "nl;q=nan",
        "nl;q=1e400",
        "zh-Hant-TW",
    ),
    "Range": ("bytes=0-", "bytes=-1", "bytes=5-1", "bytes=" + "0-1," * 500, "bytes=99999999999999999999-", "x=1"),
    "If-Modified-Since": ("Sat, 99 Nov 2026 00:00:00 GMT", "0", "Thu, 01 Jan 0000 00:00:00 GMT", "9" * 300),
    "If-None-Match": ("*", '"', 'W/"x"', '"a",' * 500),
    "Connection": ("close", "keep-alive", "Host", "upgrade", "TE, close"),
    "Expect": ("100-continue", "200-ok"),
    "Upgrade": ("h2c", "websocket"),
    "X-Forwarded-Proto": ("https", "javascript", "https, http"),
    "Accept-Encoding": ("gzip", "br", "zstd", "gzip;q=0, *;q=0", "identity;q=0", "br;q=x", "," * 500),
    "Cookie": ("session=" + NEEDLE, "a" * 3000, "=;=;=", '"\\'),
}


def _header(draw: Random) -> tuple[str, bytes | str]:
    name = draw.choice(_HEADERS)
    if name == "Host":
        return name, draw.choice(_HOSTS)
    if name in _ODD and draw.random() < 0.7:
        return name, draw.choice(_ODD[name])
    text = hostile(draw)[:8000] if draw.random() < 0.97 else b"x" * draw.randint(30_000, 70_000)
    return name, text.replace(b"\r", b"").replace(b"\n", b"")


def headers(draw: Random) -> Asked:
    """Ask a page that is there with headers that nobody sends."""
    route = _route(draw)
    sent: list[tuple[str, bytes | str]] = [_header(draw) for _ in range(draw.choice((1, 1, 2, 5, 60)))]
    body = form_body(draw) if route.method == "POST" else None
    if body is not None and draw.random() < 0.8:
        sent.append(FORM)
    return Asked("headers", request(route.method, target(draw, route, 1), sent, body), framed=_once(sent))


def _once(sent: Headers) -> bool:
    """Whether somebody between us and the server could not read it another way."""
    names = [name.lower() for name, _ in sent]
    return names.count("host") < 2 and not {"connection", "upgrade", "expect"} & set(names)


def methods(draw: Random) -> Asked:
    """Ask a page with a method that it does not have, with and without a body."""
    method = draw.choice(_METHODS)
    body = form_body(draw)[:20_000] if draw.random() < 0.4 else None
    return Asked("methods", request(method, target(draw, _route(draw), 0.9), [FORM], body))


def forms(draw: Random) -> Asked:
    """Send a form to a page that takes one: of each ten, nine with the fields of a form that this page reads."""
    route = _route(draw, "POST")
    readers = site.forms_of()[route.rule]
    reader = draw.choice(readers) if readers and draw.random() < 0.9 else ""
    body = form_body(draw, reader)
    return Asked("forms", request("POST", target(draw, route, 0.98), [FORM], body), leaves=draw.random() < 0.02)


def plain(draw: Random) -> Asked:
    """Ask a page as a visitor does: most of the others are refused, and a refusal costs little."""
    route = _route(draw, "GET")
    return Asked(
        "plain", request("GET", target(draw, route, 1), [("Accept-Encoding", draw.choice(("gzip", "br", "identity")))])
    )
