"""A place as JSON and back: reader and writer of each group of facts side by side.

The keys of all groups lie flat in one object, and the words of a vocabulary stand there as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from finder.domain.codes import normalise_code
from finder.domain.geometry import SERVED_AREA, Point
from finder.domain.organization import Organization
from finder.domain.place import Belonging, Contact, Fact, Identity, Location, Offer, Place
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
    Status,
)
from finder.formats import fact_json as facts
from finder.formats import json_fields as fields
from finder.formats.json_fields import Json, WrongField, shown, tidy
from finder.formats.sourced_json import (
    NamedFacts,
    SourceList,
    read_check,
    read_source,
    write_check,
    write_named,
    write_source,
)

K = TypeVar("K", Need, Question)


def _identifiers(raw: Json) -> dict[str, str]:
    said = fields.as_object(raw.get("identifiers", {}), "identifiers")
    for name in said:
        fields.as_text(name, "identifiers")
    return {name: fields.as_text(value, f"identifiers.{name}") for name, value in said.items()}


def read_identity(named: NamedFacts) -> Identity:
    """Read what a place is."""
    raw = named.raw
    operator = fields.maybe_text(raw, "operator")
    status = fields.maybe_word(raw, "status", Status)
    doubted = status or "status" in fields.as_object(raw.get("factSources", {}), "factSources")
    return Identity(
        name=named.of("name", fields.text(raw, "name")),
        kind=named.of("kind", fields.word(raw, "kind", PlaceKind)),
        also_called=fields.texts(raw, "alsoCalled"),
        subtype=fields.maybe_text(raw, "subtype"),
        status=named.of("status", status or Status.OPEN) if doubted else None,
        status_note=fields.maybe_text(raw, "statusNote"),
        organization=named.of("operator", Organization(operator)) if operator else None,
        identifiers=_identifiers(raw),
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


def read_point(raw: Any) -> Point:
    """Read a GeoJSON point of the served area."""
    geometry = fields.as_object(raw, "")
    if geometry.get("type") != "Point":
        raise WrongField("type", "is not Point")
    coordinates = fields.as_list(geometry.get("coordinates"), "coordinates")
    if len(coordinates) != 2 or not all(type(degrees) in (int, float) for degrees in coordinates):
        raise WrongField("coordinates", f"{shown(coordinates)} are not longitude and latitude")
    if not SERVED_AREA.contains(Point(*coordinates)):
        raise WrongField("coordinates", f"{shown(coordinates)} are outside the served area (longitude comes first)")
    return Point(*map(float, coordinates))


def write_point(point: Point) -> Json:
    """Write a GeoJSON point."""
    return {"type": "Point", "coordinates": point.coordinates}


def read_location(named: NamedFacts, point: Point) -> Location:
    """Read where a place is."""
    raw = named.raw
    return Location(
        point=named.of("position", point),
        municipality=fields.text(raw, "municipality"),
        basis=fields.maybe_known(raw, "positionBasis", POSITION_BASES),
        address=named.maybe("address", fields.under(raw, "address", facts.read_address)),
        district=fields.maybe_text(raw, "district"),
        neighbourhood=fields.maybe_text(raw, "neighbourhood"),
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


def read_contact(named: NamedFacts) -> Contact:
    """Read how a place is reached."""
    website = fields.web_address(named.raw, "website") if "website" in named.raw else None
    return Contact(named.maybe("phone", fields.maybe_text(named.raw, "phone")), named.maybe("website", website))


def write_contact(contact: Contact) -> Json:
    """Write how a place is reached."""
    return {
        "phone": contact.phone.value if contact.phone else None,
        "website": contact.website.value if contact.website else None,
    }


def _read_facts(named: NamedFacts, field: str, keys: type[K]) -> dict[K, Sourced[Fact]]:
    found: dict[K, Sourced[Fact]] = {}
    for name, raw in fields.as_object(named.raw.get(field, {}), field).items():
        try:
            key = keys(name)
        except ValueError:
            raise WrongField(f"{field}.{name}", "is not in the vocabulary") from None
        read = facts.read_who_comes if key is Question.WHO_COMES else facts.read_fact
        try:
            found[key] = named.sources.read(raw, read)
        except WrongField as error:
            raise error.below(f"{field}.{name}") from None
    return found


def _write_facts(said: Mapping[K, Sourced[Fact]], sources: SourceList) -> Json:
    return {str(key): sources.write(said[key], facts.write_fact) for key in sorted(said)}


def read_offer(named: NamedFacts) -> Offer:
    """Read what somebody finds at a place."""
    raw, read = named.raw, named.sources.read
    return Offer(
        languages=fields.each(raw, "languages", lambda item: read(item, facts.read_language)),
        hours=fields.under(raw, "openingHours", lambda item: read(item, facts.read_opening_hours)),
        gatherings=fields.each(raw, "gatherings", lambda item: read(item, facts.read_gathering)),
        needs=_read_facts(named, "needs", Need),
        first_visit=_read_facts(named, "firstVisit", Question),
        activities=named.maybe("activities", fields.words(raw, "activities", ACTIVITIES)),
    )


def write_offer(offer: Offer, sources: SourceList) -> Json:
    """Write what somebody finds at a place."""
    write = sources.write
    return {
        "openingHours": write(offer.hours, facts.write_opening_hours) if offer.hours else None,
        "languages": [write(said, facts.write_language) for said in offer.languages],
        "gatherings": [write(said, facts.write_gathering) for said in offer.gatherings],
        "needs": _write_facts(offer.needs, sources),
        "firstVisit": _write_facts(offer.first_visit, sources),
        "activities": offer.activities.value if offer.activities else None,
    }


def read_belonging(named: NamedFacts) -> Belonging:
    """Read whose place it is."""
    raw = named.raw
    return Belonging(
        religion=named.maybe("religion", fields.maybe_word(raw, "religion", Religion)),
        basis=fields.maybe_known(raw, "religionBasis", RELIGION_BASES),
        denominations=named.maybe("denominations", fields.words(raw, "denominations", DENOMINATIONS)),
        communities=named.maybe("communities", fields.words(raw, "communities", COMMUNITIES)),
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
    *("code", "name", "alsoCalled", "kind", "subtype", "status", "statusNote", "unverified", "verifiedOn"),
    *("verifiedHow", "religion", "religionBasis", "denominations", "communities", "address", "municipality"),
    *("district", "neighbourhood", "positionBasis", "operator", "phone", "website", "openingHours", "languages"),
    *("gatherings", "needs", "firstVisit", "activities", "identifiers", "factSources", "factChecks"),
)
"""The order in which a person reads about a place; it stays, so that equal places give equal bytes."""


def read_place(raw: Any) -> Place:
    """Read a place from a GeoJSON feature. Raises WrongField, naming the field, for what is not as documented."""
    feature = fields.as_object(raw, "feature")
    if feature.get("type") != "Feature":
        raise WrongField("type", "is not Feature")
    said = fields.as_object(feature.get("properties"), "properties")
    code = fields.text(said, "code")
    if normalise_code(code) != code:
        raise WrongField("code", f"{shown(code)} fails its check character")
    if feature.get("id", code) != code:
        raise WrongField("id", f"is not the code, {code}")
    point = fields.under(feature, "geometry", read_point)
    if point is None:
        raise WrongField("geometry", "is missing")
    sources = SourceList(fields.each(said, "sources", read_source))
    named = NamedFacts(said, sources)
    return Place(
        code=code,
        identity=read_identity(named),
        location=read_location(named, point),
        contact=read_contact(named),
        offer=read_offer(named),
        belonging=read_belonging(named),
        sources=tuple(sources.sources),
        unverified=fields.flag(said, "unverified"),
        checked=read_check(said, "verifiedOn", "verifiedHow"),
    )


def write_place(place: Place) -> Json:
    """Write a place as a GeoJSON feature. A source of a fact that is not among those of the place is added to them."""
    sources = SourceList(dict.fromkeys(place.sources))
    named: dict[str, Sourced[Any] | None] = {
        "name": place.identity.name,
        "kind": place.identity.kind,
        "status": place.identity.status,
        "operator": place.identity.organization,
        "position": place.location.point,
        "address": place.location.address,
        "phone": place.contact.phone,
        "website": place.contact.website,
        "activities": place.offer.activities,
        "religion": place.belonging.religion,
        "denominations": place.belonging.denominations,
        "communities": place.belonging.communities,
    }
    known = {
        "code": place.code,
        "unverified": place.unverified,
        **write_check(place.checked, "verifiedOn", "verifiedHow"),
        **write_identity(place.identity),
        **write_location(place.location),
        **write_contact(place.contact),
        **write_offer(place.offer, sources),
        **write_belonging(place.belonging),
        **write_named(named, sources),
    }
    properties = tidy({key: known.get(key) for key in _ORDER})
    return {
        "type": "Feature",
        "id": place.code,
        "geometry": write_point(place.point),
        "properties": properties | {"sources": [write_source(source) for source in sources.sources]},
    }
