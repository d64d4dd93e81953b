"""What visitors are made to send is what the page takes."""

from urllib.parse import parse_qsl

from bench.forms import COUNT, PLAIN, bodies

FORM = "application/x-www-form-urlencoded"


def test_the_plain_search_gives_a_whole_page_of_hits(client):
    page = client.post("/nl+ar/", data=PLAIN, content_type=FORM).get_data(as_text=True)
    assert page.count('<li class="hit"') == 20


def test_searches_differ_and_are_all_taken(client):
    asked = list(bodies())
    assert len(set(asked)) == len(asked) == COUNT
    for body in asked[:12]:
        assert client.post("/nl/", data=body, content_type=FORM).status_code == 200
    assert {key for body in asked for key, _ in parse_qsl(body)} >= {"kind", "language", "need", "not_religion"}
