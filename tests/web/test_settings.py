"""What an operator sets is read once, and what cannot be meant is refused by name."""

from dataclasses import fields
from pathlib import Path

import pytest

from finder.domain.errors import InvalidInput
from finder.web.settings import Settings, settings_from


def test_nothing_set_is_the_files_of_the_project_and_no_other_server():
    found = settings_from({})
    assert found == Settings()
    assert found.tile_host == found.locatieserver == found.public_url == ""


def test_files_and_lines_of_the_operator_are_taken_over():
    found = settings_from(
        {
            "SAMENPLEK_PLACES": "/srv/places.geojson",
            "SAMENPLEK_OPERATOR_NAME": "Het Buurthuis",
            "PDOK_LOCATIESERVER": "1",
            "SAMENPLEK_PUBLIC_URL": "https://samenplek.example/",
        }
    )
    assert found.places == Path("/srv/places.geojson")
    assert (found.operator_name, found.locatieserver) == ("Het Buurthuis", "1")
    assert found.public_url == "https://samenplek.example"


@pytest.mark.parametrize("url", ["https://{s}.tiles.example/{z}/{x}/{y}.png", "https://tiles.example/{z}/{x}/{y}.png"])
def test_the_one_host_outside_is_that_of_the_tiles(url):
    assert settings_from({"SAMENPLEK_TILE_URL": url}).tile_host == "https://tiles.example"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SAMENPLEK_TILE_URL", "tiles.example/{z}/{x}/{y}.png"),
        ("SAMENPLEK_TILE_URL", "https://tiles.example/"),
        ("SAMENPLEK_PUBLIC_URL", "samenplek.example"),
        ("SAMENPLEK_PUBLIC_URL", "https://samenplek.example/page"),
        ("SAMENPLEK_TRUSTED_PROXY", "*"),
        ("SAMENPLEK_TRUSTED_PROXY", "10.0.0.0/8"),
        ("SAMENPLEK_TRUSTED_PROXY", "proxy.example"),
    ],
)
def test_an_address_that_is_none_is_refused_by_name(name, value):
    with pytest.raises(InvalidInput) as refused:
        settings_from({name: value})
    assert refused.value.key == name


def test_a_proxy_is_known_by_its_shortest_address():
    assert settings_from({"SAMENPLEK_TRUSTED_PROXY": "2001:DB8:0::1"}).trusted_proxy == "2001:db8::1"


def test_every_setting_has_its_variable():
    found = settings_from(
        {
            "SAMENPLEK_PLACES": "/srv/places.geojson",
            "SAMENPLEK_GAZETTEER": "/srv/gazetteer.json",
            "SAMENPLEK_STARTING_POINTS": "/srv/starting_points.csv",
            "SAMENPLEK_BASEMAP": "/srv/basemap.geojson",
            "PDOK_LOCATIESERVER": "1",
            "SAMENPLEK_TILE_URL": "https://tiles.example/{z}/{x}/{y}.png",
            "SAMENPLEK_TILE_ATTRIBUTION": "© Tiles",
            "SAMENPLEK_OPERATOR_NAME": "Het Buurthuis",
            "SAMENPLEK_OPERATOR_MAIL": "huis@example.org",
            "SAMENPLEK_OPERATOR_PHONE": "14 020",
            "SAMENPLEK_PUBLIC_URL": "https://samenplek.example",
            "SAMENPLEK_METRICS": "1",
            "SAMENPLEK_TRUSTED_PROXY": "unix",
        }
    )
    assert [field.name for field in fields(Settings) if getattr(found, field.name) == field.default] == []


def test_the_files_of_the_project_are_there():
    assert all(path.is_file() for field in fields(Settings) if isinstance(path := field.default, Path))
