"""A turn counts only when every request was answered, and a side is judged by its median turn."""

import json

import pytest

from bench.load import Turn, read_turn, summary_of, write_requests

GOOD = {"seconds": 2.0, "answers": 300, "bytes": 60_000, "p50": 5.0, "p99": 12.5, "refused": 0, "broken": 0}


def _printed(**changed: float) -> str:
    return f"Running 2s test\nREPLAYED {json.dumps(GOOD | changed)}\n"


def test_a_turn_is_read_as_rate_times_and_size():
    assert read_turn(_printed()) == Turn(rate=150.0, p50=5.0, p99=12.5, size=200.0)


@pytest.mark.parametrize("changed", [{"refused": 1}, {"broken": 1}, {"answers": 0}])
def test_a_turn_with_a_failed_answer_is_no_measurement(changed):
    with pytest.raises(ValueError, match="not every request"):
        read_turn(_printed(**changed))


def test_a_turn_that_printed_nothing_is_no_measurement():
    with pytest.raises(ValueError, match="no result"):
        read_turn("unable to connect\n")


def test_a_side_is_summed_up_by_its_median_turn():
    turns = [Turn(rate, p50, p99, 200.0) for rate, p50, p99 in [(10, 3, 9), (30, 1, 7), (20, 2, 80)]]
    summary = summary_of(turns)
    assert (summary.rate, summary.slowest, summary.fastest) == (20, 10, 30)
    assert (summary.p50, summary.p99) == (2, 9)


def test_requests_stand_one_a_line(tmp_path):
    path = write_requests(tmp_path / "asked.txt", [("GET", "/a?b=1", ""), ("POST", "/c", "d=2")])
    assert path.read_text() == "GET\t/a?b=1\t\nPOST\t/c\td=2\n"
