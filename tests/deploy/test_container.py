"""deploy/Containerfile: nobody's root, nothing unneeded, and what it copies is enough to serve."""

from __future__ import annotations

import re
import shutil
import subprocess
import urllib.request
from fnmatch import fnmatch
from urllib.parse import urlencode

import pytest

from tests.paths import ROOT
from tests.servers import serving

FILE = ROOT / "deploy/Containerfile"
NEVER_INSIDE = {"tests", "node_modules", "docs", "bench", "scripts", "deploy", ".git", ".ci"}


def _instructions():
    text = re.sub(r"^#.*\n", "", FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    lines = re.sub(r"\\\n\s*", " ", text).splitlines()
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in lines if line.strip())]


def _last_stage():
    found = _instructions()
    begins = max(number for number, (name, _) in enumerate(found) if name == "FROM")
    return found[begins:]


def _copied():
    """Return what the last stage copies, by its path in the project."""
    for name, rest in _last_stage():
        if name == "COPY":
            *sources, target = [word for word in rest.split() if not word.startswith("--")]
            for source in sources:
                path = source.removeprefix("/opt/samenplek/")
                assert target in (path, "./")
                yield path


def test_each_stage_says_which_version_it_begins_with():
    stages = [rest for name, rest in _instructions() if name == "FROM"]
    assert len(stages) == 3
    for stage in stages:
        assert re.fullmatch(r"docker\.io/library/[a-z]+:[\d.]+-[a-z-]+( AS \w+)?", stage)


def test_nothing_is_fetched_that_no_lock_file_names():
    assert not [rest for name, rest in _instructions() if name == "ADD" or re.search(r"curl|wget|pip install", rest)]


def test_who_runs_it_is_not_root_and_it_is_asked_whether_it_is_well():
    stage = dict(_last_stage())
    assert stage["USER"] == "10001:10001"
    assert "/healthz" in stage["HEALTHCHECK"]
    assert ".venv/bin/gunicorn" in stage["ENTRYPOINT"]


def test_what_only_tests_and_building_need_is_not_inside():
    assert NEVER_INSIDE.isdisjoint(_copied())
    made = subprocess.run(["make", "-n", "-B", "site"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "-r requirements.txt" in made
    assert "requirements-dev.txt" not in made


def _left_out(path):
    """Return whether .dockerignore leaves out a path: the last line that fits decides."""
    out = False
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines():
        pattern = line.lstrip("!")
        if line and not line.startswith("#") and any(fnmatch(part, pattern) for part in _upwards(path)):
            out = not line.startswith("!")
    return out


def _upwards(path):
    parts = path.split("/")
    return ["/".join(parts[:length]) for length in range(1, len(parts) + 1)]


@pytest.mark.parametrize(
    ("path", "out"),
    [
        (".env", True),
        (".git/config", True),
        ("instance/curators.db", True),
        ("data/import/x.csv", True),
        ("static/vendor/css/site.css", True),
        ("data/places.geojson", False),
        ("scripts/build_assets.mjs", False),
        ("requirements.txt", False),
    ],
)
def test_only_what_is_built_from_leaves_the_machine(path, out):
    assert _left_out(path) is out


@pytest.fixture(scope="module")
def inside(tmp_path_factory):
    """What the last stage holds, laid out by itself."""
    root = tmp_path_factory.mktemp("container")
    for path in _copied():
        if path == ".venv":
            (root / path).symlink_to(ROOT / path)
        elif (ROOT / path).is_dir():
            shutil.copytree(ROOT / path, root / path, ignore=shutil.ignore_patterns("import", "__pycache__"))
        else:
            shutil.copy2(ROOT / path, root / path)
    return root


def test_what_it_copies_is_enough_to_serve_and_nothing_is_written_there(inside, tmp_path):
    before = sorted(inside.rglob("*"))
    env = {"PYTHONDONTWRITEBYTECODE": "1", "SAMENPLEK_PUBLIC_URL": "https://samenplek.example", "WORKERS": "1"}
    with serving(tmp_path, env, folder_of_the_app=inside) as live:
        for path, form in (("/nl/", {"where": "1012", "go": "1"}), ("/nl+ar/card.pdf", {"code": "1BT0M"})):
            with urllib.request.urlopen(live.url + path, data=urlencode(form).encode(), timeout=30) as answer:
                assert answer.status == 200
        with urllib.request.urlopen(live.url + "/static/vendor/css/site.css", timeout=30) as answer:
            assert answer.status == 200
        assert "Traceback" not in live.log()
    assert sorted(inside.rglob("*")) == before


def test_it_does_not_start_where_others_reach_it_without_knowing_its_address(inside):
    env = {name: value.strip('"') for name, value in re.findall(r"(\w+)=(\S+)", dict(_last_stage())["ENV"])}
    command = [inside / ".venv/bin/python", "-m", "gunicorn", "--config", "gunicorn.conf.py", "app:app"]
    env |= {"PATH": "/usr/bin:/bin", "PORT": "0"}
    run = subprocess.run(command, cwd=inside, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode != 0
    assert "SAMENPLEK_PUBLIC_URL" in run.stderr
