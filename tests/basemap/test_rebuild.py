"""``flask basemap``: real shapes from an OSM file or from PDOK, here from a local server that answers as documented."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from shapely.geometry import Point, mapping, shape

from finder.basemap.features import Basemap
from finder.basemap.layers import Layer
from finder.basemap.osm import read_osm
from finder.basemap.raw import RawShape
from finder.basemap.rebuild import rebuild
from finder.basemap.top10nl import BasemapUnavailable, fetch_top10nl
from finder.domain.errors import InvalidData
from finder.domain.geometry import BBox
from finder.web.commands.basemap import register
from tests.paths import ROOT

TINY = ROOT / "tests" / "fixtures" / "tiny.osm"
HERE = BBox(4.88, 52.34, 4.93, 52.37)
SQUARE = [[[4.90, 52.35], [4.91, 52.35], [4.91, 52.355], [4.90, 52.355], [4.90, 52.35]]]
PARK = [[[4.90, 52.36], [4.91, 52.36], [4.91, 52.365], [4.90, 52.365], [4.90, 52.36]]]
FEATURES: dict[str, list[tuple[dict[str, Any], dict[str, Any]]]] = {
    "waterdeel_vlak": [
        ({"typewater": "meer, plas", "naamnl": "Verzonnen Plas"}, {"type": "Polygon", "coordinates": SQUARE}),
        ({"typewater": "greppel, droge sloot"}, {"type": "Polygon", "coordinates": PARK}),
    ],
    "functioneel_gebied_vlak": [
        ({"typefunctioneelgebied": "park", "naamnl": "Verzonnen Park"}, {"type": "Polygon", "coordinates": PARK}),
        ({"typefunctioneelgebied": "bedrijventerrein"}, {"type": "Polygon", "coordinates": SQUARE}),
    ],
    "functioneel_gebied_multivlak": [],
    "terrein_vlak": [({"typelandgebruik": "grasland"}, {"type": "Polygon", "coordinates": SQUARE})],
    "wegdeel_hartlijn": [
        ({"typeWeg": "hoofdweg"}, {"type": "LineString", "coordinates": [[4.89, 52.345], [4.92, 52.346]]}),
        ({"type_weg": ["straat"]}, {"type": "LineString", "coordinates": [[4.89, 52.35], [4.92, 52.36]]}),
    ],
    "spoorbaandeel_lijn": [
        ({"typespoorbaan": "trein"}, {"type": "LineString", "coordinates": [[4.89, 52.344], [4.92, 52.344]]}),
        ({"typespoorbaan": "tram"}, {"type": "LineString", "coordinates": [[4.89, 52.36], [4.92, 52.36]]}),
    ],
}


class FakePdok:
    """One feature a page, so that every collection of more than one has a next link."""

    def __init__(self) -> None:
        self.url = ""
        self.asked: list[str] = []
        self.fail_first = 0
        self.change: Callable[[dict[str, Any]], Any] = lambda page: page

    def page(self, path: str) -> tuple[int, Any]:
        self.asked.append(path)
        if self.fail_first:
            self.fail_first -= 1
            return 503, {}
        split = urlsplit(path)
        query = parse_qs(split.query)
        collection = split.path.split("/")[2]
        if not {"bbox", "limit", "f"} <= query.keys() or collection not in FEATURES:
            return 404, {}
        at = int(query.get("cursor", ["0"])[0])
        rows = FEATURES[collection]
        links = [{"rel": "self", "href": self.url + path}]
        if at + 1 < len(rows):
            links.append({"rel": "next", "href": f"{self.url}{split.path}?{split.query}&cursor={at + 1}"})
        features = [{"type": "Feature", "properties": p, "geometry": g} for p, g in rows[at : at + 1]]
        page = {"type": "FeatureCollection", "features": features, "links": links, "numberReturned": len(features)}
        return 200, self.change(page)


@pytest.fixture
def pdok() -> Iterator[FakePdok]:
    fake = FakePdok()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, page = fake.page(self.path)
            body = json.dumps(page).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/geo+json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield fake
    server.shutdown()
    server.server_close()
    thread.join()


def layers(shapes: list[RawShape]) -> list[tuple[Layer, str]]:
    return sorted((raw.layer, raw.name) for raw in shapes)


def test_top10nl_is_read_page_after_page_and_only_what_is_drawn(pdok: FakePdok):
    shapes = list(fetch_top10nl(HERE, pdok.url))
    assert layers(shapes) == [
        (Layer.PARK, "Verzonnen Park"),
        (Layer.RAILWAY, ""),
        (Layer.ROAD, ""),
        (Layer.WATER, ""),
    ]
    assert len(pdok.asked) == 10
    assert "/collections/waterdeel_vlak/items?bbox=4.88,52.34,4.93,52.37&limit=1000&f=json" in pdok.asked


def test_top10nl_tries_a_page_again(pdok: FakePdok):
    pdok.fail_first = 2
    assert len(list(fetch_top10nl(HERE, pdok.url, pause=0))) == 4


@pytest.mark.parametrize(
    "change",
    [
        lambda page: [],
        lambda page: {"features": "x"},
        lambda page: {"features": [{}]},
        lambda page: {"features": [{"properties": {"typewater": "zee"}, "geometry": {"type": "Blob"}}]},
        lambda page: {**page, "links": [{"rel": "next", "href": "http://elsewhere.example/items"}]},
    ],
)
def test_top10nl_refuses_an_answer_that_is_not_as_documented(pdok: FakePdok, change: Callable[[Any], Any]):
    pdok.change = change
    with pytest.raises(BasemapUnavailable):
        list(fetch_top10nl(HERE, pdok.url, pause=0))


def test_top10nl_gives_up_after_three_tries_and_after_too_many_pages(pdok: FakePdok, monkeypatch: pytest.MonkeyPatch):
    pdok.fail_first = 3
    with pytest.raises(BasemapUnavailable, match="3 times"):
        list(fetch_top10nl(HERE, pdok.url, pause=0))
    monkeypatch.setattr("finder.basemap.top10nl.MOST_PAGES", 1)
    with pytest.raises(BasemapUnavailable, match="smaller area"):
        list(fetch_top10nl(HERE, pdok.url, pause=0))


def test_osm_file_gives_the_layers_and_leaves_the_rest():
    shapes = list(read_osm(TINY, HERE))
    assert layers(shapes) == [
        (Layer.FERRY, "Verzonnen Veer"),
        (Layer.METRO, "Verzonnen Plein"),
        (Layer.PARK, "Verzonnen Park"),
        (Layer.RAILWAY, ""),
        (Layer.ROAD, ""),
        (Layer.ROAD, ""),
        (Layer.STATION, "Verzonnen Zuid"),
        (Layer.WATER, ""),
    ]
    (lake,) = [raw.geometry for raw in shapes if raw.layer is Layer.WATER]
    assert lake.covers(Point(4.901, 52.351))
    assert not lake.covers(Point(4.905, 52.353))


@pytest.mark.parametrize("text", ["not osm", "<osm", ""])
def test_osm_file_that_cannot_be_read_is_refused(tmp_path: Path, text: str):
    (tmp_path / "x.osm").write_text(text, "utf-8")
    with pytest.raises(InvalidData, match=r"x\.osm"):
        list(read_osm(tmp_path / "x.osm", HERE))
    with pytest.raises(InvalidData, match="not there"):
        list(read_osm(tmp_path / "absent.osm.pbf", HERE))


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    app = Flask(__name__)
    register(app)
    (tmp_path / "b.geojson").write_bytes((ROOT / "data" / "basemap.geojson").read_bytes())

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(app.cli, ["basemap", *arguments, "--out", str(tmp_path / "b.geojson")])

    return call


def test_the_command_replaces_water_by_that_of_an_osm_file_and_keeps_the_districts(
    run: Callable[..., Result], tmp_path: Path
):
    result = run("--osm", str(TINY), "--bbox", "4.88,52.34,4.93,52.37")
    assert result.exit_code == 0, result.output
    new = json.loads((tmp_path / "b.geojson").read_text("utf-8"))
    assert new["attribution"].startswith("(c) OpenStreetMap contributors (ODbL 1.0); ")
    assert "own-water" not in new["sources"]
    assert new["sources"]["osm"]["licence"].startswith("ODbL")
    by_layer: dict[str, list[Any]] = {}
    for feature in new["features"]:
        by_layer.setdefault(feature["properties"]["layer"], []).append(feature)
    assert len(by_layer["district"]) == 30
    assert [item["properties"]["name"] for item in by_layer["station"]] == ["Verzonnen Zuid"]
    (water,) = by_layer["water"]
    assert shape(water["geometry"]).area == pytest.approx(0.00006 - 0.000008, rel=0.05)
    (road,) = by_layer["road"]
    assert len(road["geometry"]["coordinates"]) == 1
    assert "8 m" in result.output


def test_the_command_replaces_water_by_that_of_top10nl(run: Callable[..., Result], tmp_path: Path, pdok: FakePdok):
    result = run("--top10nl", "--base-url", pdok.url, "--bbox", "4.88,52.34,4.93,52.37")
    assert result.exit_code == 0, result.output
    new = json.loads((tmp_path / "b.geojson").read_text("utf-8"))
    assert "Kadaster" in new["attribution"]
    assert "CBS" in new["attribution"]
    layers_now = {item["properties"]["layer"] for item in new["features"]}
    assert layers_now >= {"water", "park", "road", "railway", "district", "station", "ferry", "metro"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "choose one"),
        (["--top10nl", "--osm", "x.osm"], "choose one"),
        (["--osm", "absent.osm"], "is not there"),
        (["--osm", str(TINY), "--bbox", "52.3,4.8,52.4,4.9"], "served area"),
        (["--osm", str(TINY), "--bbox", "4.9"], "west,south,east,north"),
        (["--osm", str(TINY), "--bbox", "4.5,52.3,4.6,52.4"], "nothing to draw"),
        (["--osm", str(TINY), "--budget", "100"], "does not fit"),
    ],
)
def test_the_command_says_what_is_wrong_and_keeps_the_old_file(
    run: Callable[..., Result], tmp_path: Path, arguments: list[str], message: str
):
    before = (tmp_path / "b.geojson").read_bytes()
    result = run(*arguments)
    assert result.exit_code != 0
    assert message in result.output
    assert (tmp_path / "b.geojson").read_bytes() == before


def test_the_command_keeps_the_old_file_when_the_service_is_away(
    run: Callable[..., Result], tmp_path: Path, pdok: FakePdok, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("finder.basemap.top10nl.time.sleep", lambda seconds: None)
    pdok.fail_first = 99
    before = (tmp_path / "b.geojson").read_bytes()
    result = run("--top10nl", "--base-url", pdok.url)
    assert result.exit_code == 1
    assert "failed 3 times" in result.output
    assert (tmp_path / "b.geojson").read_bytes() == before


def test_rebuild_gets_coarser_until_it_fits():
    zigzag = [(4.89 + step / 4000, 52.35 + (step % 2) / 4000) for step in range(120)]
    shapes = [RawShape(Layer.ROAD, "", shape({"type": "LineString", "coordinates": zigzag}))]
    empty = Basemap("", {}, ())
    source = ("s", {"title": "t", "licence": "l"})
    fine, finest = rebuild(empty, shapes, HERE, source, "us", 20_000)
    coarse, tolerance = rebuild(empty, shapes, HERE, source, "us", 400)
    assert (finest, tolerance > finest) == (8, True)
    assert len(mapping(coarse.features[0].geometry)["coordinates"][0]) < len(
        mapping(fine.features[0].geometry)["coordinates"][0]
    )


def test_compile_basemap_of_small_files(tmp_path: Path):
    app = Flask(__name__)
    register(app)
    square = {"type": "Feature", "properties": {"n": "A (1)"}, "geometry": {"type": "Polygon", "coordinates": SQUARE}}
    (tmp_path / "a.geojson").write_text(json.dumps({"features": [square]}), "utf-8")
    (tmp_path / "b.toml").write_text(
        'attribution = "us"\n[sources.s]\ntitle = "t"\n'
        '[[layers]]\nlayer = "park"\nfile = "a.geojson"\nsource = "s"\nname = "n"\nsimplify = 5\n',
        "utf-8",
    )
    out = tmp_path / "out.geojson"
    files = ["--inputs", str(tmp_path), "--manifest", str(tmp_path / "b.toml"), "--out", str(out)]
    result = CliRunner().invoke(app.cli, ["compile-basemap", *files])
    assert result.exit_code == 0, result.output
    (feature,) = json.loads(out.read_text("utf-8"))["features"]
    assert feature["properties"] == {"layer": "park", "name": "A", "source": "s"}
    (tmp_path / "b.toml").write_text((tmp_path / "b.toml").read_text("utf-8").replace('"park"', '"moon"'), "utf-8")
    assert "moon" in CliRunner().invoke(app.cli, ["compile-basemap", *files]).output
