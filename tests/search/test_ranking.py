"""The groups of hits in their order, by literals: five places, of which two wishes are known, likely or not known."""

import numpy as np

from finder.domain.hits import Count
from finder.domain.likely import Likelihood
from finder.search.bitmaps import GRADES, both, flags_at, pack, positions, sizes, spots
from finder.search.ranking import Ranking

NO, UNLIKELY, UNKNOWN, LIKELY, YES = Likelihood
PLACES = np.arange(7)


def answer(*levels):
    return np.stack([pack(np.array(levels) >= grade) for grade in GRADES[4]])


ONE = answer(YES, LIKELY, YES, UNKNOWN, YES, UNLIKELY, NO)
OTHER = answer(YES, LIKELY, LIKELY, UNKNOWN, UNKNOWN, YES, YES)
MET = both(ONE, OTHER)
RANKING = Ranking(MET, GRADES[4], [ONE[0], OTHER[0]])


def groups(ranking, end):
    return [(positions(words).tolist(), size, wanted) for words, size, wanted in ranking.first(end) if size]


def test_the_sizes_of_the_sets_give_the_groups():
    assert RANKING.count(sizes(MET).tolist()) == Count(1, 2, 3)


def test_within_a_group_those_come_first_of_which_more_is_known():
    assert groups(RANKING, 7) == [([0], 1, 1), ([2], 1, 1), ([1], 1, 1), ([4], 1, 1), ([3], 1, 1), ([5], 1, 1)]


def test_no_more_groups_are_told_apart_than_are_wanted():
    assert groups(RANKING, 0) == [([0], 1, 0)]
    assert groups(RANKING, 1) == [([0], 1, 1)]
    assert groups(RANKING, 3) == [([0], 1, 1), ([2], 1, 1), ([1], 1, 1)]


def test_with_one_wish_nothing_more_can_be_known_of_those_that_are_not_certain():
    alone = Ranking(ONE, GRADES[4], [ONE[0]])
    assert groups(alone, 7) == [([0, 2, 4], 3, 3), ([1], 1, 1), ([3], 1, 1), ([5], 1, 1)]


def test_ranks_and_groups_of_some_places_are_those_of_all():
    some = PLACES[:6][::-1]
    flags = flags_at(MET, spots(some))
    in_order = some[np.lexsort((some, RANKING.ranks(some, flags)))].tolist()
    assert in_order == [place for words, *_ in RANKING.first(7) for place in positions(words).tolist()]
    grouped = [some[group].tolist() for group in RANKING.groups_of(some, flags)]
    assert [place for group in grouped for place in group] == in_order
    assert len(grouped) == 1 + 3 * 2


def test_of_answers_without_guesses_there_are_two_groups():
    plain = Ranking(ONE[[0, 2]], GRADES[2], [ONE[0]])
    assert groups(plain, 7) == [([0, 2, 4], 3, 3), ([1, 3], 2, 2)]
    assert plain.count(sizes(ONE[[0, 2]]).tolist()) == Count(3, 0, 2)
