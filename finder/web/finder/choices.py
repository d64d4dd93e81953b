"""The rows of the form: what can be chosen, in which order, how many places each choice would bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from finder.domain.filters import Filters, ValueFilter, value_filters_in
from finder.domain.hits import Count, Facets, LetGo, Loosening
from finder.domain.vocabulary import DENOMINATIONS, LITURGICAL_LANGUAGES, Need, Religion
from finder.i18n.languages import names_of
from finder.i18n.locales import LOCALES
from finder.i18n.localizer import Localizer
from finder.i18n.phrases import N_, EverydayName, Listing, Phrase, Plural, Sayable, listing
from finder.web.query.search_form import Loosened, SearchForm
from finder.wording.filter_words import FILTER_WORDS, value_word
from finder.wording.form_words import likely_phrase

Localizers = Sequence[Localizer]
"""Those of the page, the leading one first: it says by which alphabet rows are in order."""


BETWEEN_NAMES = "|"
"""What stands between the names of a choice, as find-language.js reads them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to tick: its form value, word, pictogram, and the places it would bring.

    ``names`` are the words by which somebody may look for it, BETWEEN_NAMES; empty where nobody looks.
    """

    value: str
    word: Sayable
    pictogram: str
    count: Count
    chosen: bool
    names: str = ""


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


@cache
def _alphabetical(name: str, value: str, localizer: Localizer) -> str:
    return localizer.text(value_word(name, value)).casefold()


def _values(spec: ValueFilter, facets: Facets, filters: Filters, localizer: Localizer) -> list[str]:
    name, chosen = spec.name, spec.chosen(filters)

    def alphabetical(value: str) -> str:
        return _alphabetical(name, value, localizer)

    if name == "languages":
        # Also a language that no place is known for: who speaks it finds the places to ask.
        offered = set(spec.vocabulary) - LITURGICAL_LANGUAGES
        # Known ones first, then those that are likely somewhere.
        return sorted(offered, key=lambda code: (_nowhere(facets.of(name, code)), alphabetical(code)))
    known = list(spec.vocabulary)
    if name not in _IN_ORDER:
        known = sorted({*facets.values[name], *chosen}, key=alphabetical)
    if name == "denominations" and filters.religions:
        known = [value for value in known if DENOMINATIONS[value].religion in filters.religions or value in chosen]
    if name == "religions":
        known = sorted(known, key=lambda value: value == Religion.NONE)
    if name == "rather_not_religions":
        known = [value for value in known if value != Religion.NONE]
    shown = chosen | _ALWAYS.get(name, frozenset())
    return [value for value in known if value in shown or _nowhere(_count(spec, value, facets)) < 2]


def _nowhere(count: Count) -> int:
    """0 where a place is known to have it, 1 where one likely has, else 2."""
    return 0 if count.certain else 1 if count.likely else 2


def _count(spec: ValueFilter, value: str, facets: Facets) -> Count:
    # "Rather not" lists what there is to leave out; how many places are left without it would tell nothing.
    return facets.of(spec.avoids or spec.name, value)


def _choice(spec: ValueFilter, value: str, facets: Facets, filters: Filters, readers: Localizers) -> Choice:
    named = spec.name == "languages"
    return Choice(
        value,
        EverydayName(value) if named else value_word(spec.name, value),
        FILTER_WORDS[spec.name].value_pictogram(value),
        _count(spec, value, facets),
        value in spec.chosen(filters),
        language_names(value, readers) if named else "",
    )


def rows(form: SearchForm, facets: Facets, readers: Localizers) -> list[Row]:
    """Return the questions of the form; a choice that no place is known for is left out unless it was chosen."""
    result, filters = [], value_filters_in(type(form.filters))
    for name, said in FILTER_WORDS.items():
        if said.question is None or name not in filters:
            continue
        spec = filters[name]
        values = _values(spec, facets, form.filters, readers[0])
        listed = tuple(_choice(spec, value, facets, form.filters, readers) for value in values)
        chosen = tuple(choice.word for choice in listed if choice.chosen)
        answer = Listing(chosen) if chosen else None
        result.append(Row(spec.key, said.question, said.pictogram, listed, answer, bool(spec.avoids)))
    return result


@dataclass(frozen=True, slots=True)
class Offer:
    """One or two things to let go of, and how many places that brings: ``more`` beside those that certainly fit."""

    key: str
    word: Sayable
    certain: Plural
    more: Listing | None


def offer(item: Loosening) -> Offer:
    """Put an offer to let go of something into words."""
    words = tuple(map(_let_go, item.let_go))
    likely = likely_phrase(item.hits.likely)
    perhaps = Plural("%(count)s misschien", "%(count)s misschien", item.hits.perhaps)
    more = listing(likely if item.hits.likely else None, perhaps if item.hits.perhaps else None)
    word = words[0] if len(words) == 1 else Listing(words)
    return Offer(Loosened(item.let_go).text, word, fitting(item.hits.certain), more if more.items else None)


def _let_go(thing: LetGo) -> Sayable:
    if thing.value is None:
        return FILTER_WORDS[thing.filter].loosen
    return Phrase(N_("Laat weg: %(thing)s"), {"thing": value_word(thing.filter, thing.value)})


def fitting(certain: int) -> Plural:
    """Return how many places certainly fit."""
    return Plural("%(count)s plek past", "%(count)s plekken passen", certain)


@cache
def _dutch_and_english() -> tuple[Localizer, Localizer]:
    return Localizer(LOCALES["nl"]), Localizer(LOCALES["en"])


def language_names(code: str, readers: Localizers) -> str:
    """Return every name by which somebody may look for a language: the reader's, Dutch, English, its own, everyday."""
    return _names(code, tuple(readers))


@cache
def _names(code: str, readers: Localizers) -> str:
    return BETWEEN_NAMES.join(names_of(code, [*readers, *_dutch_and_english()]))
