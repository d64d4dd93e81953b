"""What tags say as rows of import files: nothing that they do not say, and nothing that the import would not take."""

from datetime import date

import pytest

from finder.domain.geometry import Point
from finder.domain.vocabulary import PlaceKind
from finder.refresh.osm_objects import OsmObject
from finder.refresh.osm_rows import NoPlace, kind_of, osm_rows

TODAY = date(2026, 11, 25)
CHURCH = {"amenity": "place_of_worship", "religion": "christian", "name": "De Proef"}


HERE, EDITED = Point(4.9, 52.36), date(2026, 5, 31)


def an_object(tags, number=1, point=HERE, changed_on=EDITED):
    return OsmObject(number, f"n{number}", tags, point, changed_on)


def rows(**tags):
    return osm_rows([an_object(CHURCH | {key.replace("__", ":"): value for key, value in tags.items()})], TODAY)


def facts(**tags):
    """Row id without that of the place -> field and value."""
    found = rows(**tags)
    assert found.refused == []
    return {row.removeprefix("LIVE-n1-"): (cells["field"], cells["value"]) for row, cells in found.facts.items()}


def refusal(**tags):
    (refused,) = rows(**tags).refused
    return refused.part, refused.why


def test_an_object_is_a_place_that_nobody_has_judged():
    tags = {
        "addr:street": "Javastraat",
        "addr:housenumber": "118",
        "addr:postcode": "1094 HP",
        "addr:city": "Amsterdam",
    }
    (place,) = osm_rows([an_object(CHURCH | tags)], TODAY).places.values()
    assert {column: value for column, value in place.items() if value} == {
        "row": "LIVE-n1",
        "kind": "church",
        "name": "De Proef",
        "street": "Javastraat",
        "house_number": "118",
        "postcode": "1094HP",
        "city": "Amsterdam",
        "longitude": "4.9000000",
        "latitude": "52.3600000",
        "religion": "christian",
        "religion_basis": "source",
        "confidence": "C",
        "identifiers": "osm=n1",
        "source_title": "OpenStreetMap, node 1",
        "source_url": "https://www.openstreetmap.org/node/1",
        "source_licence": "ODbL 1.0, © OpenStreetMap contributors",
        "source_date": "2026-05-31",
    }


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"amenity": "place_of_worship", "religion": "muslim"}, PlaceKind.MOSQUE),
        ({"amenity": "place_of_worship", "religion": "multifaith"}, PlaceKind.OTHER_WORSHIP),
        ({"amenity": "place_of_worship"}, PlaceKind.OTHER_WORSHIP),
        ({"amenity": "community_centre"}, PlaceKind.COMMUNITY_CENTRE),
        ({"amenity": "social_centre"}, PlaceKind.COMMUNITY_CENTRE),
        ({"amenity": "library"}, PlaceKind.LIBRARY),
        ({"amenity": "social_facility", "social_facility": "soup_kitchen"}, PlaceKind.DROP_IN),
        (
            {"amenity": "social_facility", "social_facility": "day_care", "social_facility:for": "senior; homeless"},
            PlaceKind.DROP_IN,
        ),
    ],
)
def test_tags_tell_what_sort_of_place_it_is(tags, kind):
    assert kind_of({**tags, "name": "x"}) is kind


@pytest.mark.parametrize(
    ("tags", "why"),
    [
        ({"amenity": "library"}, "has no name"),
        ({"amenity": "library", "name": " "}, "has no name"),
        ({"amenity": "library", "name": "x", "access": "private"}, "access=private"),
        ({"amenity": "social_facility", "name": "x", "social_facility": "nursing_home"}, "nursing_home"),
        (
            {"amenity": "social_facility", "name": "x", "social_facility": "day_care", "social_facility:for": "senior"},
            "no sort of place",
        ),
        ({"amenity": "social_facility", "name": "x"}, "no sort of place"),
    ],
)
def test_what_nobody_looks_for_here_is_refused_with_the_reason(tags, why):
    with pytest.raises(NoPlace, match=why):
        kind_of(tags)


def test_what_has_no_position_is_refused():
    (refused,) = osm_rows([an_object(CHURCH, 7, point=None)], TODAY).refused
    assert (refused.number, refused.what, refused.part, refused.why) == (7, "node 7", "", "has no position")


def test_how_to_reach_it_is_taken_from_either_tag():
    assert facts(contact__phone="+31 20 1234567; 06 1", website="www.example.org", operator="Stichting De Proef") == {
        "phone": ("phone", "+31 20 1234567"),
        "website": ("website", "http://www.example.org"),
        "operator": ("operator", "Stichting De Proef"),
    }
    assert refusal(website="javascript:alert(1)")[0] == "website"


