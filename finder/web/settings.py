"""What an operator sets, read from the environment once at start."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from finder.domain.errors import InvalidInput

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Settings:
    """Files to serve from, and the operator's own lines. An empty string means: not set."""

    places: Path = ROOT / "data/places.geojson"
    gazetteer: Path = ROOT / "data/gazetteer.json"
    starting_points: Path = ROOT / "data/starting_points.csv"
    basemap: Path = ROOT / "data/basemap.geojson"
    locatieserver: str = ""
    tile_url: str = ""
    tile_attribution: str = ""
    operator_name: str = ""
    operator_mail: str = ""
    operator_phone: str = ""
    public_url: str = ""
    metrics: bool = False
    trusted_proxy: str = ""

    @property
    def tile_host(self) -> str:
        """Return the one origin outside this server that a page may load from, or nothing."""
        parts = urlsplit(self.tile_url.replace("{s}.", ""))
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def _address(key: str, text: str) -> str:
    if text and not re.fullmatch(r"https?://[^/\s]+/?", text):
        raise InvalidInput(key, text, "an address such as https://samenplek.example")
    return text.rstrip("/")


def _proxy(key: str, text: str) -> str:
    if text in ("", "unix"):
        return text
    try:
        return str(ip_address(text))
    except ValueError:
        raise InvalidInput(key, text, "an IP address, or unix for whoever reaches the socket of BIND") from None


def settings_from(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read SAMENPLEK_* variables. Raises InvalidInput for an address that is not one."""
    tile_url = environment.get("SAMENPLEK_TILE_URL", "")
    if tile_url and not (tile_url.startswith(("https://", "http://")) and "{z}" in tile_url):
        raise InvalidInput("SAMENPLEK_TILE_URL", tile_url, "an address with {z}, {x} and {y} in it")
    base = Settings()
    return Settings(
        places=Path(environment.get("SAMENPLEK_PLACES", base.places)),
        gazetteer=Path(environment.get("SAMENPLEK_GAZETTEER", base.gazetteer)),
        starting_points=Path(environment.get("SAMENPLEK_STARTING_POINTS", base.starting_points)),
        basemap=Path(environment.get("SAMENPLEK_BASEMAP", base.basemap)),
        locatieserver=environment.get("PDOK_LOCATIESERVER", ""),
        tile_url=tile_url,
        tile_attribution=environment.get("SAMENPLEK_TILE_ATTRIBUTION", ""),
        operator_name=environment.get("SAMENPLEK_OPERATOR_NAME", ""),
        operator_mail=environment.get("SAMENPLEK_OPERATOR_MAIL", ""),
        operator_phone=environment.get("SAMENPLEK_OPERATOR_PHONE", ""),
        metrics=environment.get("SAMENPLEK_METRICS", "") == "1",
        public_url=_address("SAMENPLEK_PUBLIC_URL", environment.get("SAMENPLEK_PUBLIC_URL", "")),
        trusted_proxy=_proxy("SAMENPLEK_TRUSTED_PROXY", environment.get("SAMENPLEK_TRUSTED_PROXY", "")),
    )
