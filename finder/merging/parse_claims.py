"""From the texts of a fact row to what it says: what cannot be read is refused with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import get_args

from finder.domain.contact import is_email, is_phone
from finder.domain.errors import InvalidInput
from finder.domain.evidence import EVIDENCE_KEYS, Basis, Evidence
from finder.domain.geometry import SERVED_AREA, read_point
from finder.domain.opening_hours import read_hours, validate_when
from finder.domain.place import Address, Gathering, OpeningHours, SpokenLanguage
from finder.domain.sensitive import why_sensitive
from finder.domain.vocabulary import (
    ACTIVITIES,
    AUDIENCES,
    COMMUNITIES,
    DENOMINATIONS,
    FACT_TERMS,
    GATHERING_KINDS,
    LITURGICAL_LANGUAGES,
    POSITION_BASES,
    Answer,
    LanguageLevel,
    Need,
    PlaceKind,
    Question,
    Reach,
    Religion,
    Status,
)
from finder.i18n.languages import is_language
from finder.merging.candidate import Claim
from finder.merging.claims import (
    AddressClaim,
    AnswerClaim,
    EvidenceClaim,
    GatheringClaim,
    HoursClaim,
    KeyClaim,
    KeyField,
    KindClaim,
    LanguageClaim,
    ParsedClaim,
    PositionClaim,
    ReligionClaim,
    StatusClaim,
    TextClaim,
    TextField,
)
from finder.recurrence.rules import rule_complaint

_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_GATHERING_COLUMNS = frozenset({"rrule", "start", "end", "languages", "audience", "except_on", "not_during"})
_COLUMNS = ("terms", "when", *sorted(_GATHERING_COLUMNS))
"""Columns that only some facts have; every row may have a wording and a note."""
_KEYS: Mapping[KeyField, Collection[str]] = {
    "denomination": DENOMINATIONS,
    "community": COMMUNITIES,
    "activity": ACTIVITIES,
}


class UnusableClaim(ValueError):
    """Why a fact row cannot be used, in one line."""


def parse_claim(row: Claim) -> ParsedClaim:
    """Read a fact row. Raises UnusableClaim for a word of no vocabulary, hours or a rule that cannot be read ..."""
    parse = _PARSERS.get(row.field)
    if parse is None:
        raise UnusableClaim(f"field: {row.field!r} is not known")
    claim = parse(row)
    used = _OF_A_WAY if row.field in _WAYS else _USED.get(type(claim), frozenset())
    for column in _COLUMNS:
        if getattr(row, column) and column not in used:
            raise UnusableClaim(f"{column}: {row.field} has none")
    return claim


def _word(column: str, value: str, known: Collection[str]) -> str:
    if value not in known:
        raise UnusableClaim(f"{column}: {value!r} is not in the vocabulary")
    return value


def _words(column: str, values: tuple[str, ...], known: Collection[str]) -> tuple[str, ...]:
    for value in values:
        _word(column, value, known)
    return values


def _evaluated(column: str, text: str, check: Callable[[str], object]) -> str | None:
    if text:
        try:
            check(text)
        except InvalidInput as error:
            raise UnusableClaim(f"{column}: {error}") from None
    return text or None


def _hours(row: Claim) -> HoursClaim:
    if not (row.value or row.wording):
        raise UnusableClaim("opening_hours has neither a value nor a wording")
    return HoursClaim(row, OpeningHours(_evaluated("value", row.value, read_hours), row.wording or None))


def _language(row: Claim) -> LanguageClaim:
    if not is_language(row.value) or row.value in LITURGICAL_LANGUAGES:
        raise UnusableClaim(f"value: {row.value!r} is not in the vocabulary")
    if len(row.terms) != 1:
        raise UnusableClaim("terms: a language has one level")
    level = LanguageLevel(_word("terms", row.terms[0], tuple(LanguageLevel)))
    when = _evaluated("when", row.when, validate_when)
    return LanguageClaim(row, SpokenLanguage(row.value, level, when, row.note or None))


def _answer(about: Need | Question) -> Callable[[Claim], AnswerClaim]:
    terms = AUDIENCES if about is Question.WHO_COMES else FACT_TERMS

    def parse(row: Claim) -> AnswerClaim:
        answer = Answer(_word("value", row.value, tuple(Answer)))
        known = _words("terms", row.terms, terms)
        when = _evaluated("when", row.when, validate_when)
        return AnswerClaim(row, about, answer, known, when, tuple(filter(None, (row.note, row.wording))))

    return parse


def _evidence(basis: Basis) -> Callable[[Claim], EvidenceClaim]:
    def parse(row: Claim) -> EvidenceClaim:
        key = _word("value", row.value, EVIDENCE_KEYS[basis])
        if not row.languages:
            raise UnusableClaim("languages: evidence makes at least one language likely")
        if strange := [code for code in row.languages if not is_language(code) or code in LITURGICAL_LANGUAGES]:
            raise UnusableClaim(f"languages: {strange[0]!r} is no language that somebody is spoken to in")
        return EvidenceClaim(row, Evidence(basis, key, row.languages, row.note or None))

    return parse


def _clock(column: str, text: str) -> str | None:
    if text and not _CLOCK.fullmatch(text):
        raise UnusableClaim(f"{column}: {text!r} is not HH:MM")
    return text or None


def _rule(row: Claim) -> str | None:
    if row.rrule and (complaint := rule_complaint(row.rrule)):
        raise UnusableClaim(f"rrule: {row.rrule!r} {complaint}")
    return row.rrule or None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnusableClaim(f"except_on: {text!r} is not a date") from None


def _gathering(row: Claim) -> GatheringClaim:
    kind = _word("value", row.value, GATHERING_KINDS)
    if not row.wording:
        raise UnusableClaim("a gathering needs a title in wording")
    rrule, start, end = _rule(row), _clock("start", row.start), _clock("end", row.end)
    if (start or end) and not (rrule and start):
        raise UnusableClaim("a time needs a recurrence, and an end a start")
    if strange := [code for code in row.languages if not is_language(code)]:
        raise UnusableClaim(f"languages: {strange[0]!r} is not in the vocabulary")
    if why := why_sensitive([row.wording]):
        raise UnusableClaim(f"wording {why}")
    gathering = Gathering(
        id="",
        kind=kind,
        title=row.wording,
        rrule=rrule,
        start=start,
        end=end,
        wording=row.note or None,
        languages=row.languages,
        audience=_words("audience", row.audience, AUDIENCES),
        except_on=tuple(map(_day, row.except_on)),
        not_during=row.not_during or None,
    )
    return GatheringClaim(row, gathering)


def _text(field: TextField) -> Callable[[Claim], TextClaim]:
    def parse(row: Claim) -> TextClaim:
        if not row.value:
            raise UnusableClaim(f"{field} has no value")
        if field not in _WAYS:
            return TextClaim(row, field, row.value)
        if not _WAYS[field](row.value):
            raise UnusableClaim(f"value: {row.value!r} is not the {field} of anybody")
        if len(row.terms) > 1:
            raise UnusableClaim("terms: one reaches the office or a group")
        reach = Reach(_word("terms", row.terms[0], tuple(Reach))) if row.terms else None
        return TextClaim(row, field, row.value, reach)

    return parse


def _key(field: KeyField) -> Callable[[Claim], KeyClaim]:
    return lambda row: KeyClaim(row, field, _word("value", row.value, _KEYS[field]))


def _kind(row: Claim) -> KindClaim:
    return KindClaim(row, PlaceKind(_word("value", row.value, tuple(PlaceKind))))


def _religion(row: Claim) -> ReligionClaim:
    return ReligionClaim(row, Religion(_word("value", row.value, tuple(Religion))))


def _status(row: Claim) -> StatusClaim:
    return StatusClaim(row, Status(_word("value", row.value, tuple(Status))), row.note or row.wording)


def _address(row: Claim) -> AddressClaim:
    """``Street 12|1091GB|Amsterdam``; the house number is what follows the last word that has no digit first."""
    parts = [part.strip() for part in row.value.split("|")]
    if len(parts) != 3 or not any(parts):
        raise UnusableClaim(f"value: {row.value!r} is not street and number|postcode|city")
    line, postcode, city = parts
    found = re.fullmatch(r"(.*?\D)\s+(\d+\S*(?:\s*[-/]\s*\d+\S*)?)", line)
    street, number = (found[1], found[2]) if found else (line, "")
    return AddressClaim(row, Address(street, number, postcode, city))


def _position(row: Claim) -> PositionClaim:
    longitude, _, latitude = row.value.partition(",")
    try:
        point = read_point(longitude, latitude)
    except ValueError:
        point = None
    if point is None or not SERVED_AREA.contains(point):
        raise UnusableClaim(f"value: {row.value!r} is not longitude,latitude inside the served area")
    basis = next((word for word in POSITION_BASES if row.note.startswith(word)), "address")
    return PositionClaim(row, point, basis)


_PARSERS: Mapping[str, Callable[[Claim], ParsedClaim]] = {
    "opening_hours": _hours,
    "language": _language,
    "gathering": _gathering,
    "kind": _kind,
    "religion": _religion,
    "status": _status,
    "address": _address,
    "position": _position,
    **{field: _text(field) for field in get_args(TextField)},
    **{field: _key(field) for field in get_args(KeyField)},
    **{f"evidence:{basis}": _evidence(basis) for basis in EVIDENCE_KEYS},
    **{f"need:{need}": _answer(need) for need in Need},
    **{f"first_visit:{question}": _answer(question) for question in Question},
}
_WAYS: Mapping[str, Callable[[str], bool]] = {
    "phone": is_phone,
    "website": lambda text: text.startswith(("https://", "http://")),
    "email": is_email,
}
_OF_A_WAY = frozenset({"terms"})
_USED: Mapping[type, Collection[str]] = {
    LanguageClaim: {"terms", "when"},
    AnswerClaim: {"terms", "when"},
    EvidenceClaim: {"languages"},
    GatheringClaim: _GATHERING_COLUMNS,
}
