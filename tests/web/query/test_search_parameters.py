"""Keys of a search over HTTP and on the command line, read from literals: where each of them ends."""

from datetime import UTC, datetime

import pytest

from finder.domain.errors import InvalidInput
from finder.domain.filters import Filters, Unknown
from finder.domain.geometry import BBox, Point
from finder.web.query.search_parameters import SearchRequest, parse_metres, parse_moment, read_search

NEAR = "4.95,52.31"


def test_nothing_asked_is_the_first_page_of_everything():
    assert read_search({}) == SearchRequest(Filters(), 20, 0)


def test_each_key_becomes_its_filter():
    given = {
        "near": [NEAR],
        "within": ["1500.5"],
        "bbox": ["4.88,52.35,4.94,52.38"],
        "language": ["ti", "ar"],
        "openAt": ["2026-11-25T10:00:00Z"],
        "unknown": ["exclude"],
        "limit": ["5"],
        "offset": ["10"],
    }
    assert read_search(given) == SearchRequest(
        Filters(
            near=Point(4.95, 52.31),
            within=1500.5,
            bbox=BBox(4.88, 52.35, 4.94, 52.38),
            languages=frozenset({"ti", "ar"}),
            open_at=datetime(2026, 11, 25, 10, 0, tzinfo=UTC),
            unknown=Unknown.EXCLUDE,
        ),
        5,
        10,
    )


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [("limit", ("1", "100"), ("0", "101", "1.5", "")), ("offset", ("0", "10000000"), ("-1", "10000001", "x"))],
)
def test_a_page_has_its_limits(key, good, bad):
    for text in good:
        assert read_search({key: [text]}) == SearchRequest(
            Filters(), int(text) if key == "limit" else 20, int(text) if key == "offset" else 0
        )
    for text in bad:
        with pytest.raises(InvalidInput, match=key):
            read_search({key: [text]})


@pytest.mark.parametrize("text", ["2000-01-01T00:00:00Z", "2100-12-31T23:59:59+01:00", "2026-11-25t10:00:00 01:00"])
def test_a_moment_is_one_of_a_hundred_years(text):
    assert parse_moment("openAt", text).tzinfo is not None


@pytest.mark.parametrize("text", ["1999-12-31T23:59:59Z", "2101-01-01T00:00:00Z", "2026-11-25T10:00:00", "now"])
def test_any_other_moment_is_refused(text):
    with pytest.raises(InvalidInput, match="openAt"):
        parse_moment("openAt", text)


def test_a_distance_is_above_nothing_and_ends_somewhere():
    assert (parse_metres("within", "0.5"), parse_metres("within", "200000")) == (0.5, 200000.0)
    for text in ("0", "-1", "200000.5", "nan", "inf", "far"):
        with pytest.raises(InvalidInput, match="within"):
            parse_metres("within", text)


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"within": ["100"]}, "within"),
        ({"near": [NEAR, NEAR]}, "near"),
        ({"unknown": ["include", "exclude"]}, "unknown"),
        ({"lang": ["ti"]}, "lang"),
        ({"language": ["xx"]}, "language"),
        ({"unknown": ["perhaps"]}, "unknown"),
    ],
)
def test_what_cannot_be_used_is_refused_by_its_key(given, key):
    with pytest.raises(InvalidInput) as refused:
        read_search(given)
    assert refused.value.key == key


def test_a_name_has_from_one_character_to_a_hundred_and_twenty():
    for text in ("x", " x ", "x" * 120):
        assert read_search({"name": [text]}).name == text.strip()
    for text in ("", " ", "x" * 121):
        with pytest.raises(InvalidInput, match="name"):
            read_search({"name": [text]})
