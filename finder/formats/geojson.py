"""``data/places.geojson``: an RFC 7946 FeatureCollection of places, read strictly and written stably.

Each feature keeps its sources in a list; a fact points into it by position, so that a page of sources is named once.
Equal places give equal bytes: features by code, keys in a fixed order, empty parts left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from finder.domain.codes import normalise_code
from finder.domain.errors import InvalidData
from finder.domain.geometry import SERVED_AREA, Point
from finder.domain.place import Address, Fact, Gathering, OpeningHours, PartialDate, Place, Source, SpokenLanguage
from finder.domain.vocabulary import Answer, LanguageLevel, Need, PlaceKind, Question, Religion, Status
from finder.formats.files import replace_file

Json = dict[str, Any]


def _source(raw: Json) -> Source:
    stated_on = raw.get("date")
    return Source(raw["url"], raw["title"], raw["licence"], PartialDate(stated_on) if stated_on else None)


def _fact(raw: Json, sources: Sequence[Source]) -> Fact:
    return Fact(
        Answer(raw["answer"]),
        sources[raw["source"]],
        tuple(raw.get("terms", ())),
        raw.get("when"),
        raw.get("note"),
    )


def _language(raw: Json, sources: Sequence[Source]) -> SpokenLanguage:
    return SpokenLanguage(
        raw["code"], LanguageLevel(raw["level"]), raw.get("when"), raw.get("note"), sources[raw["source"]]
    )


def _gathering(raw: Json, sources: Sequence[Source]) -> Gathering:
    return Gathering(
        kind=raw["kind"],
        title=raw["title"],
        rrule=raw.get("rrule"),
        start=raw.get("start"),
        end=raw.get("end"),
        wording=raw.get("wording"),
        languages=tuple(raw.get("languages", ())),
        audience=tuple(raw.get("audience", ())),
        except_on=tuple(date.fromisoformat(day) for day in raw.get("exceptOn", ())),
        not_during=raw.get("notDuring"),
        source=sources[raw["source"]],
        first_on=date.fromisoformat(raw["firstOn"]) if raw.get("firstOn") else None,
    )


def _hours(raw: Json | None, sources: Sequence[Source]) -> OpeningHours | None:
    return OpeningHours(raw.get("osm"), raw.get("wording"), sources[raw["source"]]) if raw else None


def _place(feature: Json) -> Place:
    longitude, latitude = feature["geometry"]["coordinates"]
    point = Point(float(longitude), float(latitude))
    if not SERVED_AREA.contains(point):
        raise ValueError(f"coordinates {longitude}, {latitude} are outside the served area (longitude comes first)")
    raw: Json = feature["properties"]
    code = normalise_code(raw["code"])
    if code is None or code != raw["code"]:
        raise ValueError(f"code {raw['code']!r} fails its check character")
    address: Json = raw.get("address", {})
    sources = tuple(_source(item) for item in raw["sources"])
    return Place(
        code=code,
        name=raw["name"],
        kind=PlaceKind(raw["kind"]),
        point=point,
        municipality=raw["municipality"],
        address=Address(
            address.get("street", ""),
            address.get("houseNumber", ""),
            address.get("postcode", ""),
            address.get("city", ""),
        ),
        also_called=tuple(raw.get("alsoCalled", ())),
        subtype=raw.get("subtype"),
        district=raw.get("district"),
        neighbourhood=raw.get("neighbourhood"),
        position_basis=raw.get("positionBasis"),
        religion=Religion(raw["religion"]) if raw.get("religion") else None,
        religion_basis=raw.get("religionBasis"),
        denominations=tuple(raw.get("denominations", ())),
        communities=tuple(raw.get("communities", ())),
        languages=tuple(_language(item, sources) for item in raw.get("languages", ())),
        hours=_hours(raw.get("openingHours"), sources),
        gatherings=tuple(_gathering(item, sources) for item in raw.get("gatherings", ())),
        needs={Need(key): _fact(item, sources) for key, item in raw.get("needs", {}).items()},
        first_visit={Question(key): _fact(item, sources) for key, item in raw.get("firstVisit", {}).items()},
        activities=tuple(raw.get("activities", ())),
        operator=raw.get("operator"),
        phone=raw.get("phone"),
        website=raw.get("website"),
        status=Status(raw.get("status", Status.OPEN)),
        status_note=raw.get("statusNote"),
        unverified=raw.get("unverified", False),
        verified_on=date.fromisoformat(raw["verifiedOn"]) if raw.get("verifiedOn") else None,
        identifiers=raw.get("identifiers", {}),
        fact_sources={key: tuple(sources[i] for i in item) for key, item in raw.get("factSources", {}).items()},
        sources=sources,
    )


def parse_places(text: str, name: str = "places.geojson") -> tuple[Place, ...]:
    """Read every place of a FeatureCollection.

    Raises InvalidData, naming the feature, for the first thing that is not as documented: a place is never skipped.
    """
    try:
        collection = json.loads(text)
    except ValueError as error:
        raise InvalidData(name, f"is not JSON ({error})") from None
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        raise InvalidData(name, "is not a GeoJSON FeatureCollection")
    places: dict[str, Place] = {}
    for number, feature in enumerate(collection["features"]):
        where = f"{name}, feature {number}"
        try:
            place = _place(feature)
        except KeyError as error:
            raise InvalidData(where, f"has no {error}") from None
        except (AttributeError, IndexError, TypeError, ValueError) as error:
            raise InvalidData(where, str(error)) from None
        if place.code in places:
            raise InvalidData(where, f"has code {place.code}, which an earlier feature has")
        places[place.code] = place
    return tuple(places.values())


def read_places(path: Path) -> tuple[Place, ...]:
    """Read a places file. Raises InvalidData when it cannot be read or is not as documented."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidData(str(path), f"cannot be read ({error})") from None
    return parse_places(text, path.name)


