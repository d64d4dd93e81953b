"""The places file says what it says: every fact of it is a fact of a place with the same sources, and the reverse."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from finder.domain.errors import InvalidData
from finder.domain.evidence import Basis, Evidence
from finder.domain.organization import Organization
from finder.domain.place import Address, Fact, OpeningHours, Place, SpokenLanguage
from finder.domain.sourced import Checked, CheckMethod, Sourced
from finder.domain.vocabulary import Answer, LanguageLevel, Need, Question, Reach, Religion, Sensitivity, Status
from finder.formats import place_json, places_file
from finder.formats.place_json import write_place
from finder.formats.places_file import format_places, parse_places, read_places
from tests.paths import ROOT
from tests.places import a_gathering, a_hidden_place, a_place, a_source, sourced

FILE = ROOT / "data" / "places.geojson"
PLACES = read_places(FILE)
FEATURES = json.loads(FILE.read_text("utf-8"))["features"]

SEVERAL_PARTS = ("openingHours", "languages", "gatherings", "needs", "firstVisit")
NO_FACTS = ("factSources", "sources", "evidence")
SOURCES_UNDER = {"position": "geometry"}


def written(feature: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    """Key, value and sources of every fact, out of the file by plain json: no line of the reader's is used."""
    raw = feature["properties"]
    sources = raw["sources"]
    found: list[tuple[str, Any, Any]] = [
        ("position", feature["geometry"]["coordinates"], raw["factSources"]["position"])
    ]
    for key, value in raw.items():
        if key in NO_FACTS:
            continue
        if key not in SEVERAL_PARTS:
            found.append((key, value, raw["factSources"].get(key)))
        elif key == "openingHours":
            found.append((key, value, [value["source"]]))
        elif isinstance(value, list):
            found += [(f"{key}[{at}]", item, [item["source"]]) for at, item in enumerate(value)]
        else:
            found += [(f"{key}.{name}", item, [item["source"]]) for name, item in value.items()]
    said = [(key, _bare(value), None if of is None else [sources[at] for at in of]) for key, value, of in found]
    evidence = enumerate(raw.get("evidence", ()))
    return said + [(f"evidence[{at}]", _bare(item), [item["source"]]) for at, item in evidence]


def _bare(value: Any) -> Any:
    return {key: part for key, part in value.items() if key != "source"} if isinstance(value, dict) else value


