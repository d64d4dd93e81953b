"""Rows without a position are asked for once, and what was known is kept."""

from __future__ import annotations

from datetime import date

from finder.domain.geometry import Point
from finder.geocode.unplaced import GEOCODED_COLUMNS
from finder.usecases.geocode_unplaced import geocode_unplaced

TODAY = date(2026, 11, 25)
KNOWN = dict.fromkeys(GEOCODED_COLUMNS, "") | {"row": "A"}


def _row(name, number="1"):
    return {"row": name, "street": "Straat", "house_number": number, "postcode": "", "city": "Haarlem"}


class Server:
    """Knows every address with an odd number."""

    def __init__(self):
        self.asked = []

    def address(self, street, number, postcode, city):
        self.asked.append(number)
        found = type("Found", (), {"point": Point(4.63, 52.38), "label": f"{street} {number}"})
        return found if int(number) % 2 else None


def test_a_row_that_was_placed_before_is_not_asked_for_and_stays():
    server = Server()
    found = geocode_unplaced([_row("A"), _row("B", "3")], [KNOWN], server, TODAY, pause=0)
    assert server.asked == ["3"]
    assert [row["row"] for row in found.rows] == ["A", "B"]
    assert (found.before, found.changed, dict(found.counts)) == (1, True, {"placed": 1})


def test_where_nothing_is_found_nothing_changes():
    found = geocode_unplaced([_row("A"), _row("B", "2")], [KNOWN], Server(), TODAY, pause=0)
    assert found.rows == (KNOWN,)
    assert not found.changed
    assert found.counts["not known there"] == 1
