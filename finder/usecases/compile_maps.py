"""Compile the maps that need no network: of municipalities and neighbourhoods, and what is drawn under the places.

Each is written in one step: whatever goes wrong, the old file stays. Everything here raises OSError for a file that
cannot be written.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from finder.basemap import compile as basemap_files
from finder.basemap import osm, top10nl
from finder.basemap.features import Basemap, format_basemap, read_basemap, zipped_size
from finder.basemap.rebuild import rebuild
from finder.domain.geometry import BBox
from finder.formats import compile_areas as area_files
from finder.formats.files import replace_file
from finder.formats.tables import read_manifest


@dataclass(frozen=True, slots=True)
class WrittenBasemap:
    """What was written: how many features, bytes, and bytes after gzip. ``tolerance`` in metres, 0: not simplified."""

    features: int
    size: int
    zipped: int
    tolerance: int = 0


def compile_areas(inputs: Path, out: Path) -> int:
    """Compile the areas in ``inputs``, and return the number of bytes. Raises InvalidData for what cannot be read."""
    content = area_files.compile_areas(inputs)
    replace_file(out, content)
    return len(content)


def compile_basemap(manifest: Path, inputs: Path, out: Path) -> WrittenBasemap:
    """Compile the coarse basemap of the files that a manifest names. Raises InvalidData for what cannot be read."""
    return _write(out, basemap_files.compile_basemap(read_manifest(manifest), inputs))


def rebuild_basemap(source: Path | str, bbox: BBox, budget: int, today: date, out: Path) -> WrittenBasemap:
    """Put finer shapes in the place of those of ``out``, as fine as ``budget`` bytes after gzip allow.

    ``source`` is an OpenStreetMap file, or the address of TOP10NL. Raises InvalidData for a source or a basemap that
    cannot be used, BasemapUnavailable for a service that does not answer.
    """
    if isinstance(source, Path):
        key, about, attribution, shapes = "osm", osm.SOURCE, osm.ATTRIBUTION, osm.read_osm(source, bbox)
    else:
        key, about, attribution = "top10nl", top10nl.SOURCE, top10nl.ATTRIBUTION
        shapes = top10nl.fetch_top10nl(bbox, source)
    described = {**about, "date": today.isoformat()}
    new, tolerance = rebuild(read_basemap(out), shapes, bbox, (key, described), attribution, budget)
    return _write(out, new, tolerance)


def _write(out: Path, new: Basemap, tolerance: int = 0) -> WrittenBasemap:
    content = format_basemap(new)
    replace_file(out, content)
    return WrittenBasemap(len(new.features), len(content), zipped_size(content), tolerance)