def _known(**parts: Any) -> dict[str, Any]:
    return {
        key: list(part) if isinstance(part, tuple) else part
        for key, part in parts.items()
        if part not in (None, "", ())
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return _known(answer=fact.answer, terms=fact.terms, when=fact.when, note=fact.note)


def read(place: Place) -> list[tuple[str, Any, Any]]:
    """The same out of the place, attribute by attribute."""
    identity, location, offer, belonging = place.identity, place.location, place.offer, place.belonging
    address = location.address.value if location.address else Address()
    status = identity.status if identity.status and identity.status.value is not Status.OPEN else None
    named: dict[str, Any] = {
        "name": identity.name,
        "kind": identity.kind,
        "status": status,
        "operator": identity.organization,
        "position": location.point,
        "address": location.address,
        "phone": place.contact.phone,
        "website": place.contact.website,
        "email": place.contact.email,
        "religion": belonging.religion,
        "denominations": belonging.denominations,
        "communities": belonging.communities,
        "activities": offer.activities,
    }
    values = {key: one.value for key, one in named.items() if one} | {
        "address": _known(
            street=address.street, houseNumber=address.house_number, postcode=address.postcode, city=address.city
        ),
        "position": [place.point.longitude, place.point.latitude],
    }
    if identity.organization:
        values["operator"] = identity.organization.value.name
    found = [(key, list(v) if isinstance(v, tuple) else v, _sources(named[key])) for key, v in values.items()]
    plain = {
        "code": place.code,
        "alsoCalled": identity.also_called,
        "subtype": identity.subtype,
        "statusNote": identity.status_note,
        "unverified": place.unverified or None,
        "religionBasis": belonging.basis,
        "municipality": location.municipality,
        "district": location.district,
        "neighbourhood": location.neighbourhood,
        "positionBasis": location.basis,
        "identifiers": dict(identity.identifiers) or None,
        "reaches": dict(place.contact.reaches) or None,
    }
    found += [(key, value, None) for key, value in _known(**plain).items()]
    if offer.hours:
        hours = offer.hours.value
        found.append(("openingHours", _known(osm=hours.osm, wording=hours.wording), _sources(offer.hours)))
    for at, one in enumerate(offer.languages):
        spoken = one.value
        said_of = _known(code=spoken.code, level=spoken.level, when=spoken.when, note=spoken.note)
        found.append((f"languages[{at}]", said_of, _sources(one)))
    for at, one in enumerate(offer.gatherings):
        held = one.value
        said_of = _known(
            id=held.id, kind=held.kind, title=held.title, rrule=held.rrule, start=held.start, end=held.end,
            wording=held.wording, languages=held.languages, audience=held.audience,
            exceptOn=tuple(day.isoformat() for day in held.except_on), notDuring=held.not_during,
            firstOn=held.first_on and held.first_on.isoformat(),
        )  # fmt: skip
        found.append((f"gatherings[{at}]", said_of, _sources(one)))
    found += [(f"needs.{need}", _fact(one.value), _sources(one)) for need, one in offer.needs.items()]
    found += [(f"firstVisit.{asked}", _fact(one.value), _sources(one)) for asked, one in offer.first_visit.items()]
    for at, one in enumerate(place.evidence):
        seen = one.value
        said_of = _known(basis=seen.basis, key=seen.key, languages=seen.languages, note=seen.note)
        found.append((f"evidence[{at}]", said_of, _sources(one)))
    return found


def _sources(one: Sourced[Any]) -> list[dict[str, Any]]:
    return [
        _known(url=of.url, title=of.title, licence=of.licence, date=of.stated_on and of.stated_on.text)
        for of in one.sources
    ]


@pytest.mark.parametrize("number", range(0, len(PLACES), 100), ids=lambda number: f"from {number}")
def test_every_fact_of_the_file_is_one_of_the_place_and_the_reverse(number: int):
    for feature, place in list(zip(FEATURES, PLACES, strict=True))[number : number + 100]:
        assert sorted(written(feature), key=str) == sorted(read(place), key=str), place.code
        assert [source.url for source in place.sources] == [one["url"] for one in feature["properties"]["sources"]]


def test_the_file_is_written_as_it_was_read():
    assert format_places(PLACES) == FILE.read_text("utf-8")


EVERYTHING = a_place(
    address=Address("Javastraat", "118", "1094HP", "Amsterdam"),
    also_called=("Eltheto",),
    status=Status.OPEN,
    operator="Stichting De Proef",
    district="Oost",
    neighbourhood="Dapperbuurt",
    phone="020 1",
    website="https://example.org/",
    email="info@example.org",
    reaches={"email": Reach.GROUP},
    languages=[
        SpokenLanguage("ti", LanguageLevel.GATHERING, "Su", "after the service"),
        SpokenLanguage("nl", LanguageLevel.STAFF),
    ],
    hours=OpeningHours("Mo-Fr 10:00-17:00", "weekdays"),
    gatherings=[
        a_gathering(
            rrule="FREQ=WEEKLY;BYDAY=FR", start="18:00", end="20:00", wording="soup", languages=("nl", "la"),
            audience=("everyone",), except_on=(date(2026, 12, 25),), not_during="in summer", first_on=date(2026, 1, 2),
        ),
        a_gathering("Zingen"),
    ],
    needs={Need.MEAL: Fact(Answer.YES, ("soup",), "Tu 12:00+", "ask"), Need.DOGS: Answer.NO},
    first_visit={Question.WHO_COMES: Fact(Answer.YES, ("everyone",)), Question.COST: Answer.UNKNOWN},
    activities=("music",),
    religion=Religion.CHRISTIAN,
    religion_basis="source",
    denominations=("orthodox",),
    communities=("eritrean",),
    identifiers={"osm": "n1"},
    unverified=True,
    verified_on=date(2026, 11, 1),
    evidence=[
        sourced(Evidence(Basis.NETWORK, "diyanet", ("tr", "nl"), "said of all its houses"), a_source("2019", "page")),
        Evidence(Basis.COMMUNITY, "turkish", ("tr",)),
    ],
)  # fmt: skip


def test_a_place_with_every_fact_there_is_comes_back_as_it_was():
    assert parse_places(format_places([EVERYTHING])) == (EVERYTHING,)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (a_place("Vrouwenopvang", code="00001"), "name: looks like a women's refuge ('vrouwenopvang' in "),
        (a_place("De Brug", code="00001", sensitivity=Sensitivity.NEVER), "sensitivity: a place that is never "),
        (replace(a_hidden_place(phone=None), code="00001"), "phone: is missing: nobody can ask for the address"),
    ],
)
def test_a_place_that_must_not_be_found_is_not_written(place: Place, told: str):
    with pytest.raises(InvalidData, match="place 00001: ") as error:
        format_places([a_place(), place])
    assert told in str(error.value)


