"""/api/v1 answers as docs/api.md says, and refuses clearly."""

import io
import json
import re
import urllib.error
import urllib.request

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finder.web.query.search_parameters import single_keys, value_keys
from tests.paths import ROOT

DOCS = (ROOT / "docs/api.md").read_text("utf-8")
NEAR = "4.9123,52.3547"


EXAMPLES, REFUSALS = DOCS.split("## Refusals")


@pytest.mark.parametrize("path", re.findall(r"GET (/api/v1/\S+)", EXAMPLES))
def test_every_example_of_the_documentation_answers(client, path):
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("body", re.findall(r"```json\n(.*?)```", DOCS, re.DOTALL))
def test_every_body_of_the_documentation_answers(client, body):
    answer = client.post("/api/v1/places/search", data=body, content_type="application/json")
    assert answer.status_code == 200
    assert answer.json["numberReturned"] == json.loads(body)["limit"]


def test_the_refusal_of_the_documentation_is_what_is_answered(client):
    (path,) = re.findall(r"GET (/api/v1/\S+)", REFUSALS)
    (problem,) = re.findall(r"```problem\n(.*?)```", REFUSALS, re.DOTALL)
    answer = client.get(path)
    assert answer.status_code == 400
    assert answer.json == json.loads(problem)


def test_every_key_and_property_is_documented(client):
    feature = client.get(f"/api/v1/places?near={NEAR}").json["features"][0]
    for name in feature["properties"]:
        assert f"`{name}`" in DOCS
    allowed = client.get("/api/v1/places?nonsense=1").json["allowed"]
    for key in allowed.removeprefix("one of the keys ").split(", "):
        assert f"`{key}`" in DOCS


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("name=wereldhuis", ["Het Wereldhuis"]),
        ("name=el+tawheed", ["El Tawheed"]),
        ("name=tawhid&kind=mosque", ["El Tawheed"]),
        ("name=tawhid&kind=church", []),
        ("name=xqzzkwv", []),
    ],
)
def test_places_are_found_by_a_name_that_is_like_theirs(client, query, names):
    body = client.get(f"/api/v1/places?{query}").json
    assert [each["properties"]["name"] for each in body["features"]] == names
    assert (body["numberMatched"], body["numberReturned"]) == (len(names), len(names))


def test_by_name_the_likeliest_come_first_whatever_else_is_asked(client):
    def found(query):
        features = client.get(f"/api/v1/places?name=de+kandelaar{query}").json["features"]
        return [each["properties"]["name"] for each in features]

    names = found("")
    assert len(names) > 1
    assert found(f"&near={NEAR}") == found("&unknown=include") == names
    assert found("&limit=1") + found("&limit=1&offset=1") == names[:2]
    body = {"name": "de kandelaar", "limit": 1}
    assert client.post("/api/v1/places/search", json=body).json["features"][0]["properties"]["name"] == names[0]


def test_from_an_uncertain_start_a_band_is_told_instead_of_metres_and_minutes(client):
    far = ("distanceMetres", "walkingMinutes", "distanceBand")

    def told(query):
        properties = client.get(f"/api/v1/places?near={NEAR}&limit=1{query}").json["features"][0]["properties"]
        return [properties[key] for key in far]

    metres, minutes, band = told("")
    assert metres < 1000
    assert (minutes > 0, band) == (True, None)
    assert told("&nearUncertainty=200") == [metres, minutes, None]
    most = 1000 if metres + 500 < 1000 else 2000
    assert told("&nearUncertainty=500") == [None, None, {"leastMetres": 0, "mostMetres": most}]


