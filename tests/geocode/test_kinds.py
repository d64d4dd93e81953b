"""A word for what a thing is beside its name."""

import pytest

from finder.geocode.entries import FoundKind
from finder.geocode.kinds import SaidKinds
from tests.geocode.small import ENTRIES

KINDS = SaidKinds(ENTRIES.names)


@pytest.mark.parametrize(
    ("words", "town", "found"),
    [
        ("station", "Haarlem", [(FoundKind.TRAIN, "Haarlem")]),
        ("station amstel", "", [(FoundKind.TRAIN, "Amsterdam Amstel"), (FoundKind.METRO, "Amsterdam Amstel")]),
        ("metro amsterdam amstel", "", [(FoundKind.METRO, "Amsterdam Amstel")]),
        ("metro zuid", "", [(FoundKind.METRO, "Zuid")]),
        ("metrostation wibautstraat", "Amsterdam", [(FoundKind.METRO, "Wibautstraat")]),
        ("metrostation wibautstraat", "Haarlem", []),
        ("tram wibautstraat", "", []),
        ("halte molenpad", "", [(FoundKind.TRAM, "Molenpad")]),
        ("stadsdeel zuid", "", [(FoundKind.DISTRICT, "Zuid")]),
        ("buurt amc", "", [(FoundKind.NEIGHBOURHOOD, "AMC")]),
        ("zuid", "", []),
        ("station", "", []),
    ],
)
def test_find_only_what_is_of_that_kind(words: str, town: str, found: list[tuple[FoundKind, str]]):
    assert [(entry.kind, entry.name) for entry in KINDS.find(words, town)] == found
