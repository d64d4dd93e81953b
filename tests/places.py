"""Places made by hand out of plain values, so that a test spells out only what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from finder.domain.codes import issue_code
from finder.domain.geometry import Point
from finder.domain.organization import Organization
from finder.domain.place import Address, Belonging, Contact, Fact, Gathering, Identity, Location, Offer, Place
from finder.domain.sourced import Checked, PartialDate, Source, Sourced
from finder.domain.vocabulary import Answer, Need, PlaceKind, Question, Reach, Religion, Sensitivity, Status

HERE = Point(4.9, 52.36)


def a_source(day: str | None = "2026-10-01", name: str = "list") -> Source:
    return Source(f"https://example.org/{name}", f"The {name}", "facts only", PartialDate(day) if day else None)


SOURCE = a_source()


def sourced(value: Any, source: Source = SOURCE) -> Sourced[Any]:
    """Wrap a value, unless it says already who said it."""
    return value if isinstance(value, Sourced) else Sourced(value, (source,))


def a_gathering(title: str = "Koffie", rrule: str | None = None, start: str | None = None, **parts: Any) -> Gathering:
    identity = f"{title} {rrule} {start} {sorted(parts.items(), key=str)}"
    return Gathering(
        **({"id": issue_code(identity, ()), "kind": "coffee"} | parts), title=title, rrule=rrule, start=start
    )


def a_place(
    name: str = "De Proef",
    kind: PlaceKind = PlaceKind.DROP_IN,
    point: Point = HERE,
    *,
    code: str | None = None,
    source: Source = SOURCE,
    municipality: str = "Amsterdam",
    address: Address | None = None,
    also_called: tuple[str, ...] = (),
    status: Status | None = None,
    operator: str | None = None,
    district: str | None = None,
    neighbourhood: str | None = None,
    phone: str | None = None,
    website: str | None = None,
    email: str | None = None,
    reaches: Mapping[str, Reach] | None = None,
    languages: Iterable[Any] = (),
    hours: Any = None,
    gatherings: Iterable[Any] = (),
    needs: Mapping[Need, Any] | None = None,
    first_visit: Mapping[Question, Any] | None = None,
    activities: tuple[str, ...] = (),
    religion: Religion | None = None,
    religion_basis: str | None = None,
    denominations: tuple[str, ...] = (),
    communities: tuple[str, ...] = (),
    identifiers: Mapping[str, str] | None = None,
    sources: tuple[Source, ...] | None = None,
    unverified: bool = False,
    verified_on: date | None = None,
    sensitivity: Sensitivity | None = None,
    evidence: Iterable[Any] = (),
) -> Place:
    """Return a place of which ``source`` says all; a value that is Sourced keeps its own. An answer alone is a fact."""

    def of(value: Any) -> Any:
        return sourced(Fact(value) if isinstance(value, Answer) else value, source)

    def maybe(value: Any) -> Any:
        return None if value in (None, ()) else of(value)

    place = Place(
        code=issue_code(name, ()) if code is None else code,
        identity=Identity(
            of(name),
            of(kind),
            also_called,
            status=maybe(status),
            organization=of(Organization(operator)) if operator else None,
            identifiers=identifiers or {},
        ),
        location=Location(of(point), municipality, None, maybe(address), district, neighbourhood),
        contact=Contact(maybe(phone), maybe(website), maybe(email), reaches or {}),
        offer=Offer(
            languages=tuple(map(of, languages)),
            hours=maybe(hours),
            gatherings=tuple(map(of, gatherings)),
            needs={need: of(value) for need, value in (needs or {}).items()},
            first_visit={question: of(value) for question, value in (first_visit or {}).items()},
            activities=maybe(activities),
        ),
        belonging=Belonging(maybe(religion), religion_basis, maybe(denominations), maybe(communities)),
        unverified=unverified,
        checked=Checked(verified_on) if verified_on else None,
        sensitivity=sensitivity,
        evidence=tuple(map(of, evidence)),
    )
    named = (one for fact in place.facts() for one in fact.sources)
    return replace(place, sources=tuple(dict.fromkeys(named)) if sources is None else sources)


def a_hidden_place(name: str = "Vrouwengroep", phone: str | None = "020 123 4567", **parts: Any) -> Place:
    """Return a place of which the address is given on request only."""
    place = a_place(name, **({"neighbourhood": "Dapperbuurt"} | parts), phone=phone, sensitivity=Sensitivity.ON_REQUEST)
    return replace(place, location=replace(place.location, basis="neighbourhood"))


def elsewhere(place: Place, code: str, point: Point) -> Place:
    """Return the same place under another code and at another point."""
    return replace(place, code=code, location=replace(place.location, point=sourced(point, place.sources[0])))
