"""What must never come of anything that is sent is noticed, and what may come is not."""

import pytest

from fuzz.answers import Answer, Ended, Outcome
from fuzz.asked import Asked
from fuzz.hostile import MARKUP
from fuzz.judge import complaint, log_complaints, memory_complaints

FRAMED = Asked("forms", b"POST /nl/ HTTP/1.1\r\n\r\n")
RAW = Asked("raw", b"\x00", framed=False)


def _answer(status=200, body=b"", **headers):
    lines = [f"HTTP/1.1 {status} X", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    return Answer(status, "\r\n".join(lines).encode(), body)


def _told(asked, *answers, ended=Ended.ANSWERED):
    return complaint(asked, Outcome(ended, 0.1, answers))


@pytest.mark.parametrize("status", [200, 302, 400, 404, 405, 413, 415, 429, 431])
def test_a_refusal_is_an_answer(status):
    assert _told(FRAMED, _answer(status)) is None


@pytest.mark.parametrize("status", [500, 502, 599])
def test_a_failure_is_a_finding_whatever_was_sent(status):
    assert _told(FRAMED, _answer(status)) == f"status {status}"
    assert _told(RAW, _answer(status)) == f"status {status}"


def test_too_busy_is_an_answer_only_with_when_to_come_back():
    assert _told(FRAMED, _answer(503)) == "status 503"
    assert _told(FRAMED, _answer(503, Retry_After=5)) is None


def test_an_unknown_coding_may_be_refused_only_where_one_was_sent():
    assert _told(RAW, _answer(501)) is None
    assert _told(FRAMED, _answer(501)) == "status 501"


def test_whoever_is_neither_answered_nor_let_go_is_a_finding():
    assert "neither answered nor closed" in _told(FRAMED, ended=Ended.SILENT)


def test_only_what_is_badly_framed_may_be_closed_without_an_answer():
    assert _told(FRAMED, ended=Ended.CLOSED) == "closed without an answer"
    assert _told(RAW, ended=Ended.CLOSED) is None
    assert _told(FRAMED, ended=Ended.LEFT) is None


def test_a_second_answer_is_a_finding_unless_two_were_asked():
    two = (_answer(), _answer())
    assert _told(RAW, *two) == "2 answers to 1 request"
    assert _told(Asked("pipelined", b"", framed=False, most=2), *two) is None


def test_what_is_no_http_is_a_finding_also_behind_a_good_answer():
    assert _told(Asked("raw", b"", framed=False, most=2), _answer(), Answer(0, b"", b"")) == "an answer that is no HTTP"


def test_markup_that_comes_back_as_it_was_sent_is_a_finding_in_a_page_only():
    page = {"Content_Type": "text/html", "Content_Security_Policy": "x"}
    assert "markup" in _told(FRAMED, _answer(400, b"<p>" + MARKUP, **page))
    assert _told(FRAMED, _answer(400, MARKUP, Content_Type="application/problem+json")) is None


def test_a_page_without_its_policy_is_a_finding():
    assert "Content-Security-Policy" in _told(FRAMED, _answer(404, Content_Type="text/html; charset=utf-8"))


def test_a_value_that_became_a_header_is_a_finding():
    assert _told(FRAMED, _answer(302, X_Smuggled="1")) == "a value that became a header"


def test_a_log_says_neither_what_was_sent_nor_by_whom_nor_that_we_failed():
    quiet = "[2026] [1] [INFO] Listening at: http://127.0.0.1:8000 (1)\n[2026] [1] [DEBUG] accepted"
    assert log_complaints(quiet, ("Naald7731",), 8000) == []
    assert log_complaints("where=NAALD7731", ("Naald7731",), 8000) == ["'Naald7731' stands in the log"]
    assert "address" in log_complaints("closing <Channel connected 127.0.0.1:51234>", (), 8000)[0]
    assert "address" in log_complaints("closing ('127.0.0.1', 51234)", (), 8000)[0]
    assert "1 lines of failures" in log_complaints("[2026] [1] [ERROR] KeyError", (), 8000)[0]
    assert "1 lines of failures" in log_complaints('  File "x.py", line 1', (), 8000)[0]


def test_a_worker_that_grows_is_named():
    assert memory_complaints({1: 500, 2: 2_000_000}, 1_000_000) == ["worker 2 grew by 2.0 MB, more than 1"]
