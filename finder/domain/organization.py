"""An organization: who runs a place (HSDS: organization)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organization:
    """Who runs a place. No source tells more than its name so far."""

    name: str
