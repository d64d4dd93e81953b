"""Taking apart what somebody typed: postcode, town, district, and the words that are left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from finder.geocode.text import fold, take_postcode

_BESIDE = " bij "
_IN = frozenset({"in", "te"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A text in its parts, all folded; ``whole`` is all of it but the postcode, ``words`` what names the thing itself.

    ``town`` is as the gazetteer writes it, ``district`` and ``near`` are folded; each is empty where none is given.
    """

    whole: str
    words: str
    postcode: str = ""
    town: str = ""
    district: str = ""
    near: str = ""


class Reader:
    """Knows the towns and districts by which a text can be narrowed."""

    def __init__(self, towns: Iterable[str], districts: Iterable[str], digits: Iterable[str]) -> None:
        """``digits`` are the known postcodes of four digits: no other number is taken for a part of a postcode."""
        self._towns = _longest_first({fold(town): town for town in towns})
        self._districts = _longest_first({fold(district): fold(district) for district in districts})
        self._digits = frozenset(digits)

    def read(self, text: str) -> Asked:
        """Take a text apart: the postcode and the town, wherever they stand."""
        whole = fold(text)
        postcode, rest = take_postcode(whole)
        if postcode[:4] not in self._digits:
            postcode, rest = "", whole
        asked = self._without_town(Asked(rest, rest, postcode))
        words = asked.words.split()
        if postcode or not words or words[-1] not in self._digits:
            return asked
        if len(words) > 1 and not any(map(_numbered, words[:-1])):
            return asked
        return self._without_town(replace(asked, words=" ".join(words[:-1]), postcode=words[-1]))

    def narrower(self, asked: Asked) -> Asked | None:
        """Take off ``bij Mercatorplein`` and a district at the end; None when there is neither."""
        words, _, near = asked.words.partition(_BESIDE)
        for parts, district in self._districts:
            left = words.split()
            if len(left) > len(parts) and left[-len(parts) :] == parts:
                return replace(asked, words=" ".join(left[: -len(parts)]), district=district, near=near)
        return replace(asked, words=words, near=near) if near else None

    def _without_town(self, asked: Asked) -> Asked:
        words = asked.words.split()
        for parts, town in self._towns:
            size = len(parts)
            if len(words) == size and not asked.postcode:
                continue
            if words[-size:] == parts:
                left = words[:-size]
                left = left[:-1] if len(left) > 1 and left[-1] in _IN else left
                return replace(asked, words=" ".join(left), town=town)
            if words[:size] == parts:
                return replace(asked, words=" ".join(words[size:]), town=town)
        return asked


def _longest_first(names: dict[str, str]) -> list[tuple[list[str], str]]:
    return sorted(((folded.split(), name) for folded, name in names.items()), key=lambda item: (-len(item[0]), item))


def _numbered(word: str) -> bool:
    return word[:1].isdigit()
