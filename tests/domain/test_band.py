"""From a start that is not exactly known no metres are told, but between which kilometres the truth lies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.domain.band import Band, band_of, reached


@pytest.mark.parametrize("doubt", [0, 50, 200])
def test_from_an_exact_start_there_is_no_band(doubt):
    assert band_of(1234.0, doubt) is None


@pytest.mark.parametrize(
    ("metres", "doubt", "expected"),
    [
        (0.0, 201, (0, 1000)),
        (500.0, 250, (0, 1000)),
        (900.0, 250, (0, 2000)),
        (1500.0, 250, (1000, 2000)),
        (2000.0, 250, (1000, 3000)),
        (2100.0, 1100, (1000, 4000)),
        (300.0, 11_700, (0, 12_000)),
    ],
)
def test_a_band_goes_from_one_whole_kilometre_to_another(metres, doubt, expected):
    assert band_of(metres, doubt) == Band(*expected)


@given(st.floats(0, 30_000), st.integers(201, 12_000), st.floats(-1, 1))
def test_the_truth_lies_in_the_band(metres, doubt, off):
    band = band_of(metres, doubt)
    assert band is not None
    assert band.least <= max(0.0, metres + off * doubt) <= band.most
    assert band.least % 1000 == band.most % 1000 == 0
    assert band.least < band.most


def test_what_may_be_within_reach_is_looked_for():
    assert reached(2000.0, 1100) == 3100.0
    assert reached(2000.0, 200) == 2000.0
    assert reached(None, 1100) is None
