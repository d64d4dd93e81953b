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


def test_a_title_of_today_is_never_called_by_the_wrong_language():
    features = json.loads((DATA / "places.geojson").read_text("utf-8"))["features"]
    held = [gathering for feature in features for gathering in feature["properties"].get("gatherings", ())]
    languages = [title_language(gathering["title"]) for gathering in held]
    assert "nl" not in languages, "all titles of today are English, some with a Dutch name in them"
    assert languages.count("en") > 0.9 * len(languages)


def test_a_title_is_kept_as_it_was_written():
    assert titled("Koffie  op woensdag").text == "Koffie  op woensdag"
    assert titled("") is None
