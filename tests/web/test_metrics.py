"""What is counted says how much and how fast, never what or by whom. Nothing is counted unless an operator wants it."""

import re
import urllib.request
from dataclasses import replace
from urllib.parse import urlencode

import pytest

from finder.web import create_app
from finder.web.metrics import room_of
from finder.web.settings import Settings, settings_from
from tests.servers import serving


def test_nothing_is_counted_unless_it_is_asked_for(client):
    assert settings_from({}).metrics is False
    assert settings_from({"SAMENPLEK_METRICS": "1"}).metrics is True
    assert client.get("/metrics").status_code != 200


def test_requests_are_counted_by_room_and_class_of_status_and_nothing_else():
    client = create_app(replace(Settings(), metrics=True)).test_client()
    client.post("/nl+ti/", data={"go": "1", "language": "ti", "where": "1091 GB"})
    client.get("/api/v1/places?language=ti")
    client.get("/needle/places/NEEDLE")
    told = client.get("/metrics").text
    assert 'samenplek_request_seconds_count{room="pages",status="2xx"} 1.0' in told
    assert 'samenplek_request_seconds_count{room="api",status="2xx"} 1.0' in told
    assert {key for labels in re.findall(r"\{(.*?)\}", told) for key in re.findall(r"(\w+)=", labels)} <= {
        "room",
        "status",
        "le",
    }
    assert not re.search(r"needle|1091|\bti\b|127\.0\.0\.1", told, re.IGNORECASE)


@pytest.mark.parametrize(
    ("path", "room"),
    [("/api/v1/places", "api"), ("/static/x.css", "static"), ("/nl/places/Z06S5", "pages"), ("/apis", "pages")],
)
def test_a_room_is_one_of_a_handful(path, room):
    assert room_of(path) == room


def test_the_processes_of_a_server_count_together(tmp_path):
    with serving(tmp_path, {"SAMENPLEK_METRICS": "1"}) as server:
        for _ in range(20):
            urllib.request.urlopen(f"{server.url}/nl/", urlencode({"go": "1"}).encode(), timeout=10).close()
        with urllib.request.urlopen(f"{server.url}/metrics", timeout=10) as answer:
            told = answer.read().decode()
    assert re.search(r'samenplek_request_seconds_count\{room="pages",status="2xx"\} 2\d\.0', told)
