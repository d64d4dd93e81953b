"""What is known against the packages that we ship, and what is in them: `make audit`.

    make audit             fails on a finding
    make audit STRICT=1    fails also where something could not be checked: for a release

A database that cannot be reached answers "nothing found", and so does a mirror without one. So each is first asked
about a version that is known to be vulnerable; when it does not know that, nothing was checked, and that is said.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

from scripts.licences import Package, goes_with_ours, npm_packages, python_packages

ROOT = Path(__file__).parent.parent
PYTHON_LOCKS = ("requirements.txt", "requirements-dev.txt")
PIP_CANARY, NPM_CANARY = ("urllib3", "1.24.1"), ("minimist", "0.0.8")
"""Old versions with advisories of years ago, which every database has."""
PATIENCE = 300
"""Seconds that one tool may take."""
FOUND, UNCHECKED = 1, 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one check found, and what it could not look at; both empty is good."""

    name: str
    findings: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What a tool answered; ``code`` is None for one that could not be run."""

    code: int | None
    out: str
    error: str = ""


def run(command: Sequence[str | Path], folder: Path = ROOT) -> Said:
    """Run a tool without input, and return what it said."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as failure:
        return Said(None, "", str(failure))
    return Said(done.returncode, done.stdout, done.stderr)


def _read(said: Said) -> Any:
    try:
        return json.loads(said.out)
    except ValueError:
        return None


def _why(said: Said) -> str:
    lines = [line for line in (said.error or said.out).splitlines() if line.strip()]
    return lines[-1].strip()[:200] if lines else f"it said nothing (exit {said.code})"


def read_pip_audit(name: str, said: Said) -> Outcome:
    """Read the JSON of pip-audit, which passes over in silence what it could not look up."""
    told = _read(said)
    if not isinstance(told, dict) or not isinstance(told.get("dependencies"), list):
        return Outcome(name, unchecked=(_why(said),))
    dependencies = told["dependencies"]
    findings = [
        f"{each['name']} {each['version']}: {flaw['id']}, mended in {', '.join(flaw['fix_versions']) or 'no version'}"
        for each in dependencies
        for flaw in each.get("vulns", ())
    ]
    skipped = [each["skip_reason"] for each in dependencies if "skip_reason" in each]
    nothing = () if dependencies else ("it looked at no package",)
    return Outcome(name, tuple(findings), (*skipped, *nothing))


def read_npm_audit(name: str, said: Said) -> Outcome:
    """Read the JSON of npm audit, which ends with 1 on a finding and on a registry that does not answer alike."""
    told = _read(said)
    if not isinstance(told, dict) or "vulnerabilities" not in told:
        why = told.get("message") if isinstance(told, dict) else None
        return Outcome(name, unchecked=(str(why or _why(said))[:200],))
    return Outcome(
        name,
        tuple(
            f"{package} {entry.get('range', '')}: {entry.get('severity', 'of unknown severity')}"
            for package, entry in sorted(told["vulnerabilities"].items())
        ),
    )


def check_python(pip_audit: Path) -> Outcome:
    """Ask about every Python package that is locked, once the database has shown that it knows something."""
    options = ["--disable-pip", "--format", "json", "--progress-spinner", "off", "--timeout", "15"]
    with tempfile.TemporaryDirectory() as folder:
        canary = Path(folder) / "requirements.txt"
        canary.write_text("{}=={}\n".format(*PIP_CANARY), encoding="utf-8")
        asked = read_pip_audit("canary", run([pip_audit, *options, "--no-deps", "-r", canary]))
    if not asked.findings:
        return Outcome("Python packages", unchecked=_nothing_known(PIP_CANARY, asked))
    locks = [part for lock in PYTHON_LOCKS for part in ("-r", lock)]
    return read_pip_audit("Python packages", run([pip_audit, *options, "--require-hashes", *locks]))


def check_npm(npm: str) -> Outcome:
    """Do so for every package of npm."""
    command = [npm, "audit", "--json", "--package-lock-only"]
    with tempfile.TemporaryDirectory() as folder:
        name, version = NPM_CANARY
        wanted = {"name": "canary", "version": "1.0.0", "dependencies": {name: version}}
        lock = {"lockfileVersion": 3, "packages": {"": wanted, f"node_modules/{name}": {"version": version}}}
        (Path(folder) / "package.json").write_text(json.dumps(wanted), encoding="utf-8")
        (Path(folder) / "package-lock.json").write_text(json.dumps({**wanted, **lock}), encoding="utf-8")
        asked = read_npm_audit("canary", run(command, Path(folder)))
    if not asked.findings:
        return Outcome("npm packages", unchecked=_nothing_known(NPM_CANARY, asked))
    return read_npm_audit("npm packages", run(command))


