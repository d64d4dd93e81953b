"""The client of Locatieserver against a local server that answers in the documented shape, or does not."""

import json
import logging
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from finder.domain.errors import InvalidInput
from finder.domain.geometry import Point
from finder.geocode.entries import FoundKind
from finder.geocode.gazetteer import Gazetteer
from finder.geocode.locate import Locator
from finder.geocode.pdok import LOCATIESERVER_URL, Locatieserver, LocatieserverUnavailable, locatieserver_from
from tests.geocode.fake_locatieserver import DOCS, Fake, drip, send
from tests.geocode.small import ENTRIES

THE_DOOR = Point(4.91236, 52.35471)


def test_free_reads_the_documented_answer(locatieserver: Fake):
    first, second = Locatieserver(locatieserver.url).free("wibautstraat 150")[0], DOCS[0]
    assert (first.label, first.kind, first.point) == (second["weergavenaam"], FoundKind.ADDRESS, THE_DOOR)
    assert (first.precision_metres, first.certain, first.source) == (20, True, "pdok")


def test_free_is_not_certain_of_a_house_that_the_text_does_not_number(locatieserver: Fake):
    found = Locatieserver(locatieserver.url).free("Wibautstraat Amsterdam")
    assert [(hit.kind, hit.certain) for hit in found] == [
        (FoundKind.ADDRESS, False),
        (FoundKind.STREET, False),
    ]


def test_only_documented_parameters_and_at_most_five_rows_are_sent(locatieserver: Fake):
    server = Locatieserver(locatieserver.url)
    server.free("Wibautstraat 150", 50)
    server.suggest("Wibaut", 0)
    server.lookup("adr-0123456789abcdef0123456789abcdef")
    free, suggest, lookup = locatieserver.asked
    assert free[0] == "/free"
    assert free[1].keys() == {"q", "fq", "fl", "rows"}
    assert free[1]["rows"] == ["5"]
    assert suggest[0] == "/suggest"
    assert suggest[1]["rows"] == ["1"]
    assert lookup[0] == "/lookup"
    assert lookup[1].keys() == {"id", "fl"}


def test_what_somebody_types_cannot_become_a_search_operator(locatieserver: Fake):
    Locatieserver(locatieserver.url).free('wibaut* (type:x) "a" -b && !c^2 ~ [1 TO 2] \\ 45-H \'t')
    assert locatieserver.asked[0][1]["q"] == ["wibaut type x a b c 2 1 TO 2 45-H 't"]


def test_suggest_and_lookup_lead_from_a_beginning_to_a_point(locatieserver: Fake):
    server = Locatieserver(locatieserver.url)
    suggestion = server.suggest("Wibautstraat 150")[0]
    assert (suggestion.label, suggestion.kind) == ("Wibautstraat 150, 1091GR Amsterdam", FoundKind.ADDRESS)
    found = server.lookup(suggestion.id)
    assert found is not None
    assert (found.point, found.certain) == (THE_DOOR, True)


@pytest.mark.parametrize("identifier", ["", "adr-1&q=x", "../free", "adr-" + "0" * 200, "adr-999"])
def test_lookup_of_no_identifier_finds_nothing(locatieserver: Fake, identifier: str):
    assert Locatieserver(locatieserver.url).lookup(identifier) is None


def test_address_takes_only_the_exact_one(locatieserver: Fake):
    address = Locatieserver(locatieserver.url).address
    found = address("nieuwe groenmarkt", "22", "", "Haarlem")
    assert found is not None
    assert (found.point, found.certain) == (Point(4.63382, 52.38251), True)
    assert address("Nieuwe Groenmarkt", "24", "", "Haarlem") is None
    assert address("Nieuwe Groenmarkt", "22", "", "Amsterdam") is None
    assert address("Nieuwe Groenmarkt", "22", "2011ZZ", "Haarlem") is None
    assert address("Nieuwe Groenmarkt", "22", "", "") is None
    assert address("", "22", "2011TW", "Haarlem") is None


def test_a_stranger_who_asks_the_same_waits_as_long_as_the_first(locatieserver: Fake):
    def slowly(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.1)
        send(handler, 200, json.dumps({"response": {"docs": DOCS[:1]}}).encode())

    locatieserver.respond = slowly
    server = Locatieserver(locatieserver.url)
    for ask in (server.free, server.suggest):
        ask("Wibautstraat 150")
        started = time.monotonic()
        ask("Wibautstraat 150")
        assert time.monotonic() - started >= 0.1
    assert len(locatieserver.asked) == 4


