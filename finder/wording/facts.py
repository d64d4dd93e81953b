"""Facts about a place put into words, the same on its page, in a comparison and on a card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from finder.domain.clock import dutch_day
from finder.domain.gatherings import Occurrence
from finder.domain.place import UNKNOWN_FACT, Fact, Gathering, Place, Source, SpokenLanguage
from finder.domain.vocabulary import LITURGICAL_LANGUAGES, Answer, LanguageLevel, Question
from finder.i18n.phrases import N_, Clock, Day, LanguageName, Listing, Phrase, Sayable
from finder.recurrence.occurrences import next_occurrence, occurrences
from finder.wording import fact_words, sentences, times, words

ANSWERS: dict[Answer, Sayable] = {
    Answer.YES: N_("Ja"),
    Answer.NO: N_("Nee"),
    Answer.UNKNOWN: N_("Dat weten we niet: vraag het daar"),
}


@dataclass(frozen=True, slots=True)
class Meeting:
    """A gathering as the page shows it."""

    what: Sayable
    title: str
    when: Sayable
    next_time: Sayable | None
    details: tuple[Sayable, ...]
    doubts: Listing


AnsweredQuestion = tuple[Sayable, Answer, Sayable | None, Source | None]
"""A question, its answer, the words about it, and who says so."""


def listed(said: Mapping[str, str], keys: Iterable[str]) -> Listing | None:
    """Return the words for several keys, None for no key."""
    known = tuple(said[key] for key in keys)
    return Listing(known) if known else None


def language(known: SpokenLanguage) -> tuple[Sayable, Sayable | None, Source | None]:
    """Return which language is spoken by whom, when if it is only then, and who says so."""
    said = Phrase(words.LEVELS[known.level], {"language": LanguageName(known.code)})
    return said, times.when_phrase(known.when) if known.when else None, known.source


def terms(fact: Fact) -> Sayable | None:
    """Return the few words of a source about a fact, None when it has none."""
    known = {**fact_words.TERMS, **fact_words.AUDIENCES}
    shown: tuple[Sayable, ...] = tuple(known[term] for term in fact.terms if term in known)
    return Listing(shown) if shown else None


def question(place: Place, asked: Question) -> AnsweredQuestion:
    """Return a first-visit question with its answer, the words about it and who says so."""
    fact = place.answer(asked)
    spoken_there = [language for language in place.languages if language.level is not LanguageLevel.PRINTED]
    if fact == UNKNOWN_FACT and asked is Question.MY_LANGUAGE and spoken_there:
        names = dict.fromkeys(LanguageName(language.code) for language in spoken_there)
        return words.QUESTIONS[asked], Answer.YES, Listing(tuple(names)), spoken_there[0].source
    return words.QUESTIONS[asked], fact.answer, terms(fact), fact.source


def doubts_of(gathering: Gathering) -> tuple[Sayable, ...]:
    """Return that it is not held every time, where a source says so, and how old the source is."""
    doubt = (N_("Niet elke week: bel eerst."),) if gathering.not_during else ()
    return (*doubt, sentences.said_on(gathering.source.stated_on if gathering.source else None))


def details_of(gathering: Gathering) -> tuple[Sayable, ...]:
    """Return in which languages a gathering is, and for whom."""
    details: list[Sayable] = []
    for code in gathering.languages:
        said = N_("Gebeden in %(language)s") if code in LITURGICAL_LANGUAGES else N_("In het %(language)s")
        details.append(Phrase(said, {"language": LanguageName(code)}))
    return (*details, *(fact_words.AUDIENCES[key] for key in gathering.audience))


def meeting(place: Place, gathering: Gathering, now: datetime) -> Meeting:
    """Put a gathering into words, with the next day on which it is held. ``now`` is aware."""
    held = None if place.status.gone else next_occurrence(gathering, dutch_day(now))
    when = Listing((Day(held.day), hour_phrase(held))) if held else None
    return Meeting(
        fact_words.GATHERINGS[gathering.kind],
        gathering.title,
        times.gathering_phrase(gathering),
        Phrase(N_("Volgende keer: %(when)s"), {"when": when}) if when else None,
        details_of(gathering),
        Listing(doubts_of(gathering)),
    )


def hour_phrase(occurrence: Occurrence) -> Sayable:
    """Return from when until when a gathering is held on its day."""
    if occurrence.starts is None:
        return N_("uur niet bekend")
    starts = Clock(occurrence.starts)
    if occurrence.ends is None:
        return starts
    return Phrase(N_("%(start)s tot %(end)s"), {"start": starts, "end": Clock(occurrence.ends)})


def coming(place: Place, now: datetime, days: int = 7) -> list[Occurrence]:
    """Return what is held at a place from ``now`` (aware) on, for some days; what is over is left out.

    Nothing is held at a place that closed or moved.
    """
    if place.status.gone:
        return []
    today = dutch_day(now)
    held = occurrences(place, today, today + timedelta(days=days - 1))
    return [occurrence for occurrence in held if (occurrence.ends or occurrence.starts or now) >= now]


def coming_phrase(occurrence: Occurrence) -> Listing:
    """Return the day, the hour and what it is."""
    what = fact_words.GATHERINGS[occurrence.gathering.kind]
    return Listing((Day(occurrence.day), hour_phrase(occurrence), what))
