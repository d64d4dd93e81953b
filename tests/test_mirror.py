"""Every module of finder/ has its tests at the same path in tests/, or stands here with the reason why not."""

from pathlib import Path

import pytest

from tests.paths import ROOT

ONLY_NAMES = "only names and types, nothing that can be wrong by itself"
ROUTES = "tests/web/open_data/v1/test_routes.py asks it over HTTP"

FILE = "tests/formats/test_places_file.py and test_places_file_strict.py read and write all of it"
IMPORT = "tests/usecases/test_import_places.py compiles whole imports with it"

WITHOUT_TESTS_OF_ITS_OWN = {
    "finder/basemap/compile.py": "tests/basemap/test_rebuild.py makes the committed basemap again",
    "finder/basemap/layers.py": ONLY_NAMES,
    "finder/basemap/osm.py": "tests/basemap/test_rebuild.py reads a small OpenStreetMap file",
    "finder/basemap/raw.py": ONLY_NAMES,
    "finder/basemap/top10nl.py": "tests/basemap/test_rebuild.py asks a server that is not the real one",
    "finder/domain/evidence.py": ONLY_NAMES,
    "finder/domain/engine.py": "tests/search/conformance.py is what it promises",
    "finder/domain/facts.py": ONLY_NAMES,
    "finder/domain/hits.py": ONLY_NAMES,
    "finder/domain/organization.py": ONLY_NAMES,
    "finder/domain/place.py": "tests/formats/test_places_file.py reads and writes all of it",
    "finder/domain/vocabulary/denominations.py": ONLY_NAMES,
    "finder/domain/vocabulary/languages.py": ONLY_NAMES,
    "finder/domain/vocabulary/sensitive_words.py": "tests/domain/test_sensitive.py looks for each sort of them",
    "finder/domain/vocabulary/terms.py": ONLY_NAMES,
    "finder/domain/vocabulary/words.py": ONLY_NAMES,
    "finder/formats/contact_json.py": FILE,
    "finder/formats/evidence_json.py": FILE,
    "finder/formats/fact_json.py": FILE,
    "finder/formats/place_json.py": FILE,
    "finder/geocode/centroids.py": "tests/geocode/test_gazetteer_compile.py compiles streets with it",
    "finder/geocode/compile.py": "tests/geocode/test_gazetteer_compile.py is its test under an older name",
    "finder/geocode/entries.py": "tests/geocode/test_gazetteer_compile.py reads and writes all of it",
    "finder/geocode/found.py": ONLY_NAMES,
    "finder/geocode/starting_point.py": "tests/usecases/test_find_starting_point.py finds each kind of it",
    "finder/merging/build_place.py": IMPORT,
    "finder/merging/candidate.py": IMPORT,
    "finder/merging/claims.py": ONLY_NAMES,
    "finder/merging/resolve.py": IMPORT,
    "finder/refresh/meeting.py": ONLY_NAMES,
    "finder/usecases/compile_gazetteer.py": "tests/geocode/test_gazetteer_compile.py runs its command",
    "finder/usecases/compile_maps.py": "tests/basemap/test_rebuild.py and tests/web/commands run its commands",
    "finder/usecases/find_places.py": "tests/web/finder/test_search_view.py looks at what it found",
    "finder/web/commands/basemap.py": "tests/basemap/test_rebuild.py runs the command",
    "finder/web/commands/build.py": "make setup runs the command before any test",
    "finder/web/commands/geocode.py": "tests/geocode/test_pdok.py runs the command",
    "finder/web/finder/place.py": "tests/web/finder/test_pages.py asks its pages",
    "finder/web/finder/search.py": "tests/web/finder/test_pages.py asks its pages",
    "finder/web/open_data/v1/body.py": ROUTES,
    "finder/web/open_data/v1/representation.py": ROUTES,
    "finder/web/options.py": ONLY_NAMES,
}


def modules(root: Path) -> list[str]:
    """Every module but the ``__init__`` of a room, which says what the room is for."""
    return sorted(
        file.relative_to(root).as_posix() for file in (root / "finder").rglob("*.py") if file.name != "__init__.py"
    )


def mirrored(module: str) -> str:
    path = Path(module).relative_to("finder")
    return (Path("tests") / path.with_name(f"test_{path.name}")).as_posix()


def complaints(root: Path, excused: dict[str, str]) -> list[str]:
    found = modules(root)
    missing = [module for module in found if not (root / mirrored(module)).is_file()]
    return [
        *(f"{module}: write {mirrored(module)}" for module in missing if module not in excused),
        *(f"{module}: has tests now, take it off the list" for module in excused if module not in missing),
        *(f"{module}: say why" for module, why in excused.items() if len(why.split()) < 4),
    ]


def test_every_module_has_its_tests_or_a_reason():
    assert complaints(ROOT, WITHOUT_TESTS_OF_ITS_OWN) == []


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for path in ("finder/__init__.py", "finder/a/__init__.py", "finder/a/b.py", "finder/a/c.py", "tests/a/test_b.py"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    return tmp_path


def test_a_module_without_tests_is_named_with_the_path_they_should_have(tree: Path):
    assert complaints(tree, {}) == ["finder/a/c.py: write tests/a/test_c.py"]
    assert complaints(tree, {"finder/a/c.py": "only names and types"}) == []


def test_a_reason_that_holds_no_more_is_named(tree: Path):
    excused = {
        "finder/a/c.py": "only names and types",
        "finder/a/b.py": "too small to test",
        "finder/a/gone.py": "it was here",
    }
    assert [told.split(":")[0] for told in complaints(tree, excused)] == [
        "finder/a/b.py",
        "finder/a/gone.py",
        "finder/a/gone.py",
    ]


def test_an_empty_reason_is_no_reason(tree: Path):
    assert complaints(tree, {"finder/a/c.py": ""}) == ["finder/a/c.py: say why"]
