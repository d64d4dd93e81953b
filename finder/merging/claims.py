"""Can this fact be used? Vocabulary, opening hours, recurrences, dates: what cannot be read is refused."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from functools import cache

from babel import Locale
from dateutil.rrule import rrulestr

from finder.domain.errors import InvalidInput
from finder.domain.geometry import SERVED_AREA, Point, read_point
from finder.domain.opening_hours import validate_hours
from finder.domain.vocabulary import (
    ACTIVITIES,
    AUDIENCES,
    COMMUNITIES,
    DENOMINATIONS,
    FACT_TERMS,
    GATHERING_KINDS,
    LITURGICAL_LANGUAGES,
    Answer,
    LanguageLevel,
    Need,
    PlaceKind,
    Question,
    Religion,
    Status,
)
from finder.merging.candidate import Claim

NEED, QUESTION = "need:", "first_visit:"
FREE_FIELDS = ("phone", "website", "operator", "name", "also_called")
KEYS: dict[str, Collection[str]] = {
    "gathering": GATHERING_KINDS,
    "denomination": tuple(DENOMINATIONS),
    "community": COMMUNITIES,
    "religion": tuple(Religion),
    "kind": tuple(PlaceKind),
    "activity": ACTIVITIES,
    "status": tuple(Status),
    **{f"{NEED}{need}": tuple(Answer) for need in Need},
    **{f"{QUESTION}{question}": tuple(Answer) for question in Question},
}

_OPEN_END = re.compile(r"(\d{2}:\d{2})\+")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_SAMPLE = datetime(2026, 1, 1)


def why_not(claim: Claim) -> str:
    """Return why a fact cannot be used, in one line; empty when it can."""
    return next(_complaints(claim), "")


def _complaints(claim: Claim) -> Iterator[str]:
    yield from _field(claim)
    yield from _terms(claim)
    if claim.when and (reason := when_complaint(claim.when)):
        yield f"when: {reason}"
    yield from _times(claim)
    yield from _unknown("audience", claim.audience, AUDIENCES)
    yield from _unknown("languages", claim.languages, _languages() | LITURGICAL_LANGUAGES)
    for day in claim.except_on:
        if not _is_day(day):
            yield f"except_on: {day!r} is not a date"


def _field(claim: Claim) -> Iterator[str]:
    if claim.field in KEYS:
        yield from _unknown("value", (claim.value,), KEYS[claim.field])
        if claim.field == "gathering" and not claim.wording:
            yield "a gathering needs a title in wording"
    elif claim.field == "opening_hours":
        if claim.value and (reason := hours_complaint(claim.value)):
            yield f"value: {reason}"
        if not (claim.value or claim.wording):
            yield "opening_hours has neither a value nor a wording"
    elif claim.field == "language":
        yield from _unknown("value", (claim.value,), _languages() - LITURGICAL_LANGUAGES)
    elif claim.field == "address":
        if len(claim.value.split("|")) != 3:
            yield f"value: {claim.value!r} is not street and number|postcode|city"
    elif claim.field == "position":
        if read_position_value(claim.value) is None:
            yield f"value: {claim.value!r} is not longitude,latitude inside the served area"
    elif claim.field not in FREE_FIELDS:
        yield f"field: {claim.field!r} is not known"
    elif not claim.value:
        yield f"{claim.field} has no value"


def _terms(claim: Claim) -> Iterator[str]:
    if claim.field == "language":
        if len(claim.terms) != 1:
            yield "terms: a language has one level"
        yield from _unknown("terms", claim.terms, tuple(LanguageLevel))
    else:
        yield from _unknown("terms", claim.terms, AUDIENCES if claim.field == f"{QUESTION}who_comes" else FACT_TERMS)


def _times(claim: Claim) -> Iterator[str]:
    if claim.rrule and not _happens(claim.rrule):
        yield f"rrule: {claim.rrule!r} is not a recurrence that takes place"
    for name, text in (("start", claim.start), ("end", claim.end)):
        if text and not _CLOCK.fullmatch(text):
            yield f"{name}: {text!r} is not HH:MM"
    if (claim.start or claim.end) and not (claim.rrule and claim.start):
        yield "a time needs a recurrence, and an end a start"


def _unknown(column: str, values: Iterable[str], known: Collection[str]) -> Iterator[str]:
    for value in values:
        if value not in known:
            yield f"{column}: {value!r} is not in the vocabulary"


def hours_complaint(text: str) -> str:
    """Return why an opening_hours string cannot be evaluated in the Netherlands; empty when it can."""
    try:
        validate_hours(text)
    except InvalidInput as error:
        return str(error)
    return ""


def when_complaint(text: str) -> str:
    """Return why the hours of a fact cannot be read: they are told and not evaluated, so an end may be open."""
    return hours_complaint(_OPEN_END.sub(r"\1-24:00", text))


def read_position_value(text: str) -> Point | None:
    """Read ``longitude,latitude`` of a position fact; None when it is not inside the served area."""
    longitude, _, latitude = text.partition(",")
    try:
        point = read_point(longitude, latitude)
    except ValueError:
        return None
    return point if point and SERVED_AREA.contains(point) else None


@cache
def _languages() -> frozenset[str]:
    return frozenset(Locale("en").languages)


def _happens(rule: str) -> bool:
    try:
        return rrulestr(rule, dtstart=_SAMPLE).after(_SAMPLE) is not None
    except (ValueError, TypeError, AttributeError):
        return False


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
