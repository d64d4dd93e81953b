"""What a form offers to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from finder.i18n.phrases import Sayable


@dataclass(frozen=True, slots=True)
class Option:
    """One of several things of which one is chosen: what the form sends, its word and its pictogram."""

    value: str
    word: Sayable
    pictogram: str
    chosen: bool
