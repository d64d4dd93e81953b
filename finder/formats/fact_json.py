"""The facts of a place as JSON and back: reader and writer of each type side by side.

Every reader raises WrongField for what is not as documented: a word that is in no vocabulary, hours that cannot be
evaluated, a rule that cannot be said.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from sys import intern
from typing import Any

from finder.domain.errors import InvalidInput
from finder.domain.geometry import SERVED_AREA, Point
from finder.domain.opening_hours import read_hours, validate_when
from finder.domain.place import Address, Fact, Gathering, OpeningHours, SpokenLanguage
from finder.domain.vocabulary import (
    AUDIENCES,
    FACT_TERMS,
    GATHERING_KINDS,
    LITURGICAL_LANGUAGES,
    Answer,
    LanguageLevel,
)
from finder.formats import json_fields as fields
from finder.formats.json_fields import Json, WrongField, shown, tidy
from finder.i18n.languages import is_language
from finder.recurrence.rules import rule_complaint

_ANSWERS, _LEVELS = fields.members(Answer), fields.members(LanguageLevel)
_AUDIENCES, _GATHERING_KINDS = frozenset(AUDIENCES), frozenset(GATHERING_KINDS)
_CLOCK = frozenset(f"{hour:02}:{minute:02}" for hour in range(24) for minute in range(60))
_GATHERING_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,39}", re.ASCII)


def _when(raw: Json, key: str = "when") -> str | None:
    text = fields.maybe_text(raw, key)
    return text and _evaluated(text, key, validate_when)


def _evaluated(text: str, key: str, check: Callable[[str], object]) -> str:
    try:
        check(text)
    except InvalidInput as error:
        raise WrongField(key, f"{shown(text)} is not {error.allowed}") from None
    return text


def language_code(code: str, path: str, *, prayed: bool) -> str:
    """Return the code of a language that somebody is spoken to in, or ``prayed`` in; ``path`` is the field it is in."""
    if not is_language(code) or (code in LITURGICAL_LANGUAGES and not prayed):
        raise WrongField(path, f"{shown(code)} is not the code of a language")
    return code


def read_point(raw: Any) -> Point:
    """Read a GeoJSON point of the served area."""
    geometry = fields.as_object(raw, "")
    if geometry.get("type") != "Point":
        raise WrongField("type", "is not Point")
    coordinates = fields.as_list(geometry.get("coordinates"), "coordinates")
    if len(coordinates) != 2 or not {type(coordinates[0]), type(coordinates[1])} <= {int, float}:
        raise WrongField("coordinates", f"{shown(coordinates)} are not longitude and latitude")
    point = Point(*coordinates)
    if not SERVED_AREA.contains(point):
        raise WrongField("coordinates", f"{shown(coordinates)} are outside the served area (longitude comes first)")
    return point


def write_point(point: Point) -> Json:
    """Write a GeoJSON point."""
    return {"type": "Point", "coordinates": point.coordinates}


def read_address(raw: Any) -> Address:
    """Read an address; what it leaves out is empty."""
    said, text = fields.as_object(raw, ""), fields.maybe_text
    return Address(
        intern(text(said, "street") or ""),
        text(said, "houseNumber") or "",
        text(said, "postcode") or "",
        intern(text(said, "city") or ""),
    )


def write_address(address: Address) -> Json:
    """Write an address."""
    return tidy(
        {
            "street": address.street,
            "houseNumber": address.house_number,
            "postcode": address.postcode,
            "city": address.city,
        }
    )


def fact_reader(terms: frozenset[str]) -> Callable[[Json], Fact]:
    """Return a reader of three-valued answers whose words are ``terms``."""

    def read_fact(raw: Json) -> Fact:
        return Fact(
            fields.word(raw, "answer", _ANSWERS),
            fields.words(raw, "terms", terms),
            _when(raw),
            fields.maybe_text(raw, "note"),
        )

    return read_fact


read_fact = fact_reader(frozenset(FACT_TERMS))
read_who_comes = fact_reader(_AUDIENCES)
"""The answer to one question names people and not things."""


def write_fact(fact: Fact) -> Json:
    """Write a three-valued answer."""
    return tidy({"answer": str(fact.answer), "terms": fact.terms, "when": fact.when, "note": fact.note})


def read_language(raw: Json) -> SpokenLanguage:
    """Read a language that is spoken; a language of prayer is not."""
    code = language_code(fields.text(raw, "code"), "code", prayed=False)
    return SpokenLanguage(code, fields.word(raw, "level", _LEVELS), _when(raw), fields.maybe_text(raw, "note"))


def write_language(spoken: SpokenLanguage) -> Json:
    """Write a language."""
    return tidy({"code": spoken.code, "level": str(spoken.level), "when": spoken.when, "note": spoken.note})


def read_opening_hours(raw: Json) -> OpeningHours:
    """Read hours for everyone that can be evaluated, or are in words."""
    osm, wording = fields.maybe_text(raw, "osm"), fields.maybe_text(raw, "wording")
    if not (osm or wording):
        raise WrongField("osm", "is missing, and so is a wording")
    return OpeningHours(osm and _evaluated(osm, "osm", read_hours), wording)


def write_opening_hours(hours: OpeningHours) -> Json:
    """Write hours."""
    return tidy({"osm": hours.osm, "wording": hours.wording})


def _clock(raw: Json, key: str) -> str | None:
    value = fields.maybe_text(raw, key)
    if value and value not in _CLOCK:
        raise WrongField(key, f"{shown(value)} is not an hour as HH:MM")
    return value


def _rule(raw: Json) -> str | None:
    rule = fields.maybe_text(raw, "rrule")
    if rule and (complaint := rule_complaint(rule)):
        raise WrongField("rrule", f"{shown(rule)} {complaint}")
    return rule


def read_gathering(raw: Json) -> Gathering:
    """Read a gathering whose rule can be read and said."""
    rrule, start, end = _rule(raw), _clock(raw, "start"), _clock(raw, "end")
    if start and not rrule:
        raise WrongField("start", "stands there without a recurrence")
    if end and not start:
        raise WrongField("end", "stands there without a start")
    languages = fields.texts(raw, "languages")
    for at, code in enumerate(languages):
        language_code(code, f"languages[{at}]", prayed=True)
    return Gathering(
        id=fields.match(raw, "id", _GATHERING_ID, "the id of a gathering"),
        kind=fields.known(raw, "kind", _GATHERING_KINDS),
        title=fields.text(raw, "title"),
        rrule=rrule,
        start=start,
        end=end,
        wording=fields.maybe_text(raw, "wording"),
        languages=languages,
        audience=fields.words(raw, "audience", _AUDIENCES),
        except_on=fields.days(raw, "exceptOn"),
        not_during=fields.maybe_text(raw, "notDuring"),
        first_on=fields.maybe_day(raw, "firstOn"),
    )


def write_gathering(gathering: Gathering) -> Json:
    """Write a gathering."""
    return tidy(
        {
            "id": gathering.id,
            "kind": gathering.kind,
            "title": gathering.title,
            "rrule": gathering.rrule,
            "start": gathering.start,
            "end": gathering.end,
            "wording": gathering.wording,
            "languages": gathering.languages,
            "audience": gathering.audience,
            "exceptOn": [day.isoformat() for day in gathering.except_on],
            "notDuring": gathering.not_during,
            "firstOn": gathering.first_on.isoformat() if gathering.first_on else None,
        }
    )
