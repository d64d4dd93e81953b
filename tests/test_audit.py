"""`make audit` finds what is to be found, and never takes silence for good news."""

from __future__ import annotations

import json
import stat
from importlib.metadata import PackageNotFoundError

import pytest

from scripts import audit
from scripts.audit import Outcome, Said
from scripts.licences import Package, goes_with_ours, npm_packages, python_packages, stated
from tests.paths import ROOT

MIT = "License :: OSI Approved :: MIT License"
FLAW = {"id": "PYSEC-1", "fix_versions": ["2.0"]}
BILL = {"bomFormat": "CycloneDX", "metadata": {}, "components": [{"name": "Flask", "version": "3"}]}


def _tool(folder, name, script):
    """Write a tool that answers by what it was asked: ``script`` is the body of a shell script."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


def _says(told):
    return f"cat <<'END'\n{json.dumps(told)}\nEND"


def _pip(*dependencies):
    return {"dependencies": list(dependencies), "fixes": []}


KNOWS_PIP = _pip({"name": "urllib3", "version": "1.24.1", "vulns": [FLAW]})
CLEAN = _pip({"name": "flask", "version": "3.1.3", "vulns": []})
FLAWED = _pip({"name": "flask", "version": "1", "vulns": [FLAW]})
KNOWS_NPM = {"vulnerabilities": {"minimist": {"severity": "critical", "range": "<0.2.4"}}}


@pytest.fixture
def ask(tmp_path, capsys):
    """Run the whole with tools that say this about the canary and the rest; return exit code and what was said."""

    def run(pip=(KNOWS_PIP, CLEAN), npm=(KNOWS_NPM, {"vulnerabilities": {}}), bill=BILL, strict=False):
        asked = 'case "$*" in *--require-hashes*)'
        _tool(tmp_path, "pip-audit", f"{asked}\n{_says(pip[1])}\n;; *)\n{_says(pip[0])}\n;; esac")
        _tool(tmp_path, "cyclonedx-py", _says(bill))
        about = f"if [ $1 = sbom ]; then\n{_says(bill)}\nelif grep -q '\"canary\"' package.json; then\n{_says(npm[0])}"
        fake = _tool(tmp_path, "npm", f"{about}\nelse\n{_says(npm[1])}\nfi")
        options = ["--tools", str(tmp_path), "--npm", str(fake), "--output", str(tmp_path / "build")]
        code = audit.main([*options, *(["--strict"] if strict else [])])
        return code, capsys.readouterr().out

    return run


def test_where_everything_was_checked_and_nothing_found_it_says_so(ask):
    code, said = ask(strict=True)
    assert code == 0
    assert said.endswith("Everything was checked, and nothing was found.\n")
    assert "NOT CHECKED" not in said


@pytest.mark.parametrize(
    ("pip", "npm", "found"),
    [
        ((KNOWS_PIP, FLAWED), (KNOWS_NPM, {"vulnerabilities": {}}), "flask 1"),
        ((KNOWS_PIP, CLEAN), (KNOWS_NPM, {"vulnerabilities": {"leaflet": {"severity": "high"}}}), "leaflet"),
    ],
)
def test_a_finding_fails(ask, pip, npm, found):
    code, said = ask(pip=pip, npm=npm)
    assert code == 1
    assert f"found: {found}" in said
    assert "nothing was found" not in said


SILENT_PIP = _pip({"name": "urllib3", "skip_reason": "Dependency not found on PyPI"})
NO_REGISTRY = {"message": "405 Method Not Allowed", "method": "POST"}


@pytest.mark.parametrize(
    ("pip", "npm", "why"),
    [
        pytest.param((SILENT_PIP, CLEAN), None, "Dependency not found", id="a service that is away"),
        pytest.param((_pip(), CLEAN), None, "it looked at no package", id="a tool that looks at nothing"),
        pytest.param((CLEAN, CLEAN), None, "it knows nothing against it", id="a mirror without advisories"),
        pytest.param((KNOWS_PIP, SILENT_PIP), None, "Dependency not found", id="one package that was passed over"),
        pytest.param((KNOWS_PIP, "broken"), None, "broken", id="no answer that can be read"),
        pytest.param(None, (NO_REGISTRY, {}), "405 Method Not Allowed", id="npm without its registry"),
        pytest.param(None, ({"vulnerabilities": {}}, {"vulnerabilities": {}}), "knows nothing", id="npm with a mirror"),
        pytest.param(None, (KNOWS_NPM, NO_REGISTRY), "405", id="npm that loses its registry half way"),
    ],
)
def test_what_was_not_checked_is_said_loudly_and_is_never_called_good(ask, pip, npm, why):
    given = {"pip": pip or (KNOWS_PIP, CLEAN), "npm": npm or (KNOWS_NPM, {"vulnerabilities": {}})}
    code, said = ask(**given)
    assert code == 0
    assert "    not checked: " in said
    assert why in said
    assert said.splitlines()[-1].startswith("NOT CHECKED: ")
    assert "nothing was found" not in said
    assert ask(**given, strict=True)[0] == 2


def test_a_tool_that_is_not_there_checked_nothing(tmp_path):
    outcome = audit.check_python(tmp_path / "pip-audit")
    assert outcome.unchecked
    assert "No such file" in outcome.unchecked[0]
    assert audit.check_npm(str(tmp_path / "npm")).unchecked


def test_a_finding_weighs_more_than_what_was_not_checked():
    both = [Outcome("a", findings=("x",)), Outcome("b", unchecked=("y",))]
    assert audit.exit_code(both, strict=True) == 1
    assert "NOT CHECKED: b" in audit.told(both)


def test_a_bill_names_us_and_the_licences_that_the_tool_did_not_find(tmp_path):
    file = tmp_path / "bill.json"
    assert audit.write_bill("bill", Said(0, json.dumps(BILL)), file, {"flask": "BSD-3-Clause"}) == Outcome("bill")
    written = json.loads(file.read_text())
    assert written["metadata"]["component"]["name"] == "samenplek"
    assert written["components"][0]["licenses"] == [{"expression": "BSD-3-Clause"}]


@pytest.mark.parametrize("out", ["", "{}", '{"bomFormat": "CycloneDX", "components": []}'])
def test_an_empty_bill_is_none(tmp_path, out):
    assert audit.write_bill("bill", Said(1, out, "it broke"), tmp_path / "bill.json", {}).unchecked
    assert not (tmp_path / "bill.json").exists()


@pytest.mark.parametrize(
    "expression",
    ["MIT", "MIT OR GPL-3.0-only", "(MIT AND Zlib)", "MPL-2.0 AND (Apache-2.0 OR MIT)", "GPL-2.0-only or MIT"],
)
def test_a_licence_that_goes_with_ours_is_taken(expression):
    assert goes_with_ours(expression)


@pytest.mark.parametrize(
    "expression",
    ["", "GPL-3.0-only", "MIT AND AGPL-3.0-only", "(MIT", "MIT)", "MIT MIT", "SSPL-1.0", "MIT AND (GPL-2.0-only OR X)"],
)
def test_one_that_does_not_or_that_nobody_can_read_is_a_finding(tmp_path, expression):
    assert not goes_with_ours(expression)
    found = audit.check_licences([Package("x", "1", expression)], tmp_path / "licences.tsv").findings
    assert found == (f"x 1: {expression or 'states none'}",)


@pytest.mark.parametrize(
    ("expression", "free", "classifiers", "read"),
    [
        ("MIT", "GPL", (), "MIT"),
        (None, "Apache Software License", (MIT,), "Apache-2.0"),
        (
            None,
            "Dual",
            ("License :: OSI Approved :: BSD License", MIT),
            "BSD-3-Clause AND MIT",
        ),
        (None, None, ("License :: OSI Approved", "License :: OSI Approved :: GNU GPL"), "GNU-GPL"),
        (None, "Something\nof two lines", (), "Something"),
        (None, None, (), ""),
    ],
)
def test_what_a_package_states_is_read_from_its_clearest_words(expression, free, classifiers, read):
    assert stated(expression, free, classifiers) == read


def test_every_package_that_is_shipped_has_a_licence_that_goes_with_ours(tmp_path):
    shipped = audit.shipped_packages()
    assert {"flask", "waitress", "leaflet", "@iconify-json/maki"} <= {each.name for each in shipped}
    assert audit.check_licences(shipped, tmp_path / "licences.tsv") == Outcome("licences")
    assert "leaflet\t1.9.4\tBSD-2-Clause\n" in (tmp_path / "licences.tsv").read_text()


def test_only_what_is_shipped_of_npm_is_asked_for_its_licence():
    names = {each.name for each in npm_packages(ROOT)}
    assert "esbuild" not in names
    assert "axe-core" not in names


def test_a_package_for_another_machine_is_not_shipped_and_one_that_is_missing_is_noticed():
    assert list(python_packages("nothing-like-it==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:ab\n")) == []
    with pytest.raises(PackageNotFoundError):
        list(python_packages("nothing-like-it==1.0 \\\n    --hash=sha256:ab\n"))
