"""Compile the gazetteer that needs no network, and account for every row that it was made of."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from finder.formats.files import replace_file
from finder.formats.tables import read_manifest
from finder.geocode import compile as gazetteer_files
from finder.geocode.entries import Entries, StreetsFile, format_entries
from finder.geocode.streets_file import format_streets


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written, and how many bytes it has."""

    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class WrittenGazetteer:
    """What was written, and per file of the manifest how many rows were taken or left out, and why.

    ``streets_file`` is None where the manifest names no streets.
    """

    file: WrittenFile
    entries: Entries
    counts: Mapping[str, Counter[str]]
    streets_file: WrittenFile | None = None
    streets: int = 0


def compile_gazetteer(manifest: Path, inputs: Path, out: Path) -> WrittenGazetteer:
    """Compile the files in ``inputs`` that a manifest names.

    Streets and house numbers go to a file beside ``out``, which names it and its sum: so a gazetteer is never read
    with streets of another day. Raises InvalidData for what cannot be read, OSError for what cannot be written.
    """
    described = read_manifest(manifest)
    compiled = gazetteer_files.compile_gazetteer(described, inputs)
    entries, beside = compiled.entries, None
    if compiled.streets:
        content = format_streets(compiled.streets)
        beside = WrittenFile(out.with_name(f"{out.stem}_streets.npz"), len(content))
        source, digest = described["streets"]["source"], hashlib.sha256(content).hexdigest()
        entries = replace(entries, streets=StreetsFile(beside.path.name, digest, source))
        replace_file(beside.path, content)
    content = format_entries(entries, described.get("note", "")).encode()
    replace_file(out, content)
    streets = len(compiled.streets) if compiled.streets else 0
    return WrittenGazetteer(WrittenFile(out, len(content)), entries, compiled.counts, beside, streets)