def test_a_place_that_keeps_its_address_back_comes_back_as_it_was():
    assert parse_places(format_places([a_hidden_place()])) == (a_hidden_place(),)


def test_evidence_has_its_source_beside_it_and_makes_no_place_look_fresher():
    (place,) = parse_places(format_places([EVERYTHING]))
    assert place.evidence[0].source not in place.sources
    assert [said for said in place.facts() if said.source == place.evidence[0].source] == []
    fresh = replace(EVERYTHING, evidence=(sourced(place.evidence[0].value, a_source("2026-11-20")),))
    assert fresh.information_date == EVERYTHING.information_date


def test_a_fact_keeps_all_who_say_it_and_how_it_was_checked():
    both = (a_source("2024", "first"), a_source("2025", "second"))
    checked = Checked(date(2026, 11, 2), CheckMethod.PHONE)
    place = a_place(
        hours=Sourced(OpeningHours("24/7"), both, checked),
        phone=Sourced("020 1", both, Checked(date(2026, 11, 3))),
        operator="Stichting De Proef",
    )
    assert parse_places(format_places([place])) == (place,)
    assert place.identity.organization == sourced(Organization("Stichting De Proef"))


BY_WORD = {"needs", "firstVisit", "identifiers", "factSources", "factChecks"}
"""Their keys are words of a vocabulary, or the keys of other facts."""


def keys_in(said: Any) -> set[str]:
    if isinstance(said, list):
        return set().union(*map(keys_in, said))
    if not isinstance(said, dict):
        return set()
    below = (list(item.values()) if key in BY_WORD else item for key, item in said.items())
    return set(said).union(*map(keys_in, below))


def test_every_key_that_is_written_stands_in_the_description_of_the_file():
    checked = Sourced("020 1", (a_source("2024", "first"), a_source("2025", "second")), Checked(date(2026, 11, 2)))
    more = a_place(phone=checked, hours=Sourced(OpeningHours("24/7"), checked.sources, checked.checked))
    features = [*FEATURES, *(write_place(place) for place in (EVERYTHING, more))]
    described = set(re.findall(r"`(\w+)`", (ROOT / "docs/places_file.md").read_text("utf-8")))
    assert keys_in([feature["properties"] for feature in features]).union(place_json._ORDER) - described == set()


def test_places_are_written_by_code_whatever_their_order():
    places = [a_place(f"Plek {number}") for number in range(5)]
    assert format_places(places) == format_places(places[::-1])


TEXT = format_places([EVERYTHING, a_place("Nog een plek"), a_place("Een derde", source=a_source(None, "third"))])
LINES = TEXT.splitlines(keepends=True)


def outcome(text: str) -> tuple[Place, ...] | str:
    """The places, or the complaint."""
    try:
        return parse_places(text)
    except InvalidData as error:
        return str(error)


def otherwise_laid_out(text: str) -> str:
    """The same JSON, so that it is not read line by line."""
    return " " + text


