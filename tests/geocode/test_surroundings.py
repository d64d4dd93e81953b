"""What lies around a point."""

from finder.domain.geometry import Point
from finder.geocode.streets import street_table
from finder.geocode.surroundings import Surroundings
from tests.geocode.small import ENTRIES, small_table

TABLE = small_table()
AROUND = Surroundings(TABLE, ENTRIES.names)
NOWHERE = Point(5.05, 52.45)


def test_district_is_that_of_the_nearest_street():
    assert AROUND.district(Point(4.8301, 52.3702)) == "West"
    assert AROUND.district(Point(4.8951, 52.3501)) == "Centrum"
    assert AROUND.district(NOWHERE) == ""


def test_landmarks_are_stations_before_stops_and_squares_before_the_neighbourhood():
    assert AROUND.landmarks(Point(4.9175, 52.3475), "") == ["Amsterdam Amstel"]
    assert AROUND.landmarks(Point(4.851, 52.370), "") == ["Molenpad", "Molenpadbuurt"]
    assert AROUND.landmarks(Point(4.869, 52.370), "") == ["Dijkplein", "Dijkpleinbuurt"]
    assert AROUND.landmarks(NOWHERE, "") == []


def test_a_landmark_is_never_the_thing_itself_nor_one_that_is_taken():
    beside = Point(4.851, 52.370)
    assert AROUND.one_landmark(beside, "Molenpad", ()) == "Molenpadbuurt"
    assert AROUND.one_landmark(beside, "", {"Molenpad"}) == "Molenpadbuurt"
    assert AROUND.one_landmark(beside, "", {"Molenpad", "Molenpadbuurt"}) == ""


def test_a_long_street_has_parts_that_hold_its_houses():
    parts = AROUND.parts(TABLE.names.index("Lange Weg"))
    assert [(part.point.longitude, part.doubt) for part in parts] == [
        (4.8502, 390),
        (4.8602, 390),
        (4.8702, 390),
        (4.8802, 390),
    ]


def test_a_short_street_has_no_parts():
    assert AROUND.parts(TABLE.names.index("Kerkstraat")) == []


def test_without_streets_nothing_is_around():
    nothing = Surroundings(street_table(()), ())
    assert (nothing.district(NOWHERE), nothing.landmarks(NOWHERE, "")) == ("", [])