def _nothing_known(canary: tuple[str, str], asked: Outcome) -> tuple[str, ...]:
    why = asked.unchecked or ("it knows nothing against it",)
    return (f"the database was asked about {canary[0]} {canary[1]}, which is vulnerable: {why[0]}",)


def check_licences(shipped: Sequence[Package], table: Path) -> Outcome:
    """Write which licence each package has. One that we may not ship under, or that states none, is a finding."""
    table.write_text("".join(f"{each.name}\t{each.version}\t{each.licence}\n" for each in shipped), encoding="utf-8")
    wrong = [each for each in shipped if not goes_with_ours(each.licence)]
    return Outcome("licences", tuple(f"{each.name} {each.version}: {each.licence or 'states none'}" for each in wrong))


def write_bill(name: str, said: Said, file: Path, licences: Mapping[str, str]) -> Outcome:
    """Write a CycloneDX bill of materials, with the licences that the tool has not found."""
    told = _read(said)
    if not isinstance(told, dict) or told.get("bomFormat") != "CycloneDX" or not told.get("components"):
        return Outcome(name, unchecked=(_why(said),))
    told["metadata"].setdefault("component", {"type": "application", "bom-ref": "samenplek"})["name"] = "samenplek"
    for component in told["components"]:
        if licence := licences.get(component["name"].lower()):
            component.setdefault("licenses", [{"expression": licence}])
    file.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return Outcome(name)


def shipped_packages() -> list[Package]:
    """Return all packages of Python and npm that an installation holds. Raises PackageNotFoundError as they do."""
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    return [*python_packages(lock), *npm_packages(ROOT)]


def told(outcomes: Sequence[Outcome]) -> str:
    """Say it so that nobody takes "not checked" for "good"."""
    lines = []
    for each in outcomes:
        state = "FOUND" if each.findings else "NOT CHECKED" if each.unchecked else "good"
        lines.append(f"{each.name}: {state}")
        lines += [f"    found: {finding}" for finding in each.findings]
        lines += [f"    not checked: {why}" for why in each.unchecked]
    missed = [each.name for each in outcomes if each.unchecked]
    if missed:
        lines.append(f"NOT CHECKED: {', '.join(missed)}. This is no clean bill: run it again where the network allows.")
    elif not any(each.findings for each in outcomes):
        lines.append("Everything was checked, and nothing was found.")
    return "\n".join(lines)


def exit_code(outcomes: Sequence[Outcome], *, strict: bool) -> int:
    """Return 1 for a finding; else, where that is asked for, 2 for what was not checked; else 0."""
    if any(each.findings for each in outcomes):
        return FOUND
    return UNCHECKED if strict and any(each.unchecked for each in outcomes) else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Check, write the bills, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tools", type=Path, default=ROOT / ".venv/audit/bin", help="of pip-audit and cyclonedx-py")
    parser.add_argument("--npm", default="npm")
    parser.add_argument("--output", type=Path, default=ROOT / "build")
    parser.add_argument("--strict", action="store_true", help="fail where something could not be checked")
    options = parser.parse_args(arguments)
    options.output.mkdir(parents=True, exist_ok=True)
    try:
        shipped = shipped_packages()
        licences = check_licences(shipped, options.output / "licences.tsv")
    except (OSError, PackageNotFoundError) as missing:
        shipped, licences = [], Outcome("licences", unchecked=(f"not installed: {missing}",))
    known = {each.name.lower(): each.licence for each in shipped}
    cyclonedx = [options.tools / "cyclonedx-py", "requirements", "--output-reproducible", "requirements.txt"]
    bill = [options.npm, "sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]
    outcomes = [
        check_python(options.tools / "pip-audit"),
        check_npm(options.npm),
        licences,
        write_bill("bill of materials, Python", run(cyclonedx), options.output / "sbom-python.cdx.json", known),
        write_bill("bill of materials, npm", run(bill), options.output / "sbom-npm.cdx.json", {}),
    ]
    print(told(outcomes))
    return exit_code(outcomes, strict=options.strict)


if __name__ == "__main__":
    sys.exit(main())
