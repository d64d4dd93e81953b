"""A title is called Dutch or English only when its own words leave no doubt; a wrong guess is read out as nonsense."""

import json

import pytest

from finder.wording.titles import NOT_SURE, title_language, titled
from tests.paths import DATA


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Sunday morning service", "en"),
        ("Women's day", "en"),
        ("Women’s day", "en"),
        ("Repair café: electronics", "en"),
        ("Koffie op woensdag", "nl"),
        ("Samen koken en eten", "nl"),
        ("Kerkdienst", "nl"),
        ("Cooking team De Kleurrijke Keuken", NOT_SURE),
        ("Iftar", NOT_SURE),
        ("Misa en español", NOT_SURE),
        ("Service du dimanche", NOT_SURE),
        ("صلاة الجمعة", NOT_SURE),
        ("Bingo", NOT_SURE),
        ("", NOT_SURE),
    ],
)
def test_the_language_of_a_title_is_told_by_its_own_words(title, language):
    assert title_language(title) == language


OF_FELLOWSHIPS = {
    f"{fellowship}: {title}"
    for fellowship, titles in {
        "NA (Narcotics Anonymous)": (
            *("Thank God it's Friday meeting", "Thursday night topic meeting", "Tuesday Lift Up NA-meeting"),
            *("Friday Night Living Clean Meeting", "Saturday Night NA-meeting", "Saturday late morning JFT"),
            *("Just For Monday NA-meeting", "Just For Tuesday", "Miracle Monday Meeting", "NA Youth meeting"),
            *("Living Clean - The Journey Continues", "Spiritual Principle a Day - NA-meeting", "The New Life Group"),
            *("We do recover NA-meeting",),
        ),
        "CA (Cocaine Anonymous)": ("BB Study meeting", "Bigbook study meeting", "BB Study / Spreker / Topicmeeting"),
    }.items()
    for title in titles
}


def test_a_title_of_today_is_never_called_by_the_wrong_language():
    features = json.loads((DATA / "places.geojson").read_text("utf-8"))["features"]
    held = [gathering for feature in features for gathering in feature["properties"].get("gatherings", ())]
    languages = [title_language(gathering["title"]) for gathering in held]
    assert languages.count("nl") > 0.6 * len(languages), "nearly all titles of today are Dutch"
    english = {gathering["title"] for gathering in held if title_language(gathering["title"]) == "en"}
    assert english - {"Choral Evensong", "The Saturday Service"} == {one for one in english if one in OF_FELLOWSHIPS}


def test_a_title_is_kept_as_it_was_written():
    assert titled("Koffie  op woensdag").text == "Koffie  op woensdag"
    assert titled("") is None
