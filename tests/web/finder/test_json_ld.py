"""What a place says to machines is what is known of it, and nothing else."""

from finder.domain.place import Address, Fact
from finder.domain.vocabulary import Answer, Need, PlaceKind
from finder.web.finder.json_ld import json_ld
from tests.places import a_hidden_place, a_place


def test_a_place_of_which_little_is_known_says_little():
    assert json_ld(a_place("Het Huis")) == {
        "@context": "https://schema.org",
        "@type": "CivicStructure",
        "name": "Het Huis",
        "geo": {"@type": "GeoCoordinates", "longitude": 4.9, "latitude": 52.36},
        "address": {"@type": "PostalAddress", "addressLocality": "Amsterdam", "addressCountry": "NL"},
    }


def test_a_kind_has_the_name_that_schema_org_gives_it():
    assert json_ld(a_place(kind=PlaceKind.MOSQUE))["@type"] == "Mosque"
    assert json_ld(a_place(kind=PlaceKind.GURDWARA))["@type"] == "PlaceOfWorship"


def test_an_address_a_number_and_a_website_are_told():
    told = json_ld(
        a_place(address=Address("Dam", "1", "1012JS", "Haarlem"), phone="+31 20 1", website="https://huis.example/")
    )
    assert told["address"]["streetAddress"] == "Dam 1"
    assert (told["address"]["postalCode"], told["address"]["addressLocality"]) == ("1012JS", "Haarlem")
    assert (told["telephone"], told["url"]) == ("+31 20 1", "https://huis.example/")


def test_of_practical_things_only_a_yes_and_a_no_are_told():
    needs = {
        Need.MEAL: Fact(Answer.YES),
        Need.SHOWER: Fact(Answer.NO),
        Need.WIFI: Fact(Answer.UNKNOWN),
    }
    told = [(one["name"], one["value"]) for one in json_ld(a_place(needs=needs))["amenityFeature"]]
    assert told == [("meal", True), ("shower", False)]


def test_a_place_that_keeps_its_address_back_has_no_point():
    told = json_ld(a_hidden_place())
    assert "geo" not in told
    assert told["address"] == {"@type": "PostalAddress", "addressLocality": "Amsterdam", "addressCountry": "NL"}
    assert told["telephone"] == "020 123 4567"
