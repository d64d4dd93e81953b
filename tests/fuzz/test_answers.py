"""What a server sends is read as it would be by whoever stands in between."""

import pytest

from fuzz.answers import all_answers, first_answer

ONE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Name: a\r\n\r\nhi"
NONE = b"HTTP/1.1 304 NOT MODIFIED\r\n\r\n"


def test_an_answer_ends_where_its_length_says():
    answer, rest = first_answer(ONE + b"more")
    assert (answer.status, answer.body, answer.header("x-name"), rest) == (200, b"hi", "a", b"more")


@pytest.mark.parametrize("sent", [b"", b"HTT", b"HTTP/1.1 200 OK\r\n", ONE[:-1]])
def test_an_answer_that_is_not_whole_is_waited_for(sent):
    assert first_answer(sent) is None


def test_chunks_are_joined():
    sent = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n1\r\n!\r\n0\r\n\r\n"
    answer, rest = first_answer(sent + b"x")
    assert (answer.body, rest) == (b"hi!", b"x")
    assert first_answer(sent[:-4]) is None


def test_an_answer_without_a_length_ends_where_the_connection_does():
    sent = b"HTTP/1.1 200 OK\r\n\r\nhi"
    assert first_answer(sent) is None
    assert first_answer(sent, closed=True)[0].body == b"hi"


def test_what_has_no_body_is_followed_by_the_next_answer():
    assert [answer.status for answer in all_answers(NONE + ONE)] == [304, 200]
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n"
    assert [answer.status for answer in all_answers(head + ONE, "HEAD")] == [200, 200]


def test_that_one_may_go_on_is_no_answer_yet():
    assert [answer.status for answer in all_answers(b"HTTP/1.1 100 Continue\r\n\r\n" + ONE)] == [200]


def test_what_is_no_http_is_told_from_an_answer():
    with pytest.raises(ValueError, match="no answer"):
        first_answer(b"<html>")
    assert [answer.status for answer in all_answers(ONE + b"Traceback")] == [200, 0]
