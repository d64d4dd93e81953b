"""A start in words: what was found and how far off it may be, or that it is where the device is."""

from finder.domain.geometry import Point
from finder.geocode.entries import FoundKind
from finder.geocode.found import Found
from finder.geocode.starting_point import StartingPoint
from finder.i18n.locales import LOCALES
from finder.i18n.localizer import Localizer
from finder.wording.starting_point import found_phrase, starting_point_phrase

DAM = Point(4.893, 52.373)
PLAIN = str.maketrans("", "", "\u2066\u2067\u2068\u2069")


def _said(phrase, locale="nl"):
    return Localizer(LOCALES[locale]).text(phrase).translate(PLAIN)


def _found(precision):
    return Found("Dam, Amsterdam", FoundKind.STREET, DAM, precision, True, "bag")


def test_what_is_near_enough_goes_by_its_name():
    assert _said(found_phrase(_found(299))) == "Dam, Amsterdam"


def test_what_may_be_a_walk_away_says_how_far():
    assert _said(found_phrase(_found(300))) == "Dam, Amsterdam (ongeveer, 300 m)"
    assert _said(found_phrase(_found(1500)), "en") == "Dam, Amsterdam (about 1.5 km off)"


def test_a_position_of_the_device_is_where_i_am_now():
    assert _said(starting_point_phrase(StartingPoint(DAM))) == "Waar ik nu ben (ongeveer)"


def test_one_chosen_among_several_goes_by_its_name_and_not_as_where_i_am():
    chosen = _found(50)
    assert _said(starting_point_phrase(StartingPoint(DAM, chosen, (chosen, _found(60))))) == "Dam, Amsterdam"


def test_without_a_start_nothing_is_said():
    assert starting_point_phrase(StartingPoint(not_found=True)) is None
