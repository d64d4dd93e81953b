"""Values that no form offers: too long, half a character, markup, another field's, a number that is none."""

from __future__ import annotations

from random import Random
from urllib.parse import quote_from_bytes

from fuzz.asked import NEEDLE

MARKUP = f"<script>alert('{NEEDLE}')</script>".encode()
"""Must never stand in a page as it was sent."""
SMUGGLED = "X-Smuggled"
"""A header that no answer has, unless a value could end a line."""

_N = NEEDLE.encode()
_TEXTS: tuple[bytes, ...] = (
    b"",
    b" ",
    _N,
    MARKUP,
    b'"><img src=x onerror=alert(1)>' + _N,
    b"{{7*7}}{% include 'x' %}" + _N,
    b"%s%n%(where)s{0}" + _N,
    b"' OR 1=1 -- " + _N,
    b"../../../../etc/passwd\x00" + _N,
    b"\r\n" + SMUGGLED.encode() + b": 1\r\n\r\n" + _N,
    b"javascript:alert('" + _N + b"')",
    b"\x00\x01\x02\x1b[31m\x7f" + _N,
    b"\xff\xfe\xc3\x28\xe2\x82" + _N,
    b"\xed\xa0\x80\xed\xbf\xbf" + _N,
    b"\xc0\xaf\xf4\x90\x80\x80" + _N,
    "\ufeff\u202e\u2066\u200f\u200b\u2028".encode() + _N,
    "İıſßΐﷺ𝟙１٢३㈱½".encode(),
    "é".encode() * 50 + b"\xcc\x81" * 3000,
    "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿".encode() * 20,
    b"a" * 1000,
    _N * 800,
    b"&=&=;" * 50,
    b'{"where": {"$ne": null}}',
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
)
_NUMBERS = (
    b"0", b"-0", b"-1", b"1", b"00", b"1e3", b"1e309", b"1e-400", b"nan", b"NaN", b"inf", b"-Infinity", b"0x10",
    b"1_000",
    b"2147483648", b"9223372036854775808", b"9" * 400, b"9" * 5000, b"+5", b" 5", b"5.", b".5", b"1,5", "٥".encode(),
    "５".encode(), "²".encode(), b"True", b"null",
)  # fmt: skip
_DAYS = (
    b"2026-02-30", b"0000-00-00", b"0001-01-01", b"9999-12-31", b"2026-W48-1", b"20261127", b"2026-11-27T10:00", b"now",
    b"today", b"2026-11-27:", b"2026-11-27:0", b"2026-11-27:99999999999", b":5", b"2026-13-01", b"-2026-11-27",
    b"other",
    b"2026-03-29T02:30:00+01:00", b"9999-12-31T23:59:59-23:59", b"2026-11-27T10:00:00+99:99", b"2026-11-27T24:00:00Z",
)  # fmt: skip
_PLACES = (
    b"4.9,52.37", b"52.37,4.9", b"181,91", b"-180,-90", b"4.9", b"4.9,52.37,7", b"nan,nan", b"1e309,1e309", b",",
    b"4.9;52.37",
    b"4.9,52.37,4.8,52.4", b"4.8,52.3,4.9,52.4", b"-180,-90,180,90", b"4.9 , 52.37", "٤٫٩,٥٢".encode(),
)  # fmt: skip


def mutated(draw: Random, value: bytes) -> bytes:
    """Return a value with a few bytes changed, doubled, put in or left out."""
    changed = bytearray(value)
    for _ in range(draw.randint(1, 3)):
        at = draw.randint(0, len(changed))
        match draw.randrange(4):
            case 0:
                changed[at:at] = bytes([draw.randrange(256)])
            case 1:
                del changed[at : at + draw.randint(1, 3)]
            case 2 if at < len(changed):
                changed[at] = draw.randrange(256)
            case _:
                changed[at:at] = changed[:at]
    return bytes(changed)


def _alike(good: bytes) -> tuple[bytes, ...]:
    if good.isdigit():
        return _NUMBERS
    if b"," in good:
        return _PLACES
    return _DAYS if good.count(b"-") > 1 else _TEXTS


def hostile(draw: Random, good: bytes = b"") -> bytes:
    """Draw a value that no form offers, half of the time one that is nearly as the ``good`` one.

    One in forty is of some kilobytes, up to as much as a form may hold.
    """
    if draw.random() < 1 / 40:
        return draw.choice((b"x", _N, b"\x00", "ሀ".encode(), b"1,", b"<")) * draw.randint(2_000, 12_000)
    pool = _alike(good) if draw.random() < 0.5 else draw.choice((_TEXTS, _NUMBERS, _DAYS, _PLACES))
    value = draw.choice(pool)
    return mutated(draw, value) if draw.random() < 0.15 else value


def quoted(value: bytes) -> bytes:
    """Return a value as it stands in a form or a query."""
    return quote_from_bytes(value, safe="").encode()
