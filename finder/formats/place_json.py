"""A place as JSON and back: reader and writer of each group of facts side by side.

The keys of all groups lie flat in one object, and the words of a vocabulary stand there as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from sys import intern
from typing import Any, TypeVar

from finder.domain.codes import is_code
from finder.domain.errors import InvalidData
from finder.domain.geometry import Point
from finder.domain.organization import Organization
from finder.domain.place import Belonging, Fact, Identity, Location, Offer, Place
from finder.domain.sensitive import complaint_about
from finder.domain.sourced import Sourced
from finder.domain.vocabulary import (
    ACTIVITIES,
    COMMUNITIES,
    DENOMINATIONS,
    POSITION_BASES,
    RELIGION_BASES,
    Need,
    PlaceKind,
    Question,
    Religion,
    Sensitivity,
    Status,
)
from finder.formats import fact_json as facts
from finder.formats import json_fields as fields
from finder.formats.contact_json import read_contact, write_contact
from finder.formats.evidence_json import read_evidence, write_evidence
from finder.formats.json_fields import Json, WrongField, shown, tidy
from finder.formats.sourced_json import (
    Provenance,
    SourceNumbers,
    read_check,
    write_check,
    write_named,
    write_source,
)

K = TypeVar("K", Need, Question)


_KINDS, _STATUSES, _RELIGIONS = fields.members(PlaceKind), fields.members(Status), fields.members(Religion)
_SENSITIVITIES = fields.members(Sensitivity)
_NEEDS, _QUESTIONS = fields.members(Need), fields.members(Question)
_ACTIVITIES, _COMMUNITIES, _DENOMINATIONS = frozenset(ACTIVITIES), frozenset(COMMUNITIES), frozenset(DENOMINATIONS)
_POSITION_BASES, _RELIGION_BASES = frozenset(POSITION_BASES), frozenset(RELIGION_BASES)
_NO_IDENTIFIERS: Mapping[str, str] = {}
_NO_OFFER = Offer()
_OFFER = frozenset({"languages", "openingHours", "gatherings", "needs", "firstVisit", "activities"})


def _shared(raw: Json, key: str) -> str | None:
    """A text that many places have, kept once."""
    text = fields.maybe_text(raw, key)
    return intern(text) if text else None


def _words(raw: Json, key: str, vocabulary: frozenset[str], provenance: Provenance) -> Sourced[tuple[str, ...]] | None:
    found = fields.words(raw, key, vocabulary) if key in raw else ()
    return provenance.of(key, found) if found else None


def _identifiers(raw: Json) -> Mapping[str, str]:
    said = fields.as_object(raw["identifiers"], "identifiers")
    for name in said:
        fields.as_text(name, "identifiers")
        fields.as_text(said[name], f"identifiers.{name}")
    return said


def read_identity(raw: Json, provenance: Provenance) -> Identity:
    """Read what a place is."""
    operator = fields.maybe_text(raw, "operator")
    status = provenance.word(raw, "status", _STATUSES) if "status" in raw else None
    if status is None and provenance.speaks_of("status"):
        status = provenance.of("status", Status.OPEN)
    return Identity(
        provenance.of("name", fields.text(raw, "name")),
        provenance.word(raw, "kind", _KINDS),
        fields.texts(raw, "alsoCalled"),
        _shared(raw, "subtype"),
        status,
        fields.maybe_text(raw, "statusNote"),
        provenance.of("operator", Organization(operator)) if operator else None,
        _identifiers(raw) if "identifiers" in raw else _NO_IDENTIFIERS,
    )


def write_identity(identity: Identity) -> Json:
    """Write what a place is. A status of open is not written; its source is."""
    status = identity.status.value if identity.status else Status.OPEN
    return {
        "name": identity.name.value,
        "alsoCalled": identity.also_called,
        "kind": str(identity.kind.value),
        "subtype": identity.subtype,
        "status": None if status is Status.OPEN else str(status),
        "statusNote": identity.status_note,
        "operator": identity.organization.value.name if identity.organization else None,
        "identifiers": dict(sorted(identity.identifiers.items())),
    }


def read_location(raw: Json, point: Point, provenance: Provenance) -> Location:
    """Read where a place is."""
    address = fields.under(raw, "address", facts.read_address)
    return Location(
        provenance.of("position", point),
        intern(fields.text(raw, "municipality")),
        fields.maybe_known(raw, "positionBasis", _POSITION_BASES),
        provenance.of("address", address) if address else None,
        _shared(raw, "district"),
        _shared(raw, "neighbourhood"),
    )


def write_location(location: Location) -> Json:
    """Write where a place is, its point aside."""
    return {
        "address": facts.write_address(location.address.value) if location.address else None,
        "municipality": location.municipality,
        "district": location.district,
        "neighbourhood": location.neighbourhood,
        "positionBasis": location.basis,
    }


def _read_facts(raw: Json, field: str, keys: Mapping[str, K], provenance: Provenance) -> dict[K, Sourced[Fact]]:
    found: dict[K, Sourced[Fact]] = {}
    for name, said in fields.as_object(raw.get(field, {}), field).items():
        if name not in keys:
            raise WrongField(f"{field}.{name}", "is not in the vocabulary")
        read = facts.read_who_comes if name == Question.WHO_COMES else facts.read_fact
        try:
            found[keys[name]] = provenance.read(said, read)
        except WrongField as error:
            raise error.below(f"{field}.{name}") from None
    return found


def _write_facts(said: Mapping[K, Sourced[Fact]], numbers: SourceNumbers) -> Json:
    return {str(key): numbers.write(said[key], facts.write_fact) for key in sorted(said)}


def read_offer(raw: Json, provenance: Provenance) -> Offer:
    """Read what somebody finds at a place."""
    if _OFFER.isdisjoint(raw):
        return _NO_OFFER
    read = provenance.read
    return Offer(
        languages=fields.each(raw, "languages", lambda item: read(item, facts.read_language)),
        hours=fields.under(raw, "openingHours", lambda item: read(item, facts.read_opening_hours)),
        gatherings=fields.each(raw, "gatherings", lambda item: read(item, facts.read_gathering)),
        needs=_read_facts(raw, "needs", _NEEDS, provenance),
        first_visit=_read_facts(raw, "firstVisit", _QUESTIONS, provenance),
        activities=_words(raw, "activities", _ACTIVITIES, provenance),
    )


def write_offer(offer: Offer, numbers: SourceNumbers) -> Json:
    """Write what somebody finds at a place."""
    write = numbers.write
    return {
        "openingHours": write(offer.hours, facts.write_opening_hours) if offer.hours else None,
        "languages": [write(said, facts.write_language) for said in offer.languages],
        "gatherings": [write(said, facts.write_gathering) for said in offer.gatherings],
        "needs": _write_facts(offer.needs, numbers),
        "firstVisit": _write_facts(offer.first_visit, numbers),
        "activities": offer.activities.value if offer.activities else None,
    }


def read_belonging(raw: Json, provenance: Provenance) -> Belonging:
    """Read whose place it is."""
    return Belonging(
        provenance.word(raw, "religion", _RELIGIONS) if "religion" in raw else None,
        fields.maybe_known(raw, "religionBasis", _RELIGION_BASES),
        _words(raw, "denominations", _DENOMINATIONS, provenance),
        _words(raw, "communities", _COMMUNITIES, provenance),
    )


def write_belonging(belonging: Belonging) -> Json:
    """Write whose place it is."""
    return {
        "religion": str(belonging.religion.value) if belonging.religion else None,
        "religionBasis": belonging.basis,
        "denominations": belonging.denominations.value if belonging.denominations else None,
        "communities": belonging.communities.value if belonging.communities else None,
    }


_ORDER = (
    *("code", "name", "alsoCalled", "kind", "subtype", "status", "statusNote", "sensitivity", "unverified"),
    *("verifiedOn", "verifiedHow", "religion", "religionBasis", "denominations", "communities", "address"),
    *("municipality", "district", "neighbourhood", "positionBasis", "operator", "phone", "website", "email"),
    *("reaches", "openingHours", "languages", "gatherings", "needs", "firstVisit", "activities", "identifiers"),
    *("evidence", "factSources", "factChecks"),
)
"""The order in which a person reads about a place; it stays, so that equal places give equal bytes.

