"""Searches as the form on the page sends them, the same each time: words typed and choices ticked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from urllib.parse import urlencode

WHERES = (
    "",
    "1012",
    "Dappermarkt",
    "1018 AB",
    "Damrak 1",
    "Haarlem",
    "Javastraat",
    "2011",
    "centraal station",
    "Osdorp",
    "Dapermarkt",
)
"""Nothing, postcodes, streets, a quarter, a town, and a slip of the pen, which costs the gazetteer most."""
TICKED: tuple[tuple[tuple[str, str], ...], ...] = (
    (),
    (("kind", "church"),),
    (("language", "ar"),),
    (("need", "meal"),),
    (("kind", "community_centre"), ("kind", "library")),
    (("religion", "muslim"),),
    (("language", "ti"), ("language", "am")),
    (("need", "meal"), ("need", "shower")),
    (("community", "turkish"),),
    (("not_religion", "christian"),),
    (("religion", "christian"), ("denomination", "roman_catholic")),
    (("kind", "drop_in"), ("need", "clothes")),
)
FURTHER: tuple[dict[str, str], ...] = ({}, {"within": "5000"}, {"when": "now"}, {"within": "2000"}, {})
COUNT = 60
PLAIN = urlencode({"where": "1012", "within": "", "when": "", "part": "", "go": "1"})
"""A search that gives a whole page of hits."""


def bodies(count: int = COUNT) -> Iterator[str]:
    """Yield the bodies of ``count`` searches; no two of the lists have a common divisor, so that all pairs come by."""
    for where, ticked, further in islice(zip(cycle(WHERES), cycle(TICKED), cycle(FURTHER)), count):
        fields = {"where": where, "within": "", "when": "", "part": "", **further}
        yield urlencode([*fields.items(), *ticked, ("go", "1")])
