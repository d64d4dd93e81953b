"""Eight open places of one neighbourhood, from the real data, and what pages say of them."""

import re
from html import unescape

from finder.formats.places_file import read_places
from tests.paths import ROOT

PLACES = read_places(ROOT / "data/places.geojson")
BY_CODE = {place.code: place for place in PLACES}
ZUIDOOST = [place for place in PLACES if place.location.district == "Zuidoost" and place.status == "open"][:8]
CODES = [place.code for place in ZUIDOOST]
NEAR = "4.9123,52.3547"
MISTYPED = CODES[0][:4] + ("0" if CODES[0][4] != "0" else "1")


def text_of(answer):
    """The words of a page, without its elements."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.get_data(as_text=True))))