def test_from_an_uncertain_start_what_may_be_within_the_distance_is_found_too(client):
    def found(query):
        return client.get(f"/api/v1/places?near={NEAR}{query}").json["numberMatched"]

    assert found("&within=500&nearUncertainty=1000") == found("&within=1500") > found("&within=500")
    body = {"near": [4.9123, 52.3547], "within": 500, "nearUncertainty": 1000}
    assert client.post("/api/v1/places/search", json=body).json["numberMatched"] == found("&within=1500")


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
        ("name=", "name"),
        ("name=%20", "name"),
        (f"name={'x' * 121}", "name"),
        ("name=a&name=b", "name"),
        ("nearUncertainty=500", "nearUncertainty"),
        (f"near={NEAR}&nearUncertainty=0", "nearUncertainty"),
        (f"near={NEAR}&nearUncertainty=300&nearUncertainty=300", "nearUncertainty"),
        (f"near={NEAR}&within=-1", "within"),
        (f"near={NEAR}&within=inf", "within"),
        (f"near={NEAR}&within=1_000", "within"),
        (f"near={NEAR}&within=٣٠٠", "within"),
        ("near=٤.٩,٥٢.٣٧", "near"),
        (f"near={NEAR}&within=nan", "within"),
        (f"near={NEAR}&within=500&within=600", "within"),
        ("bbox=4.88,52.35,4.94", "bbox"),
        ("bbox=52.35,4.88,52.38,4.94", "bbox"),
        ("bbox=4.94,52.35,4.88,52.38", "bbox"),
        ("bbox=4.88,52.35,4.94,nan", "bbox"),
        ("bbox=6.5,53.1,6.6,53.3", "bbox"),
        ("bbox=4.88,52.35,4.94,52.38&bbox=4.88,52.35,4.94,52.38", "bbox"),
        ("bbox=", "bbox"),
        ("limit=5&limit=5", "limit"),
        ("offset=5&offset=5", "offset"),
        ("unknown=include&unknown=include", "unknown"),
        ("openAt=2026-11-25T10:00:00Z&openAt=2026-11-25T10:00:00Z", "openAt"),
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
        ("openAt=2026-W48-3T10:00:00Z", "openAt"),
        ("openAt=20261125T100000Z", "openAt"),
        ("openAt=2026-02-30T10:00:00Z", "openAt"),
        ("openAt=9999-12-31T23:59:59-23:59", "openAt"),
        ("notCommunity=x", "notCommunity"),
        ("not_religion=muslim", "not_religion"),
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
        (b'{"limit":"5x"}', "application/json", 400),
        (b'{"limit":[5]}', "application/json", 400),
        (b'{"limit":1,"limit":2}', "application/json", 400),
        (b'{"limit":' + b"9" * 5000 + b"}", "application/json", 400),
        (b'{"near":[4.9,52.37],"within":1e400}', "application/json", 400),
        (b'{"near":[[4.9,52.37]]}', "application/json", 400),
        (b'{"near":["4.9","52.37"]}', "application/json", 400),
        (b'{"near":[true,52.37]}', "application/json", 400),
        (b'{"kind":[["church"]]}', "application/json", 400),
        (b'{"bbox":[4.88,52.35,4.94]}', "application/json", 400),
        (b'{"bbox":[4.88,52.35,4.94,"52.38"]}', "application/json", 400),
        (b'{"bbox":{"west":4.88}}', "application/json", 400),
        (b'{"bbox":[4.88,52.35,4.94,52.38]}', "application/json", 200),
        (b'{"bbox":"4.88,52.35,4.94,52.38"}', "application/json", 200),
        (b'{"kind":5}', "application/json", 400),
        (b'{"kind":"a\\u0000"}', "application/json", 400),
        (b'{"kind":"\\ud800"}', "application/json", 400),
        (b'{"\\ud800":1}', "application/json", 400),
        (b'{"unknown":["include"]}', "application/json", 400),
        (b'{"openAt":5}', "application/json", 400),
        (b"", "application/json", 400),
        (b"{}", "text/plain", 415),
        (b"{}", None, 415),
        (b"kind=church", "application/x-www-form-urlencoded", 415),
        (b'{"kind":"' + b"x" * 10_000_000 + b'"}', "application/json", 413),
        (b'{"near":[4.9,52.37],"within":500,"kind":["church","mosque"],"limit":3}', "application/json", 200),
        (b'{"near":"4.9,52.37","within":"500","limit":"3","offset":"0"}', "application/json", 200),
        (b'{"near":"4.9,52.37","within":500.5,"kind":[],"unknown":"exclude"}', "application/json; charset=utf-8", 200),
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


def test_a_box_finds_the_places_that_lie_in_it(client):
    whole = client.get(f"/api/v1/places?near={NEAR}&within=3000&limit=100").json["features"]
    inside = client.get(f"/api/v1/places?near={NEAR}&within=3000&bbox=4.91,52.35,4.93,52.36&limit=100").json["features"]
    expected = [
        feature["id"]
        for feature in whole
        if 4.91 <= feature["geometry"]["coordinates"][0] <= 4.93
        and 52.35 <= feature["geometry"]["coordinates"][1] <= 52.36
    ]
    assert [feature["id"] for feature in inside] == expected
    assert 0 < len(expected) < len(whole)
    reason = {
        **{"filter": "bbox", "value": "4.91,52.35,4.93,52.36", "answer": "yes", "certain": True},
        **{"when": None, "because": None, "source": None},
    }
    assert all(reason in feature["properties"]["reasons"] for feature in inside)


