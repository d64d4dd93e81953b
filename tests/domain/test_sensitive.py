"""Places that hide somebody, or where people sleep, are known by names and tags; others are not taken for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from finder.domain.place import Address
from finder.domain.sensitive import complaint_about, leads_to_the_door, why_sensitive
from finder.domain.sourced import PartialDate, Source
from finder.domain.vocabulary import Sensitivity
from tests.places import a_gathering, a_hidden_place, a_place, a_source

REFUGE = "a women's refuge"
LGBTQ = "a refuge for LGBTQ people"
ASYLUM = "housing of people who seek asylum"
HOME = "the home of somebody"
ASLEEP = "a place where people sleep"


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Blijf-van-mijn-lijfhuis / vrouwenopvang, geheim adres", REFUGE),
        ("Women's refuge safehouse", REFUGE),
        ("WOMEN'S SHELTER", REFUGE),
        ("Het Oranje Huis", REFUGE),
        ("Inloop van de vrouwenopvang", REFUGE),
        ("Casa de acogida Ámsterdam", REFUGE),
        ("SIĞINMA EVİ", REFUGE),
        ("Притулок для жінок", REFUGE),
        ("دار إيواء الأمل", REFUGE),
        ("خانه امن", REFUGE),
        ("LHBTI-opvang (noodopvang)", LGBTQ),
        ("LGBTQ+ shelter", LGBTQ),
        ("COA asielzoekerscentrum AZC", ASYLUM),
        ("Coffee Connect AZC", ASYLUM),
        ("Asylum seekers' hotel", ASYLUM),
        ("Ośrodek dla cudzoziemców", ASYLUM),
        ("Табір біженців", ASYLUM),
        ("Huiskerk bij familie Jansen (thuis)", HOME),
        ("Koffie bij de familie Bakker", HOME),
        ("Iranian House Church", HOME),
        ("Igreja em casa", HOME),
        ("Домашняя церковь", HOME),
        ("کلیسای خانگی", HOME),
        ("Nachtopvang De Brug", ASLEEP),
        ("24-uursopvang", ASLEEP),
        ("Opvang Zeeburg", ASLEEP),
        ("Dag- en nachtopvang", ASLEEP),
        ("night_shelter", ASLEEP),
        ("Nachtopvang naast het museum", ASLEEP),
        ("Centre d’hébergement", ASLEEP),
        ("Noclegownia męska", ASLEEP),
        ("Ночлежка", ASLEEP),
        ("Hajléktalanszálló", ASLEEP),
        ("مأوى ليلي", ASLEEP),
    ],
)
def test_a_name_that_tells_of_a_refuge_a_shelter_or_a_home_is_seen(name: str, sort: str):
    why = why_sensitive([name])
    assert why is not None
    assert why.startswith(f"looks like {sort} (")
    assert why.endswith(": such a place is never published")


@pytest.mark.parametrize(
    "name",
    [
        "Museum van de Nachtopvang",
        "Archief van het asielzoekerscentrum",
        "Monument Blijf van mijn lijf",
        "Inloophuis van Nachtopvang in Zelfbeheer",
        "HVO-Querido, dagopvang Haarlem",
        "Buitenschoolse opvang De Boom",
        "Kinderopvang Zuidoost",
        "Dierenopvang Amsterdam",
        "Shelter Haarlem",
        "God's House Church",
        "Lighthouse Church",
        "Welcome Home Church Amsterdam",
        "Huis van de Wijk De Nachtegaal",
        "Werkgroep voor asielzoekers",
        "Vrouwenhuis",
        "Église Le Refuge",
        "Domowy Kościół",
        "Huiskamer van de buurt",
        "Azcona",
    ],
)
def test_a_museum_a_day_house_and_a_church_with_such_a_word_are_not_taken_for_it(name: str):
    assert why_sensitive([name]) is None


@pytest.mark.parametrize(
    ("tags", "sort"),
    [
        ({"amenity": "social_facility", "social_facility": "shelter"}, ASLEEP),
        ({"social_facility": "soup_kitchen;shelter", "social_facility:for": "homeless"}, ASLEEP),
        ({"social_facility": "group_home"}, ASLEEP),
        ({"social_facility": "group_home", "social_facility:for": "senior;abused"}, REFUGE),
        ({"social_facility": "outreach", "social_facility:for": "abused"}, REFUGE),
        ({"amenity": "refugee_site"}, ASYLUM),
        ({"amenity": "place_of_worship", "building": "house"}, HOME),
        ({"amenity": "place_of_worship", "name:en": "Iranian house church"}, HOME),
        ({"amenity": "social_facility", "alt_name": "Noodopvang Noord"}, ASLEEP),
    ],
)
def test_tags_of_openstreetmap_are_seen_each_of_several_values(tags: dict[str, str], sort: str):
    why = why_sensitive(["De Brug"], tags)
    assert why is not None
    assert why.startswith(f"looks like {sort} (")


@pytest.mark.parametrize(
    "tags",
    [
        {"amenity": "social_facility", "social_facility": "day_care", "social_facility:for": "homeless"},
        {"social_facility": "group_home", "social_facility:for": "senior"},
        {"amenity": "shelter", "shelter_type": "public_transport"},
        {"amenity": "animal_shelter"},
        {"amenity": "place_of_worship", "building": "church"},
        {"building": "house"},
        {"old_name": "Nachtopvang"},
    ],
)
def test_a_day_house_a_bus_shelter_and_a_church_are_not_refused_by_their_tags(tags: dict[str, str]):
    assert why_sensitive(["De Brug"], tags) is None


def test_every_text_is_looked_at_and_the_word_that_was_seen_is_told():
    why = why_sensitive(["De Brug", "Ook wel: Nachtopvang De Brug"])
    assert why == (
        "looks like a place where people sleep ('nachtopvang' in 'Ook wel: Nachtopvang De Brug'): "
        "such a place is never published"
    )


@pytest.mark.parametrize(
    ("place", "field"),
    [
        (a_place("Nachtopvang"), "name"),
        (a_place(also_called=("De Boot", "Asielboot")), "alsoCalled"),
        (a_place(gatherings=[a_gathering("Slaapplaats")]), "gatherings"),
        (a_place(sensitivity=Sensitivity.NEVER), "sensitivity"),
    ],
)
def test_a_place_is_complained_about_by_the_field_that_tells(place, field: str):
    complaint = complaint_about(place)
    assert complaint is not None
    assert complaint.field == field


def test_the_sort_of_place_that_a_source_gives_tells_too():
    place = a_place()
    place = replace(place, identity=replace(place.identity, subtype="night_shelter"))
    complaint = complaint_about(place)
    assert complaint is not None
    assert complaint.field == "subtype"


def test_what_somebody_looked_at_and_called_open_is_published():
    assert complaint_about(a_place("Nachtopvang", sensitivity=Sensitivity.OPEN)) is None
    assert complaint_about(a_place("De Proef")) is None


def test_an_address_on_request_is_told_by_nothing_but_a_phone_number():
    hidden = a_hidden_place()
    assert complaint_about(hidden) is None
    known = {
        "address": a_hidden_place(address=Address("Javastraat", "118", "1094HP", "Amsterdam")),
        "identifiers": a_hidden_place(identifiers={"osm": "n1"}),
        "website": a_hidden_place(website="https://example.org/"),
        "phone": a_hidden_place(phone=None),
        "positionBasis": replace(hidden, location=replace(hidden.location, basis="address")),
        "sources": replace(hidden, sources=(Source("https://www.openstreetmap.org/node/1", "OSM", "ODbL", None),)),
    }
    assert {field: getattr(complaint_about(place), "field", None) for field, place in known.items()} == {
        field: field for field in known
    }


def test_only_the_page_of_one_object_leads_to_the_door():
    assert leads_to_the_door(Source("https://www.openstreetmap.org/way/5", "OSM", "ODbL", PartialDate("2026")))
    assert not leads_to_the_door(Source("https://www.openstreetmap.org/copyright", "OSM", "ODbL", None))
    assert not leads_to_the_door(a_source())
