"""Ask OpenStreetMap for the places of a box as they are today, and lay them out as import files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from finder.domain.geometry import BBox
from finder.refresh.client import PoliteClient
from finder.refresh.osm_objects import overpass_query, read_osm_objects, read_overpass
from finder.refresh.osm_rows import osm_rows
from finder.refresh.rows import ImportRows
from finder.refresh.versions import Versions, asked


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What was fetched, as rows of import files. ``elsewhere`` lies outside the box and is not counted as refused."""

    rows: ImportRows
    fetched: int
    versions: Versions
    elsewhere: int = 0


def refresh_osm(url: str, client: PoliteClient, bbox: BBox, known: Versions, today: date) -> Refreshed | None:
    """Ask Overpass at ``url``; None when its answer is still the ``known`` one.

    Raises SourceUnavailable or ForbiddenDestination as the client does.
    """
    parameters = {"data": overpass_query(bbox)}
    key = asked(url, parameters)
    answer = client.get(url, parameters, known.get(key))
    if answer is None:
        return None
    objects = read_overpass(answer.body)
    return Refreshed(osm_rows(objects, today), len(objects), {key: answer.version})


def read_osm_extract(path: Path, bbox: BBox, today: date) -> Refreshed:
    """Read the same out of an OpenStreetMap file. Raises InvalidData for one that cannot be read."""
    objects = tuple(read_osm_objects(path, bbox))
    return Refreshed(osm_rows(objects, today), len(objects), {})
