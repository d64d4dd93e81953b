"""What a search may ask, for every engine alike."""

from datetime import UTC, datetime, timedelta

import pytest

from finder.domain.errors import InvalidInput
from finder.domain.filters import Filters, Stretch
from finder.domain.geometry import BBox, Point
from finder.domain.limits import check_search

NOW = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)
CENTRE = Point(4.9, 52.36)
NAN = float("nan")


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(near=CENTRE, within=0),
        Filters(bbox=BBox(4.9, 52.36, 4.9, 52.36)),
        Filters(open_at=datetime(2000, 1, 1, tzinfo=UTC)),
        Filters(open_at=datetime(2199, 12, 31, 23, 59, tzinfo=UTC)),
        Filters(open_at=Stretch(NOW, NOW + timedelta(days=31))),
    ],
)
def test_a_search_up_to_the_limits_is_answered(filters):
    check_search(filters, limit=0, offset=0)


@pytest.mark.parametrize(
    ("filters", "name"),
    [
        (Filters(within=500), "within"),
        (Filters(near=CENTRE, within=NAN), "within"),
        (Filters(near=CENTRE, within=float("inf")), "within"),
        (Filters(near=CENTRE, within=-1), "within"),
        (Filters(near=Point(NAN, 52.3)), "near"),
        (Filters(near=Point(4.9, 1e9)), "near"),
        (Filters(near=Point(52.36, 4.9)), "near"),
        (Filters(bbox=BBox(5.0, 52.3, 4.9, 52.4)), "bbox"),
        (Filters(bbox=BBox(4.9, 52.4, 5.0, 52.3)), "bbox"),
        (Filters(bbox=BBox(4.9, NAN, 5.0, 52.3)), "bbox"),
        (Filters(open_at=datetime(2026, 1, 1)), "open_at"),
        (Filters(open_at=datetime(1999, 12, 31, tzinfo=UTC)), "open_at"),
        (Filters(open_at=datetime(9999, 12, 31, 23, 59, tzinfo=UTC)), "open_at"),
        (Filters(open_at=Stretch(NOW, NOW)), "open_at"),
        (Filters(open_at=Stretch(NOW, NOW - timedelta(hours=1))), "open_at"),
        (Filters(open_at=Stretch(NOW, NOW + timedelta(days=31, minutes=1))), "open_at"),
        (Filters(open_at=Stretch(NOW, NOW.replace(tzinfo=None))), "open_at"),
    ],
)
def test_what_is_beyond_is_refused_by_the_name_of_its_field(filters, name):
    with pytest.raises(InvalidInput) as error:
        check_search(filters)
    assert error.value.key == name


@pytest.mark.parametrize("page", [{"limit": -1}, {"offset": -1}])
def test_a_negative_page_is_refused(page):
    with pytest.raises(InvalidInput):
        check_search(Filters(), **page)
