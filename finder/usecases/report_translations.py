"""How far is each language, and who wrote its words? Numbers for who translates or publishes."""

from __future__ import annotations

from collections import Counter

from finder.i18n.catalogues import MessageState, catalogue_path, summary
from finder.i18n.locales import LOCALES


def report_translations() -> dict[str, Counter[MessageState] | None]:
    """Return by locale how many messages there are of each state; None for a locale without a catalogue."""
    return {code: summary(code) if catalogue_path(code).exists() else None for code in LOCALES}
