"""A list of at most 8 places as a short text for the fragment of an address: ``1.nl+ar.4F2AX.7KQ1M``.

A fragment is never sent to a server, so the list is stored nowhere. Read with patience, since people type it from
paper. ``static/js/shortlist-codec.js`` is the same in the browser; a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from finder.domain.codes import normalise_code
from finder.domain.errors import InvalidInput

VERSION = "1"
MOST_PLACES = 8
LONGEST_TEXT = 400
"""Characters that are read of a text; a full list has 55."""
LONGEST_REFUSED = 20
"""Characters that are kept of a code that is refused."""

_LOCALES = re.compile(r"[a-z]{2}(?:\+[a-z]{2})?")
_TYPED = re.compile(r"[0-9A-Za-z -]+")
_ESCAPED = (("%2B", "+"), ("%2b", "+"), ("%20", " "))


@dataclass(frozen=True, slots=True)
class Shortlist:
    """A list as it was read.

    ``version`` is what the text says; only for VERSION are there codes. ``locales_path`` is ``nl`` or ``nl+ar``, empty
    when it cannot be read. ``refused`` are texts whose check fails, ``surplus`` good codes beyond the eighth.
    """

    version: str
    locales_path: str
    codes: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()


def encode(locales_path: str, codes: Iterable[str]) -> str:
    """Return the text of a list, codes in their order and each once; at most 55 characters.

    Raises InvalidInput for a code whose check fails, for more than 8, and for anything but ``nl`` or ``nl+ar``.
    """
    if not _LOCALES.fullmatch(locales_path):
        raise InvalidInput("locales", locales_path, "one or two languages, such as nl or nl+ar")
    kept: dict[str, None] = {}
    for text in codes:
        code = normalise_code(text) if _TYPED.fullmatch(text) else None
        if code is None:
            raise InvalidInput("code", text, "the code of a place")
        kept[code] = None
    if len(kept) > MOST_PLACES:
        raise InvalidInput("code", f"{len(kept)} codes", f"a list of at most {MOST_PLACES} places")
    return ".".join((VERSION, locales_path, *kept))


def decode(text: str) -> Shortlist:
    """Read a text, with or without ``#``; never raises.

    Small letters, O for 0, I or L for 1 and spaces do not matter; a code that comes twice counts once.
    """
    text = text[:LONGEST_TEXT]
    for escaped, meant in _ESCAPED:
        text = text.replace(escaped, meant)
    version, *rest = (part.strip(" ") for part in text.lstrip(" #").split("."))
    spoken = rest[0].lower().replace(" ", "+") if rest else ""
    locales_path = spoken if _LOCALES.fullmatch(spoken) else ""
    if version != VERSION:
        return Shortlist(version[:LONGEST_REFUSED], locales_path)
    codes: dict[str, None] = {}
    refused: dict[str, None] = {}
    for part in filter(None, rest[1:]):
        code = normalise_code(part) if _TYPED.fullmatch(part) else None
        if code:
            codes[code] = None
        else:
            refused[part[:LONGEST_REFUSED]] = None
    kept = tuple(codes)
    return Shortlist(version, locales_path, kept[:MOST_PLACES], tuple(refused), kept[MOST_PLACES:])
