"""A hundred thousand places fit beside each other in one small process."""

import subprocess
import sys

from tests.paths import ROOT

BUILD = """
from pathlib import Path

from bench.synthetic import make, places_of
from finder.search.index import PlaceIndex

index = PlaceIndex(places_of(make(100_000)))
assert len(index) == 100_000
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(int(peak.split()[1]) // 1024)
"""
# Not ru_maxrss: that counts in what the process that started this one held.
MOST_MEGABYTES = 400


def test_a_hundred_thousand_places_and_their_index_stay_under_400_megabytes():
    root = ROOT
    run = subprocess.run([sys.executable, "-c", BUILD], cwd=root, capture_output=True, text=True, check=True)
    assert 0 < int(run.stdout) < MOST_MEGABYTES
