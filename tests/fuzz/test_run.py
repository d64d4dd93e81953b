"""A run over the real server finds nothing: what it would find stands in test_judge.py."""

from fuzz.kinds import QUICK, Drawn
from fuzz.run import attack
from fuzz.served import serving

REQUESTS, SEED = 1200, 7731


def test_a_thousand_hostile_requests_leave_no_failure_no_word_and_no_hang(tmp_path):
    with serving(tmp_path) as server:
        report = attack(server, range(REQUESTS), Drawn(SEED, QUICK))
    assert report.told(SEED) == []
    assert sum(counted.total() for counted in report.counts.values()) == REQUESTS
    assert sum(counted["200"] for counted in report.counts.values()) > REQUESTS / 4
