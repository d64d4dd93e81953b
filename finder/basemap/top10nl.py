"""Water, parks, roads and railways from Kadaster TOP10NL, through PDOK's OGC API Features (CC BY 4.0)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from shapely.errors import ShapelyError
from shapely.geometry import shape

from finder.basemap.layers import Layer
from finder.basemap.raw import RawShape
from finder.domain.errors import FinderError
from finder.domain.geometry import BBox

TOP10NL_URL = "https://api.pdok.nl/brt/top10nl/ogc/v1"
SOURCE = {
    "title": "Kadaster, BRT TOP10NL, through the OGC API Features of PDOK",
    "url": TOP10NL_URL,
    "licence": "CC BY 4.0, (c) Kadaster",
}
ATTRIBUTION = "(c) Kadaster, TOP10NL (CC BY 4.0)"
PAGE = 1000
MOST_PAGES = 400
TRIES = 3
SECONDS = 60


class BasemapUnavailable(FinderError):
    """A map service did not answer, or not as documented."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection of TOP10NL and which of its features go into a layer: those whose ``property`` passes."""

    name: str
    layer: Layer
    property: str
    passes: Callable[[str], bool]
    named: bool = False


_MAIN_ROADS = {"autosnelweg", "hoofdweg", "regionale weg", "lokale weg"}
COLLECTIONS = (
    Collection("waterdeel_vlak", Layer.WATER, "typewater", lambda value: not value.startswith("greppel")),
    Collection(
        "functioneel_gebied_vlak", Layer.PARK, "typefunctioneelgebied", lambda value: value == "park", named=True
    ),
    Collection(
        "functioneel_gebied_multivlak", Layer.PARK, "typefunctioneelgebied", lambda value: value == "park", named=True
    ),
    Collection("terrein_vlak", Layer.PARK, "typelandgebruik", lambda value: value.startswith("bos")),
    Collection("wegdeel_hartlijn", Layer.ROAD, "typeweg", lambda value: value in _MAIN_ROADS),
    Collection("spoorbaandeel_lijn", Layer.RAILWAY, "typespoorbaan", lambda value: value != "tram"),
)


def fetch_top10nl(bbox: BBox, base_url: str = TOP10NL_URL, pause: float = 1.0) -> Iterator[RawShape]:
    """Fetch what the basemap draws within ``bbox``, page after page; ``pause`` seconds times the number of the try
    between two tries of one page.

    Raises BasemapUnavailable when a page fails three times or is not as documented.
    """
    with requests.Session() as session:
        session.headers.update({"Accept": "application/geo+json, application/json", "User-Agent": "Samenplek"})
        for collection in COLLECTIONS:
            for feature in _items(session, base_url.rstrip("/"), collection.name, bbox, pause):
                raw = _shape(feature, collection)
                if raw is not None:
                    yield raw


def _items(
    session: requests.Session, base_url: str, collection: str, bbox: BBox, pause: float
) -> Iterator[Mapping[str, Any]]:
    box = f"{bbox.west},{bbox.south},{bbox.east},{bbox.north}"
    url = f"{base_url}/collections/{collection}/items?bbox={box}&limit={PAGE}&f=json"
    for _ in range(MOST_PAGES):
        page = _page(session, url, pause)
        yield from page["features"]
        following = next((link["href"] for link in page.get("links", ()) if link.get("rel") == "next"), None)
        if following is None:
            return
        url = urljoin(url, following)
        if urlsplit(url).netloc != urlsplit(base_url).netloc:
            raise BasemapUnavailable(f"{collection}: the next page is at another host")
    raise BasemapUnavailable(f"{collection}: more than {MOST_PAGES} pages; ask for a smaller area")


def _page(session: requests.Session, url: str, pause: float) -> Mapping[str, Any]:
    for attempt in range(1, TRIES + 1):
        try:
            answer = session.get(url, timeout=SECONDS)
            answer.raise_for_status()
            page = answer.json()
            if isinstance(page, dict) and isinstance(page.get("features"), list):
                return page
            raise BasemapUnavailable(f"{url} did not answer with features")
        except (requests.RequestException, ValueError) as error:
            if attempt == TRIES:
                raise BasemapUnavailable(f"{url} failed {TRIES} times ({type(error).__name__})") from None
        time.sleep(pause * attempt)
    raise AssertionError("unreachable")


def _shape(feature: Mapping[str, Any], collection: Collection) -> RawShape | None:
    try:
        told = {key.casefold().replace("_", ""): value for key, value in feature["properties"].items()}
        value = told.get(collection.property)
        values = value if isinstance(value, list) else str(value or "").split("|")
        if not any(collection.passes(str(item).strip().casefold()) for item in values):
            return None
        name = str(told.get("naamnl") or told.get("naamofficieel") or "") if collection.named else ""
        return RawShape(collection.layer, name.split("|")[0], shape(feature["geometry"]))
    except (AttributeError, KeyError, TypeError, ValueError, ShapelyError) as error:
        raise BasemapUnavailable(f"{collection.name}: a feature is not as documented ({error})") from None
