"""Files that are replaced as a whole: a crash at any moment leaves the old ones or the new ones."""

from __future__ import annotations

import json
import os
import re
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_JOURNAL = ".replacing.json"
_PART = ".part"
_OURS = re.compile(r"\..+\.[a-z0-9_]{8}\.part")
_LEFT_BEHIND = 3600.0
"""Seconds after which nobody can still be writing a part."""


def replace_file(path: Path, content: bytes) -> None:
    """Write beside the file, then rename over it. Raises OSError (a full disk among others) with the old file kept."""
    replace_files({path: content})


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Replace files of one folder together, in the order given.

    Raises OSError with the old files kept. A crash between two renames is made good by ``finish_replacing``.
    """
    parts: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            parts[path] = _written_beside(path, content)
        journal = _begin(parts) if len(parts) > 1 else None
    except BaseException:
        for part in parts.values():
            part.unlink(missing_ok=True)
        raise
    _rename(parts)
    if journal:
        journal.unlink(missing_ok=True)


def finish_replacing(folder: Path) -> None:
    """Finish what a crash has broken off in a folder, and remove what it left behind. Does nothing where it may not."""
    with suppress(OSError, ValueError, AttributeError, TypeError):
        journal = folder / _JOURNAL
        named = json.loads(journal.read_text("utf-8"))
        _rename({folder / Path(name).name: folder / Path(part).name for name, part in named.items()})
        journal.unlink(missing_ok=True)
    oldest = time.time() - _LEFT_BEHIND
    with suppress(OSError):
        for left in folder.glob(f".*{_PART}"):
            if _OURS.fullmatch(left.name) and left.stat().st_mtime < oldest:
                left.unlink(missing_ok=True)


def _begin(parts: Mapping[Path, Path]) -> Path:
    journal = next(iter(parts)).with_name(_JOURNAL)
    content = json.dumps({path.name: part.name for path, part in parts.items()}).encode()
    part = _written_beside(journal, content)
    os.replace(part, journal)
    return journal


def _rename(parts: Mapping[Path, Path]) -> None:
    for path, part in parts.items():
        with suppress(FileNotFoundError):  # somebody who started meanwhile has finished it
            os.replace(part, path)


def _written_beside(path: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_PART)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o644)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part
