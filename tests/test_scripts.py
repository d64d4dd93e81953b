"""The scripts of the browser: their own tests run under node, without a browser, and mirror static/js."""

import re
import subprocess

from tests.paths import ROOT

SCRIPTS = ROOT / "static/js"
TESTS = ROOT / "tests/js"
WITHOUT_A_TEST_OF_ITS_OWN = {
    "page.js": "sets the others going",
    "controls.js": "only touches the page; tests/journeys/test_together.py copies, prints and picks",
    "shortlist-codec.js": "tests/domain/test_shortlist.py holds it equal to the Python one",
    "wipe.js": "only touches the page and its history; tests/journeys wipe",
    "finder/answer.js": "only touches the page; tests/journeys/test_search.py asks",
    "finder/basemap-layer.js": "draws with Leaflet; tests/journeys/test_search.py looks at the map",
    "finder/element.js": "makes an element",
    "finder/fill-form.js": "only touches the page; tests/journeys/test_search.py opens a shared link",
    "finder/map-loader.js": "only touches the page; tests/journeys/test_search.py loads the map",
    "finder/results-layer.js": "draws with Leaflet; tests/journeys/test_search.py looks at the map",
    "finder/search.js": "sets the others going",
    "together/post-page.js": "only touches the page; tests/journeys/test_together.py walks through it",
}


def test_the_tests_of_the_scripts_pass():
    files = sorted(str(path.relative_to(ROOT)) for path in TESTS.rglob("*.test.js"))
    run = subprocess.run(["node", "--test", *files], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    passed = re.search(r"^# pass (\d+)$", run.stdout, re.MULTILINE)
    assert passed
    assert int(passed[1]) >= len(files)


def test_every_script_has_tests_or_a_reason_for_none():
    scripts = {path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.rglob("*.js")}
    tested = {path.relative_to(TESTS).as_posix().replace(".test.js", ".js") for path in TESTS.rglob("*.test.js")}
    assert tested <= scripts
    assert scripts - tested == WITHOUT_A_TEST_OF_ITS_OWN.keys()


def test_a_script_that_is_imported_does_nothing_yet():
    modules = [path.relative_to(ROOT).as_posix() for path in SCRIPTS.rglob("*.js")]
    entries = {"static/js/page.js", "static/js/finder/search.js"}
    imports = "".join(f'import "./{module}";\n' for module in sorted(modules) if module not in entries)
    run = subprocess.run(
        ["node", "--input-type=module", "-e", imports], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
