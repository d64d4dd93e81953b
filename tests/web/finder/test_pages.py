"""Pages answer what was asked, refuse what cannot be, and never fall over."""

import json
import random
import re
import shutil
from urllib.parse import quote

import pytest

from finder.domain.errors import InvalidData
from finder.i18n.locales import LOCALES
from finder.web import create_app
from finder.web.settings import Settings, settings_from
from tests.paths import ROOT

FEATURES = json.loads((ROOT / "data/places.geojson").read_text("utf-8"))["features"]


def _of(key, value):
    return next(f["properties"] for f in FEATURES if f["properties"].get(key) == value)


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"kind": "mosque"}, 200),
        ({"kind": "castle"}, 400),
        ({"position": "4.9,52.37"}, 200),
        ({"position": "52.37,4.9"}, 400),
        ({"position": "nan,nan"}, 400),
        ({"within": "1e9"}, 400),
        ({"within": "²"}, 400),
        ({"when": "2026-11-26", "part": "morning"}, 200),
        ({"when": "1999-01-01"}, 400),
        ({"when": "tomorrow"}, 400),
        ({"part": "night"}, 400),
        ({"language": "xx"}, 400),
        ({"shown": "0"}, 400),
        ({"loosen": "kinds"}, 200),
        ({"loosen": "castle"}, 400),
        ({"where": "\x00\ud7ff" * 50}, 200),
        ({"where": "x" * 70_000}, 413),
    ],
)
def test_a_search_answers_or_refuses_with_a_page(client, form, status):
    response = client.post("/nl/", data={**form, "go": "1"})
    assert response.status_code == status
    assert "<h1" in response.text


def test_a_refusal_is_in_the_readers_language(client):
    assert 'lang="nl"' in client.post("/nl/", data={"kind": "castle"}).text[:60]
    assert "Dit konden we niet lezen" in client.post("/nl/", data={"kind": "castle"}).text


def test_perhaps_stands_apart_and_can_be_left_out(client):
    form = {"language": "ti", "go": "1"}
    with_perhaps = client.post("/nl/", data=form).text
    assert "Misschien, vraag het daar" in with_perhaps
    assert "pin-perhaps" in with_perhaps
    without = client.post("/nl/", data={**form, "certain": "1"}).text
    assert "pin-perhaps" not in without


def test_old_hours_are_never_shown_as_open_or_closed(client):
    old = next(
        f["properties"]
        for f in FEATURES
        if f["properties"].get("openingHours", {}).get("osm")
        and f["properties"]["sources"][f["properties"]["openingHours"]["source"]].get("date", "").startswith("2020")
    )
    page = client.get(f"/nl/places/{old['code']}").text
    tag = re.search(r'<span class="tag tag-(\w+)">(.*?)</span>', page, re.DOTALL)
    assert tag[1] == "unknown"
    assert "2020" in tag[2]


def test_a_closed_or_moved_place_says_so_on_its_page(client):
    assert "gaat niet meer open" in client.get(f"/nl/places/{_of('status', 'closed')['code']}").text
    assert "verhuisd" in client.get(f"/nl/places/{_of('status', 'moved')['code']}").text


def test_every_place_has_a_page(client):
    for feature in FEATURES:
        properties = feature["properties"]
        response = client.get(f"/nl/places/{properties['code']}")
        assert response.status_code == 200, properties["code"]


def test_a_sloppily_typed_code_is_corrected_and_a_wrong_one_is_not_found(client):
    code = FEATURES[0]["properties"]["code"]
    answer = client.get(f"/nl/places/{code.lower()}")
    assert answer.headers["Location"].endswith(code)
    wrong = ("1" if code[0] == "0" else "0") + code[1:]
    assert client.get(f"/nl/places/{wrong}").status_code == 404
    assert client.get("/nl/places/%00%ff").status_code == 404


def test_a_place_page_describes_itself_to_machines(client):
    church = _of("kind", "church")
    page = client.get(f"/nl/places/{church['code']}").text
    linked = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])
    assert linked["@type"] == "Church"
    assert linked["name"] == church["name"]


@pytest.mark.parametrize("path", ["/xx/", "/nl+nl/", "/NL/", "/nl+xx/", "/zz+ar/"])
def test_a_locale_we_do_not_have_leads_to_one_we_have(client, path):
    response = client.get(path, headers={"Accept-Language": "en"})
    assert response.status_code in (302, 308)
    assert response.headers["Location"].endswith("/en/")


def test_headers_keep_a_visit_private(client):
    headers = client.get("/nl/").headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "Set-Cookie" not in headers


