"""Who says what: numbers that lead to sources, checks, and one object where thousands of places say the same."""

from datetime import date

import pytest

from finder.domain.sourced import Checked, CheckMethod, Sourced
from finder.domain.vocabulary import PlaceKind
from finder.formats.json_fields import WrongField, members
from finder.formats.sourced_json import Provenance, SourceNumbers, read_source, write_named, write_source
from tests.places import a_source

ONE, OTHER = a_source("2024", "one"), a_source(None, "other")
SOURCES = [write_source(ONE), write_source(OTHER)]
KINDS = members(PlaceKind)


def provenance(**raw):
    return Provenance({"sources": SOURCES, **raw})


def test_a_page_that_many_places_name_is_one_object():
    assert read_source(SOURCES[0]) is read_source(dict(SOURCES[0]))
    assert provenance().sources == (ONE, OTHER)


def test_a_fact_of_one_value_has_all_its_sources_and_its_check():
    said = provenance(factSources={"phone": [1, 0]}, factChecks={"phone": {"on": "2026-11-01", "how": "phone"}})
    assert said.of("phone", "020 1") == Sourced("020 1", (OTHER, ONE), Checked(date(2026, 11, 1), CheckMethod.PHONE))
    assert said.speaks_of("phone")
    assert not said.speaks_of("name")


def test_a_word_that_is_said_again_is_the_same_object():
    said = provenance(factSources={"kind": [0], "status": [1]})
    church = said.word({"kind": "church"}, "kind", KINDS)
    assert church == Sourced(PlaceKind.CHURCH, (ONE,))
    assert said.word({"kind": "church"}, "kind", KINDS) is church
    assert said.word({"kind": "mosque"}, "kind", KINDS).value is PlaceKind.MOSQUE
    with pytest.raises(WrongField, match="vocabulary"):
        said.word({"kind": "kerk"}, "kind", KINDS)
    with pytest.raises(WrongField, match=r"\[\] is not a text"):
        said.word({"kind": []}, "kind", KINDS)


def test_a_fact_of_several_parts_names_who_says_it_and_who_else():
    raw = {"title": "Soup", "source": 1, "alsoSaidBy": [0], "checkedOn": "2026-11-01"}
    said = provenance().read(raw, lambda part: part["title"])
    assert said == Sourced("Soup", (OTHER, ONE), Checked(date(2026, 11, 1)))
    numbers = SourceNumbers([ONE, OTHER])
    assert numbers.write(said, lambda title: {"title": title}) == raw


def test_a_source_that_the_place_did_not_list_is_added():
    numbers = SourceNumbers([ONE, ONE])
    phone = Sourced("020 1", (OTHER, ONE), Checked(date(2026, 11, 1)))
    assert write_named({"phone": phone, "name": None}, numbers) == {
        "factSources": {"phone": [1, 0]},
        "factChecks": {"phone": {"on": "2026-11-01"}},
    }
    assert numbers.sources == [ONE, OTHER]
