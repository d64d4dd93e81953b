"""Words of the search form that belong to no vocabulary, and the summary of what somebody looks for."""

from __future__ import annotations

from collections.abc import Iterable

from finder.i18n.phrases import N_, Listing, Phrase, Plural, Sayable

ANYTHING = N_("Maakt niet uit")
WHOLE_DAY = N_("Hele dag")
DISTANCE_WORDS: dict[int, str] = {
    1000: N_("Dichtbij (1 km)"),
    2000: N_("Niet ver (2 km)"),
    5000: N_("In de stad (5 km)"),
}
"""The distances that are offered, in metres."""


def together(answers: Iterable[Sayable | None]) -> Listing | None:
    """Return several answers in a row, None when there is none."""
    said = tuple(answer for answer in answers if answer)
    return Listing(said) if said else None


def search_summary(
    start: Sayable | None, wanted: Iterable[Sayable | None], when: Sayable | None, avoided: Sayable | None
) -> Listing | None:
    """Return in a row from where, what and when somebody looks, and what he would rather not; None for any place."""
    refused = Phrase(N_("liever niet: %(things)s"), {"things": avoided}) if avoided else None
    return together((start, *wanted, when, refused))


def likely_phrase(count: int) -> Plural:
    """Return how many places likely fit."""
    return Plural("%(count)s waarschijnlijk", "%(count)s waarschijnlijk", count)
