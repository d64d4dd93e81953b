"""What must hold of the files: nothing from outside, no left or right in the css, nothing unlocked."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.paths import ROOT

LONGEST = {".py": 300, ".css": 400, ".js": 300, ".mjs": 300}
LONGEST_TEMPLATE_LINE = 160

OUTSIDE = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed|object)\b[^>]*?\b(?:src|data)\s*=\s*["']?(?:https?:)?//
    | <link\b(?![^>]*\brel\s*=\s*["']?(?:license|canonical|alternate))[^>]*?\bhref\s*=\s*["']?(?:https?:)?//
    | <use\b[^>]*?\bhref\s*=\s*["']?(?:https?:)?//
    | url\(\s*["']?(?:https?:)?//
    | @import\s+["'](?:https?:)?//
    | \bimport\b[^;\n]*["'](?:https?:)?//
    | \b(?:fetch|importScripts|EventSource|WebSocket|sendBeacon)\(\s*["'`](?:https?:|wss?:)?//""",
    re.IGNORECASE | re.VERBOSE,
)
PHYSICAL = re.compile(
    r"""(?<![\w-])(?:
      (?:(?:scroll-)?(?:margin|padding)|border)-(?:left|right)[\w-]*\s*:
    | border-(?:top|bottom)-(?:left|right)-radius\s*:
    | (?:left|right)\s*:
    | (?:text-align|float|clear)\s*:\s*(?:left|right)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
COLOUR = re.compile(
    r"""\#[0-9a-f]{3,8}\b(?![^{}]*\{)
    | \b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color(?:-mix)?)\(
    | (?<=[\s,:])(?:black|white|gray|grey|silver|red|green|blue|yellow|orange|purple|navy|teal)(?=[\s,;)])""",
    re.IGNORECASE | re.VERBOSE,
)
WHERE_COLOURS_ARE_NAMED = {"tokens.css", "sheet.css"}
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SOURCE_OF_PACKAGES = re.compile(r"--(?:extra-)?index-url|--find-links|--trusted-host|https?://|file:", re.IGNORECASE)
LOCKS = ["requirements.txt", *(f"requirements-{kind}.txt" for kind in ("dev", "bench", "mutants", "fuzz", "audit"))]


def project_files(*suffixes: str) -> list[Path]:
    """Every file that is committed or will be; what make setup builds is not among them."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    files = (ROOT / name for name in listed.split("\0") if name)
    return [file for file in files if file.is_file() and (not suffixes or file.suffix in suffixes)]


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return [f"line {_line(text, hit.start())}: {hit.group(0).strip()}" for hit in pattern.finditer(text)]


def physical_sides(text: str) -> list[str]:
    """Leaflet counts from the left in every language, so what binds to it may say /* physical: why */."""
    excused = {_line(text, hit.start()) for hit in re.finditer(r"/\*\s*physical:\s*\w", text)}
    blanked = COMMENT.sub(lambda hit: re.sub(r"[^\n]", " ", hit.group(0)), text)
    return [
        f"line {line}: {hit.group(0).strip()}"
        for hit in PHYSICAL.finditer(blanked)
        if (line := _line(blanked, hit.start())) not in excused
    ]


def unnamed_colours(text: str) -> list[str]:
    blanked = COMMENT.sub(lambda hit: re.sub(r"[^\n]", " ", hit.group(0)), text)
    return _found(COLOUR, blanked)


def unlocked_requirements(text: str) -> list[str]:
    entries = re.split(r"\n(?=[A-Za-z0-9])", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE))
    return [
        entry.split()[0]
        for entry in entries
        if entry.strip() and not ("==" in entry.split("\n")[0] and "--hash=sha256:" in entry)
    ]


def unlocked_packages(lock: dict) -> list[str]:
    return [name for name, entry in lock["packages"].items() if name and not entry.get("integrity")]


def _in(folders: tuple[str, ...], *suffixes: str) -> list[Path]:
    return [file for file in project_files(*suffixes) if file.relative_to(ROOT).parts[0] in folders]


def _complaints(files: list[Path], check) -> list[str]:
    return [f"{file.relative_to(ROOT)}: {found}" for file in files for found in check(file.read_text(encoding="utf-8"))]


