"""How large an answer is tells nobody what was searched."""

import re

import pytest

from finder.web.padding import STEP, filling

SEARCHES = [
    {"language": "ti"},
    {"language": "ar"},
    {"religion": "muslim"},
    {"need": "shower"},
    {"where": "1091 GB"},
    {"where": "1091 GB", "kind": "church", "within": "2000"},
]


def _sent(client, encoding, form):
    return client.post("/nl+ti/", data={"go": "1", **form}, headers={"Accept-Encoding": encoding})


@pytest.mark.parametrize("encoding", ["br", "gzip", ""])
def test_every_search_is_sent_in_whole_steps(client, encoding):
    for form in SEARCHES:
        answer = _sent(client, encoding, form)
        assert answer.content_encoding == (encoding or None)
        off = min(answer.content_length % STEP, -answer.content_length % STEP)
        assert off <= (600 if encoding else 0), (form, answer.content_length)


def test_searches_that_differ_by_a_little_are_as_large_as_each_other(client):
    steps = {round(_sent(client, "br", {"go": "1", "language": code}).content_length / STEP) for code in ("ti", "ar")}
    assert len(steps) == 1


def test_the_same_search_is_filled_with_something_else_each_time(client):
    first, second = (_sent(client, "", SEARCHES[0]).text for _ in range(2))
    assert first != second
    assert re.sub(r"\n<!-- \S* -->$", "", first) == re.sub(r"\n<!-- \S* -->$", "", second)


def test_a_filling_is_as_long_as_asked_and_ends_no_comment_early():
    for size in (10, 11, 500, 4096):
        assert len(filling(size)) == size
    for _ in range(50):
        assert filling(4096).count(b"-->") == 1


def test_what_answers_no_question_is_not_filled(client):
    for path in ("/nl/", "/nl/agenda", "/api/v1/places?kind=church"):
        assert "<!-- " not in client.get(path).text
