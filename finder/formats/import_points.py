"""Import files with points on a map (GeoJSON, GeoPackage, FlatGeobuf or a shapefile), one candidate a feature.

The properties are named as the columns of a places file (``data/import/README.md``); the point is the geometry.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from finder.domain.errors import InvalidData
from finder.formats.import_csv import PLACE_COLUMNS, ImportFile, check_columns, read_candidate, read_csv, read_strictly
from finder.merging.candidate import Origin

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

_BEGINNINGS = {".gpkg": b"SQLite format 3\0", ".fgb": b"fgb\x03fgb", ".shp": b"\0\0\x27\x0a"}
"""GDAL opens a file by what it holds, and some files hold the address of another: one that begins so cannot."""
_GEOJSON = (".geojson", ".json")

_FROM_GEOMETRY = ("longitude", "latitude")
_GIVEN = tuple(column for column in PLACE_COLUMNS if column not in _FROM_GEOMETRY)
_NEEDED = ("kind", "name", "source_title", "source_url", "source_licence")


def read_import_file(path: Path) -> ImportFile:
    """Read an import file of any kind; its extension says which. Raises InvalidData, naming line or feature."""
    return read_csv(path) if path.suffix.casefold() == ".csv" else read_points(path)


def read_points(path: Path) -> ImportFile:
    """Read a file of points; a feature without ``row`` gets the file's name and its number as its id.

    Raises InvalidData when the file cannot be read, has other properties, or a feature that is no point.
    """
    if not path.is_file():
        raise InvalidData(path.name, "is not a file")
    try:
        frame = _frame(path)
        if frame.crs is not None:
            frame = frame.to_crs("OGC:CRS84")
        geometries = list(frame.geometry)
    except Exception as error:  # the drivers below GeoPandas raise a dozen kinds of errors
        raise InvalidData(path.name, f"cannot be read as a map file ({error})") from None
    table = frame.drop(columns=frame.geometry.name)
    check_columns(path.name, [str(column) for column in table.columns], _GIVEN, _NEEDED)
    found = []
    for number, (geometry, values) in enumerate(zip(geometries, table.to_dict("records"), strict=True), 1):
        where = f"{path.name}, feature {number}"
        if geometry is None or geometry.geom_type != "Point" or geometry.is_empty:
            raise InvalidData(where, "is not a point")
        cells = {str(column): _text(value) for column, value in values.items()}
        cells |= {"longitude": repr(geometry.x), "latitude": repr(geometry.y)}
        origin = Origin(path.name, number, cells.get("row") or f"{path.stem}-{number}")
        found.append(read_strictly(where, read_candidate, origin, cells))
    return ImportFile(path.name, tuple(found))


def _frame(path: Path) -> GeoDataFrame:
    import geopandas  # slow to import, and only asked for here

    kind = path.suffix.casefold()
    if kind in _GEOJSON:
        collection = json.loads(path.read_text("utf-8-sig"))
        crs = collection.get("crs") or {"properties": {"name": "OGC:CRS84"}}
        return geopandas.GeoDataFrame.from_features(collection["features"], crs=crs["properties"]["name"])
    beginning = _BEGINNINGS.get(kind)
    if beginning is None:
        raise ValueError(f"its name must end in {', '.join((*_GEOJSON, *_BEGINNINGS))}")
    with path.open("rb") as content:
        if content.read(len(beginning)) != beginning:
            raise ValueError(f"it does not hold what {kind} says")
    return geopandas.read_file(path)


def _text(value: Any) -> str:
    return "" if value is None or value != value else str(value).strip()
