"""A client that says who asks, waits when it is told to, takes only so much and goes only where it may."""

import gzip
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from finder.domain.errors import InvalidInput
from finder.refresh.client import Limits, PoliteClient, SourceUnavailable, Version
from finder.refresh.destinations import ForbiddenDestination
from tests.refresh.server import Told


@pytest.fixture
def slept():
    return []


@pytest.fixture
def client(server, slept):
    def client(**limits):
        return PoliteClient("operator@example.org", [server.url], Limits(**limits), slept.append)

    return client


def test_a_request_names_the_product_and_how_to_reach_the_operator(server, client):
    url = server.tell("/feed", Told(body=b"[]"))
    assert client().get(url, {"data": "x y"}).body == b"[]"
    assert server.asked[0].headers["User-Agent"] == "Samenplek (operator@example.org)"
    assert server.asked[0].query == {"data": ["x y"]}
    assert "If-Modified-Since" not in server.asked[0].headers


@pytest.mark.parametrize("contact", ["", " ", "me\r\nX-Evil: 1", "é@example.org"])
def test_a_contact_that_fits_no_header_is_refused(contact):
    with pytest.raises(InvalidInput, match="contact"):
        PoliteClient(contact, [])


def test_what_is_known_is_not_sent_again(server, client):
    version = Version('"abc"', "Mon, 23 Nov 2026 08:00:00 GMT")
    url = server.tell(
        "/feed", Told(body=b"1", headers={"ETag": version.etag, "Last-Modified": version.last_modified}), Told(304)
    )
    asking = client()
    answer = asking.get(url)
    assert (answer.body, answer.version) == (b"1", version)
    assert asking.get(url, known=answer.version) is None
    told = server.asked[1].headers
    assert (told["If-None-Match"], told["If-Modified-Since"]) == (version.etag, version.last_modified)


@pytest.mark.parametrize("status", [429, 503, 504])
def test_a_busy_service_is_asked_again_after_the_time_it_says(server, client, slept, status):
    url = server.tell("/feed", Told(status, headers={"Retry-After": "7"}), Told(body=b"ok"))
    assert client(pause=0.5).get(url).body == b"ok"
    assert slept == [7.0, 0.5]


def test_a_service_may_say_at_which_moment_to_come_back(server, client, slept):
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    past = format_datetime(datetime.now(UTC) - timedelta(seconds=60), usegmt=True)
    url = server.tell(
        "/feed", Told(503, headers={"Retry-After": moment}), Told(503, headers={"Retry-After": past}), Told(body=b"ok")
    )
    assert client(pause=0).get(url).body == b"ok"
    assert slept[0] == pytest.approx(60, abs=3)
    assert slept[2] == 0


def test_without_a_word_the_wait_doubles_until_the_client_gives_up(server, client, slept):
    url = server.tell("/feed", Told(429, headers={"Retry-After": "soon"}))
    with pytest.raises(SourceUnavailable, match="answered 429, 3 times"):
        client(tries=3, pause=0, first_wait=5).get(url)
    assert [seconds for seconds in slept if seconds] == [5, 10]
    assert len(server.asked) == 3


def test_a_wait_that_is_too_long_ends_the_visit(server, client, slept):
    url = server.tell("/feed", Told(429, headers={"Retry-After": "3600"}))
    with pytest.raises(SourceUnavailable, match="asks to come back after 3600 seconds"):
        client().get(url)
    assert (slept, len(server.asked)) == ([], 1)


def test_requests_come_one_at_a_time_with_a_pause_between(server, client, slept):
    url = server.tell("/feed", Told(body=b"1"))
    asking = client(pause=2)
    for _ in range(3):
        asking.get(url)
    assert (slept, server.most_at_once) == ([2, 2], 1)


@pytest.mark.parametrize("status", [400, 401, 404, 500])
def test_any_other_answer_is_told_and_not_asked_for_again(server, client, status):
    url = server.tell("/feed", Told(status))
    with pytest.raises(SourceUnavailable, match=f"answered {status}"):
        client().get(url)
    assert len(server.asked) == 1


def test_too_large_an_answer_is_cut_off(server, client):
    url = server.tell("/feed", Told(body=b"x" * 200_000))
    with pytest.raises(SourceUnavailable, match="more than 100000 bytes"):
        client(largest_answer=100_000).get(url)


def test_an_answer_that_grows_when_it_is_unpacked_is_cut_off(server, client):
    packed = gzip.compress(b"x" * 5_000_000)
    url = server.tell("/feed", Told(body=packed, headers={"Content-Encoding": "gzip"}))
    with pytest.raises(SourceUnavailable, match="bytes"):
        client(largest_answer=100_000).get(url)


def test_an_answer_that_takes_too_long_is_cut_off(server, client):
    url = server.tell("/feed", Told(body=b"x"))
    with pytest.raises(SourceUnavailable, match="too slowly"):
        client(longest_answer=-1).get(url)


def test_an_answer_that_cannot_be_unpacked_is_told(server, client):
    url = server.tell("/feed", Told(body=b"no gzip", headers={"Content-Encoding": "gzip"}))
    with pytest.raises(SourceUnavailable, match="did not answer as documented"):
        client().get(url)


def test_nobody_there_is_tried_again_and_told(client, slept):
    with pytest.raises(SourceUnavailable, match=r"did not answer \(ConnectionError\), 2 times"):
        client(tries=2).get("http://127.0.0.1:9/")
    assert slept[0] == 5


def test_a_server_may_lead_on_to_itself(server, client):
    server.tell("/new", Told(body=b"here"))
    url = server.tell("/old", Told(301, headers={"Location": "/new"}))
    assert client().get(url, {"a": "b"}).body == b"here"
    assert server.asked[1].query == {}


def test_a_server_does_not_lead_into_the_operators_network(server, other, client):
    other.tell("/secret", Told(body=b"secret"))
    url = server.tell("/old", Told(302, headers={"Location": f"{other.url}/secret"}))
    with pytest.raises(ForbiddenDestination, match="not a public address"):
        client().get(url)
    assert other.asked == []


@pytest.mark.parametrize("location", ["file:///etc/passwd", "", "http://[::1", "gopher://x"])
def test_a_server_leads_to_web_addresses_only(server, client, location):
    url = server.tell("/old", Told(302, headers={"Location": location}))
    with pytest.raises((ForbiddenDestination, SourceUnavailable)):
        client().get(url)


def test_a_server_does_not_lead_in_circles(server, client):
    url = server.tell("/round", Told(302, headers={"Location": "/round"}))
    with pytest.raises(SourceUnavailable, match="on and on"):
        client(redirects=3).get(url)
    assert len(server.asked) == 4
