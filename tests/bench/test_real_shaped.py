"""Real-shaped places are served like the real ones: none refused, none twice, none where it was."""

import json

from bench.real_shaped import features, write
from finder.web import create_app
from tests.paths import ROOT


def test_real_shaped_places_are_served_with_codes_of_their_own(tmp_path, monkeypatch):
    for name, value in write(tmp_path, 1300).items():
        monkeypatch.setenv(name, value)
    client = create_app().test_client()
    made = list(features(1300))
    assert len({feature["id"] for feature in made}) == 1300
    assert client.get(f"/api/v1/places/{made[-1]['id']}").status_code == 200
    real = json.loads((ROOT / "data/places.geojson").read_text())["features"]
    gone = sum(feature["properties"].get("status") in ("closed", "moved") for feature in made)
    assert json.loads(client.get("/api/v1/places?limit=1").data)["numberMatched"] == 1300 - gone
    assert {f["id"] for f in made}.isdisjoint(f["id"] for f in real)
    assert [f["geometry"] for f in made[: len(real)]] != [f["geometry"] for f in real]


def test_real_shaped_places_are_the_same_each_time():
    assert list(features(5)) == list(features(5))
