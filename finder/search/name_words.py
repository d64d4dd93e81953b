"""The words of a name, brought to one form: in any script, whatever the capitals, accents and vowel signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

LONGEST = 120
_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"ى": "ي", "ة": "ه", "ـ": None, "ı": "i", "ø": "o", "đ": "d", "ł": "l"})
_SOUNDS_ALIKE = (
    ("dj", "j"),
    ("sj", "sh"),
    ("ph", "f"),
    ("ij", "y"),
    ("ck", "k"),
    ("q", "k"),
    ("oe", "u"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ie", "i"),
    ("aa", "a"),
    ("w", "v"),
)
_TWICE = re.compile(r"(.)\1")
_ARTICLES = frozenset(_WORD.findall("de het een the el al la le les der die das"))
_GENERIC = _ARTICLES | frozenset(
    _WORD.findall(
        """van voor en bij in te op of and a t d plek place huis house buurthuis buurtkamer buurtcentrum buurt wijk
        inloop inloophuis inloopcentrum centrum center centre stichting vereniging moskee mosque masjid cami camii
        camisi mescid kerk church parochie gemeente kapel synagoge tempel temple mandir bibliotheek jongerencentrum
        dagcentrum"""
    )
)
"""Words that many names have: they tell little of which one is meant."""
_LONG = 5
_LONG_GENERIC = [word for word in sorted(_GENERIC) if len(word) >= _LONG]
"""Those that are known with a wrong letter too."""


def words_of(text: str) -> list[str]:
    """Return the words of a name without capitals, accents, vowel signs and punctuation."""
    bare = unicodedata.normalize("NFKD", text[:LONGEST].casefold()).translate(_LETTERS)
    return _WORD.findall("".join(letter for letter in bare if not unicodedata.combining(letter)))


def whole(words: Iterable[str]) -> str:
    """Return words written as one, without articles."""
    return "".join(word for word in words if word not in _ARTICLES)


def telling(words: Iterable[str]) -> list[str]:
    """Return the words that tell which place is meant: ``el tawheed moskee`` is called ``tawheed``."""
    return [word for word in words if not _is_generic(word)]


def sound_of(word: str) -> str:
    """Return a word as it may be heard: ``tawhied`` and ``tawheed`` are one."""
    for written, heard in _SOUNDS_ALIKE:
        word = word.replace(written, heard)
    return _TWICE.sub(r"\1", word)


def wrong_letters(word: str) -> int:
    """Return how many letters may be wrong in a word: none in three, one in five, at most three."""
    return min(3, max(0, (len(word) - 2) // 2)) if len(word) < 6 else min(3, len(word) // 4 + 1)


@lru_cache(maxsize=4096)
def _is_generic(word: str) -> bool:
    if word in _GENERIC:
        return True
    return len(word) >= _LONG and bool(process.extractOne(word, _LONG_GENERIC, scorer=OSA.distance, score_cutoff=1))