Who says what ends the line, since many places end alike and are read so (``places_file.py``).
"""


def read_place(raw: Any, provenance: Provenance | None = None) -> Place:
    """Read a place from a GeoJSON feature. Raises WrongField, naming the field, for what is not as documented.

    A place that must not be found is refused so too (``domain/sensitive.py``).

    ``provenance`` stands in for that of the feature where somebody has read it already.
    """
    feature = fields.as_object(raw, "feature")
    if feature.get("type") != "Feature":
        raise WrongField("type", "is not Feature")
    said = fields.as_object(feature.get("properties"), "properties")
    code = fields.text(said, "code")
    if not is_code(code):
        raise WrongField("code", f"{shown(code)} fails its check character")
    if feature.get("id", code) != code:
        raise WrongField("id", f"is not the code, {code}")
    point = fields.under(feature, "geometry", facts.read_point)
    if point is None:
        raise WrongField("geometry", "is missing")
    provenance = provenance or Provenance(said)
    place = Place(
        code=code,
        identity=read_identity(said, provenance),
        location=read_location(said, point, provenance),
        contact=read_contact(said, provenance),
        offer=read_offer(said, provenance),
        belonging=read_belonging(said, provenance),
        sources=provenance.sources,
        unverified=fields.flag(said, "unverified"),
        checked=read_check(said, "verifiedOn", "verifiedHow"),
        sensitivity=fields.maybe_word(said, "sensitivity", _SENSITIVITIES),
        evidence=fields.each(said, "evidence", read_evidence) if "evidence" in said else (),
    )
    if complaint := complaint_about(place):
        raise WrongField(*complaint)
    return place


def write_place(place: Place) -> Json:
    """Write a place as a GeoJSON feature. A source of a fact that is not among those of the place is added to them.

    Raises InvalidData for a place that must not be found.
    """
    if complaint := complaint_about(place):
        raise InvalidData(f"place {place.code}", ": ".join(complaint))
    numbers = SourceNumbers(place.sources)
    named: dict[str, Sourced[Any] | None] = {
        "name": place.identity.name,
        "kind": place.identity.kind,
        "status": place.identity.status,
        "operator": place.identity.organization,
        "position": place.location.point,
        "address": place.location.address,
        "phone": place.contact.phone,
        "website": place.contact.website,
        "email": place.contact.email,
        "activities": place.offer.activities,
        "religion": place.belonging.religion,
        "denominations": place.belonging.denominations,
        "communities": place.belonging.communities,
    }
    known = {
        "code": place.code,
        "sensitivity": str(place.sensitivity) if place.sensitivity else None,
        "unverified": place.unverified,
        **write_check(place.checked, "verifiedOn", "verifiedHow"),
        **write_identity(place.identity),
        **write_location(place.location),
        **write_contact(place.contact),
        **write_offer(place.offer, numbers),
        **write_belonging(place.belonging),
        **write_named(named, numbers),
        "evidence": [write_evidence(said) for said in place.evidence],
    }
    properties = tidy({key: known.get(key) for key in _ORDER})
    return {
        "type": "Feature",
        "id": place.code,
        "geometry": facts.write_point(place.point),
        "properties": properties | {"sources": [write_source(source) for source in numbers.sources]},
    }
