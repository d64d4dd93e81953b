"""A seed and a number say which request it is, and over some thousands of them everything is asked."""

import re
from collections import Counter

import pytest

from fuzz import site
from fuzz.asked import NEEDLE
from fuzz.kinds import KINDS, QUICK, Drawn

DRAWN = Drawn(1)
MANY = [DRAWN(number) for number in range(3000)]


def _body(asked):
    return asked.sent.partition(b"\r\n\r\n")[2]


def test_a_number_draws_the_same_request_whatever_was_drawn_before_it():
    assert Drawn(1)(1234) == MANY[1234]
    assert Drawn(2)(1234) != MANY[1234]


def test_every_kind_is_drawn_about_as_often_as_it_says():
    drawn = Counter(asked.kind for asked in MANY)
    assert len(drawn) == len(KINDS)
    assert drawn["forms"] == pytest.approx(3000 * 22 / sum(KINDS.values()), rel=0.2)


def test_what_is_never_finished_is_known_without_drawing_it():
    assert [asked.whole for asked in MANY[:500]] == [not DRAWN.lasts(number) for number in range(500)]
    assert not any(Drawn(1, QUICK).lasts(number) for number in range(500))


def test_every_address_is_asked():
    first = b"\n".join(asked.sent.partition(b"\r\n")[0] for asked in MANY if asked.framed).decode("latin-1")
    for rule in {route.rule for route in site.routes()}:
        known = re.sub(r"<locales:\w+>", "[a-z]{2}([+][a-z]{2})?", re.escape(rule).replace(r"\+", "+"))
        assert re.search(f" {re.sub('<[^>]+>', '[^ ]+', known)}[ ?]", first), rule


def test_every_field_of_every_form_is_sent():
    sent = b"&" + b"&".join(_body(asked) for asked in MANY if asked.kind == "forms")
    for fields in site.forms().values():
        assert [field for field in fields if f"&{field}=".encode() not in sent] == []


def test_nine_of_ten_forms_are_of_the_page_that_they_are_sent_to():
    to_cards = [asked for asked in MANY if asked.kind == "forms" and b"/card" in asked.sent.partition(b"\r\n")[0]]
    of_lists = [asked for asked in to_cards if b"kind=" not in _body(asked) and b"religion=" not in _body(asked)]
    assert len(to_cards) > 100
    assert len(of_lists) > 0.85 * len(to_cards)


def test_where_a_request_ends_is_clear_unless_it_says_otherwise():
    for asked in MANY:
        if asked.framed:
            head, _, body = asked.sent.partition(b"\r\n\r\n")
            length = re.search(rb"\r\nContent-Length: (\d+)$", head) or re.search(
                rb"\r\nContent-Length: (\d+)\r\n", head
            )
            assert len(body) == int(length[1] if length else 0), asked
            assert b"transfer-encoding" not in head.lower()


def test_what_is_looked_for_in_the_log_stands_in_most_of_what_is_hostile():
    raw = [asked for asked in MANY if asked.kind == "raw"]
    assert sum(NEEDLE.encode() in asked.sent for asked in raw) > len(raw) / 3
