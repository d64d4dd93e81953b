"""Where somebody starts: what he typed, his device's position, or what he chose among several of a name."""

from finder.domain.geometry import Point
from finder.geocode.entries import FoundKind
from finder.geocode.found import Found
from finder.geocode.starting_point import StartingPoint
from finder.usecases.find_starting_point import find_starting_point

HERE = Point(4.95, 52.31)


def _found(label, longitude, certain=False):
    return Found(label, FoundKind.STREET, Point(longitude, 52.37), 50, certain, "bag")


EAST, WEST = _found("Kerkstraat, Amsterdam", 4.89), _found("Kerkstraat, Haarlem", 4.63)
SURE = _found("Dam 1, Amsterdam", 4.893, certain=True)


class _Locator:
    def __init__(self, *found):
        self._found = found

    def find(self, text, limit=5):
        assert text, "nothing typed is nothing to look up"
        return list(self._found)


def test_nothing_typed_and_no_position_is_no_start():
    assert find_starting_point(_Locator(), "", None) == StartingPoint()


def test_a_position_alone_is_here():
    start = find_starting_point(_Locator(), "", HERE)
    assert start == StartingPoint(HERE)
    assert start.here


def test_what_is_certain_is_taken_and_what_is_not_is_asked():
    assert find_starting_point(_Locator(SURE, WEST), "dam 1", None) == StartingPoint(SURE.point, SURE)
    assert find_starting_point(_Locator(EAST, WEST), "kerkstraat", None) == StartingPoint(maybe=(EAST, WEST))


def test_the_only_guess_is_taken():
    start = find_starting_point(_Locator(EAST), "kerkstrat", None)
    assert start == StartingPoint(EAST.point, EAST)
    assert not start.here


def test_what_nobody_knows_is_not_found():
    assert find_starting_point(_Locator(), "xyzzy", None) == StartingPoint(not_found=True)


def test_the_one_that_was_chosen_is_that_one_and_not_the_device():
    start = find_starting_point(_Locator(EAST, WEST), "kerkstraat", WEST.point)
    assert start == StartingPoint(WEST.point, WEST, (EAST, WEST))
    assert not start.here


def test_words_typed_after_a_position_was_taken_win_from_it():
    assert find_starting_point(_Locator(SURE), "dam 1", HERE) == StartingPoint(SURE.point, SURE)
    assert find_starting_point(_Locator(), "xyzzy", HERE) == StartingPoint(not_found=True)
