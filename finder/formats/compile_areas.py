"""From the detailed maps of the city and of CBS to the small ``data/areas.geojson``.

Districts and municipalities are the union of their neighbourhoods, simplified together, so that neighbours keep
one border and no point falls between two.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import shapely

from finder.domain.errors import InvalidData

SIMPLIFY_DEGREES = 0.0002
"""About 14 to 22 metres: less than a street is wide with its houses."""
DIGITS = 5
HAARLEM = "GM0392"

SOURCES = [
    {
        "title": "City of Amsterdam, Gebieden: buurten and stadsdelen",
        "url": "https://github.com/vl09/amsterdam (data/buurten.geojson)",
        "licence": "City of Amsterdam open data; the copy does not restate the licence",
        "date": "2026-04-07",
        "changes": "simplified; districts and municipality dissolved from the buurten",
    },
    {
        "title": "CBS wijk- en buurtkaart 2016, Haarlem, through Who's On First",
        "url": "https://github.com/whosonfirst-data/whosonfirst-data-admin-nl (commit f7b35802)",
        "licence": "CC BY 4.0, CBS and Who's On First",
        "date": "2016",
        "changes": "simplified; wijken and municipality dissolved from the buurten",
    },
]

Area = tuple[str, str, str, Any]
"""Municipality, district, neighbourhood, polygon."""


def compile_areas(inputs: Path) -> bytes:
    """Read ``amsterdam_buurten``, ``haarlem_wijken`` and ``haarlem_buurten`` (.geojson) in a folder; return the file.

    Raises InvalidData when one cannot be read or lacks a property.
    """
    areas = [*_amsterdam(inputs), *_haarlem(inputs)]
    outlines = shapely.coverage_simplify([area[3] for area in areas], SIMPLIFY_DEGREES)
    areas = [(*area[:3], outline) for area, outline in zip(areas, outlines, strict=True)]
    features = [
        *_dissolved("municipality", areas, lambda area: (area[0], area[0])),
        *_dissolved("district", areas, lambda area: (area[0], area[1])),
        *(_feature("neighbourhood", area[0], area[2], area[3]) for area in sorted(areas, key=lambda area: area[:3])),
    ]
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    sources = json.dumps(SOURCES, ensure_ascii=False, separators=(",", ":"))
    return f'{{"type":"FeatureCollection","sources":{sources},"features":[\n{lines}\n]}}\n'.encode()


def _amsterdam(inputs: Path) -> Iterator[Area]:
    for properties, shape in _read(inputs / "amsterdam_buurten.geojson", "naam", "stadsdeel"):
        yield "Amsterdam", properties["stadsdeel"], properties["naam"], shape


def _haarlem(inputs: Path) -> Iterator[Area]:
    districts = {
        properties["cbs"]["cbsnl:WK_CODE"]: properties["name"]
        for properties, _ in _read(inputs / "haarlem_wijken.geojson", "name", "cbs")
    }
    for properties, shape in _read(inputs / "haarlem_buurten.geojson", "name", "cbs"):
        if properties["cbs"].get("cbsnl:GM_CODE") != HAARLEM:
            continue  # a village of which one part only belongs to Haarlem
        district = districts.get(properties["cbs"].get("cbsnl:WK_CODE"))
        if district is None:
            raise InvalidData("haarlem_buurten.geojson", f"{properties['name']} lies in no wijk of haarlem_wijken")
        yield "Haarlem", district, properties["name"], shape


def _read(path: Path, *needed: str) -> Iterator[tuple[dict[str, Any], Any]]:
    try:
        features = json.loads(path.read_text("utf-8"))["features"]
        for feature in features:
            properties = feature["properties"]
            if missing := [name for name in needed if not properties.get(name)]:
                raise InvalidData(path.name, f"a feature has no {', '.join(missing)}")
            yield properties, shapely.make_valid(shapely.from_geojson(json.dumps(feature["geometry"])))
    except (OSError, KeyError, TypeError, ValueError, shapely.errors.ShapelyError) as error:
        raise InvalidData(path.name, f"cannot be read ({error})") from None


def _dissolved(level: str, areas: Iterable[Area], key: Any) -> Iterator[dict[str, Any]]:
    groups: dict[tuple[str, str], list[Any]] = {}
    for area in areas:
        groups.setdefault(key(area), []).append(area[3])
    for (municipality, name), shapes in sorted(groups.items()):
        yield _feature(level, municipality, name, shapely.unary_union(shapes))


def _feature(level: str, municipality: str, name: str, shape: Any) -> dict[str, Any]:
    rounded = shapely.set_precision(shape, 10**-DIGITS, mode="pointwise")
    geometry = json.loads(shapely.to_geojson(rounded))
    return {
        "type": "Feature",
        "properties": {"level": level, "municipality": municipality, "name": name},
        "geometry": {"type": geometry["type"], "coordinates": _round(geometry["coordinates"])},
    }


def _round(coordinates: Any) -> Any:
    if isinstance(coordinates, (int, float)):
        return round(coordinates, DIGITS)
    return [_round(part) for part in coordinates]
