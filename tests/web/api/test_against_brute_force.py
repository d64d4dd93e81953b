"""The API's answers equal a plain computation over data/places.geojson, for thousands of random searches."""

import json
import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pyproj import Geod

from finder.domain.vocabulary import COMMUNITIES, DENOMINATIONS

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)

FEATURES = json.loads((Path(__file__).parents[3] / "data/places.geojson").read_text("utf-8"))["features"]
GEOD = Geod(ellps="WGS84")
SEARCHES = 2000
KINDS = sorted({f["properties"]["kind"] for f in FEATURES})
LANGUAGES = sorted({item["code"] for f in FEATURES for item in f["properties"].get("languages", [])})
RELIGIONS = ["christian", "muslim", "jewish", "hindu", "buddhist", "sikh", "none"]
NEEDS = ["meal", "shower", "free", "wifi", "no_id", "no_registration", "women_only", "children", "dogs", "clothes"]


def _any(answers):
    return "yes" if "yes" in answers else "unknown" if "unknown" in answers else "no"


def _language(place, code):
    levels = [item["level"] for item in place.get("languages", []) if item["code"] == code]
    if any(level != "printed" for level in levels):
        return "yes"
    return "unknown" if levels or not place.get("languages") else "no"


def _denomination(place, key):
    if key in place.get("denominations", []):
        return "yes"
    if place.get("religion") and place["religion"] != DENOMINATIONS[key].religion:
        return "no"
    return "no" if place.get("denominations") else "unknown"


def _among(known, value):
    return "yes" if value in known else "no" if known else "unknown"


ANSWERS = {
    "kind": lambda place, value: "yes" if place["kind"] == value else "no",
    "language": _language,
    "religion": lambda place, value: _among([place["religion"]] if place.get("religion") else [], value),
    "denomination": _denomination,
    "community": lambda place, value: _among(place.get("communities", []), value),
    "need": lambda place, value: place.get("needs", {}).get(value, {}).get("answer", "unknown"),
}


def _hits(search):
    found = []
    for feature in FEATURES:
        place = feature["properties"]
        if place.get("status") in ("closed", "moved"):
            continue
        metres = None
        if "near" in search:
            _, _, metres = GEOD.inv(*search["near"], *feature["geometry"]["coordinates"])
            if metres > search.get("within", float("inf")):
                continue
        answers = {_any({ANSWERS[key](place, value) for value in search[key]}) for key in ANSWERS if search.get(key)}
        if "no" in answers or ("unknown" in answers and search["unknown"] == "exclude"):
            continue
        match = "perhaps" if "unknown" in answers else "yes"
        found.append((match, metres, place))
    found.sort(key=lambda hit: (hit[0] != "yes", hit[1] if hit[1] is not None else 0.0, hit[2]["name"].casefold()))
    return found


def _on_the_edge(search):
    """Whether a place lies so near the edge of the circle that 0.002 % of the distance decides."""
    if "within" not in search:
        return False
    metres = [GEOD.inv(*search["near"], *feature["geometry"]["coordinates"])[2] for feature in FEATURES]
    return any(abs(far / search["within"] - 1) < 0.00002 for far in metres)


def _random_search(rng):
    search = {"unknown": rng.choice(["include", "include", "exclude"])}
    if rng.random() < 0.8:
        search["near"] = (round(rng.uniform(4.6, 5.0), 5), round(rng.uniform(52.28, 52.42), 5))
        if rng.random() < 0.6:
            search["within"] = rng.choice([300, 1000, 2500, 6000, 20000])
    choices = {
        "kind": KINDS,
        "language": LANGUAGES,
        "religion": RELIGIONS,
        "denomination": list(DENOMINATIONS),
        "community": list(COMMUNITIES),
        "need": NEEDS,
    }
    for key in rng.sample(list(choices), rng.choice([0, 1, 1, 2, 2, 3])):
        search[key] = rng.sample(choices[key], rng.choice([1, 1, 2, 3]))
    return search


def _ask(client, search, **page):
    asked = {key: value for key, value in {**search, **page}.items() if key != "near"}
    if "near" in search:
        asked["near"] = "{},{}".format(*search["near"])
    return client.get("/api/v1/places", query_string=asked).json


@pytest.mark.parametrize("seed", range(4))
def test_random_searches_give_what_a_plain_computation_gives(client, seed):
    rng = random.Random(seed)
    for _ in range(SEARCHES // 4):
        search = _random_search(rng)
        if _on_the_edge(search):
            continue
        expected = _hits(search)
        offset = rng.choice([0, 0, 0, 7, 90])
        answer = _ask(client, search, limit=100, offset=offset)
        assert answer["numberMatched"] == len(expected), search
        shown = expected[offset : offset + 100]
        assert answer["numberReturned"] == len(shown)
        got = [feature["properties"] for feature in answer["features"]]
        assert [hit["match"] for hit in got] == [match for match, _, _ in shown], search
        for hit, (_, metres, _) in zip(got, shown, strict=True):
            if metres is None:
                assert hit["distanceMetres"] is None
            else:
                assert hit["distanceMetres"] == pytest.approx(metres, rel=0.005, abs=0.1)
        if answer["numberReturned"] == len(expected):
            assert {hit["code"] for hit in got} == {place["code"] for _, _, place in expected}


def test_hours_answer_only_when_their_source_is_recent(client):
    recent = NOW.date() - timedelta(days=365)
    for feature in FEATURES:
        place = feature["properties"]
        hours = place.get("openingHours")
        stated = place["sources"][hours["source"]].get("date") if hours else None
        state = client.get(f"/api/v1/places/{place['code']}").json["properties"]["openState"]
        earliest = date.fromisoformat((stated + "-01-01")[:10] if len(stated) < 10 else stated) if stated else None
        if not hours or not hours.get("osm") or earliest is None or earliest < recent:
            assert state == "unknown", place["name"]
