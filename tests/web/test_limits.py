"""What is expensive is done one at a time, and for one address not without end."""

import threading
import time

import pytest
from flask import Flask
from werkzeug.exceptions import ServiceUnavailable, TooManyRequests

from finder.web.limits import OneAtATime, PerAddress
from finder.web.together import card


def test_one_works_one_waits_and_others_are_sent_away_at_once():
    queue, at_work, enough, done = OneAtATime(patience=10), threading.Event(), threading.Event(), []

    def work(name):
        with queue.turn():
            at_work.set()
            enough.wait(10)
            done.append(name)

    first, second = (threading.Thread(target=work, args=(name,)) for name in ("first", "second"))
    first.start()
    at_work.wait(10)
    second.start()
    while not queue._waiting.locked():
        time.sleep(0.001)
    began = time.monotonic()
    with pytest.raises(ServiceUnavailable) as sent_away, queue.turn():
        pytest.fail("two are enough")
    assert time.monotonic() - began < 1
    assert sent_away.value.retry_after == 10
    enough.set()
    first.join()
    second.join()
    assert done == ["first", "second"]
    with queue.turn():
        done.append("third")
    assert done[-1] == "third"


def test_who_waits_too_long_is_sent_away_and_leaves_room():
    queue = OneAtATime(patience=0.01)
    with queue.turn():
        for _ in range(2):
            with pytest.raises(ServiceUnavailable), queue.turn():
                pytest.fail("nobody is done")


def test_an_address_that_asks_too_much_is_told_when_to_come_back_and_others_are_not():
    minute, app = PerAddress(2, clock=lambda: 1_000_000_025.0), Flask(__name__)

    def ask(address):
        with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
            minute.count()

    ask("192.0.2.1")
    ask("192.0.2.1")
    with pytest.raises(TooManyRequests) as told:
        ask("192.0.2.1")
    assert told.value.retry_after == 60 - 1_000_000_025 % 60
    ask("192.0.2.2")


def test_an_address_has_another_name_each_minute_and_in_no_counter_its_own():
    now = 0.0
    counter = PerAddress(5, clock=lambda: now)
    first = counter.name_of("192.0.2.1")
    assert first == counter.name_of("192.0.2.1") != counter.name_of("192.0.2.2")
    now = 60.0
    assert counter.name_of("192.0.2.1") != first
    assert "192.0.2.1" not in first


@pytest.mark.parametrize(
    ("problem", "status", "words"),
    [(ServiceUnavailable(retry_after=5), 503, "Het is nu te druk"), (TooManyRequests(retry_after=40), 429, "te druk")],
)
def test_a_card_that_cannot_be_made_now_says_when_to_come_back(client, monkeypatch, problem, status, words):
    def busy():
        raise problem

    monkeypatch.setattr(card.PDFS, "count", busy)
    answer = client.post("/nl/card.pdf", data={"code": "Z06S5"})
    assert answer.status_code == status
    assert int(answer.headers["Retry-After"]) == problem.retry_after
    assert words in answer.text


def test_a_pdf_is_made_while_no_other_is(client, monkeypatch):
    class Turn:
        def turn(self):
            raise ServiceUnavailable(retry_after=5)

    monkeypatch.setattr(card, "PRINTER", Turn())
    assert client.post("/nl/card.pdf", data={"code": "Z06S5"}).status_code == 503
    assert client.post("/nl/card.html", data={"code": "Z06S5"}).status_code == 200


def test_the_thirty_first_pdf_of_a_minute_is_one_too_many(client, monkeypatch):
    monkeypatch.setattr(card, "PDFS", PerAddress(card.PDFS_A_MINUTE, clock=lambda: 0.0))
    statuses = [client.post("/nl/card.pdf", data={"code": "nothing"}).status_code for _ in range(31)]
    assert statuses == [200] * 30 + [429]


def test_the_addresses_of_one_ipv6_network_count_as_one():
    name = PerAddress(5, clock=lambda: 0.0).name_of
    counter = PerAddress(5, clock=lambda: 0.0)
    assert counter.name_of("2001:db8::1") == counter.name_of("2001:db8::ffff:1") != counter.name_of("2001:db8:0:1::1")
    assert counter.name_of("192.0.2.1") != counter.name_of("192.0.2.2")
    assert name("unix") != name("")
