"""A file goes to each browser in the encoding that it takes most gladly, and is the same file in all of them."""

import gzip

import brotli
import pytest

from tests.paths import ROOT

VENDOR = ROOT / "static/vendor"
TEXTS = [
    "css/site.css",
    "css/finder/search.css",
    "js/page.js",
    "js/finder/search.js",
    "map.js",
    "map.css",
    "pictograms.svg",
]
FONT = "fonts/atkinson-hyperlegible-latin-400.woff2"
CHROMIUM = "gzip, deflate, br, zstd"
DECODERS = {"gzip": gzip.decompress, "br": brotli.decompress, None: bytes}


def sent(client, name, accepted, **headers):
    taken = {"Accept-Encoding": accepted} if accepted is not None else {}
    with client.get(f"/static/vendor/{name}?v=1", headers={**taken, **headers}) as answer:
        return answer, answer.get_data()


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip", "gzip"),
        ("br", "br"),
        (CHROMIUM, "br"),
        ("br;q=0.5, gzip", "gzip"),
        ("*", "br"),
        ("br;q=0, gzip", "gzip"),
        ("identity", None),
        ("", None),
        (None, None),
    ],
)
def test_a_text_is_sent_in_the_encoding_that_is_taken_most_gladly(client, name, accepted, encoding):
    answer, body = sent(client, name, accepted)
    assert answer.status_code == 200
    assert answer.headers.get("Content-Encoding") == encoding
    assert "Accept-Encoding" in answer.vary
    assert answer.content_length == len(body)
    assert DECODERS[encoding](body) == (VENDOR / name).read_bytes()


@pytest.mark.parametrize(
    ("name", "mimetype"),
    [("css/site.css", "text/css"), ("js/page.js", "text/javascript"), ("pictograms.svg", "image/svg+xml")],
)
def test_what_it_is_does_not_hang_on_how_it_is_sent(client, name, mimetype):
    assert {sent(client, name, accepted)[0].mimetype for accepted in ("gzip", "br", "")} == {mimetype}


def test_a_font_is_compressed_already(client):
    answer, body = sent(client, FONT, CHROMIUM)
    assert "Content-Encoding" not in answer.headers
    assert body == (VENDOR / FONT).read_bytes()


def test_each_encoding_is_kept_for_itself(client):
    tags = {accepted: sent(client, "map.js", accepted)[0].headers["ETag"] for accepted in ("gzip", "br", "")}
    assert len(set(tags.values())) == 3
    for accepted, tag in tags.items():
        answer, body = sent(client, "map.js", accepted, **{"If-None-Match": tag})
        assert (answer.status_code, body) == (304, b"")
        assert "Accept-Encoding" in answer.vary
    assert sent(client, "map.js", "gzip", **{"If-None-Match": tags["br"]})[0].status_code == 200


def test_a_file_without_a_compressed_twin_is_sent_as_it_is(client):
    assert not (VENDOR / "folium-map.js.gz").exists()
    answer, body = sent(client, "folium-map.js", CHROMIUM)
    assert "Content-Encoding" not in answer.headers
    assert body == (VENDOR / "folium-map.js").read_bytes()


@pytest.mark.parametrize("name", ["none.css", "../../app.py", "../../data/places.geojson", "css"])
def test_what_is_no_static_file_is_not_found(client, name):
    assert sent(client, name, "gzip")[0].status_code == 404


@pytest.mark.parametrize("accepted", ["gzip", "br"])
@pytest.mark.parametrize("address", ["/nl/", "/basemap.geojson", "/api/v1/places?limit=5"])
def test_a_page_is_compressed_for_each_too(client, address, accepted):
    assert client.get(address, headers={"Accept-Encoding": accepted}).headers["Content-Encoding"] == accepted


def test_every_compressed_file_says_what_its_file_says():
    made = [*VENDOR.rglob("*.br"), *VENDOR.rglob("*.gz")]
    assert len(made) >= 2 * len(TEXTS)
    for path in made:
        decode = DECODERS["br" if path.suffix == ".br" else "gzip"]
        assert decode(path.read_bytes()) == path.with_suffix("").read_bytes(), path


@pytest.mark.parametrize("name", ["a" * 300, "a/" * 3000, "%00", "..%2f..%2fetc%2fpasswd"])
def test_a_name_that_no_file_can_have_is_no_file(client, name):
    for accepted in ("br", ""):
        assert client.get(f"/static/{name}", headers={"Accept-Encoding": accepted}).status_code == 404
