"""A soak sees who was answered late, and which worker grew."""

import json

import pytest

from fuzz import faults
from fuzz.load import Seen, slow_clients
from fuzz.soak import grown, memory_table, table

MB = 1_000_000
SIZES = [
    (0.0, {1: 100 * MB, 2: 100 * MB}),
    (10.0, {1: 150 * MB, 2: 110 * MB}),
    (14.0, {1: 130 * MB, 3: 90 * MB}),
    (20.0, {1: 155 * MB, 3: 95 * MB}),
    (29.0, {1: 140 * MB, 3: 120 * MB}),
]


def test_a_worker_grows_from_the_most_of_one_third_to_the_most_of_the_next():
    assert grown(SIZES, 30) == {1: 5 * MB}


def test_a_worker_that_came_late_or_died_is_not_judged():
    assert set(grown(SIZES, 30)) == {1}
    assert grown([], 30) == {}


def test_the_memory_of_every_worker_is_shown():
    assert memory_table(SIZES, 30)[2:] == ["| 1 | 100 | 150 | 155 |", "| 2 | 100 | 110 |  |", "| 3 |  | 90 | 120 |"]


def test_what_each_sort_of_client_saw_has_a_line():
    seen = Seen()
    seen.counts.update({"200": 3, "asked again": 1})
    seen.took += [0.1, 0.2, 0.9]
    assert table({"probes": seen, "kills": Seen()})[2:] == [
        "| probes | 4 | 0.20 | 0.83 | 0.90 | 200: 3, asked again: 1 |",
        "| kills | 0 |  |  |  |  |",
    ]


def test_slow_clients_are_of_four_sorts():
    assert len(slow_clients(12)) == 48


def test_another_edition_differs_by_a_name_alone():
    content = json.dumps({"features": [{"properties": {"name": "OBA", "kind": "library"}}, {"x": 1}]}).encode()
    assert json.loads(faults.edition(content, 7)) == {
        "features": [{"properties": {"name": "OBA 7", "kind": "library"}}, {"x": 1}]
    }


@pytest.mark.parametrize("name", ["places.geojson", "codes.csv"])
def test_what_is_swapped_is_a_copy(tmp_path, name):
    faults.publish_copy(tmp_path)
    assert (tmp_path / name).is_file()