def test_a_file_that_is_laid_out_otherwise_is_read_as_well():
    assert parse_places(json.dumps(json.loads(TEXT), indent=1)) == parse_places(TEXT)
    assert parse_places(TEXT.replace("\n", "\r\n")) == parse_places(TEXT)
    assert parse_places('{"type":"FeatureCollection","features":[\n]}\n') == ()


@pytest.mark.parametrize(
    "text",
    [
        LINES[0] + LINES[1],
        LINES[0] + LINES[1] + "]}\n",
        TEXT.replace(",\n", "\n"),
        TEXT.rstrip(),
        TEXT + TEXT,
        TEXT + "\n",
        TEXT.replace("]}\n", "],\n", 1),
        TEXT.replace('"properties":{', '"properties":{"sources":[],', 1),
        TEXT.replace('"properties":{', '"properties":{"factChecks":{"name":{"on":"2026-01-01"}},', 1),
        TEXT.replace(',"factSources":', ',"extra":{},"factSources":'),
        TEXT.replace(',"factSources":', ',"sources":5,"factSources":'),
        TEXT.replace(',"factSources":', ',"other":{"factSources":'),
        TEXT.replace("]}}", '],"more":1}}'),
        TEXT.replace("]}}", ']},"more":1}'),
        TEXT.replace("]}}", '],"name":"Anders"}}'),
        TEXT.replace("]}}", "]}} "),
        TEXT.replace("]}}", "]}}}"),
        TEXT.replace('"name":"De Proef"', '"name":",\\"factSources\\":{"'),
        TEXT.replace('"properties":', '"properties":{},"propertie5":'),
        TEXT.replace('"geometry":', '"geometri":').replace('"properties":', '"geometry":'),
        TEXT.replace('"name":[0]', '"name":[7]'),
        TEXT.replace('"date":"2026-10-01"', '"date":"2026-13"'),
    ],
)
def test_line_by_line_is_read_what_is_read_as_a_whole(text: str):
    by_line, whole = outcome(text), outcome(otherwise_laid_out(text))
    assert type(by_line) is type(whole)
    assert by_line == whole or isinstance(by_line, str)


def test_the_published_file_is_read_line_by_line(monkeypatch):
    """As a whole, a large file takes a third more time and three times the memory: nothing else would tell."""
    monkeypatch.delattr(places_file, "_as_a_whole")
    assert len(read_places(FILE)) == len(FEATURES)


def test_a_place_with_everything_is_read_line_by_line(monkeypatch):
    monkeypatch.delattr(places_file, "_as_a_whole")
    assert len(parse_places(TEXT)) == 3


def test_a_file_that_is_cut_anywhere_is_refused():
    source = random.Random(5)
    for at in [source.randrange(len(TEXT.rstrip())) for _ in range(300)]:
        assert isinstance(outcome(TEXT[:at]), str)


def test_a_file_with_a_byte_too_much_is_read_line_by_line_as_it_is_as_a_whole():
    source = random.Random(6)
    for _ in range(400):
        at = source.randrange(len(TEXT))
        spoiled = TEXT[:at] + source.choice('{}[],:"0a\\ \n') + TEXT[at + source.randrange(2) :]
        by_line, whole = outcome(spoiled), outcome(otherwise_laid_out(spoiled))
        assert type(by_line) is type(whole)
        assert by_line == whole or isinstance(by_line, str)


def test_places_that_say_the_same_share_it():
    one, other = parse_places(format_places([a_place("Een"), a_place("Twee")]))
    assert one.identity.kind is other.identity.kind
    assert one.sources[0] is other.sources[0]
    assert one.location.municipality is other.location.municipality


def test_more_endings_than_are_kept_are_read_all_the_same(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(places_file, "_ENDINGS_KEPT", 2)
    places = tuple(
        sorted(
            (a_place(f"Plek {n}", source=a_source(None, f"page{n}")) for n in range(9)), key=lambda place: place.code
        )
    )
    assert parse_places(format_places(places)) == places
