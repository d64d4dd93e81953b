"""The body of a search is that of its parts, written once or anew."""

import json
from datetime import UTC, datetime

import pytest

from finder.domain.errors import InvalidInput
from finder.domain.filters import Filters
from finder.domain.geometry import Point
from finder.domain.vocabulary import Need, PlaceKind
from finder.formats.places_file import read_places
from finder.search.index import PlaceIndex
from finder.web.open_data.v1 import search_body
from finder.web.open_data.v1.representation import answer_properties, feature, place_properties
from finder.web.open_data.v1.search_body import search_text, text_of
from finder.web.query.search_parameters import SearchRequest
from tests.paths import DATA
from tests.places import a_hidden_place, a_place

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
SEARCHES = [
    SearchRequest(Filters(), 20, 0),
    SearchRequest(Filters(near=Point(4.9123, 52.3547), within=3000.0, languages=frozenset({"ti", "nl"})), 100, 0),
    SearchRequest(Filters(kinds=frozenset({PlaceKind.DROP_IN}), needs=frozenset({Need.MEAL}), open_at=NOW), 20, 5),
    SearchRequest(Filters(languages=frozenset({"xx"}), kinds=frozenset({PlaceKind.GURDWARA})), 20, 90),
]


@pytest.fixture(scope="module")
def index() -> PlaceIndex:
    return PlaceIndex(read_places(DATA / "places.geojson"))


@pytest.mark.parametrize("asked", SEARCHES)
def test_a_body_is_to_the_byte_what_its_features_are(index: PlaceIndex, asked: SearchRequest):
    hits = index.search(asked.filters, now=NOW, limit=asked.limit, offset=asked.offset)
    features = [
        feature(hit.place, place_properties(hit.place) | answer_properties(hit, hit.opening)) for hit in hits.items
    ]
    if asked.filters.open_at is None:
        expected = {
            "type": "FeatureCollection",
            "numberMatched": hits.total,
            "numberReturned": len(features),
            "numberCertain": hits.count.certain,
            "numberLikely": hits.count.likely,
            "numberPerhaps": hits.count.perhaps,
            "features": features,
        }
        written = json.dumps(expected, ensure_ascii=False, separators=(",", ":"))
        assert search_text(index, asked, NOW) == written
        assert search_text(index, asked, NOW) == written
    body = json.loads(search_text(index, asked, NOW))
    assert [found["id"] for found in body["features"]] == [hit.place.code for hit in hits.items]


def test_a_page_of_hits_is_a_collection_with_the_number_of_all():
    body = json.loads(search_text(PlaceIndex([a_place("Aap"), a_place("Noot")]), SearchRequest(Filters(), 1, 1), NOW))
    assert (body["type"], body["numberMatched"], body["numberReturned"]) == ("FeatureCollection", 2, 1)
    assert [found["properties"]["name"] for found in body["features"]] == ["Noot"]


def test_what_the_engine_refuses_is_called_by_its_key_in_the_api(index: PlaceIndex):
    with pytest.raises(InvalidInput) as refused:
        search_text(index, SearchRequest(Filters(open_at=datetime(2026, 11, 25)), 1, 0), NOW)
    assert refused.value.key == "openAt"
    assert refused.value.value == "2026-11-25T00:00:00"


def test_a_body_is_sent_without_spaces_and_in_its_own_letters():
    assert text_of({"name": "Élan", "languages": ["ti"]}) == '{"name":"Élan","languages":["ti"]}'


def test_places_beyond_what_is_kept_are_written_anew(index: PlaceIndex, monkeypatch: pytest.MonkeyPatch):
    whole = search_text(index, SEARCHES[0], NOW)
    monkeypatch.setattr(search_body, "MOST_KEPT", 3)
    search_body._written.clear()
    assert search_text(index, SEARCHES[0], NOW) == whole
    assert len(search_body._written[index]) <= 3


def test_another_index_writes_its_own(index: PlaceIndex):
    search_text(index, SEARCHES[0], NOW)
    other = PlaceIndex(index.places[:5])
    assert json.loads(search_text(other, SEARCHES[0], NOW))["numberMatched"] <= 5
    assert set(search_body._written[other]) <= {place.code for place in other.places}


def test_a_place_that_keeps_its_address_back_has_neither_geometry_nor_address_nor_distance():
    near = Filters(near=Point(4.9, 52.36))
    (hidden,) = json.loads(search_text(PlaceIndex([a_hidden_place()]), SearchRequest(near, 20, 0), NOW))["features"]
    told = hidden["properties"]
    assert hidden["geometry"] is None
    assert set(told["address"].values()) == {""}
    assert (told["distanceMetres"], told["walkingMinutes"]) == (None, None)
    assert (told["sensitivity"], told["neighbourhood"], told["phone"]) == (
        *("on_request", "Dapperbuurt", "020 123 4567"),
    )
