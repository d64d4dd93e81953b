"""A new filter needs one field of Filters and its words: everything else reads the description of that field.

Made up here: a filter by the first letter of a place's name, which is not known of a place without a name.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from werkzeug.datastructures import MultiDict

from finder.domain.answers import NOTHING_KNOWN, Known
from finder.domain.filters import Filters, avoided, chosen, filters_in
from finder.domain.hits import Count, LetGo
from finder.domain.likely import Likelihood
from finder.domain.opening_hours import OpeningState, OpenState, Trust
from finder.domain.place import Place
from finder.i18n.locales import LOCALES
from finder.i18n.localizer import Localizer
from finder.search.index import PlaceIndex
from finder.web.commands.search import search_command
from finder.web.finder.choices import offer, rows
from finder.web.open_data.v1.body import read_body
from finder.web.open_data.v1.representation import answer_properties
from finder.web.query.search_form import SearchForm, linked_keys, read_search_form
from finder.web.query.search_parameters import read_search
from finder.wording.filter_words import FILTER_WORDS, FilterWords
from finder.wording.reasons import reason_line
from tests.places import a_place

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)


def first_letter(place: Place) -> Known:
    return Known({place.name[0]: Likelihood.YES}, Likelihood.NO) if place.name else NOTHING_KNOWN


@dataclass(frozen=True, slots=True)
class More(Filters):
    first_letters: frozenset[str] = field(
        default=frozenset(), metadata=chosen("first_letter", ("a", "b", "c"), first_letter)
    )
    other_letters: frozenset[str] = field(default=frozenset(), metadata=avoided("not_letter", "first_letters"))


WORDS = FilterWords(
    "Zoek bij elke letter", unknown=lambda _: "Naam niet bekend", value=str.upper, question="Met welke letter?"
)


@pytest.fixture(autouse=True)
def words(monkeypatch):
    monkeypatch.setitem(FILTER_WORDS, "first_letters", WORDS)
    monkeypatch.setitem(FILTER_WORDS, "other_letters", WORDS)


@pytest.fixture
def index():
    return PlaceIndex([a_place(name, code=name or "0") for name in ("a", "b", "")], of=More)


def codes(hits):
    return [(hit.place.code, hit.match) for hit in hits.items]


def test_the_engine_finds_counts_and_loosens_by_it(index):
    wanted = More(first_letters=frozenset({"a"}))
    assert codes(index.search(wanted, now=NOW)) == [("a", "yes"), ("0", "perhaps")]
    assert codes(index.search(More(other_letters=frozenset({"a"})), now=NOW)) == [("b", "yes"), ("0", "perhaps")]
    facets = index.facets(More(), NOW)
    assert [facets.of("first_letters", value) for value in "abc"] == [Count(1, 0, 1), Count(1, 0, 1), Count(0, 0, 1)]
    assert facets.of("other_letters", "a") == Count(1, 0, 1)
    loosening, _ = index.loosen(More(first_letters=frozenset({"c"}), other_letters=frozenset({"b", "a"})), NOW)
    assert (loosening.let_go, loosening.hits) == ((LetGo("first_letters"),), Count(0, 0, 1))
    assert loosening.filters == More(other_letters=frozenset({"b", "a"}))


def test_the_form_reads_shows_and_loosens_it(index):
    form = read_search_form(MultiDict({"first_letter": ["a", "c"], "not_letter": "b"}), NOW, More)
    assert form.filters == More(first_letters=frozenset({"a", "c"}), other_letters=frozenset({"b"}))
    assert {"first_letter", "not_letter"} <= set(linked_keys(More))
    asked, avoids = rows(form, index.facets(form.filters, NOW), [Localizer(LOCALES["nl"])])[-2:]
    assert (asked.key, asked.question, asked.answer.items, asked.avoids) == (
        "first_letter",
        "Met welke letter?",
        ("A", "C"),
        False,
    )
    assert [(choice.value, choice.word, choice.chosen) for choice in asked.choices] == [
        ("a", "A", True),
        ("c", "C", True),
    ]
    assert avoids.avoids
    loosening = next(each for each in index.loosen(form.filters, NOW) if each.let_go[0].filter == "first_letters")
    assert offer(loosening).word == "Zoek bij elke letter"
    again = read_search_form(MultiDict({"first_letter": "a", "loosen": offer(loosening).key}), NOW, More)
    assert again == SearchForm(filters=More())


def test_the_api_reads_it_and_names_it_in_its_reasons(index):
    by_query = read_search({"firstLetter": ["a"], "notLetter": ["b"]}, More).filters
    assert by_query == More(first_letters=frozenset({"a"}), other_letters=frozenset({"b"}))
    assert read_search(read_body(b'{"firstLetter": "a", "notLetter": ["b"]}', More), More).filters == by_query
    (hit, _) = index.search(by_query, now=NOW).items
    opening = OpeningState(OpenState.UNKNOWN, Trust.MISSING)
    reasons = answer_properties(hit, opening, filters_in(More))["reasons"]
    assert [(reason["filter"], reason["value"]) for reason in reasons] == [("firstLetter", "a"), ("notLetter", "b")]


def test_the_command_line_has_an_option_for_it():
    options = {option for parameter in search_command(More).params for option in parameter.opts}
    assert {"--first-letter", "--not-letter"} <= options


def test_a_hit_says_that_it_has_it_or_that_nobody_knows(index):
    sure, unsure = index.search(More(first_letters=frozenset({"a"})), now=NOW).items
    assert reason_line(sure).items[1:] == ("A",)
    assert reason_line(unsure).items[1:] == ("Naam niet bekend",)
