"""/api/v1 answers as docs/api.md says, and refuses clearly."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

DOCS = (Path(__file__).parents[3] / "docs/api.md").read_text("utf-8")
NEAR = "4.9123,52.3547"


@pytest.mark.parametrize("path", re.findall(r"GET (/api/v1/\S+)", DOCS))
def test_every_example_of_the_documentation_answers(client, path):
    assert client.get(path).status_code == 200


def test_every_key_and_property_is_documented(client):
    feature = client.get(f"/api/v1/places?near={NEAR}").json["features"][0]
    for name in feature["properties"]:
        assert f"`{name}`" in DOCS
    allowed = client.get("/api/v1/places?nonsense=1").json["allowed"]
    for key in re.findall(r"\w+", allowed.split("allowed are")[1]):
        assert f"`{key}`" in DOCS


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("near=52.37,4.9", "near"),
        ("near=nan,nan", "near"),
        ("near=4.9", "near"),
        ("near=4.9,52.3,1", "near"),
        ("near=", "near"),
        (f"near={NEAR}&near={NEAR}", "near"),
        ("within=500", "within"),
        (f"near={NEAR}&within=-1", "within"),
        (f"near={NEAR}&within=inf", "within"),
        (f"near={NEAR}&within=nan", "within"),
        ("kind=castle", "kind"),
        ("kind=church,mosque", "kind"),
        ("kind=", "kind"),
        ("language=klingon", "language"),
        ("religion=x", "religion"),
        ("denomination=x", "denomination"),
        ("community=x", "community"),
        ("need=x", "need"),
        ("notReligion=x", "notReligion"),
        ("openAt=2026-11-25", "openAt"),
        ("openAt=2026-11-25T10:00:00", "openAt"),
        ("openAt=now", "openAt"),
        ("unknown=maybe", "unknown"),
        ("unknown=", "unknown"),
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=1e2", "limit"),
        ("limit=99999999999999999999", "limit"),
        ("offset=-1", "offset"),
        ("x=1", "x"),
        ("kind=%00", "kind"),
    ],
)
def test_bad_input_is_refused_with_its_key_and_what_is_allowed(client, query, key):
    response = client.get(f"/api/v1/places?{query}")
    assert response.status_code == 400
    assert response.content_type == "application/problem+json"
    assert response.json["status"] == 400
    assert response.json["key"] == key
    assert response.json["allowed"]
    assert response.headers["API-Version"]


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'"x"', "application/json", 400),
        (b"\xff", "application/json", 400),
        (b"[" * 5000, "application/json", 400),
        (b'{"kind":{"a":1}}', "application/json", 400),
        (b'{"kind":null}', "application/json", 400),
        (b'{"kind":true}', "application/json", 400),
        (b'{"near":[52.37,4.9]}', "application/json", 400),
        (b'{"near":[4.9,52.37],"within":NaN}', "application/json", 400),
        (b'{"limit":1.5}', "application/json", 400),
        (b"kind=church", "application/x-www-form-urlencoded", 415),
        (b'{"kind":"' + b"x" * 10_000_000 + b'"}', "application/json", 413),
        (b'{"near":[4.9,52.37],"within":500,"kind":["church","mosque"],"limit":3}', "application/json", 200),
    ],
)
def test_a_body_answers_or_is_refused(client, body, content_type, status):
    response = client.post("/api/v1/places/search", data=body, content_type=content_type)
    assert response.status_code == status
    if status != 200:
        assert response.content_type == "application/problem+json"
        assert response.json["status"] == status
    assert response.headers["API-Version"]


def test_the_same_search_by_query_and_by_body_is_the_same_answer(client):
    by_query = client.get(f"/api/v1/places?near={NEAR}&within=4000&kind=church&kind=mosque&language=en&limit=50")
    by_body = client.post(
        "/api/v1/places/search",
        json={"near": [4.9123, 52.3547], "within": 4000, "kind": ["church", "mosque"], "language": "en", "limit": 50},
    )
    assert by_query.data == by_body.data
    assert by_query.json["numberReturned"] > 3


def test_a_plus_that_became_a_space_is_still_an_offset(client):
    answers = [
        client.get(f"/api/v1/places?openAt={text}").status_code
        for text in ("2026-11-25T10:00:00+01:00", "2026-11-25T10:00:00%2B01:00", "2026-11-25T09:00:00Z")
    ]
    assert answers == [200, 200, 200]


def test_pages_follow_each_other_without_gap_or_repeat(client):
    whole = client.get(f"/api/v1/places?near={NEAR}&limit=100").json
    pages = [client.get(f"/api/v1/places?near={NEAR}&limit=25&offset={offset}").json for offset in range(0, 100, 25)]
    codes = [feature["id"] for page in pages for feature in page["features"]]
    assert codes == [feature["id"] for feature in whole["features"]]
    assert {page["numberMatched"] for page in pages} == {whole["numberMatched"]}
    beyond = client.get("/api/v1/places?offset=100000").json
    assert (beyond["numberReturned"], beyond["features"]) == (0, [])


def test_one_place_by_its_code_however_it_is_written(client):
    code = client.get("/api/v1/places?limit=1").json["features"][0]["id"]
    assert client.get(f"/api/v1/places/{code.lower()}").json["properties"]["code"] == code
    missing = client.get("/api/v1/places/00000X")
    assert (missing.status_code, missing.content_type) == (404, "application/problem+json")
    assert client.get("/api/v1/nothing").content_type == "application/problem+json"
    assert client.delete("/api/v1/places").status_code == 405


def test_answers_are_geojson_for_anybody_and_stored_by_nobody(client):
    response = client.get("/api/v1/places")
    assert response.content_type == "application/geo+json"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cache-Control"] == "no-store"
    for feature in response.json["features"]:
        longitude, latitude = feature["geometry"]["coordinates"]
        assert 4.4 < longitude < 5.1
        assert 52.2 < latitude < 52.5


_KEYS = ["near", "within", "kind", "language", "need", "openAt", "unknown", "limit", "offset", "denomination", "q"]
_ODD = st.one_of(
    st.text(max_size=12), st.sampled_from(["-0", "1e309", "4.9,52.3", "٣", "\ud7ff", "T", "2026-02-30T1:1Z"])
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(_KEYS), _ODD), max_size=4))
def test_no_query_whatever_makes_it_fall_over(client, pairs):
    assert client.get("/api/v1/places", query_string=pairs).status_code in (200, 400)


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_JSON)
def test_no_body_whatever_makes_it_fall_over(client, body):
    response = client.post("/api/v1/places/search", data=json.dumps(body), content_type="application/json")
    assert response.status_code in (200, 400)
