"""A places file that would break a page later is refused at once, by feature and field."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from finder.domain.errors import InvalidData
from finder.formats.places_file import format_places, parse_places, read_places
from tests.formats.test_places_file import EVERYTHING
from tests.places import a_place

OTHER = json.loads(format_places([a_place("Nog een plek")]))["features"][0]
FEATURE = json.loads(format_places([EVERYTHING]))["features"][0]
LEFT_OUT = object()


def file_with(path: str, value: Any) -> str:
    """A places file of two features, the second of which has another value at ``path``."""
    feature = copy.deepcopy(FEATURE)
    *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    inside = feature
    for part in parents:
        inside = inside[part]
    if value is LEFT_OUT:
        del inside[last]
    else:
        inside[last] = value
    return json.dumps({"type": "FeatureCollection", "features": [OTHER, feature]})


def refusal(text: str) -> InvalidData:
    with pytest.raises(InvalidData) as error:
        parse_places(text)
    assert str(error.value).isprintable()
    assert len(error.value.reason) < 400
    return error.value


P = "properties"


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        ("type", "Place", "type"),
        ("id", "00000", "id"),
        ("geometry", LEFT_OUT, "geometry"),
        ("geometry", None, "geometry"),
        ("geometry.type", "LineString", "geometry.type"),
        ("geometry.coordinates", [52.36, 4.9], "geometry.coordinates"),
        ("geometry.coordinates", [4.9], "geometry.coordinates"),
        ("geometry.coordinates", ["4.9", "52.36"], "geometry.coordinates"),
        ("geometry.coordinates", [True, 52.36], "geometry.coordinates"),
        ("geometry.coordinates", [float("nan"), 52.36], "geometry.coordinates"),
        ("geometry.coordinates", [10**400, 52.36], "geometry.coordinates"),
        (P, None, "properties"),
        (f"{P}.code", "00001", "code"),
        (f"{P}.code", LEFT_OUT, "code"),
        (f"{P}.name", None, "name"),
        (f"{P}.name", 5, "name"),
        (f"{P}.name", "", "name"),
        (f"{P}.name", "Plek \ud800", "name"),
        (f"{P}.name", "Plek\0", "name"),
        (f"{P}.alsoCalled", "Eltheto", "alsoCalled"),
        (f"{P}.alsoCalled", ["a", 5], "alsoCalled[1]"),
        (f"{P}.kind", "kerk", "kind"),
        (f"{P}.kind", ["church"], "kind"),
        (f"{P}.subtype", 5, "subtype"),
        (f"{P}.status", "shut", "status"),
        (f"{P}.statusNote", ["x"], "statusNote"),
        (f"{P}.unverified", "yes", "unverified"),
        (f"{P}.name", "Blijf-van-mijn-lijfhuis", "name"),
        (f"{P}.name", "LHBTI-opvang", "name"),
        (f"{P}.name", "Asielzoekerscentrum", "name"),
        (f"{P}.name", "Huiskerk bij familie Jansen", "name"),
        (f"{P}.subtype", "night_shelter", "subtype"),
        (f"{P}.alsoCalled", ["Nachtopvang"], "alsoCalled"),
        (f"{P}.gatherings.0.title", "Slaapplaats in de winter", "gatherings"),
        (f"{P}.sensitivity", "never", "sensitivity"),
        (f"{P}.phone", "ask for Jan", "phone"),
        (f"{P}.email", "info at example.org", "email"),
        (f"{P}.reaches", {"fax": "office"}, "reaches.fax"),
        (f"{P}.reaches", {"phone": "home"}, "reaches.phone"),
        (f"{P}.reaches", ["office"], "reaches"),
        (f"{P}.sensitivity", "secret", "sensitivity"),
        (f"{P}.sensitivity", "on_request", "address"),
        (f"{P}.verifiedOn", "2026-13-01", "verifiedOn"),
        (f"{P}.verifiedOn", "20261101", "verifiedOn"),
        (f"{P}.verifiedOn", "0206-11-01", "verifiedOn"),
        (f"{P}.verifiedHow", "by ear", "verifiedHow"),
        (f"{P}.religion", "calvinism", "religion"),
        (f"{P}.religion", {"christian": True}, "religion"),
        (f"{P}.religionBasis", "guess", "religionBasis"),
        (f"{P}.denominations", "orthodox", "denominations"),
        (f"{P}.denominations", ["nope"], "denominations[0]"),
        (f"{P}.communities", ["eritrean", "nope"], "communities[1]"),
        (f"{P}.address", "Javastraat 118", "address"),
        (f"{P}.address.houseNumber", 118, "address.houseNumber"),
        (f"{P}.municipality", LEFT_OUT, "municipality"),
        (f"{P}.district", 5, "district"),
        (f"{P}.positionBasis", "stars", "positionBasis"),
        (f"{P}.operator", 5, "operator"),
        (f"{P}.phone", 31206651234, "phone"),
        (f"{P}.website", "javascript:alert(1)", "website"),
        (f"{P}.website", "data:text/html,x", "website"),
        (f"{P}.openingHours", [], "openingHours"),
        (f"{P}.openingHours.osm", 5, "openingHours.osm"),
        (f"{P}.openingHours.osm", "ma-vr 9-17", "openingHours.osm"),
        (f"{P}.openingHours.osm", "Mo 10:00-12:00 || unknown", "openingHours.osm"),
        (f"{P}.openingHours", {"source": 0}, "openingHours.osm"),
        (f"{P}.openingHours.source", LEFT_OUT, "openingHours.source"),
        (f"{P}.openingHours.checkedOn", "soon", "openingHours.checkedOn"),
        (f"{P}.openingHours.checkedHow", "phone", "openingHours.checkedHow"),
        (f"{P}.languages.0.code", 5, "languages[0].code"),
        (f"{P}.languages.0.code", "xx", "languages[0].code"),
        (f"{P}.languages.0.code", "la", "languages[0].code"),
        (f"{P}.languages.1.level", "fluent", "languages[1].level"),
        (f"{P}.languages.0.when", "25:99", "languages[0].when"),
        (f"{P}.languages.0.source", -1, "languages[0].source"),
        (f"{P}.languages.0.source", 1, "languages[0].source"),
        (f"{P}.languages.0.source", True, "languages[0].source"),
        (f"{P}.languages.0.source", "0", "languages[0].source"),
        (f"{P}.languages.0.alsoSaidBy", [0, 7], "languages[0].alsoSaidBy[1]"),
        (f"{P}.gatherings", {}, "gatherings"),
        (f"{P}.gatherings.0", "coffee", "gatherings[0]"),
        (f"{P}.gatherings.0.id", LEFT_OUT, "gatherings[0].id"),
        (f"{P}.gatherings.0.id", "a b", "gatherings[0].id"),
        (f"{P}.gatherings.0.kind", "nope", "gatherings[0].kind"),
        (f"{P}.gatherings.0.title", 5, "gatherings[0].title"),
        (f"{P}.gatherings.1.title", "\udc00", "gatherings[1].title"),
        (f"{P}.gatherings.0.rrule", "FREQ=WEEKLY;BYDAY=XX", "gatherings[0].rrule"),
        (f"{P}.gatherings.0.rrule", ";garbage", "gatherings[0].rrule"),
        (f"{P}.gatherings.0.rrule", "FREQ=DAILY;INTERVAL=0", "gatherings[0].rrule"),
        (f"{P}.gatherings.0.rrule", LEFT_OUT, "gatherings[0].start"),
        (f"{P}.gatherings.0.start", "99:99", "gatherings[0].start"),
        (f"{P}.gatherings.0.start", "9:00", "gatherings[0].start"),
        (f"{P}.gatherings.0.start", "٠٩:٠٠", "gatherings[0].start"),
        (f"{P}.gatherings.0.start", LEFT_OUT, "gatherings[0].end"),
        (f"{P}.gatherings.0.end", "24:00", "gatherings[0].end"),
        (f"{P}.gatherings.0.languages", ["nl", "zz"], "gatherings[0].languages[1]"),
        (f"{P}.gatherings.0.audience", ["cats"], "gatherings[0].audience[0]"),
        (f"{P}.gatherings.0.exceptOn", ["2026-12-25", "Kerst"], "gatherings[0].exceptOn[1]"),
        (f"{P}.gatherings.0.firstOn", "2026-02-30", "gatherings[0].firstOn"),
        (f"{P}.gatherings.0.notDuring", 5, "gatherings[0].notDuring"),
        (f"{P}.needs", [], "needs"),
        (f"{P}.needs.helicopter", {"answer": "yes", "source": 0}, "needs.helicopter"),
        (f"{P}.needs.meal.answer", "maybe", "needs.meal.answer"),
        (f"{P}.needs.meal.answer", True, "needs.meal.answer"),
        (f"{P}.needs.meal.terms", ["caviar"], "needs.meal.terms[0]"),
        (f"{P}.needs.meal.terms", "soup", "needs.meal.terms"),
        (f"{P}.needs.meal.when", "whenever", "needs.meal.when"),
        (f"{P}.needs.meal.note", 5, "needs.meal.note"),
        (f"{P}.firstVisit.why", {"answer": "yes", "source": 0}, "firstVisit.why"),
        (f"{P}.firstVisit.who_comes.terms", ["soup"], "firstVisit.who_comes.terms[0]"),
        (f"{P}.activities", ["nope"], "activities[0]"),
        (f"{P}.identifiers", ["n1"], "identifiers"),
        (f"{P}.identifiers.osm", 1, "identifiers.osm"),
        (f"{P}.identifiers.\ud800", "n1", "identifiers"),
        (f"{P}.factSources", [], "factSources"),
        (f"{P}.factSources.name", LEFT_OUT, "factSources.name"),
        (f"{P}.factSources.phone", [], "factSources.phone"),
        (f"{P}.factSources.phone", [-1], "factSources.phone[0]"),
        (f"{P}.factSources.phone", [0, 0.0], "factSources.phone[1]"),
        (f"{P}.factSources.position", 0, "factSources.position"),
        (f"{P}.factChecks", {"phone": {"on": "once"}}, "factChecks.phone.on"),
        (f"{P}.sources", LEFT_OUT, "factSources.activities[0]"),
        (f"{P}.sources", {}, "sources"),
        (f"{P}.sources.0.url", "ftp://example.org/", "sources[0].url"),
        (f"{P}.sources.0.url", LEFT_OUT, "sources[0].url"),
        (f"{P}.sources.0.title", 5, "sources[0].title"),
        (f"{P}.sources.0.licence", LEFT_OUT, "sources[0].licence"),
        (f"{P}.sources.0.date", "2026-10-32", "sources[0].date"),
        (f"{P}.sources.0.date", 2026, "sources[0].date"),
        (f"{P}.evidence", {}, "evidence"),
        (f"{P}.evidence.0.basis", "name", "evidence[0].basis"),
        (f"{P}.evidence.0.basis", "language", "evidence[0].basis"),
        (f"{P}.evidence.0.key", "turkish", "evidence[0].key"),
        (f"{P}.evidence.1.languages", LEFT_OUT, "evidence[1].languages"),
        (f"{P}.evidence.1.languages", ["tr", "gez"], "evidence[1].languages[1]"),
        (f"{P}.evidence.0.note", 5, "evidence[0].note"),
        (f"{P}.evidence.0.source", LEFT_OUT, "evidence[0].source"),
        (f"{P}.evidence.0.source", 0, "evidence[0].source"),
        (f"{P}.evidence.0.source.url", "ftp://example.org/", "evidence[0].source.url"),
    ],
)
def test_what_is_not_as_documented_is_named_by_feature_and_field(path: str, value: Any, field: str):
    error = refusal(file_with(path, value))
    assert error.where == "places.geojson, feature 1"
    assert error.reason.startswith(f"{field}: "), error.reason


OPENING = '{"type":"FeatureCollection","features":['
DEEP = "[" * 200_000 + "]" * 200_000


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is not JSON"),
        ("{", "is not JSON"),
        ("null", "is not a GeoJSON FeatureCollection"),
        ('{"features":{}}', "is not a GeoJSON FeatureCollection"),
        (f"{OPENING}5]}}", "feature 0: feature: 5 is not an object"),
        (DEEP, "is not JSON"),
        (f"{OPENING}{DEEP}]}}", "is not JSON"),
        (f"{OPENING}{'[' * 300}{']' * 300}]}}", "feature 0: feature: [[[...]]] is not an object"),
        (f"{OPENING}{'9' * 5000}]}}", "is not JSON"),
    ],
    ids=["nothing", "cut", "null", "no list", "number", "deep", "deep feature", "quite deep feature", "long number"],
)
def test_what_is_no_collection_of_places_is_refused(text: str, words: str):
    with pytest.raises(InvalidData) as error:
        parse_places(text)
    assert words in str(error.value)


def test_a_code_and_the_id_of_a_gathering_stand_in_the_file_once():
    twice = refusal(json.dumps({"type": "FeatureCollection", "features": [FEATURE, FEATURE]}))
    assert twice.reason == f"code: {FEATURE['id']} is that of an earlier feature"
    again = copy.deepcopy(OTHER)
    again["properties"]["gatherings"] = [FEATURE["properties"]["gatherings"][1]]
    error = refusal(json.dumps({"type": "FeatureCollection", "features": [FEATURE, again]}))
    assert (error.where, "is the id of an earlier one" in error.reason) == ("places.geojson, feature 1", True)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"\xef\xbb\xbf{}", bytes(range(256))])
def test_a_file_of_other_bytes_is_refused(tmp_path, content: bytes):
    (tmp_path / "p.geojson").write_bytes(content)
    with pytest.raises(InvalidData, match=r"p\.geojson"):
        read_places(tmp_path / "p.geojson")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InvalidData, match="cannot be read"):
        read_places(tmp_path / "p.geojson")
