"""Under which licences the packages come that Samenplek is shipped with, and which of those go with EUPL-1.2."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

PERMISSIVE = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "ISC",
        "LicenseRef-public-domain",
        "MIT",
        "MIT-CMU",
        "OFL-1.1",
        "PSF-2.0",
        "Python-2.0",
        "Unlicense",
        "ZPL-2.1",
        "Zlib",
    }
)
PER_FILE = frozenset(["LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "MPL-2.0"])
"""Copyleft that ends at the files of the package itself; all of them stand in the appendix of EUPL-1.2 too."""
ALLOWED = PERMISSIVE | PER_FILE

_BY_OTHER_NAME = {
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd license": "BSD-3-Clause",
    "gnu lesser general public license v3 or later (lgplv3+)": "LGPL-3.0-or-later",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "psfl": "PSF-2.0",
    "public domain": "LicenseRef-public-domain",
    "python software foundation license": "PSF-2.0",
    "zope public license": "ZPL-2.1",
    "zpl 2.1": "ZPL-2.1",
}
_LOCKED = re.compile(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)\s*(;.*)?", re.MULTILINE)
_ICONS = "@iconify-json/"
"""Packages for building, out of which pictograms are shipped."""


@dataclass(frozen=True, slots=True)
class Package:
    """``licence`` is an SPDX expression as far as we could make one, or empty when the package states none."""

    name: str
    version: str
    licence: str


def goes_with_ours(expression: str) -> bool:
    """Return whether we may ship under this SPDX expression. One that cannot be read is not allowed."""
    words = re.findall(r"[()]|[^\s()]+", expression)

    def either() -> bool:
        allowed = both()
        while words and words[0].upper() == "OR":
            words.pop(0)
            allowed = both() or allowed
        return allowed

    def both() -> bool:
        allowed = one()
        while words and words[0].upper() == "AND":
            words.pop(0)
            allowed = one() and allowed
        return allowed

    def one() -> bool:
        word = words.pop(0) if words else ""
        if word != "(":
            return word in ALLOWED
        allowed = either()
        return bool(words) and words.pop(0) == ")" and allowed

    return either() and not words


def stated(expression: str | None, free: str | None, classifiers: Iterable[str]) -> str:
    """Return what a Python package states, from its clearest words to its vaguest; several classifiers all hold."""
    if expression:
        return expression
    free = (free or "").strip()
    named = _BY_OTHER_NAME.get(free.lower(), free)
    if goes_with_ours(named):
        return named
    found = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License ::")]
    found = [_BY_OTHER_NAME.get(name.lower(), name.replace(" ", "-")) for name in found if name != "OSI Approved"]
    return " AND ".join(found) or named.splitlines()[0] if found or named else ""


def python_packages(lock: str) -> Iterator[Package]:
    """Read the packages of a lock file that are installed; one for other machines only is not shipped here.

    Raises PackageNotFoundError for one that should be here and is not.
    """
    seen = set()
    for name, _, only in _LOCKED.findall(lock):
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            if only:
                continue
            raise
        if name not in seen:
            seen.add(name)
            licence = stated(about["License-Expression"], about["License"], about.get_all("Classifier") or ())
            yield Package(name, about["Version"], licence)


def npm_packages(folder: Path) -> Iterator[Package]:
    """Read the packages of npm that end up in static/vendor/."""
    locked = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for path, entry in locked.items():
        name = path.rpartition("node_modules/")[2]
        if name and (not entry.get("dev") or name.startswith(_ICONS)):
            yield Package(name, entry["version"], entry.get("license", ""))
