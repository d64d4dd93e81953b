"""Imports go down only, and a heavy library stays in its room. The plan stands in finder/__init__.py."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import ROOT

FLOORS = {
    "finder.domain": 0,
    "finder.search": 1,
    "finder.merging": 1,
    "finder.recurrence": 1,
    "finder.i18n": 1,
    "finder.formats": 2,
    "finder.geocode": 2,
    "finder.basemap": 2,
    "finder.refresh": 2,
    "finder.wording": 2,
    "finder.store": 3,
    "finder.usecases": 4,
    "finder.web": 5,
}
HEAVY_ROOMS = {
    "flask": ("finder.web",),
    "flask_talisman": ("finder.web",),
    "werkzeug": ("finder.web",),
    "folium": ("finder.web.maps",),
    "branca": ("finder.web.maps",),
    "geopandas": ("finder.formats",),
    "pandas": ("finder.formats",),
    "osmium": ("finder.formats",),
    "pyogrio": ("finder.formats",),
    "sqlite_utils": ("finder.store",),
    "sqlite3": ("finder.store",),
    "requests": ("finder.geocode", "finder.basemap", "finder.refresh"),
    "rapidfuzz": ("finder.search",),
}
DOMAIN_MAY_IMPORT = {"numpy", "shapely", "pyproj", "opening_hours"} | sys.stdlib_module_names
DOMAIN_MAY_NOT = {"sqlite3", "socket", "urllib", "http", "subprocess"}


def room_of(module: str) -> str | None:
    """The longest known room that holds this module; basemap_tiles.py belongs to finder.basemap."""
    for room in FLOORS:
        if module == room or module.startswith(f"{room}."):
            return room
    return "finder.basemap" if module.startswith("finder.basemap") else None


def module_name(file: Path, root: Path) -> str:
    parts = file.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _is_module(name: str, root: Path) -> bool:
    path = root.joinpath(*name.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def imports_of(file: Path, root: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that the file imports, at the top or inside a function."""
    package = list(file.relative_to(root).parent.parts)
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"), str(file))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *(node.module or "").split(".")]).strip(".")
            for alias in node.names:
                name = f"{base}.{alias.name}"
                yield node.lineno, name if _is_module(name, root) else base
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in {"import_module", "__import__"}:
                yield node.lineno, str(node.args[0].value)


def _complaint(importer: str, imported: str) -> str | None:
    room = room_of(importer)
    top = imported.split(".")[0]
    if top == "finder":
        target = room_of(imported)
        if target and (room is None or FLOORS[target] > FLOORS[room]):
            return f"goes up to {imported}"
        return None
    if top == "app":
        return "imports the entry point"
    rooms = HEAVY_ROOMS.get(top)
    if rooms and not any(importer == room or importer.startswith((f"{room}.", f"{room}_")) for room in rooms):
        return f"imports {top}, which lives in {' and '.join(rooms)} only"
    if room == "finder.domain" and (top not in DOMAIN_MAY_IMPORT or top in DOMAIN_MAY_NOT):
        return f"imports {imported}; the domain knows numpy, shapely, pyproj, opening_hours and plain Python"
    return None


def complaints(root: Path) -> list[str]:
    found = []
    for file in sorted((root / "finder").rglob("*.py")):
        importer = module_name(file, root)
        where = file.relative_to(root).as_posix()
        if importer != "finder" and room_of(importer) is None:
            found.append(f"{where}: stands on no floor; give it one in FLOORS and in finder/__init__.py")
            continue
        for line, imported in imports_of(file, root):
            if complaint := _complaint(importer, imported):
                found.append(f"{where}:{line}: {complaint}")
    return found


def test_imports_go_down_and_heavy_libraries_stay_in_their_room():
    assert complaints(ROOT) == []


FORBIDDEN = [
    ("finder/domain/place.py", "from finder.store import Store", "goes up to finder.store"),
    ("finder/domain/place.py", "from ..web import query", "goes up to finder.web"),
    ("finder/domain/place.py", "from finder import web", "goes up to finder.web"),
    ("finder/domain/place.py", "import pandas", "imports pandas"),
    ("finder/domain/place.py", "import babel", "the domain knows"),
    ("finder/domain/place.py", "import sqlite3", "imports sqlite3"),
    ("finder/domain/place.py", "from urllib.request import urlopen", "the domain knows"),
    ("finder/i18n/names.py", "import finder.usecases.find_places", "goes up to finder.usecases"),
    ("finder/geocode.py", "def f():\n    import finder.web", "goes up to finder.web"),
    ("finder/store/__init__.py", "from ..usecases import find_places", "goes up to finder.usecases"),
    ("finder/usecases/find.py", "import flask", "imports flask"),
    ("finder/usecases/find.py", "import importlib\nimportlib.import_module('flask')", "imports flask"),
    ("finder/usecases/find.py", "import requests", "imports requests"),
    ("finder/web/search.py", "import folium", "imports folium"),
    ("finder/web/maps.py", "import geopandas", "imports geopandas"),
    ("finder/web/maps.py", "from sqlite3 import connect", "imports sqlite3"),
    ("finder/web/maps.py", "from app import app", "imports the entry point"),
    ("finder/__init__.py", "from finder.domain import place", "goes up to finder.domain"),
    ("finder/attic.py", "", "stands on no floor"),
]
ALLOWED = [
    ("finder/domain/place.py", "import numpy, shapely.geometry, json\nfrom .codes import check"),
    ("finder/formats/osm.py", "import osmium, geopandas\nfrom finder.domain import place"),
    ("finder/geocode/pdok.py", "import requests"),
    ("finder/basemap_tiles.py", "import requests"),
    ("finder/store/places.py", "import sqlite3, sqlite_utils\nfrom finder.formats import geojson"),
    ("finder/web/maps.py", "import folium, flask\nfrom finder.usecases import find_places"),
    ("finder/web/api/v1.py", "import flask\nfrom ..query import read"),
]


def _fake_tree(root: Path, path: str, source: str) -> None:
    for name in ("domain/place", "store/store", "usecases/find_places", "web/query"):
        file = root / "finder" / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("")
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source)


@pytest.mark.parametrize(("path", "source", "why"), FORBIDDEN)
def test_a_forbidden_import_is_found(tmp_path: Path, path: str, source: str, why: str):
    _fake_tree(tmp_path, path, source)
    found = complaints(tmp_path)
    assert len(found) == 1
    assert found[0].startswith(path)
    assert why in found[0]


@pytest.mark.parametrize(("path", "source"), ALLOWED)
def test_an_allowed_import_is_left_alone(tmp_path: Path, path: str, source: str):
    _fake_tree(tmp_path, path, source)
    assert complaints(tmp_path) == []