def test_a_likely_hit_says_why_and_who_says_that(client):
    answer = client.get("/api/v1/places?language=ti&kind=church&limit=1").json
    (found,) = answer["features"]
    assert (answer["numberCertain"], answer["numberLikely"]) == (0, 1)
    assert answer["numberMatched"] == 1 + answer["numberPerhaps"]
    assert (found["id"], found["properties"]["match"]) == ("ET5P7", "likely")
    known, likely = found["properties"]["reasons"]
    assert (known["filter"], known["answer"], known["because"]) == ("kind", "yes", None)
    assert (likely["value"], likely["answer"], likely["certain"]) == ("ti", "likely", False)
    assert likely["because"] == {"basis": "denomination", "key": "eritrean_orthodox", "value": "ti"}
    assert set(likely["source"]) == {"url", "title", "licence", "date"}
    only = client.get("/api/v1/places?language=ti&kind=church&unknown=likely").json
    assert [feature["id"] for feature in only["features"]] == ["ET5P7"]
    assert client.get("/api/v1/places?language=ti&kind=church&unknown=exclude").json["numberMatched"] == 0
    (language,) = client.get("/api/v1/places/ET5P7").json["properties"]["likelyLanguages"]
    assert (language["code"], language["because"]) == ("ti", likely["because"])


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


def test_within_alone_is_told_what_it_needs(client):
    answer = client.get("/api/v1/places?within=500").json
    assert answer["detail"] == "within must be given together with near"
    assert answer["value"] == "500"


@pytest.mark.parametrize("key", ["kind", "language", "religion", "denomination", "community", "need"])
def test_an_empty_value_is_told_what_is_allowed(client, key):
    answer = client.get(f"/api/v1/places?{key}=").json
    assert (answer["key"], answer["value"]) == (key, "")
    assert len(answer["allowed"].split(", ")) > 5


def test_a_body_without_a_stated_length_is_never_cut_off_in_silence(client):
    def post(raw):
        stream = {"wsgi.input": io.BytesIO(raw), "wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
        return client.post("/api/v1/places/search", content_type="application/json", environ_overrides=stream)

    assert post(b'{"kind":"church"}').status_code == 200
    assert post(b'{"kind":"church"}' + b" " * 70_000).status_code == 413


def test_a_body_that_is_too_large_is_told_so_while_it_is_being_sent(live_server):
    body = b'{"kind":"' + b"x" * 10_000_000 + b'"}'
    headers = {"Content-Type": "application/json"}
    for path in ("/api/v1/places/search", "/nl/"):
        request = urllib.request.Request(live_server.url + path, data=body, headers=headers)
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=20)
        assert refused.value.code == 413
        refused.value.close()


def test_a_search_over_http_reaches_no_log(live_server):
    for query in ("language=ti&need=shower", "language=klingon", "near=52.37,4.9"):
        try:
            urllib.request.urlopen(f"{live_server.url}/api/v1/places?{query}", timeout=20).close()
        except urllib.error.HTTPError as refused:
            refused.close()
    log = live_server.log()
    assert not [secret for secret in ("language", "klingon", "shower", "52.37", "/api/") if secret in log]


def test_every_message_of_a_refusal_reads_as_a_sentence(client):
    for query, detail in (
        ("x=1", "x must be one of the keys near, "),
        (f"near={NEAR}&near={NEAR}", "near must be given"),
    ):
        assert client.get(f"/api/v1/places?{query}").json["detail"].startswith(detail)


def test_one_place_by_its_code_however_it_is_written(client):
    code = client.get("/api/v1/places?limit=1").json["features"][0]["id"]
    assert client.get(f"/api/v1/places/{code.lower()}").json["properties"]["code"] == code
    missing = client.get("/api/v1/places/00000X")
    assert (missing.status_code, missing.content_type) == (404, "application/problem+json")
    assert client.get("/api/v1/nothing").content_type == "application/problem+json"
    refused = client.delete("/api/v1/places")
    assert (refused.status_code, refused.content_type) == (405, "application/problem+json")
    assert {"GET", "HEAD"} <= refused.allow


def test_answers_are_geojson_for_anybody_and_stored_by_nobody(client):
    response = client.get("/api/v1/places")
    assert response.content_type == "application/geo+json"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cache-Control"] == "no-store"
    for feature in response.json["features"]:
        longitude, latitude = feature["geometry"]["coordinates"]
        assert 4.4 < longitude < 5.1
        assert 52.2 < latitude < 52.5


_KEYS = [*single_keys(), *value_keys(), "q"]
_ODD = st.one_of(
    st.text(max_size=12), st.sampled_from(["-0", "1e309", "4.9,52.3", "٣", "\ud7ff", "T", "2026-02-30T1:1Z"])
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(_KEYS), _ODD), max_size=4))
def test_no_query_whatever_makes_it_fall_over(client, pairs):
    assert client.get("/api/v1/places", query_string=pairs).status_code in (200, 400)


_TEXT = st.text(max_size=8) | st.sampled_from(["\ud800", "a\udfff", "\0"])  # half a character too: JSON can say it


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_JSON | st.dictionaries(st.sampled_from(_KEYS) | _TEXT, _JSON, max_size=3))
def test_no_body_whatever_makes_it_fall_over(client, body):
    response = client.post("/api/v1/places/search", data=json.dumps(body), content_type="application/json")
    assert response.status_code in (200, 400)
