"""A list that moves house: nothing of it is lost, and what is offered in its place is new and near."""

from finder.domain.geometry import Point
from finder.domain.place import SpokenLanguage
from finder.domain.vocabulary import LanguageLevel, PlaceKind
from finder.search.similar import SimilarPlaces
from finder.usecases.move_house import move_house
from tests.places import a_place

THERE, HERE = Point(4.95, 52.31), Point(4.6381, 52.3878)
TIGRINYA = (SpokenLanguage("ti", LanguageLevel.STAFF),)


def _place(code, point=THERE, kind=PlaceKind.DROP_IN, languages=TIGRINYA):
    return a_place(code, kind, point, code=code, languages=languages)


def _near(code, metres_east=0, **parts):
    return _place(code, Point(HERE.longitude + metres_east / 68_200, HERE.latitude), **parts)


def _alike(listed, *others):
    return [
        moved.alike.place.code if moved.alike else None
        for moved in move_house(listed, HERE, SimilarPlaces([*listed, *others]))
    ]


def test_every_place_is_measured_in_the_order_of_the_list():
    far, near = _place("FAR00"), _near("NEAR0", 500)
    moved = move_house([far, near], HERE, SimilarPlaces([]))
    assert [each.measured.place for each in moved] == [far, near]
    assert [each.measured.too_far for each in moved] == [True, False]
    assert 20_000 < moved[0].measured.metres < 25_000


def test_what_is_on_the_list_already_is_not_offered():
    assert _alike([_place("OLD00"), _near("OWN00")], _near("NEW00", 900)) == ["NEW00", "NEW00"]
    assert _alike([_place("OLD00"), _near("OWN00")]) == [None, None]


def test_a_whole_list_that_comes_first_hides_nothing_behind_it():
    own = [_near(f"OWN0{number}", number) for number in range(7)]
    assert _alike([_place("OLD00"), *own], _near("NEW00", 3000)) == ["NEW00"] * 8


def test_where_nothing_near_is_like_it_nothing_is_offered():
    in_somali = _near("OTHER", kind=PlaceKind.LIBRARY, languages=(SpokenLanguage("so", LanguageLevel.STAFF),))
    assert _alike([_place("OLD00")], _near("AWAY0", 6000), in_somali) == [None]


def test_an_empty_list_gives_nothing():
    assert move_house([], HERE, SimilarPlaces([_near("NEW00")])) == ()
