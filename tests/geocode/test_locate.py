"""The offline gazetteer first, and the service behind it only for what that does not know."""

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from finder.domain.geometry import Point
from finder.geocode.found import Lookup, Question
from finder.geocode.gazetteer import Gazetteer
from finder.geocode.locate import Locator
from finder.geocode.pdok import Locatieserver
from tests.geocode.fake_locatieserver import DOCS, Fake, send
from tests.geocode.small import ENTRIES, small_table

GAZETTEER = Gazetteer(ENTRIES, (), small_table())
UNKNOWN_NUMBER = "Wibautstraat 150"
THE_DOOR = Point(4.91236, 52.35471)


@pytest.fixture
def locator(locatieserver: Fake) -> Locator:
    return Locator(GAZETTEER, Locatieserver(locatieserver.url, seconds=10))


def _with_docs(*docs: dict[str, Any]) -> Callable[[BaseHTTPRequestHandler], None]:
    return lambda handler: send(handler, 200, json.dumps({"response": {"docs": docs}}).encode())


@pytest.mark.parametrize("text", ["station amstel", "1091 GR", "Wibautstraat 131", "Kerkstraat 10 Haarlem", ""])
def test_what_is_known_offline_is_never_asked(locator: Locator, locatieserver: Fake, text: str):
    assert locator.lookup(text) == GAZETTEER.lookup(text)
    assert locatieserver.asked == []


def test_a_question_between_known_things_is_not_answered_by_the_service(locator: Locator, locatieserver: Fake):
    assert locator.lookup("Kerkstraat 10").question is Question.WHICH
    assert locatieserver.asked == []


def test_a_number_of_a_known_street_is_settled_by_the_service(locator: Locator, locatieserver: Fake):
    found = locator.lookup(UNKNOWN_NUMBER).settled
    assert found is not None
    assert (found.label, found.point, found.source) == ("Wibautstraat 150, 1091GR Amsterdam", THE_DOOR, "pdok")
    assert (found.certain, found.number_known) == (True, True)
    assert (found.name, found.number, found.town) == ("Wibautstraat", "150", "Amsterdam")
    assert len(locatieserver.asked) == 1
    assert locator.find(UNKNOWN_NUMBER) == [found]


def test_a_choice_of_the_service_that_is_sent_again_by_its_label_is_settled(locator: Locator, locatieserver: Fake):
    locatieserver.respond = _with_docs(DOCS[2] | {"weergavenaam": "Wibatstraat, Diemen"})
    (*_, choice) = locator.lookup("wibatstraat").choices
    assert choice.label == "Wibatstraat, Diemen"
    locatieserver.respond = _with_docs(DOCS[2] | {"weergavenaam": "Wibatstraat"})
    assert locator.lookup("Wibatstraat").settled is None
    locatieserver.respond = _with_docs(DOCS[2] | {"weergavenaam": "Wibatstraat, Diemen"})
    settled = locator.lookup(choice.label).settled
    assert settled is not None
    assert (settled.label, settled.point, settled.certain) == (choice.label, choice.point, True)


def test_a_house_far_from_the_street_that_was_found_is_not_taken(locator: Locator, locatieserver: Fake):
    locatieserver.respond = _with_docs(DOCS[0] | {"centroide_ll": "POINT(4.64 52.38)"})
    assert locator.lookup(UNKNOWN_NUMBER) == GAZETTEER.lookup(UNKNOWN_NUMBER)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Nieuwe Groenmarkt 22", False),
        ("Nieuwe Groenmarkt 22 Haarlem", True),
        ("Nieuwe Groenmarkt 22, 2011 TW", True),
    ],
)
def test_an_unknown_street_is_taken_only_with_its_town_or_postcode(
    locator: Locator, locatieserver: Fake, text: str, taken: bool
):
    locatieserver.respond = _with_docs(DOCS[1])
    meaning = locator.lookup(text)
    label = "Nieuwe Groenmarkt 22, 2011TW Haarlem"
    assert (meaning.settled.label if meaning.settled else "") == (label if taken else "")
    if not taken:
        assert meaning.question is Question.MEANT
        assert [choice.label for choice in meaning.choices] == [label]


def test_what_the_service_knows_besides_is_a_choice(locator: Locator, locatieserver: Fake):
    locatieserver.respond = _with_docs(DOCS[2] | {"weergavenaam": "Wibatstraat, Diemen"})
    labels = [choice.label for choice in locator.lookup("wibatstraat").choices]
    assert labels == [*(choice.label for choice in GAZETTEER.lookup("wibatstraat").choices), "Wibatstraat, Diemen"]


@pytest.mark.parametrize("text", [UNKNOWN_NUMBER, "wibatstraat", "Geheimestraat 7"])
def test_the_offline_gazetteer_answers_when_the_service_does_not(text: str):
    nobody = Locatieserver("http://127.0.0.1:9", seconds=0.5)
    assert Locator(GAZETTEER, nobody).lookup(text) == GAZETTEER.lookup(text)
    assert Locator(GAZETTEER, nobody).find(text) == GAZETTEER.find(text)


def test_without_a_server_or_a_result_wanted_nothing_is_asked(locator: Locator, locatieserver: Fake):
    assert Locator(GAZETTEER).lookup("Geheimestraat 7") == Lookup()
    assert locator.find(UNKNOWN_NUMBER, 0) == []
    assert locatieserver.asked == []
