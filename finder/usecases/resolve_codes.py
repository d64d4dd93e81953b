"""Codes that somebody chose, typed or scanned -> the places they stand for, and a word about each that does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from finder.domain.code_register import CodeStatus, IssuedCode
from finder.domain.codes import normalise_code
from finder.domain.engine import SearchEngine
from finder.domain.errors import UnknownPlace
from finder.domain.place import Place
from finder.domain.resolved_codes import Problem, ResolvedCodes, Trouble
from finder.domain.shortlist import LONGEST_REFUSED, MOST_PLACES

MOST_READ = 40
"""Codes that are looked at; nobody types more."""


def resolve_codes(
    typed: Iterable[str], index: SearchEngine, issued: Mapping[str, IssuedCode], most: int = MOST_PLACES
) -> ResolvedCodes:
    """Find the places of at most ``most`` codes; several may stand in one text. Never raises for what was typed."""
    places: dict[str, Place] = {}
    problems: dict[str, Problem] = {}
    texts = [part for text in typed for part in _codes_in(text)]
    for text in texts[:MOST_READ]:
        place, trouble = _find(text, index, issued)
        if place and place.code not in places and len(places) >= most:
            trouble = Trouble.TOO_MANY
        elif place:
            places[place.code] = place
        if trouble:
            shown = text[:LONGEST_REFUSED]
            problems[shown] = Problem(shown, trouble, place)
    return ResolvedCodes(tuple(places.values()), tuple(problems.values()))


def _codes_in(text: str) -> list[str]:
    """A code may be written with spaces in it, and several codes with spaces between them."""
    return [text] if normalise_code(text) else [part for part in re.split(r"[\s,;]+", text) if part]


def _find(text: str, index: SearchEngine, issued: Mapping[str, IssuedCode]) -> tuple[Place | None, Trouble | None]:
    code = normalise_code(text)
    if code is None:
        return None, Trouble.MISTYPED
    place = _place(index, code)
    if place:
        return place, None
    entry = issued.get(code)
    if entry is None:
        return None, Trouble.UNKNOWN
    followed = _follow(entry, index, issued)
    return (followed, Trouble.MOVED) if followed else (None, Trouble.RETIRED)


def _place(index: SearchEngine, code: str) -> Place | None:
    try:
        return index.by_code(code)
    except UnknownPlace:
        return None


def _follow(entry: IssuedCode, index: SearchEngine, issued: Mapping[str, IssuedCode]) -> Place | None:
    """A place may have moved more than once."""
    seen = {entry.code}
    while entry.status is CodeStatus.MOVED and entry.moved_to not in seen:
        seen.add(entry.moved_to)
        if place := _place(index, entry.moved_to):
            return place
        following = issued.get(entry.moved_to)
        if following is None:
            return None
        entry = following
    return None
