"""A distance is in a straight line; the walk is longer than that, and told as about."""

import pytest

from finder.wording.distances import distance_phrase, far_phrase, walk_phrase
from tests.wording.saying import said


def test_a_distance_is_told_as_a_walker_would():
    assert said(distance_phrase(444)) == "440 m"
    assert said(distance_phrase(1234)) == "1,2 km"
    assert said(distance_phrase(1234), "ar") == "1.2 كم"


@pytest.mark.parametrize(
    ("metres", "nl", "en"),
    [
        (30, "ongeveer 1 minuut lopen", "about 1 minute on foot"),
        (1234, "ongeveer 21 minuten lopen", "about 21 minutes on foot"),
        (5000, "ongeveer 87 minuten lopen", "about 87 minutes on foot"),
    ],
)
def test_the_walk_counts_the_corners(metres, nl, en):
    assert said(walk_phrase(metres)) == nl
    assert said(walk_phrase(metres), "en") == en


@pytest.mark.parametrize(
    ("metres", "doubt", "nl", "en", "ar"),
    [
        (500, 250, "dichtbij", "nearby", "قريب"),
        (900, 250, "hoogstens 2 km", "at most 2 km", "2 كم على الأكثر"),
        (2000, 250, "1 tot 3 km", "1 to 3 km", "من 1 إلى 3 كم"),
    ],
)
def test_from_a_rough_start_only_kilometres_are_told_and_no_walk(metres, doubt, nl, en, ar):
    assert [said(far_phrase(metres, doubt), locale) for locale in ("nl", "en", "ar")] == [nl, en, ar]
    assert said(distance_phrase(metres, doubt)) == nl


def test_from_a_start_that_is_exact_enough_metres_are_told():
    assert said(far_phrase(1234, 200)) == said(far_phrase(1234))


def test_how_far_is_the_distance_and_the_walk():
    assert said(far_phrase(1234)) == "1,2 km · ongeveer 21 minuten lopen"
    assert said(far_phrase(1234), "ar") == "1.2 كم · حوالي 21 دقيقة مشيًا"
