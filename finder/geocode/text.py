"""Bring what people type and what registers write to one form, so that the two can be compared."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
"""More letters than this are never part of an address; the rest is cut off."""

_SPELLED_OUT = {
    "1e": "eerste",
    "1ste": "eerste",
    "2e": "tweede",
    "2de": "tweede",
    "3e": "derde",
    "3de": "derde",
    "4e": "vierde",
    "4de": "vierde",
    "st": "sint",
    "dr": "doctor",
    "mr": "meester",
    "ds": "dominee",
    "cs": "centraal station",
}
_PC6 = re.compile(r"(?<![0-9a-z])([1-9][0-9]{3})\s*([a-z]{2})(?![0-9a-z])")
_NUMBER = re.compile(r"[0-9]{1,5}[a-z]{0,3}")


def fold(text: str) -> str:
    """Lower-case letters and digits in words one space apart; no accents, punctuation, abbreviations."""
    bare = unicodedata.normalize("NFKD", text[:LONGEST].casefold())
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    words = re.sub(r"[^0-9a-z]+", " ", bare).split()
    return " ".join(_whole_word(word) for word in words)


def _whole_word(word: str) -> str:
    if len(word) > 4 and word.endswith("str"):
        return f"{word}aat"
    return _SPELLED_OUT.get(word, word)


def take_postcode(folded: str) -> tuple[str, str]:
    """Split off a postcode of six characters; return it (``1091GB`` or empty) and the rest."""
    match = _PC6.search(folded)
    if match is None:
        return "", folded
    rest = f"{folded[: match.start()]} {folded[match.end() :]}"
    return (match[1] + match[2]).upper(), " ".join(rest.split())


def normalise_postcode(text: str) -> str:
    """Return ``1091GB`` for any way to write it, empty for what is no postcode of six characters."""
    postcode, rest = take_postcode(fold(text))
    return "" if rest else postcode


def number_key(house_number: str) -> tuple[str, ...]:
    """Return the parts of a house number: ``252A`` and ``252-a`` have the same, ``26-28`` and ``26`` not."""
    return tuple(re.findall(r"[0-9]+|[a-z]+", house_number.casefold()))


def split_address(folded: str) -> tuple[str, str]:
    """Split ``wibautstraat 150 h`` into street and house number; the number is empty where there is none."""
    words = folded.split()
    for at, word in enumerate(words):
        if at and _NUMBER.fullmatch(word):
            number = words[at:]
            if len(number) <= 4 and all(len(part) <= 5 for part in number):
                return " ".join(words[:at]), " ".join(number)
    return folded, ""
