"""The rows of the form: what can be chosen, in which order, how many places each choice would bring."""

from __future__ import annotations

from dataclasses import dataclass

from finder.domain.filters import PartOfDay
from finder.domain.hits import Count, Facets, Loosening
from finder.domain.vocabulary import DENOMINATIONS, LITURGICAL_LANGUAGES, Need, PlaceKind, Religion
from finder.i18n.languages import LANGUAGES, language_name
from finder.i18n.locales import LOCALES
from finder.i18n.localizer import Localizer
from finder.i18n.phrases import N_, Listing, Sayable
from finder.web.locale import localizers
from finder.web.query import VOCABULARIES, SearchForm
from finder.wording import words
from finder.wording.sentences import value_word

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

_PICTOGRAMS = {"other": "other_religion", "bahai": "other_religion"}


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
    """One question with its choices; ``answer`` says what was chosen, None when nothing was."""

    key: str
    question: Sayable
    pictogram: str
    choices: tuple[Choice, ...]
    answer: Listing | None


def _alphabetical(field: str, value: str) -> str:
    return localizers()[0].text(value_word(field, value)).casefold()


def _pictogram(key: str, value: str) -> str:
    if key in {"kind", "need", "religion", "not_religion"}:
        return _PICTOGRAMS.get(value, value)
    return {"not_community": "community"}.get(key, key)


_QUESTIONS: list[tuple[str, Sayable, str]] = [
    ("kind", N_("Wat voor plek?"), "community_centre"),
    ("language", N_("Welke taal?"), "language"),
    ("need", N_("Wat moet er zijn?"), "needs"),
    ("religion", N_("Met welk geloof?"), "religion"),
    ("denomination", N_("Welke richting van dat geloof?"), "denomination"),
    ("community", N_("Met wie?"), "community"),
    ("not_religion", N_("Liever niet: geloof"), "no"),
    ("not_community", N_("Liever niet: gemeenschap"), "no"),
]

_ALWAYS: frozenset[str] = frozenset({Need.VIDEO_CALL, Need.INTERPRETER})
"""Looked for also where no source speaks of them: they lead to the places to ask."""
_ORDERED = {"kind": [str(kind) for kind in PlaceKind], "need": [str(need) for need in Need]}


def _language_order(code: str, facets: Facets) -> tuple[bool, str]:
    return not facets.of("languages", code).certain, _alphabetical("languages", code)


def _values(key: str, field: str, facets: Facets, form: SearchForm) -> list[str]:
    chosen = form.chosen(key)
    known = _ORDERED.get(key) or sorted(
        {*filter(None, facets.values[field]), *chosen}, key=lambda value: _alphabetical(field, value)
    )
    religions = form.chosen("religion")
    if key == "denomination" and religions:
        known = [value for value in known if DENOMINATIONS[value].religion in religions or value in chosen]
    if key == "language":
        # Also a language that no place is known for: who speaks it finds the places to ask.
        return sorted(set(LANGUAGES) - LITURGICAL_LANGUAGES, key=lambda value: _language_order(value, facets))
    if key == "religion":
        known = sorted(known, key=lambda value: value == Religion.NONE)
    if key == "not_religion":
        known = [value for value in known if value != Religion.NONE]
    shown = form.chosen(key) | (_ALWAYS if key == "need" else frozenset())
    return [value for value in known if value in shown or _count(key, field, value, facets).certain]


def _count(key: str, field: str, value: str, facets: Facets) -> Count:
    # "Rather not" lists what there is to leave out; how many places are left without it would tell nothing.
    return facets.of(field.removeprefix("rather_not_") if key.startswith("not_") else field, value)


def _choice(key: str, field: str, value: str, facets: Facets, form: SearchForm) -> Choice:
    count = _count(key, field, value, facets)
    return Choice(value, value_word(field, value), _pictogram(key, value), count, value in form.chosen(key))


def rows(form: SearchForm, facets: Facets) -> list[Row]:
    """Return the questions of the form; a choice that no place is known for is left out unless it was chosen."""
    result = []
    for key, question, pictogram in _QUESTIONS:
        field = VOCABULARIES[key][0]
        listed = tuple(_choice(key, field, value, facets, form) for value in _values(key, field, facets, form))
        chosen = tuple(choice.word for choice in listed if choice.chosen)
        result.append(Row(key, question, pictogram, listed, Listing(chosen) if chosen else None))
    return result


_LOOSEN = {
    "within": N_("Zoek ook verder weg"),
    "open_at": N_("Zoek op elk moment"),
    "kinds": N_("Zoek alle soorten plekken"),
    "languages": N_("Zoek in elke taal"),
    "religions": N_("Zoek bij elk geloof"),
    "denominations": N_("Zoek bij elke richting"),
    "communities": N_("Zoek bij elke gemeenschap"),
    "needs": N_("Laat weg wat er moet zijn"),
    "rather_not_religions": N_("Laat “liever niet” bij geloof weg"),
    "rather_not_communities": N_("Laat “liever niet” bij gemeenschap weg"),
    "unknown": N_("Toon ook plekken waar we niet alles van weten"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A filter to loosen, and how many places that brings."""

    key: str
    word: Sayable
    certain: int
    perhaps: int


def offer(item: Loosening) -> Offer:
    """Put an offer to loosen one filter into words."""
    key = f"within:{item.within}" if item.within else item.filter
    return Offer(key, _LOOSEN[item.filter], item.hits.certain, item.hits.perhaps)


def language_names(code: str) -> str:
    """Return every name under which somebody may look for a language: the reader's, Dutch, English, its own."""
    readers = [*localizers(), Localizer(LOCALES["nl"]), Localizer(LOCALES["en"])]
    names = dict.fromkeys(language_name(code, localizer) for localizer in readers)
    return " ".join([*names, LANGUAGES[code].endonym, code])
