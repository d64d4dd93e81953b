"""Data for a script, written into a page."""

from __future__ import annotations

import json

from markupsafe import Markup


def json_script(data: object) -> Markup:
    """Return ``data`` as JSON that can stand inside a ``<script>``: no name in it can close the element."""
    return Markup(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"))
