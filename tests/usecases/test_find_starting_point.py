"""Where somebody starts: what he typed, or his device's position; what is not settled is asked and never guessed."""

from finder.domain.geometry import Point
from finder.geocode.entries import FoundKind
from finder.geocode.found import Found, Lookup, Question
from finder.geocode.starting_point import StartingPoint
from finder.search.names import NamedPlace, PlaceNames, label_of
from finder.usecases.find_starting_point import MOST_NAMED, find_starting_point
from tests.places import a_hidden_place, a_place

HERE = Point(4.95, 52.31)


def _found(label, longitude, certain=False):
    return Found(label, FoundKind.STREET, Point(longitude, 52.37), 50, certain, "bag")


EAST, WEST = _found("Kerkstraat, Amsterdam", 4.89), _found("Kerkstraat, Haarlem", 4.63)
SURE = _found("Dam 1, Amsterdam", 4.893, certain=True)


AMOC, HIDDEN = a_place("AMOC"), a_hidden_place()
NAMES = PlaceNames((AMOC, HIDDEN))


class _Locator:
    def __init__(self, meaning=None):
        self._meaning = meaning

    def lookup(self, text):
        assert text, "nothing typed is nothing to look up"
        assert self._meaning is not None
        return self._meaning


def test_nothing_typed_and_no_position_is_no_start():
    assert find_starting_point(_Locator(), NAMES, "", None) == StartingPoint()


def test_a_position_alone_is_here():
    start = find_starting_point(_Locator(), NAMES, "", HERE)
    assert start == StartingPoint(HERE)
    assert start.here


def test_what_is_settled_is_taken_also_where_a_part_of_it_is_not_known():
    for settled in (SURE, WEST):
        start = find_starting_point(_Locator(Lookup(settled)), NAMES, "dam 1", None)
        assert start == StartingPoint(settled.point, settled)
        assert not start.here


def test_several_of_a_name_and_a_likeness_alone_are_asked():
    for question, choices in ((Question.WHICH, (EAST, WEST)), (Question.MEANT, (EAST,))):
        meaning = Lookup(None, question, choices)
        assert find_starting_point(_Locator(meaning), NAMES, "kerkstraat", None) == StartingPoint(asked=meaning)


def test_what_nobody_knows_is_asked_too():
    assert find_starting_point(_Locator(Lookup()), NAMES, "xyzzy", None) == StartingPoint(asked=Lookup())


def test_a_dot_on_the_map_wins_from_words_and_is_exact():
    start = find_starting_point(_Locator(), NAMES, "kerkstraat", HERE, EAST.point)
    assert start == StartingPoint(EAST.point, dot=True)
    assert (start.here, start.doubt) == (False, 0)


def test_words_win_from_a_position():
    assert find_starting_point(_Locator(Lookup(SURE)), NAMES, "dam 1", HERE) == StartingPoint(SURE.point, SURE)
    assert find_starting_point(_Locator(Lookup()), NAMES, "xyzzy", HERE) == StartingPoint(asked=Lookup())


def test_a_place_of_the_name_is_offered_with_what_is_asked():
    likeness = Lookup(None, Question.MEANT, (EAST,))
    for meaning in (likeness, Lookup()):
        start = find_starting_point(_Locator(meaning), NAMES, "amok", None)
        assert start.asked == meaning
        assert [each.place for each in start.named] == [AMOC]


def test_beside_an_address_of_these_words_only_a_place_of_exactly_the_same_is_offered():
    which = Lookup(None, Question.WHICH, (EAST, WEST))
    exactly = (NamedPlace(AMOC, "AMOC", 1.0),)
    assert find_starting_point(_Locator(which), NAMES, "amoc", None) == StartingPoint(asked=which, named=exactly)
    assert find_starting_point(_Locator(which), NAMES, "amok", None) == StartingPoint(asked=which)


def test_what_is_settled_stays_so_and_a_place_of_that_name_is_only_told():
    start = find_starting_point(_Locator(Lookup(SURE)), NAMES, "amoc", None)
    assert (start.point, start.asked) == (SURE.point, None)
    assert [each.place for each in start.named] == [AMOC]


def test_no_more_than_four_places_are_offered():
    many = PlaceNames([a_place("De Lamp", code=f"{number:05}") for number in range(9)])
    for meaning in (Lookup(), Lookup(SURE)):
        assert len(find_starting_point(_Locator(meaning), many, "lamp", None).named) == MOST_NAMED


def test_the_label_of_a_place_starts_there_exactly():
    start = find_starting_point(_Locator(), NAMES, label_of(AMOC), None)
    assert start.point == AMOC.point
    assert (start.found.label, start.doubt < 200, start.at_a_place) == ("AMOC", True, True)


def test_nobody_starts_from_a_place_that_keeps_its_address_back():
    start = find_starting_point(_Locator(Lookup()), NAMES, label_of(HIDDEN), None)
    assert start.point is None