def test_nothing_that_make_makes_and_no_link_is_committed():
    listed = subprocess.run(["git", "ls-files", "--stage"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    files = dict(reversed(line.split("\t")) for line in listed.splitlines())
    assert [name for name, stage in files.items() if stage.startswith("120000")] == []
    assert [name for name in files if name.startswith((".venv", "node_modules", "static/vendor"))] == []


def test_pages_and_scripts_take_nothing_from_outside():
    files = _in(("templates", "static"), ".html", ".css", ".js", ".mjs", ".svg", ".txt", ".xml")
    assert _complaints(files, lambda text: _found(OUTSIDE, text)) == []


def test_our_css_knows_no_left_and_right():
    assert _complaints(_in(("static", "templates"), ".css"), physical_sides) == []


def test_a_colour_is_named_once_and_used_by_its_name():
    sheets = [file for file in _in(("static",), ".css") if file.name not in WHERE_COLOURS_ARE_NAMED]
    assert len(sheets) > 10
    assert _complaints(sheets, unnamed_colours) == []


def test_no_module_and_no_stylesheet_is_too_long_to_read():
    long = {
        file.relative_to(ROOT).as_posix(): lines
        for file in _in(("finder", "static", "scripts"), *LONGEST)
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > LONGEST[file.suffix]
    }
    assert long == {}


def test_no_line_of_a_template_is_too_long_to_read():
    long = {
        file.relative_to(ROOT).as_posix()
        for file in _in(("templates",), ".html")
        if max(map(len, file.read_text(encoding="utf-8").splitlines()), default=0) > LONGEST_TEMPLATE_LINE
    }
    assert long == set()


@pytest.mark.parametrize("name", LOCKS)
def test_every_python_package_is_locked_by_hash(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert unlocked_requirements(text) == []
    assert text.count("==") > 5


def test_every_npm_package_is_locked_by_hash():
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    assert lock["lockfileVersion"] == 3
    assert unlocked_packages(lock) == []
    assert [name for name, entry in lock["packages"].items() if entry.get("resolved")] == []


@pytest.mark.parametrize(
    "name",
    [
        "requirements.in",
        "requirements-dev.in",
        "requirements-bench.in",
        "requirements-mutants.in",
        "requirements-fuzz.in",
        "requirements-audit.in",
        "requirements.txt",
        "requirements-dev.txt",
        "requirements-bench.txt",
        "requirements-mutants.txt",
        "requirements-fuzz.txt",
        "requirements-audit.txt",
        ".npmrc",
        "pyproject.toml",
    ],
)
def test_no_file_names_where_packages_come_from(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert _found(SOURCE_OF_PACKAGES, text) == []
    assert not re.search(r"^\s*(?:@\w+:)?registry\s*=", text, re.MULTILINE)


def test_no_file_names_the_folder_it_was_made_in():
    if len(ROOT.parts) < 3:
        return
    texts = project_files(
        ".py", ".mjs", ".js", ".md", ".toml", ".json", ".yml", ".sh", ".html", ".css", ".po", ".pot", ""
    )
    named = [file for file in texts if str(ROOT).encode() in file.read_bytes()]
    assert named == []


@pytest.mark.parametrize(
    "text",
    [
        '<script src="https://cdn.example/x.js">',
        "<script defer src=//cdn.example/x.js>",
        '<link rel="stylesheet" href="https://fonts.example/css">',
        '<img alt="" src="http://tiles.example/1.png">',
        "background: url(https://x.example/a.png)",
        "@import 'https://x.example/a.css';",
        'import { a } from "https://x.example/a.js";',
        'fetch("https://x.example/")',
    ],
)
def test_something_from_outside_is_found(text):
    assert _found(OUTSIDE, text)


@pytest.mark.parametrize(
    "text",
    [
        '<a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>',
        '<link rel="license" href="https://opendatacommons.org/licenses/odbl/">',
        '<script src="/static/app.js" nonce="x"></script>',
        '<svg xmlns="http://www.w3.org/2000/svg"><use href="#i-map"/></svg>',
        "fetch('/search', { method: 'POST' })",
        "url(fonts/a.woff2)",
    ],
)
def test_what_is_ours_and_links_to_follow_are_left_alone(text):
    assert _found(OUTSIDE, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "a { margin-left: 1px }",
        "a{left:0}",
        "a { text-align: right }",
        "a { border-top-left-radius: 2px }",
        "a{float:left}",
    ],
)
def test_a_physical_side_is_found(text):
    assert physical_sides(text)


@pytest.mark.parametrize(
    "text",
    [
        "a { margin-inline-start: 1px; inset-inline-end: 0; text-align: start }",
        ".is-left { color: red }",
        "a { left: 0 } /* physical: Leaflet counts pixels from the left */",
        "/* left: 0 */",
    ],
)
def test_logical_sides_are_left_alone(text):
    assert physical_sides(text) == []


@pytest.mark.parametrize(
    "value", ["#fff", "#10191B", "rgb(0 0 0 / 20%)", "1px solid black", "color-mix(in srgb, x, y)"]
)
def test_a_colour_without_a_name_is_found(value):
    assert unnamed_colours(f"a {{ border: {value}; }}")


@pytest.mark.parametrize(
    "text",
    ["#map { color: var(--teal) }", "a { color: currentColor }", "/* #fff */", "#add,\n#fade { inset: 0 }"],
)
def test_a_name_is_no_colour(text):
    assert unnamed_colours(text) == []


def test_an_unlocked_package_is_found():
    good = "six==1.0 \\\n    --hash=sha256:ab\n    # via x\n"
    assert unlocked_requirements(good) == []
    assert unlocked_requirements(good + "flask==3.1\n") == ["flask==3.1"]
    assert unlocked_requirements("flask>=3 \\\n    --hash=sha256:ab\n") == ["flask>=3"]
    assert unlocked_packages({"packages": {"": {}, "node_modules/x": {"version": "1"}}}) == ["node_modules/x"]


def test_publiccode_describes_the_project_in_dutch_and_english():
    described = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    required = {
        "publiccodeYmlVersion",
        "name",
        "url",
        "platforms",
        "developmentStatus",
        "softwareType",
        "description",
        "legal",
        "maintenance",
        "localisation",
    }
    assert required <= described.keys()
    assert described["legal"]["license"] == "EUPL-1.2"
    assert described["maintenance"]["contacts"]
    assert set(described["description"]) == {"nl", "en"}
    for words in described["description"].values():
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]