def _tidy(raw: Mapping[str, Any]) -> Json:
    return {key: value for key, value in raw.items() if value not in (None, "", (), [], {}, False)}


class _FeatureWriter:
    """Numbers the sources of one place while its facts are written."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._sources = list(dict.fromkeys(place.sources))

    def _ref(self, source: Source | None) -> int:
        if source is None:
            raise InvalidData(self._place.code, "has a fact without a source")
        if source not in self._sources:
            self._sources.append(source)
        return self._sources.index(source)

    def _fact(self, fact: Fact) -> Json:
        return _tidy({"answer": str(fact.answer), "terms": fact.terms, "when": fact.when, "note": fact.note}) | {
            "source": self._ref(fact.source)
        }

    def _facts(self, facts: Mapping[Any, Fact]) -> Json:
        return {str(key): self._fact(facts[key]) for key in sorted(facts)}

    def _language(self, language: SpokenLanguage) -> Json:
        known = {"code": language.code, "level": str(language.level), "when": language.when, "note": language.note}
        return _tidy(known) | {"source": self._ref(language.source)}

    def _gathering(self, gathering: Gathering) -> Json:
        known = {
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
        return _tidy(known) | {"source": self._ref(gathering.source)}

    def _hours(self, hours: OpeningHours | None) -> Json | None:
        if hours is None:
            return None
        return _tidy({"osm": hours.osm, "wording": hours.wording}) | {"source": self._ref(hours.source)}

    def feature(self) -> Json:
        place = self._place
        address = place.address
        properties = {
            "code": place.code,
            "name": place.name,
            "alsoCalled": place.also_called,
            "kind": str(place.kind),
            "subtype": place.subtype,
            "status": None if place.status is Status.OPEN else str(place.status),
            "statusNote": place.status_note,
            "unverified": place.unverified,
            "verifiedOn": place.verified_on.isoformat() if place.verified_on else None,
            "religion": str(place.religion) if place.religion else None,
            "religionBasis": place.religion_basis,
            "denominations": place.denominations,
            "communities": place.communities,
            "address": _tidy(
                {
                    "street": address.street,
                    "houseNumber": address.house_number,
                    "postcode": address.postcode,
                    "city": address.city,
                }
            ),
            "municipality": place.municipality,
            "district": place.district,
            "neighbourhood": place.neighbourhood,
            "positionBasis": place.position_basis,
            "operator": place.operator,
            "phone": place.phone,
            "website": place.website,
            "openingHours": self._hours(place.hours),
            "languages": [self._language(language) for language in place.languages],
            "gatherings": [self._gathering(gathering) for gathering in place.gatherings],
            "needs": self._facts(place.needs),
            "firstVisit": self._facts(place.first_visit),
            "activities": place.activities,
            "identifiers": dict(sorted(place.identifiers.items())),
            "factSources": {
                key: [self._ref(source) for source in sources] for key, sources in sorted(place.fact_sources.items())
            },
        }
        sources = [
            _tidy({"url": source.url, "title": source.title, "licence": source.licence})
            | ({"date": source.stated_on.text} if source.stated_on else {})
            for source in self._sources
        ]
        return {
            "type": "Feature",
            "id": place.code,
            "geometry": {
                "type": "Point",
                "coordinates": place.point.coordinates,
            },
            "properties": _tidy(properties) | {"sources": sources},
        }


def format_places(places: Iterable[Place]) -> str:
    """Write places as a FeatureCollection, one feature a line. Raises InvalidData for a fact without a source."""
    lines = [
        json.dumps(_FeatureWriter(place).feature(), ensure_ascii=False, separators=(",", ":"))
        for place in sorted(places, key=lambda place: place.code)
    ]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def write_places(path: Path, places: Iterable[Place]) -> None:
    """Replace a places file in one step: a crash leaves the old or the new one."""
    replace_file(path, format_places(places).encode())
