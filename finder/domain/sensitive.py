"""Is this a place that must not be found? One check for every door: import, reading and writing of the places file.

It looks at names and tags only, so it is wrong now and then: somebody who has looked may say ``open`` by hand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from finder.domain.place import NO_ADDRESS, Place
from finder.domain.sourced import Source
from finder.domain.vocabulary import Sensitivity
from finder.domain.vocabulary import sensitive_words as known

NO_TAGS: Mapping[str, str] = MappingProxyType({})
NEIGHBOURHOOD = "neighbourhood"
"""What the point of a place with an address on request is that of (a word of POSITION_BASES)."""


class Complaint(NamedTuple):
    """Which field of a place speaks against publishing it, as the places file calls it, and why."""

    field: str
    why: str


def why_sensitive(texts: Iterable[str], tags: Mapping[str, str] = NO_TAGS) -> str | None:
    """Return why a place with these names or OpenStreetMap tags is never published; None when nothing says so."""
    for text in (*texts, *_names_in(tags)):
        if why := _why(text):
            return why
    return _why_tags(tags)


def complaint_about(place: Place) -> Complaint | None:
    """Return why a place may not be published as it is; None when it may.

    Somebody looked at what is ``open``: its words are not judged again.
    """
    if place.sensitivity is Sensitivity.NEVER:
        return Complaint("sensitivity", "a place that is never published")
    if place.sensitivity is Sensitivity.ON_REQUEST:
        return _tells_where(place)
    if place.sensitivity is Sensitivity.OPEN:
        return None
    identity, gatherings = place.identity, place.offer.gatherings
    if _why(identity.name.value):
        return Complaint("name", _reason_in([identity.name.value]))
    if identity.subtype and _why(identity.subtype):
        return Complaint("subtype", _reason_in([identity.subtype]))
    if identity.also_called and any(map(_why, identity.also_called)):
        return Complaint("alsoCalled", _reason_in(identity.also_called))
    if gatherings and any(_why(said.value.title) for said in gatherings):
        return Complaint("gatherings", _reason_in(said.value.title for said in gatherings))
    return None


def _reason_in(texts: Iterable[str]) -> str:
    return next(why for text in texts if (why := _why(text)))


def _tells_where(place: Place) -> Complaint | None:
    """An address on request: what leads to the door must not be in the file, and somebody must be there to ask."""
    if place.address != NO_ADDRESS:
        return Complaint("address", "stands there though it is given on request only")
    if place.location.basis != NEIGHBOURHOOD:
        return Complaint("positionBasis", f"is not {NEIGHBOURHOOD} though the address is given on request only")
    if place.identity.identifiers:
        return Complaint("identifiers", "lead to the address, which is given on request only")
    for field, told in (("website", place.website), ("email", place.email)):
        if told:
            return Complaint(field, "stands there though whoever wants the address has to call")
    if any(map(leads_to_the_door, place.sources)):
        return Complaint("sources", "lead to the address, which is given on request only")
    if not place.phone:
        return Complaint("phone", "is missing: nobody can ask for the address")
    return None


def leads_to_the_door(source: Source) -> bool:
    """Tell whether a source is the page of one object on a map."""
    return _OBJECT_ON_A_MAP.search(source.url) is not None


_OBJECT_ON_A_MAP = re.compile(r"openstreetmap\.org/(node|way|relation)/")


def _names_in(tags: Mapping[str, str]) -> Iterable[str]:
    return (value for key, value in tags.items() if key.partition(":")[0] in known.NAME_TAGS)


def _why_tags(tags: Mapping[str, str]) -> str | None:
    values = {key: {part.strip() for part in value.split(";")} for key, value in tags.items()}
    for (key, value), sort in known.SENSITIVE_TAGS.items():
        if value in values.get(key, ()):
            return _reason(sort, f"{key}={value}")
    facility, people = values.get("social_facility", set()), values.get("social_facility:for", set())
    if known.LIVE_THERE in facility and not (people and people <= known.NEED_NOT_HIDE):
        return _reason(known.ASLEEP, f"social_facility={known.LIVE_THERE}")
    homes = known.DWELLINGS & values.get("building", set())
    if homes and "place_of_worship" in values.get("amenity", ()):
        return _reason("the home of somebody", f"building={min(homes)}")
    return None


def _reason(sort: str, seen: str) -> str:
    return f"looks like {sort} ({seen}): such a place is never published"


def _plain(text: str) -> str:
    """Lower case, without accents and points, one space between words; a dotless i is an i."""
    folded = text.casefold()
    if not folded.isascii():
        apart = unicodedata.normalize("NFKD", folded.replace("ı", "i"))
        folded = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return _BETWEEN_WORDS.sub(" ", folded)


_BETWEEN_WORDS = re.compile(r"[\W_]+")


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(_plain(phrase.replace("*", "xstarx"))).replace("xstarx", r"\w*") for phrase in phrases)


_WORDS = {sort: re.compile(rf"\b(?:{_any_of(phrases)})\b") for sort, phrases in known.SENSITIVE_WORDS.items()}
_BEGINNING = 6
_BEGINNINGS = frozenset(
    _plain(phrase).split()[0][:_BEGINNING] for phrases in known.SENSITIVE_WORDS.values() for phrase in phrases
)
_INSIDE = "opvang"
"""The one word that others are put in front of; the rest begin as their phrases do."""
_HARMLESS = re.compile(rf"\b(?:{_any_of(known.HARMLESS_WORDS)})\b|\b(?:{_any_of(known.TELLS_OF)})\b.*")
_RUN_BY = re.compile(rf"\b(?:{_any_of(known.IS_RUN_BY)}) (?:{_any_of(known.BY)})\b.*")


@lru_cache(maxsize=4096)
def _why(text: str) -> str | None:
    """Remembered, because a hundred thousand places share a few thousand names of gatherings and sorts."""
    plain = _plain(text)
    if _INSIDE not in plain and _BEGINNINGS.isdisjoint(word[:_BEGINNING] for word in plain.split()):
        return None  # most names end here, 10 microseconds earlier than the patterns would tell
    plain = _HARMLESS.sub(" ", plain)
    for sort, words in _WORDS.items():
        found = words.search(_RUN_BY.sub(" ", plain) if sort == known.ASLEEP else plain)
        if found:
            return _reason(sort, f"{found[0]!r} in {text[:80]!r}")
    return None
