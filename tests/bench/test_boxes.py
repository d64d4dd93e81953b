"""A box that is measured holds a full page of one kind, whoever counts."""

import numpy as np

from bench.boxes import HITS, Spot, boxes


def _spots(count: int) -> list[Spot]:
    draw = np.random.default_rng(3)
    kinds = draw.choice(["church", "library", "gurdwara"], count, p=[0.6, 0.38, 0.02]).tolist()
    return [Spot(*at) for at in zip(draw.normal(4.9, 0.05, count), draw.normal(52.37, 0.03, count), kinds, strict=True)]


def test_every_box_holds_exactly_a_page_of_its_kind():
    spots = _spots(400)
    found = list(boxes(spots, 50))
    assert len(found) == 50
    for box in found:
        inside = [
            spot
            for spot in spots
            if spot.kind == box.kind
            and box.west <= spot.longitude <= box.east
            and box.south <= spot.latitude <= box.north
        ]
        assert len(inside) == HITS


def test_boxes_are_the_same_each_time_and_leave_out_a_kind_with_too_few_places():
    spots = _spots(400)
    assert list(boxes(spots, 20)) == list(boxes(spots, 20))
    assert {box.kind for box in boxes(spots, 50)} == {"church", "library"}


def test_drawing_ends_when_no_box_can_be_found():
    assert list(boxes(_spots(HITS), 5)) == []
    assert list(boxes([Spot(4.9, 52.37, "church")] * 100, 5)) == []
