"""The summary of a search: in the order of the form, and nothing of what was left open."""

from finder.i18n.phrases import Listing
from finder.wording.form_words import ANYTHING, DISTANCE_WORDS, WHOLE_DAY, search_summary, together
from tests.wording.saying import said


def test_a_summary_says_from_where_what_when_and_what_not():
    summary = search_summary("Kerk", [None, Listing(("Moskee", "Wifi"))], "Nu open", Listing(("Vrouwen",)))
    assert said(summary) == "Kerk · Moskee · Wifi · Nu open · liever niet: Vrouwen"
    assert said(summary, "en") == "Church · Mosque · Wifi · Open now · rather not: Women"
    assert said(summary, "ar") == "كنيسة · مسجد · واي فاي · مفتوح الآن · لا أفضّل: نساء"


def test_who_left_everything_open_has_no_summary():
    assert search_summary(None, [None, None], None, None) is None
    assert together([]) is None


def test_distances_grow_and_not_choosing_one_is_offered_too():
    assert list(DISTANCE_WORDS) == sorted(DISTANCE_WORDS)
    assert said(DISTANCE_WORDS[2000]) == "Niet ver (2 km)"
    for metres, word in DISTANCE_WORDS.items():
        assert said(word).endswith(f"({metres // 1000} km)")
    assert said(ANYTHING, "en") == "Any"


def test_all_hours_of_a_day_are_offered_as_the_whole_day():
    assert (said(WHOLE_DAY), said(WHOLE_DAY, "en")) == ("Hele dag", "All day")
