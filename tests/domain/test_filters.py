"""The description of each filter, read off the fields of Filters."""

from dataclasses import dataclass, fields

import pytest

from finder.domain.filters import FILTERS, VALUE_FILTERS, Combine, Filters, Unknown, filters_in
from finder.domain.geometry import Point
from finder.domain.vocabulary import PlaceKind


def test_every_field_is_described_and_knows_its_own_name():
    assert list(FILTERS) == [each.name for each in fields(Filters)]
    assert all(spec.name == name for name, spec in FILTERS.items())


def test_the_keys_of_the_api_are_those_of_version_1():
    assert {spec.api_key for spec in FILTERS.values()} == {
        "near",
        "within",
        "bbox",
        "kind",
        "language",
        "religion",
        "denomination",
        "community",
        "need",
        "openAt",
        "notReligion",
        "notCommunity",
        "unknown",
    }


def test_no_two_filters_have_a_key_or_a_field_of_the_form_in_common():
    keys = [spec.key for spec in FILTERS.values()]
    form_keys = [key for spec in FILTERS.values() for key in spec.form_keys]
    assert len(set(keys)) == len(keys)
    assert len(set(form_keys)) == len(form_keys)


def test_what_is_avoided_has_the_values_and_the_answers_of_what_is_sought():
    for name, sought in (("rather_not_religions", "religions"), ("rather_not_communities", "communities")):
        assert VALUE_FILTERS[name].combine is Combine.NONE
        assert VALUE_FILTERS[name].vocabulary == VALUE_FILTERS[sought].vocabulary
        assert VALUE_FILTERS[name].read is VALUE_FILTERS[sought].read


@pytest.mark.parametrize("name", [*VALUE_FILTERS, "near", "within", "bbox", "open_at"])
def test_a_filter_that_is_let_go_of_is_as_if_it_was_never_used(name):
    filters = Filters(near=Point(4.9, 52.36), within=500, kinds=frozenset({PlaceKind.CHURCH}), unknown=Unknown.EXCLUDE)
    without = filters.without(name)
    assert getattr(without, name) == getattr(Filters(), name)
    others = [each for each in FILTERS if each != name]
    assert [getattr(without, each) for each in others] == [getattr(filters, each) for each in others]
    assert filters.without("unknown").unknown is Unknown.INCLUDE


def test_a_field_without_a_description_is_not_overlooked():
    @dataclass(frozen=True, slots=True)
    class Forgotten(Filters):
        sizes: frozenset[str] = frozenset()

    with pytest.raises(KeyError):
        filters_in(Forgotten)
