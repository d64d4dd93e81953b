"""What a form asks at each of its fields, to tell which one could not be read (WCAG 3.3.1)."""

from __future__ import annotations

from finder.domain.filters import VALUE_FILTERS
from finder.i18n.phrases import N_, Phrase
from finder.wording.filter_words import FILTER_WORDS

_FROM_WHERE = N_("Vanaf waar?")
_WHICH_DAY = N_("Welke dag?")

FIELD_WORDS: dict[str, str] = {
    "where": _FROM_WHERE,
    "position": _FROM_WHERE,
    "near": _FROM_WHERE,
    "dot": _FROM_WHERE,
    "within": N_("Hoe ver?"),
    "when": N_("Wanneer?"),
    "part": N_("Welk deel van de dag?"),
    "day": _WHICH_DAY,
    "other_day": _WHICH_DAY,
    "what": N_("Wat wil je doen?"),
    **{spec.key: question for name, spec in VALUE_FILTERS.items() if (question := FILTER_WORDS[name].question)},
}
"""By the name that the field has in its form. What a button sends asks nothing, so it has no words."""


def field_problem(key: str) -> Phrase | None:
    """Return that it went wrong at this field, None for one at which nothing was asked."""
    question = FIELD_WORDS.get(key)
    return Phrase(N_("Het ging mis bij: %(field)s"), {"field": question}) if question else None
