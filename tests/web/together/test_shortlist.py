"""The list of places over HTTP: it stands in the page and behind the # of a link, and nowhere else."""

import re
from html import unescape

import pytest

from finder.domain.geometry import Point, metres_between, walking_minutes
from tests.web.together.samples import CODES, NEAR, PLACES, ZUIDOOST, text_of


def test_the_ninth_place_is_named(client):
    ninth = next(place for place in PLACES if place.code not in CODES)
    answer = client.post("/nl/shortlist", data={"code": [*CODES, ninth.code]})
    assert f'data-list="{" ".join(CODES)}"' in answer.get_data(as_text=True)
    assert f"{ninth.name} past er niet meer bij" in text_of(answer)


def test_without_javascript_a_place_is_taken_off_by_its_button(client):
    answer = client.post("/nl/shortlist", data={"code": CODES[:3], "without": CODES[1]})
    assert f'data-list="{CODES[0]} {CODES[2]}"' in answer.get_data(as_text=True)


def test_only_more_than_one_place_can_be_compared(client):
    one, two = (client.post("/nl/shortlist", data={"code": CODES[:n]}).get_data(as_text=True) for n in (1, 2))
    assert 'formaction="/nl/compare"' not in one
    assert 'formaction="/nl/compare"' in two


@pytest.mark.parametrize("page", ["shortlist", "compare"])
def test_distances_are_those_from_where_one_starts(client, page):
    far = metres_between(Point(4.9123, 52.3547), ZUIDOOST[0].point)
    text = text_of(client.post(f"/nl/{page}", data={"code": CODES[0], "near": NEAR}))
    assert f"{round(far / 1000, 1):.1f} km".replace(".", ",") in text
    assert f"ongeveer {walking_minutes(far)} minuten lopen" in text


def test_the_link_carries_the_list_behind_the_fragment_only(client):
    page = client.post("/nl+ar/shortlist", data={"code": CODES}).get_data(as_text=True)
    link = unescape(re.search(r'data-copy="([^"]+)"', page)[1])
    address, _, text = link.partition("#")
    assert address.endswith("/nl+ar/shortlist")
    assert text == ".".join(["1", "nl+ar", *CODES])
    assert len(text) <= 80
