"""Taking a text apart."""

import pytest

from finder.geocode.question import Asked, Reader

READER = Reader(["Amsterdam", "Haarlem", "Spaarndam-West"], ["West", "Nieuw-West"], ["1012", "1055"])


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Dam 1", Asked("dam 1", "dam 1")),
        ("Dam 1, Amsterdam", Asked("dam 1 amsterdam", "dam 1", town="Amsterdam")),
        ("Amsterdam, Dam 1", Asked("amsterdam dam 1", "dam 1", town="Amsterdam")),
        ("Dam 1 in Amsterdam", Asked("dam 1 in amsterdam", "dam 1", town="Amsterdam")),
        ("haarlem station", Asked("haarlem station", "station", town="Haarlem")),
        ("Haarlem", Asked("haarlem", "haarlem")),
        ("Kerkweg Spaarndam-West", Asked("kerkweg spaarndam west", "kerkweg", town="Spaarndam-West")),
        ("1012 JS Dam 1", Asked("dam 1", "dam 1", "1012JS")),
        ("1055lt", Asked("", "", "1055LT")),
        ("1055 LT Amsterdam", Asked("amsterdam", "", "1055LT", "Amsterdam")),
        ("1055", Asked("1055", "", "1055")),
        ("Dam 1 1012", Asked("dam 1 1012", "dam 1", "1012")),
        ("Dam 1, 1012 Amsterdam", Asked("dam 1 1012 amsterdam", "dam 1", "1012", "Amsterdam")),
        ("Dam 1012", Asked("dam 1012", "dam 1012")),
        ("Weg 1200 hs", Asked("weg 1200 hs", "weg 1200 hs")),
        ("", Asked("", "")),
    ],
)
def test_read_takes_off_postcode_and_town(text: str, asked: Asked):
    assert READER.read(text) == asked


def test_narrower_takes_off_a_district_and_what_is_near():
    read = READER.read("Postjesweg, Nieuw-West, bij Mercatorplein")
    narrower = READER.narrower(read)
    assert narrower is not None
    assert (narrower.words, narrower.district, narrower.near) == ("postjesweg", "nieuw west", "mercatorplein")


def test_narrower_of_neither_is_nothing():
    assert READER.narrower(READER.read("Postjesweg")) is None
    assert READER.narrower(READER.read("West")) is None
