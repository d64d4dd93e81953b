"""Where somebody starts: what he typed, or his device's position; what is not settled is asked and never guessed."""

from finder.domain.geometry import Point
from finder.geocode.entries import FoundKind
from finder.geocode.found import Found, Lookup, Question
from finder.geocode.starting_point import StartingPoint
from finder.usecases.find_starting_point import find_starting_point

HERE = Point(4.95, 52.31)


def _found(label, longitude, certain=False):
    return Found(label, FoundKind.STREET, Point(longitude, 52.37), 50, certain, "bag")


EAST, WEST = _found("Kerkstraat, Amsterdam", 4.89), _found("Kerkstraat, Haarlem", 4.63)
SURE = _found("Dam 1, Amsterdam", 4.893, certain=True)


class _Locator:
    def __init__(self, meaning=None):
        self._meaning = meaning

    def lookup(self, text):
        assert text, "nothing typed is nothing to look up"
        assert self._meaning is not None
        return self._meaning


def test_nothing_typed_and_no_position_is_no_start():
    assert find_starting_point(_Locator(), "", None) == StartingPoint()


def test_a_position_alone_is_here():
    start = find_starting_point(_Locator(), "", HERE)
    assert start == StartingPoint(HERE)
    assert start.here


def test_what_is_settled_is_taken_also_where_a_part_of_it_is_not_known():
    for settled in (SURE, WEST):
        start = find_starting_point(_Locator(Lookup(settled)), "dam 1", None)
        assert start == StartingPoint(settled.point, settled)
        assert not start.here


def test_several_of_a_name_and_a_likeness_alone_are_asked():
    for question, choices in ((Question.WHICH, (EAST, WEST)), (Question.MEANT, (EAST,))):
        meaning = Lookup(None, question, choices)
        assert find_starting_point(_Locator(meaning), "kerkstraat", None) == StartingPoint(asked=meaning)


def test_what_nobody_knows_is_asked_too():
    assert find_starting_point(_Locator(Lookup()), "xyzzy", None) == StartingPoint(asked=Lookup())


def test_words_win_from_a_position():
    assert find_starting_point(_Locator(Lookup(SURE)), "dam 1", HERE) == StartingPoint(SURE.point, SURE)
    assert find_starting_point(_Locator(Lookup()), "xyzzy", HERE) == StartingPoint(asked=Lookup())
