"""A hundred thousand places fit beside each other in one small process."""

import subprocess
import sys

from tests.paths import ROOT

BUILD = """
import resource
from bench.synthetic import make, places_of
from finder.search.index import PlaceIndex

index = PlaceIndex(places_of(make(100_000)))
assert len(index) == 100_000
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""
MOST_MEGABYTES = 400


def test_a_hundred_thousand_places_and_their_index_stay_under_400_megabytes():
    root = ROOT
    run = subprocess.run([sys.executable, "-c", BUILD], cwd=root, capture_output=True, text=True, check=True)
    assert 0 < int(run.stdout) < MOST_MEGABYTES
