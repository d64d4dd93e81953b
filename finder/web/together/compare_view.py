"""What a comparison shows: a column for each place, a row for each thing to know before a first visit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import starmap

from finder.domain.likely import Guess
from finder.domain.listed_place import ListedPlace
from finder.domain.place import Place, SpokenLanguage
from finder.domain.sourced import Sourced
from finder.domain.vocabulary import Question
from finder.i18n.phrases import Listing, Sayable, listing
from finder.recurrence.occurrences import coming
from finder.web.together.list_view import ListView, PlaceLine, place_line
from finder.wording import facts
from finder.wording.ages import said_on
from finder.wording.distances import far_phrase
from finder.wording.gatherings import coming_phrase, doubts_of
from finder.wording.guesses import likely_spoken
from finder.wording.openings import next_opening
from finder.wording.words import QUESTION_WORDS


@dataclass(frozen=True, slots=True)
class Choice:
    """A place of the list, to be compared or not."""

    code: str
    name: str
    pictogram: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A thing that is known, or that we think and say so, and how old that is."""

    said: Sayable
    age: Sayable


@dataclass(frozen=True, slots=True)
class Column:
    """A place that is compared: how far it is (None without a start), when it is open, who speaks what, what is on."""

    line: PlaceLine
    far: Sayable | None
    opening: tuple[Sayable, ...]
    languages: tuple[Told, ...]
    gatherings: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question of a first visit, answered for each place in the order of the columns."""

    question: Sayable
    answers: tuple[facts.AnsweredQuestion, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """The page. ``choices`` is empty where there is nothing to choose: of two places both are compared.

    ``not_known`` is said where a column has nothing to tell.
    """

    list: ListView
    choices: tuple[Choice, ...]
    columns: tuple[Column, ...]
    questions: tuple[QuestionRow, ...]
    not_known: Sayable = facts.NOT_KNOWN


def compare_view(shown: ListView, places: Sequence[ListedPlace], others: Sequence[Place], now: datetime) -> CompareView:
    """Lay out the comparison; ``others`` are the places of the list that are not compared now. ``now`` is aware."""
    compared = [listed.place for listed in places]
    choices = (
        *(_choice(place, chosen=True) for place in compared),
        *(_choice(place, chosen=False) for place in others),
    )
    return CompareView(
        list=shown,
        choices=tuple(choices) if others or len(compared) > 2 else (),
        columns=tuple(_column(listed, now) for listed in places),
        questions=tuple(_row(question, compared) for question in Question),
    )


def _choice(place: Place, *, chosen: bool) -> Choice:
    return Choice(place.code, place.name, str(place.kind), chosen)


def _column(listed: ListedPlace, now: datetime) -> Column:
    place = listed.place
    return Column(
        line=place_line(place),
        far=None if listed.metres is None else far_phrase(listed.metres, listed.doubt),
        opening=next_opening(place, now),
        languages=(*map(_spoken, place.offer.languages), *starmap(_thought, likely_spoken(place))),
        gatherings=tuple(
            Told(coming_phrase(held), Listing(doubts_of(held.said, place))) for held in coming(place, now)
        ),
    )


def _spoken(language: Sourced[SpokenLanguage]) -> Told:
    known = facts.language(language)
    return Told(listing(known.said, known.when), known.age)


def _thought(said: Sayable, guess: Guess) -> Told:
    return Told(said, said_on(guess.source.stated_on))


def _row(question: Question, places: Iterable[Place]) -> QuestionRow:
    return QuestionRow(QUESTION_WORDS[question], tuple(facts.question(place, question) for place in places))
