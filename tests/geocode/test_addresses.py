"""Addresses that a source names."""

import pytest

from finder.domain.geometry import Point
from finder.geocode.addresses import Addresses
from finder.geocode.entries import KnownAddress
from tests.geocode.small import FURTHER, HERE, IN_HAARLEM, NEXT_DOOR, NORTH

ADDRESSES = Addresses(
    (
        KnownAddress("Wibautstraat", "131", "1091GL", "Amsterdam", HERE, "test"),
        KnownAddress("Wibautstraat", "131-D", "1091GL", "Amsterdam", NEXT_DOOR, "test"),
        KnownAddress("Wibautstraat", "220-222", "1097DN", "Amsterdam", FURTHER, "test"),
        KnownAddress("Kerkstraat", "10", "1017GA", "Amsterdam", NORTH, "test"),
        KnownAddress("Kerkstraat", "10", "2011XX", "Haarlem", IN_HAARLEM, "test"),
        KnownAddress("Eerste Van Swindenstraat", "4", "", "Amsterdam", HERE, "test"),
    )
)


@pytest.mark.parametrize(
    ("number", "found"), [("131", "131"), ("131 d", "131-D"), ("131-2", "131"), ("222", "220-222"), ("133", None)]
)
def test_door_prefers_the_same_addition(number: str, found: str | None):
    door = ADDRESSES.door("wibautstraat", "Amsterdam", number)
    assert (door.number if door else None) == found


def test_door_keeps_to_the_town():
    door = ADDRESSES.door("kerkstraat", "Haarlem", "10")
    assert door is not None
    assert door.point == IN_HAARLEM
    assert ADDRESSES.door("kerkstraat", "Weesp", "10") is None


def test_behind_a_postcode_is_the_house_of_that_number():
    door = ADDRESSES.behind("1097DN", "220")
    assert door is not None
    assert door.street == "Wibautstraat"
    assert ADDRESSES.behind("1097DN", "131") is None


@pytest.mark.parametrize(
    ("address", "point"),
    [
        (("Wibautstraat", "131", "1091 GL", "Amsterdam"), HERE),
        (("wibautstraat", "131", "", ""), HERE),
        (("", "131d", "1091GL", ""), NEXT_DOOR),
        (("Kerkstraat", "10", "", "haarlem"), IN_HAARLEM),
        (("Eerste van Swindenstraat", "4", "1093 GC", "Amsterdam"), HERE),
        (("Wibautstraat", "220", "", "Amsterdam"), FURTHER),
        (("Kerkstraat", "10", "", ""), None),
        (("Wibautstraat", "131", "1097DN", "Amsterdam"), None),
        (("Wibautstraat", "131", "", "Haarlem"), None),
        (("Wibautstraat", "150", "", "Amsterdam"), None),
        (("Wibautstraat", "131A", "", "Amsterdam"), None),
        (("Wibaut straat", "131", "", "Amsterdam"), None),
        (("Wibautstraat", "", "1091GL", "Amsterdam"), None),
        (("", "131", "", "Amsterdam"), None),
    ],
)
def test_locate_only_where_all_given_parts_agree(address: tuple[str, str, str, str], point: Point | None):
    assert ADDRESSES.locate(*address) == point