def _with_docs(docs: Any) -> Callable[[BaseHTTPRequestHandler], None]:
    return lambda handler: send(handler, 200, json.dumps({"response": {"docs": docs}}).encode())


MISBEHAVIOUR: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {
    "500": lambda handler: send(handler, 500, b"{}"),
    "400": lambda handler: send(handler, 400, b'{"error": "unknown parameter"}'),
    "redirect": lambda handler: send(handler, 302, b""),
    "not json": lambda handler: send(handler, 200, b"<html>"),
    "not utf-8": lambda handler: send(handler, 200, b"\xff\xfe{"),
    "empty": lambda handler: send(handler, 200, b""),
    "a list": lambda handler: send(handler, 200, b"[]"),
    "deep": lambda handler: send(handler, 200, b"[" * 100_000),
    "no docs": lambda handler: send(handler, 200, b'{"response": {}}'),
    "docs of text": _with_docs("x"),
    "docs in docs": _with_docs([[1]]),
    "too long": lambda handler: send(handler, 200, b" " * 300_000),
    "hang up": lambda handler: handler.wfile.close(),
    "slow": lambda handler: time.sleep(0.8),
    "drip": drip,
}


@pytest.mark.parametrize("way", MISBEHAVIOUR)
def test_misbehaviour_is_told_in_time_and_never_twice_asked(locatieserver: Fake, way: str):
    locatieserver.respond = MISBEHAVIOUR[way]
    started = time.monotonic()
    with pytest.raises(LocatieserverUnavailable):
        Locatieserver(locatieserver.url, seconds=0.4).free("Wibautstraat 150")
    assert time.monotonic() - started < 0.7
    assert len(locatieserver.asked) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"centroide_ll": None},
        {"centroide_ll": "POINT(nan 52)"},
        {"centroide_ll": "POINT(52.35 4.91)"},
        {"centroide_ll": "POINT(6.5 53.2)"},
        {"type": "perceel"},
        {"weergavenaam": None},
        {"weergavenaam": ["x"]},
    ],
)
def test_an_answer_that_cannot_be_used_is_left_out_and_the_others_stay(locatieserver: Fake, changes: dict[str, Any]):
    locatieserver.respond = _with_docs([{**DOCS[0], **changes}, DOCS[1]])
    found = Locatieserver(locatieserver.url).free("Groenmarkt")
    assert [hit.label for hit in found] == [DOCS[1]["weergavenaam"]]


def test_no_query_is_ever_logged_nor_named_in_an_error(
    locatieserver: Fake, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
):
    caplog.set_level(logging.DEBUG)
    Locator(Gazetteer(ENTRIES), Locatieserver(locatieserver.url)).lookup("Geheimestraat 7")
    assert len(locatieserver.asked) == 1
    for way in ("500", "hang up", "slow"):
        locatieserver.respond = MISBEHAVIOUR[way]
        with pytest.raises(LocatieserverUnavailable) as error:
            Locatieserver(locatieserver.url, seconds=0.3).free("Geheimestraat 7")
        assert "eheim" not in f"{error.value} {error.value.__cause__}"
    assert "eheim" not in caplog.text + "".join(capfd.readouterr())


@pytest.mark.parametrize("setting", [None, "", "off", "0", "No", " "])
def test_the_service_is_off_unless_switched_on(setting: str | None):
    assert locatieserver_from(setting) is None


def test_the_service_is_switched_on_by_word_or_address(locatieserver: Fake):
    server = locatieserver_from(locatieserver.url + "/")
    assert server is not None
    assert server.free("Wibautstraat 150")
    switched_on = locatieserver_from("on")
    assert switched_on is not None
    assert LOCATIESERVER_URL.startswith("https://api.pdok.nl/")


@pytest.mark.parametrize("setting", ["maybe", "ftp://example.org", "https://example.org/?q=", "https://a b"])
def test_a_setting_that_is_no_address_is_refused(setting: str):
    with pytest.raises(InvalidInput, match="PDOK_LOCATIESERVER"):
        locatieserver_from(setting)
