"""The rows of the form: which values are offered, in which order, and what an offer to loosen sends."""

from datetime import UTC, datetime

import pytest

from finder.domain.filters import Filters
from finder.domain.geometry import Point
from finder.domain.hits import Count, LetGo, Loosening
from finder.domain.place import SpokenLanguage
from finder.domain.vocabulary import LITURGICAL_LANGUAGES, Answer, LanguageLevel, Need, PlaceKind, Religion
from finder.i18n.locales import LOCALES
from finder.i18n.localizer import Localizer
from finder.search.index import PlaceIndex
from finder.web.finder.choices import language_names, offer, rows
from finder.web.query.search_form import SearchForm
from tests.places import a_place
from tests.wording.saying import said

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
HERE = Point(4.9, 52.36)
EVERYTHING = Filters()
CHURCH = a_place(
    "A",
    PlaceKind.CHURCH,
    religion=Religion.CHRISTIAN,
    denominations=("orthodox", "coptic_orthodox"),
    communities=("egyptian",),
    languages=(SpokenLanguage("ar", LanguageLevel.STAFF),),
    needs={Need.MEAL: Answer.YES, Need.DOGS: Answer.NO},
)
MOSQUE = a_place("B", PlaceKind.MOSQUE, religion=Religion.MUSLIM, denominations=("ecumenical", "sunni"))
LIBRARY = a_place("C", PlaceKind.LIBRARY, religion=Religion.NONE)
SIKHS = a_place("D", PlaceKind.LIBRARY, religion=Religion.SIKH)


def offered(key, filters=EVERYTHING, *locales):
    facets = PlaceIndex([LIBRARY, MOSQUE, CHURCH, SIKHS]).facets(filters, NOW)
    readers = [Localizer(LOCALES[locale]) for locale in locales or ("nl",)]
    return next(row for row in rows(SearchForm(filters=filters), facets, readers) if row.key == key)


def values(row):
    return [choice.value for choice in row.choices]


def test_only_denominations_of_the_chosen_religion_are_offered_and_those_that_were_chosen():
    assert values(offered("denomination")) == ["coptic_orthodox", "ecumenical", "orthodox", "sunni"]
    muslim = Filters(religions=frozenset({Religion.MUSLIM}))
    assert values(offered("denomination", muslim)) == ["sunni"]
    both = Filters(religions=frozenset({Religion.MUSLIM}), denominations=frozenset({"orthodox"}))
    assert values(offered("denomination", both)) == ["orthodox", "sunni"]


def test_no_religion_is_offered_last_and_never_as_what_somebody_would_rather_not():
    assert values(offered("religion", EVERYTHING, "fr")) == ["christian", "muslim", "sikh", "none"]
    assert values(offered("not_religion")) == ["christian", "muslim", "sikh"]


def test_choices_stand_in_the_order_of_the_first_of_two_languages():
    bulgarian, dutch = (values(offered("religion", EVERYTHING, locale)) for locale in ("bg", "nl"))
    assert bulgarian != dutch
    assert values(offered("religion", EVERYTHING, "bg", "nl")) == bulgarian
    assert values(offered("religion", EVERYTHING, "nl", "bg")) == dutch


def test_rather_not_counts_the_places_that_would_be_left_out():
    (community,) = offered("not_community").choices
    assert (community.value, community.count, offered("not_community").avoids) == ("egyptian", Count(1, 0, 3), True)
    assert not offered("community").avoids


def test_kinds_stand_in_the_order_of_the_vocabulary_and_none_without_a_place():
    assert values(offered("kind")) == ["mosque", "church", "library"]
    chosen = offered("kind", Filters(kinds=frozenset({PlaceKind.GURDWARA})))
    assert "gurdwara" in values(chosen)
    assert [choice.value for choice in chosen.choices if choice.chosen] == ["gurdwara"]


def test_a_video_call_and_an_interpreter_are_offered_though_no_place_is_known_to_have_them():
    assert values(offered("need")) == ["meal", "video_call", "interpreter"]


def test_every_language_that_is_spoken_is_offered_with_those_of_places_first():
    languages = values(offered("language"))
    assert languages[0] == "ar"
    assert len(languages) > 40
    assert not LITURGICAL_LANGUAGES & set(languages)


def test_the_answer_of_a_row_is_what_was_chosen():
    assert offered("kind").answer is None
    assert offered("kind", Filters(kinds=frozenset({PlaceKind.CHURCH}))).answer.items == ("Kerk",)


@pytest.mark.parametrize(
    ("name", "metres", "key", "word"),
    [
        ("kinds", None, "kinds", "Zoek alle soorten plekken"),
        ("within", 5000, "within:5000", "Zoek ook verder weg"),
        ("within", None, "within", "Zoek ook verder weg"),
    ],
)
def test_an_offer_says_what_is_let_go_of_and_sends_it(name, metres, key, word):
    told = offer(Loosening((LetGo(name, None, metres),), Filters(), Count(2, 0, 1)))
    assert (told.key, told.word, told.certain.count, said(told.more)) == (key, word, 2, "1 misschien")


def test_a_language_is_found_by_the_names_of_the_reader_and_of_its_speakers():
    names = language_names("ar", [Localizer(LOCALES["fr"])])
    assert names == "Arabe|Arabisch|Arabic|العربية|Arabi|عربي|Fusha|ar"
    assert offered("language", EVERYTHING, "fr").choices[0].names == names
    assert offered("kind").choices[0].names == ""


def test_a_language_is_offered_with_its_everyday_name_and_found_by_it():
    row = offered("language", Filters(languages=frozenset({"ary"})))
    (choice,) = (choice for choice in row.choices if choice.value == "ary")
    assert choice.chosen
    assert said(choice.word) == "Marokkaans-Arabisch (Darija)"
    assert said(row.answer, "ar") == "العربية المغربية (الدارجة)"
    assert "Darija" in choice.names.split("|")
