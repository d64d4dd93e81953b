"""The body that answers a search, and the key by which what the engine refuses is called."""

from datetime import UTC, datetime

import pytest

from finder.domain.errors import InvalidInput
from finder.domain.filters import Filters
from finder.search.index import PlaceIndex
from finder.web.open_data.v1.parameters import SearchRequest
from finder.web.open_data.v1.search_body import search_body, text_of
from tests.places import a_place

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
INDEX = PlaceIndex([a_place("Aap"), a_place("Noot")])


def test_a_page_of_hits_is_a_collection_with_the_number_of_all():
    body = search_body(INDEX, SearchRequest(Filters(), 1, 1), NOW)
    assert (body["type"], body["numberMatched"], body["numberReturned"]) == ("FeatureCollection", 2, 1)
    assert [feature["properties"]["name"] for feature in body["features"]] == ["Noot"]


def test_what_the_engine_refuses_is_called_by_its_key_in_the_api():
    with pytest.raises(InvalidInput) as refused:
        search_body(INDEX, SearchRequest(Filters(open_at=datetime(2026, 11, 25)), 1, 0), NOW)
    assert refused.value.key == "openAt"
    assert refused.value.value == "2026-11-25T00:00:00"


def test_a_body_is_sent_without_spaces_and_in_its_own_letters():
    assert text_of({"name": "Élan", "languages": ["ti"]}) == '{"name":"Élan","languages":["ti"]}'
