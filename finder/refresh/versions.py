"""Which answer of which service we have: kept beside the import files, so that an old one is not sent again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

from finder.refresh.client import Version

Versions = Mapping[str, Version]
"""By what was asked: the address with its parameters."""


def asked(url: str, parameters: Mapping[str, str] | None = None) -> str:
    """Return by what an answer is known: the same box of the same service."""
    return f"{url}?{urlencode(parameters)}" if parameters else url


def read_versions(path: Path) -> dict[str, Version]:
    """Read them; a file that is missing or damaged means that everything is asked for anew."""
    try:
        raw = json.loads(path.read_text("utf-8"))
        return {
            str(key): Version(str(item.get("etag", "")), str(item.get("lastModified", ""))) for key, item in raw.items()
        }
    except (OSError, ValueError, AttributeError):
        return {}


def format_versions(versions: Versions) -> bytes:
    """Write them: equal ones give equal bytes."""
    raw = {key: {"etag": one.etag, "lastModified": one.last_modified} for key, one in sorted(versions.items())}
    return (json.dumps(raw, indent=1, ensure_ascii=False) + "\n").encode()