def test_hours_that_the_import_can_evaluate_are_taken_and_others_told():
    assert facts(opening_hours="Mo-Fr 10:00-17:00; PH off") == {
        "opening_hours": ("opening_hours", "Mo-Fr 10:00-17:00; PH off")
    }
    for text in ("Mo-Fr 10:00+", "by appointment || Mo", "on Sundays"):
        part, why = refusal(opening_hours=text)
        assert part == "opening_hours"
        assert text in why


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ({"wheelchair": "yes"}, ("need:wheelchair", "yes")),
        ({"wheelchair": "designated"}, ("need:wheelchair", "yes")),
        ({"wheelchair": "limited"}, ("need:wheelchair", "unknown")),
        ({"wheelchair": "no"}, ("need:wheelchair", "no")),
        ({"fee": "no"}, ("need:free", "yes")),
        ({"fee": "yes"}, ("need:free", "no")),
        ({"internet_access": "wlan"}, ("need:wifi", "yes")),
        ({"toilets": "yes"}, ("need:toilet", "yes")),
        ({"dog": "no"}, ("need:dogs", "no")),
        ({"shower": "yes"}, ("need:shower", "yes")),
    ],
)
def test_practical_things_are_answered_as_far_as_the_tag_does(tags, expected):
    (found,) = facts(**tags).values()
    assert found == expected


def test_half_an_answer_says_so_and_a_strange_one_is_told():
    (fact,) = rows(wheelchair="limited").facts.values()
    assert fact["note"] == "wheelchair=limited"
    assert refusal(wheelchair="perhaps")[0] == "need:wheelchair"


def test_a_denomination_is_that_of_its_religion():
    assert facts(denomination="ethiopian_orthodox_tewahedo") == {
        "denomination-ethiopian_orthodox_tewahedo": ("denomination", "ethiopian_orthodox")
    }
    assert refusal(denomination="sunni")[0] == "denomination"
    assert refusal(religion="pastafarian", denomination="reformed")[0] == "denomination"


def test_a_language_has_the_weaker_level_where_nobody_says_who_speaks_it():
    (fact,) = rows(language__ti="yes").facts.values()
    assert (fact["field"], fact["value"], fact["terms"]) == ("language", "ti", "gathering")
    (fact,) = rows(amenity="community_centre", religion="", language__ti="main").facts.values()
    assert fact["terms"] == "some_visitors"
    assert facts(language__ti="no") == {}


@pytest.mark.parametrize("code", ["la", "xx", "zh-Hans", ""])
def test_a_language_that_nobody_is_spoken_to_in_or_that_is_none_is_told(code):
    assert refusal(**{f"language__{code}": "yes"})[0] == "language"


def test_services_at_plain_hours_are_gatherings():
    found = rows(service_times="Su 10:30; We,Fr 19:00-20:15").facts
    assert [(each["rrule"], each["start"], each["end"]) for each in found.values()] == [
        ("FREQ=WEEKLY;BYDAY=SU", "10:30", ""),
        ("FREQ=WEEKLY;BYDAY=WE,FR", "19:00", "20:15"),
    ]
    assert {each["value"] for each in found.values()} == {"service"}
    (prayer,) = rows(religion="muslim", service_times="Fr 13:30").facts.values()
    assert (prayer["value"], prayer["wording"]) == ("prayer", "Gebed")


@pytest.mark.parametrize("text", ["Su 10:30+", "Su[1] 10:30", "sunset", "Mo-Fr 10:00", "Su 25:00"])
def test_services_at_other_hours_are_told(text):
    assert refusal(service_times=text)[0] == "gathering"


def test_a_fact_is_as_old_as_its_last_check_else_as_the_last_edit():
    tags = {"opening_hours": "24/7", "phone": "020 1234567"}

    def dates(**checks):
        found = rows(**tags, **checks).facts
        return found["LIVE-n1-opening_hours"]["source_date"], found["LIVE-n1-phone"]["source_date"]

    assert dates() == ("2026-05-31", "2026-05-31")
    assert dates(check_date="2026-10") == ("2026-10", "2026-10")
    assert dates(check_date="2026-10", check_date__opening_hours="2025-01-02") == ("2025-01-02", "2026-10")
    assert dates(check_date="2026-12-01", check_date__opening_hours="soon") == ("2026-05-31", "2026-05-31")


def test_what_must_not_be_found_leaves_nothing_but_the_reason():
    refuge = {"amenity": "social_facility", "social_facility": "shelter", "name": "Huis", "phone": "020 1234567"}
    home = CHURCH | {"name": "Huiskerk bij familie De Vries"}
    found = osm_rows([an_object(refuge, 1), an_object(home, 2), an_object(CHURCH, 3)], TODAY)
    assert list(found.places) == ["LIVE-n3"]
    assert found.facts == {}
    assert [(each.number, each.sensitive) for each in found.refused] == [(1, True), (2, True)]


def test_a_text_with_a_line_break_stays_on_its_line():
    (place,) = rows(name="De\nProef\x00 ").places.values()
    assert place["name"] == "De Proef"
