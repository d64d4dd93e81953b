"""Hits put into phrases: why a place fits."""

from __future__ import annotations

from collections.abc import Callable

from finder.domain.hits import Hit, Reason
from finder.domain.vocabulary import Need, PlaceKind, Religion
from finder.i18n.phrases import N_, LanguageName, Listing, Phrase, Sayable
from finder.wording import words
from finder.wording.schedules import when_phrase

_UNKNOWN_REASONS = {
    "languages": N_("Taal niet bekend"),
    "religions": N_("Geloof niet bekend"),
    "denominations": N_("Richting niet bekend"),
    "communities": N_("Gemeenschap niet bekend"),
    "rather_not_religions": N_("Geloof niet bekend"),
    "rather_not_communities": N_("Gemeenschap niet bekend"),
    "open_at": N_("Tijden niet bekend"),
}

_VALUE_WORDS: dict[str, Callable[[str], Sayable]] = {
    "kinds": lambda value: words.KIND_WORDS[PlaceKind(value)],
    "languages": LanguageName,
    "religions": lambda value: words.RELIGION_WORDS[Religion(value)],
    "denominations": lambda value: words.DENOMINATION_WORDS[value],
    "communities": lambda value: words.COMMUNITY_WORDS[value],
    "needs": lambda value: words.NEED_WORDS[Need(value)],
    "rather_not_religions": lambda value: words.RELIGION_WORDS[Religion(value)],
    "rather_not_communities": lambda value: words.COMMUNITY_WORDS[value],
}


def value_word(field: str, value: str) -> Sayable:
    """Return the word for a value of one field of Filters."""
    return _VALUE_WORDS[field](value)


def _reason(reason: Reason) -> Sayable | None:
    if reason.certain:
        if reason.filter not in _VALUE_WORDS:
            return None
        word = value_word(reason.filter, reason.value)
        return Phrase("%(what)s (%(when)s)", {"what": word, "when": when_phrase(reason.when)}) if reason.when else word
    if reason.filter == "needs":
        return Phrase(N_("Niet bekend: %(thing)s"), {"thing": value_word("needs", reason.value)})
    return _UNKNOWN_REASONS.get(reason.filter)


def reason_line(hit: Hit) -> Listing:
    """Return why a place fits: its kind, then what it has of what was asked, then what is not known."""
    shown: list[Sayable] = [words.KIND_WORDS[hit.place.kind]]
    for reason in sorted(hit.reasons, key=lambda reason: not reason.certain):
        phrase = None if reason.filter.startswith("rather_not_") and reason.certain else _reason(reason)
        if phrase is not None and phrase not in shown:
            shown.append(phrase)
    return Listing(tuple(shown))
