"""Sets of places as bits, by sets that can be counted on two hands."""

import numpy as np
import pytest

from finder.domain.likely import Likelihood
from finder.search.bitmaps import (
    GRADES,
    both,
    either,
    flags_at,
    flags_of,
    likelihoods,
    negated,
    pack,
    positions,
    sizes,
    spots,
    unpack,
    words_for,
)


def flags(count, *places):
    found = np.zeros(count, dtype=np.bool_)
    found[list(places)] = True
    return found


@pytest.mark.parametrize(("count", "words"), [(0, 0), (1, 1), (64, 1), (65, 2), (128, 2)])
def test_64_places_fit_in_a_word(count, words):
    assert words_for(count) == words
    assert pack(flags(count)).size == words


def test_place_i_is_bit_i_of_its_word():
    assert pack(flags(70, 0, 1, 63, 64, 69)).tolist() == [1 + 2 + 2**63, 1 + 2**5]


def test_what_was_packed_is_unpacked_with_empty_bits_behind_it():
    assert unpack(pack(flags(70, 3, 69))).nonzero()[0].tolist() == [3, 69]
    assert unpack(pack(flags(70, 3))).size == 128


@pytest.mark.parametrize("places", [[], [5], [0, 64, 200], list(range(0, 256, 3))])
def test_positions_are_the_places_whether_few_words_are_filled_or_nearly_all(places):
    assert positions(pack(flags(256, *places))).tolist() == places


def test_sizes_count_each_set():
    pairs = np.stack([pack(flags(130, 1, 64)), pack(flags(130, 1, 64, 129))])
    assert sizes(pairs).tolist() == [2, 3]


def test_some_places_are_looked_up_in_their_order():
    pair = np.stack([pack(flags(130, 1)), pack(flags(130, 1, 128))])
    assert flags_at(pair, spots(np.array([128, 1, 2]))).tolist() == [[False, True, False], [True, True, False]]


def test_stretches_of_neighbours_are_looked_up_alike():
    pair = np.stack([pack(flags(200, 66)), pack(flags(200, 66, 131))])
    runs = [slice(65, 68), slice(130, 132)]
    assert flags_of(pair, runs).tolist() == [
        [False, True, False, False, False],
        [False, True, False, False, True],
    ]


def test_who_may_not_have_it_is_no_certain_hit_of_the_opposite():
    has, may = pack(flags(64, 0)), pack(flags(64, 0, 1))
    has_not, may_not = (unpack(words)[:3].tolist() for words in negated(np.stack([has, may])))
    assert has_not == [False, False, True]
    assert may_not == [False, True, True]


def graded(*levels):
    return np.stack([pack(np.array(levels) >= grade) for grade in GRADES[4]])


def test_both_is_as_likely_as_the_less_likely_and_either_as_the_likelier():
    every = [*Likelihood]
    one, other = graded(*(level for level in every for _ in every)), graded(*(every * len(every)))
    at = spots(np.arange(25))
    assert likelihoods(both(one, other), at) == [min(a, b) for a in every for b in every]
    assert likelihoods(either([one, other]), at) == [max(a, b) for a in every for b in every]
    assert likelihoods(negated(one), at) == [Likelihood(4 - a) for a in every for b in every]


def test_an_answer_without_guesses_meets_one_with_them():
    at = spots(np.arange(5))
    levels = graded(*Likelihood)
    yes, unknown, no = (
        np.stack([pack(np.full(5, has)), pack(np.full(5, may))]) for has, may in ((1, 1), (0, 1), (0, 0))
    )
    for plain, least in ((yes, Likelihood.YES), (unknown, Likelihood.UNKNOWN), (no, Likelihood.NO)):
        expected = [min(level, least) for level in Likelihood]
        assert likelihoods(both(plain, levels), at) == likelihoods(both(levels, plain), at) == expected
    sure = pack(np.array([True, True, True, False, True]))[np.newaxis]
    assert likelihoods(both(sure, levels), at) == [0, 1, 2, 0, 4]
    assert likelihoods(sure, at) == [4, 4, 4, 0, 4]
