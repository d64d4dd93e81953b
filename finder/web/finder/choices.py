"""The rows of the form: what can be chosen, in which order, how many places each choice would bring."""

from __future__ import annotations

from dataclasses import dataclass

from finder.domain.filters import Filters, PartOfDay, ValueFilter, value_filters_in
from finder.domain.hits import Count, Facets, Loosening
from finder.domain.vocabulary import DENOMINATIONS, LITURGICAL_LANGUAGES, Need, Religion
from finder.i18n.languages import LANGUAGES, language_name
from finder.i18n.locales import LOCALES
from finder.i18n.localizer import Localizer
from finder.i18n.phrases import N_, Listing, Sayable
from finder.web.locale import localizers
from finder.web.query import Loosened, SearchForm
from finder.wording import words
from finder.wording.filter_words import FILTER_WORDS, value_word

DISTANCES: list[tuple[str, Sayable]] = [
    ("", N_("Maakt niet uit")),
    ("1000", N_("Dichtbij (1 km)")),
    ("2000", N_("Niet ver (2 km)")),
    ("5000", N_("In de stad (5 km)")),
]
PARTS: list[tuple[str, Sayable]] = [
    ("", N_("Hele dag")),
    *((str(part), words.PART_OF_DAY_WORDS[part]) for part in PartOfDay),
]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to tick: its form value, word, pictogram, and the places it would bring."""

    value: str
    word: Sayable
    pictogram: str
    count: Count
    chosen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One question with its choices; ``answer`` says what was chosen, None when nothing was.

    ``avoids``: what is chosen is left out.
    """

    key: str
    question: Sayable
    pictogram: str
    choices: tuple[Choice, ...]
    answer: Listing | None
    avoids: bool


_ALWAYS = {"needs": frozenset({Need.VIDEO_CALL, Need.INTERPRETER})}
"""Looked for also where no source speaks of them: they lead to the places to ask."""
_IN_ORDER = {"kinds", "needs"}
"""Filters whose values stand in the order of their vocabulary; those of others stand in that of the alphabet."""


def _alphabetical(name: str, value: str) -> str:
    return localizers()[0].text(value_word(name, value)).casefold()


def _language_order(code: str, facets: Facets) -> tuple[bool, str]:
    return not facets.of("languages", code).certain, _alphabetical("languages", code)


def _values(spec: ValueFilter, facets: Facets, filters: Filters) -> list[str]:
    name, chosen = spec.name, spec.chosen(filters)
    if name == "languages":
        # Also a language that no place is known for: who speaks it finds the places to ask.
        offered = set(spec.vocabulary) - LITURGICAL_LANGUAGES
        return sorted(offered, key=lambda value: _language_order(value, facets))
    known = list(spec.vocabulary)
    if name not in _IN_ORDER:
        known = sorted({*facets.values[name], *chosen}, key=lambda value: _alphabetical(name, value))
    if name == "denominations" and filters.religions:
        known = [value for value in known if DENOMINATIONS[value].religion in filters.religions or value in chosen]
    if name == "religions":
        known = sorted(known, key=lambda value: value == Religion.NONE)
    if name == "rather_not_religions":
        known = [value for value in known if value != Religion.NONE]
    shown = chosen | _ALWAYS.get(name, frozenset())
    return [value for value in known if value in shown or _count(spec, value, facets).certain]


def _count(spec: ValueFilter, value: str, facets: Facets) -> Count:
    # "Rather not" lists what there is to leave out; how many places are left without it would tell nothing.
    return facets.of(spec.avoids or spec.name, value)


def _choice(spec: ValueFilter, value: str, facets: Facets, filters: Filters) -> Choice:
    pictogram = FILTER_WORDS[spec.name].value_pictogram(value)
    chosen = value in spec.chosen(filters)
    return Choice(value, value_word(spec.name, value), pictogram, _count(spec, value, facets), chosen)


def rows(form: SearchForm, facets: Facets) -> list[Row]:
    """Return the questions of the form; a choice that no place is known for is left out unless it was chosen."""
    result, filters = [], value_filters_in(type(form.filters))
    for name, said in FILTER_WORDS.items():
        if said.question is None or name not in filters:
            continue
        spec = filters[name]
        listed = tuple(_choice(spec, value, facets, form.filters) for value in _values(spec, facets, form.filters))
        chosen = tuple(choice.word for choice in listed if choice.chosen)
        answer = Listing(chosen) if chosen else None
        result.append(Row(spec.key, said.question, said.pictogram, listed, answer, bool(spec.avoids)))
    return result


@dataclass(frozen=True, slots=True)
class Offer:
    """A filter to loosen, and how many places that brings."""

    key: str
    word: Sayable
    certain: int
    perhaps: int


def offer(item: Loosening) -> Offer:
    """Put an offer to loosen one filter into words."""
    key = Loosened(item.filter, item.within).text
    return Offer(key, FILTER_WORDS[item.filter].loosen, item.hits.certain, item.hits.perhaps)


def language_names(code: str) -> str:
    """Return every name under which somebody may look for a language: the reader's, Dutch, English, its own."""
    readers = [*localizers(), Localizer(LOCALES["nl"]), Localizer(LOCALES["en"])]
    names = dict.fromkeys(language_name(code, localizer) for localizer in readers)
    return " ".join([*names, LANGUAGES[code].endonym, code])
