"""The words and pictograms of each filter, in the order in which the form asks about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from finder.domain.vocabulary import Need, PlaceKind, Religion
from finder.i18n.phrases import N_, LanguageName, Phrase, Sayable
from finder.wording import words
from finder.wording.openings import HOURS_NOT_KNOWN


@dataclass(frozen=True, slots=True)
class FilterWords:
    """How one filter is put into words.

    ``loosen`` offers to leave it out; ``question`` is asked by the form, None where it has no row of choices for it.
    Of a hit ``value`` says what it has, unless ``told`` is False, and ``unknown`` that nobody knows whether it has it.
    """

    loosen: str
    unknown: Callable[[str], Sayable] | None = None
    value: Callable[[str], Sayable] | None = None
    question: str | None = None
    pictogram: str = ""
    value_pictogram: Callable[[str], str] = str
    told: bool = True


def _always(said: str) -> Callable[[str], str]:
    return lambda _: said


def _religion(value: str) -> str:
    return words.RELIGION_WORDS[Religion(value)]


def _religion_pictogram(value: str) -> str:
    return "other_religion" if value in {Religion.OTHER, Religion.BAHAI} else value


def _need(value: str) -> str:
    return words.NEED_WORDS[Need(value)]


FILTER_WORDS: dict[str, FilterWords] = {
    "within": FilterWords(N_("Zoek ook verder weg")),
    "bbox": FilterWords(N_("Zoek ook buiten dit deel van de kaart")),
    "kinds": FilterWords(
        N_("Zoek alle soorten plekken"),
        value=lambda value: words.KIND_WORDS[PlaceKind(value)],
        question=N_("Wat voor plek?"),
        pictogram="community_centre",
    ),
    "languages": FilterWords(
        N_("Zoek in elke taal"),
        unknown=_always(N_("Taal niet bekend")),
        value=LanguageName,
        question=N_("Welke taal?"),
        pictogram="language",
        value_pictogram=_always("language"),
    ),
    "needs": FilterWords(
        N_("Laat weg wat er moet zijn"),
        unknown=lambda value: Phrase(N_("Niet bekend: %(thing)s"), {"thing": _need(value)}),
        value=_need,
        question=N_("Wat moet er zijn?"),
        pictogram="needs",
    ),
    "religions": FilterWords(
        N_("Zoek bij elk geloof"),
        unknown=_always(N_("Geloof niet bekend")),
        value=_religion,
        question=N_("Met welk geloof?"),
        pictogram="religion",
        value_pictogram=_religion_pictogram,
    ),
    "denominations": FilterWords(
        N_("Zoek bij elke richting"),
        unknown=_always(N_("Richting niet bekend")),
        value=words.DENOMINATION_WORDS.__getitem__,
        question=N_("Welke richting van dat geloof?"),
        pictogram="denomination",
        value_pictogram=_always("denomination"),
    ),
    "communities": FilterWords(
        N_("Zoek bij elke gemeenschap"),
        unknown=_always(N_("Gemeenschap niet bekend")),
        value=words.COMMUNITY_WORDS.__getitem__,
        question=N_("Met wie?"),
        pictogram="community",
        value_pictogram=_always("community"),
    ),
    "open_at": FilterWords(N_("Zoek op elk moment"), unknown=_always(HOURS_NOT_KNOWN)),
    "rather_not_religions": FilterWords(
        N_("Laat “liever niet” bij geloof weg"),
        unknown=_always(N_("Geloof niet bekend")),
        value=_religion,
        question=N_("Liever niet: geloof"),
        pictogram="no",
        value_pictogram=_religion_pictogram,
        told=False,
    ),
    "rather_not_communities": FilterWords(
        N_("Laat “liever niet” bij gemeenschap weg"),
        unknown=_always(N_("Gemeenschap niet bekend")),
        value=words.COMMUNITY_WORDS.__getitem__,
        question=N_("Liever niet: gemeenschap"),
        pictogram="no",
        value_pictogram=_always("community"),
        told=False,
    ),
    "unknown": FilterWords(N_("Toon ook plekken waar we niet alles van weten")),
}
"""By the name of the filter, a field of Filters."""


def value_word(name: str, value: str) -> Sayable:
    """Return the word for a value of a filter. Raises KeyError for one in which no values are chosen."""
    word = FILTER_WORDS[name].value
    if word is None:
        raise KeyError(name)
    return word(value)
