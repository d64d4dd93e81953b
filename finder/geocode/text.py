"""Bring what people type and what registers write to one form, so that the two can be compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

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
    "burg": "burgemeester",
    "prof": "professor",
    "pres": "president",
    "jhr": "jonkheer",
    "v": "van",
    "cs": "centraal station",
}
_ENDINGS = {"str": "straat", "gr": "gracht", "ln": "laan", "pl": "plein", "wg": "weg", "kd": "kade"}
_BY_LAST_LETTERS = {end[-2:]: (end, whole) for end, whole in _ENDINGS.items()}
LOST_LETTER = "qxq"
"""Stands in folded text for a letter that a register lost (``Hygi?aplein``); no name holds it."""
_PC6 = re.compile(r"(?<![0-9a-z])([1-9][0-9]{3})\s*([a-z]{2})(?![0-9a-z])")
_NUMBER = re.compile(r"[0-9]{1,5}[a-z]{0,3}")
_SHORT_AMSTERDAM = re.compile(r"\ba['’]dam\b")
_WORD = re.compile("[0-9a-z]+")
_QUESTION_MARK = re.compile(r"(?<=[^\W_])\?(?=[^\W_])")


def fold(text: str) -> str:
    """Lower-case letters and digits in words one space apart; no accents, punctuation, abbreviations."""
    bare = text[:LONGEST].casefold()
    if "?" in bare:
        bare = _QUESTION_MARK.sub(LOST_LETTER, bare)
    if "dam" in bare:
        bare = _SHORT_AMSTERDAM.sub("amsterdam", bare)
    if not bare.isascii():
        bare = unicodedata.normalize("NFKD", bare)
        bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(map(_whole_word, _WORD.findall(bare)))


def squash(folded: str) -> str:
    """Return the letters of a folded text alone, with one way to write ``ij``: names that only differ so are one."""
    return folded.replace(" ", "").replace("ij", "y")


def _whole_word(word: str) -> str:
    if ending := _BY_LAST_LETTERS.get(word[-2:]):
        end, whole = ending
        if len(word) > len(end) + 2 and word.endswith(end) and word.isalpha():
            return word.removesuffix(end) + whole
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


def splits(folded: str) -> Iterator[tuple[str, str]]:
    """Split ``wibautstraat 150 h`` into street and house number, in each way there is; the longest street first.

    A number before the street (``150 wibautstraat``) is the last way.
    """
    words = folded.split()
    for at in range(len(words) - 1, 0, -1):
        number = words[at:]
        if _NUMBER.fullmatch(words[at]) and len(number) <= 4 and all(len(part) <= 5 for part in number):
            yield " ".join(words[:at]), " ".join(number)
    if len(words) > 1 and _NUMBER.fullmatch(words[0]):
        yield " ".join(words[1:]), words[0]