def test_only_the_tile_server_of_the_operator_may_be_asked():
    tiles = "https://tiles.example.org/{z}/{x}/{y}.png"
    app = create_app(settings_from({"SAMENPLEK_TILE_URL": tiles}))
    policy = app.test_client().get("/nl/").headers["Content-Security-Policy"]
    assert re.findall(r"https?://\S+?(?=;| |$)", policy) == ["https://tiles.example.org"]


@pytest.mark.parametrize(
    "content",
    [
        b"not json",
        b"{}",
        b'{"type":"FeatureCollection","features":[{"type":"Feature"}]}',
        b"\xff\xfe",
        (ROOT / "data/places.geojson").read_bytes().replace(b'"church"', b'"castle"', 1),
    ],
)
def test_a_places_file_that_is_not_right_stops_the_start(tmp_path, content):
    path = tmp_path / "places.geojson"
    path.write_bytes(content)
    shutil.copy(ROOT / "data/codes.csv", tmp_path)
    with pytest.raises(InvalidData):
        create_app(Settings(places=path))


def test_a_places_file_that_is_missing_stops_the_start(tmp_path):
    with pytest.raises(InvalidData):
        create_app(Settings(places=tmp_path / "none.geojson"))


def test_a_damaged_register_of_codes_stops_the_start_and_not_a_visitor(tmp_path):
    shutil.copy(ROOT / "data/places.geojson", tmp_path)
    (tmp_path / "codes.csv").write_text("code,row,status,moved_to\nXXXXX,a,active,\n", "utf-8")
    with pytest.raises(InvalidData, match="line 2"):
        create_app(Settings(places=tmp_path / "places.geojson"))
    (tmp_path / "codes.csv").unlink()
    with pytest.raises(InvalidData, match=r"codes\.csv: is not there"):
        create_app(Settings(places=tmp_path / "places.geojson"))


def test_names_from_the_data_are_text_everywhere(tmp_path):
    text = (ROOT / "data/places.geojson").read_text("utf-8")
    collection = json.loads(text)
    collection["features"] = collection["features"][:1]
    collection["features"][0]["properties"]["name"] = "<img src=x onerror=alert(1)></script><b>"
    path = tmp_path / "places.geojson"
    path.write_text(json.dumps(collection), "utf-8")
    shutil.copy(ROOT / "data/codes.csv", tmp_path)
    client = create_app(Settings(places=path)).test_client()
    code = collection["features"][0]["properties"]["code"]
    for page in (client.get(f"/nl/places/{code}").text, client.post("/nl/", data={"go": "1"}).text):
        assert "<img" not in page
        assert "</script><b>" not in page


@pytest.mark.parametrize("locale", [*LOCALES, "nl+ar", "ar+nl", "ti+en"])
def test_every_locale_answers_on_every_page(client, locale):
    code = _of("kind", "church")["code"]
    first, _, second = locale.partition("+")
    form = {"where": "1012 AB", "language": "en", "go": "1"}
    for answer in (
        client.get(f"/{locale}/"),
        client.post(f"/{locale}/", data=form),
        client.get(f"/{locale}/places/{code}"),
    ):
        assert answer.status_code == 200
        assert f'<html lang="{first}" dir="{LOCALES[first].direction}">' in answer.text
        if second:
            assert f'lang="{second}" dir="{LOCALES[second].direction}"' in answer.text
    assert client.post(f"/{locale}/", data={"kind": "castle"}).status_code == 400


def test_no_locale_or_accept_language_whatever_makes_it_fall_over(client):
    rng = random.Random(7)
    alphabet = "nlarenti+-_;q=0.,*/ éع\x7f'\"<>%"
    for _ in range(5000):
        text = "".join(rng.choices(alphabet, k=rng.randint(0, 14)))
        assert client.get(f"/{quote(text, safe='')}/").status_code < 500
        header = text.encode("latin-1", "ignore").decode("latin-1").replace("\x7f", "")
        assert client.get("/", headers={"Accept-Language": header}).status_code < 400


def test_a_question_that_nobody_answered_is_ready_to_show(client):
    page = client.get(f"/nl+ar/places/{_of('kind', 'community_centre')['code']}").text
    for block in ("visit", "family", "interpreter"):
        section = page[page.index(f'<section id="{block}"') :]
        section = section[: section.index("</section>")]
        assert 'class="large" lang="nl"' in section
        assert 'class="large" lang="ar"' in section


def test_video_calling_and_an_interpreter_can_always_be_looked_for(client):
    page = client.get("/nl/").text
    for need in ("video_call", "interpreter"):
        assert f'name="need" value="{need}"' in page
    assert client.get("/api/v1/places?need=video_call&limit=1").json["numberMatched"]
