"""Facts about a place put into words, the same on its page, in a comparison and on a card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from finder.domain.place import Fact, Place, SpokenLanguage
from finder.domain.remote_calls import CallAspect, InterpreterAspect, calling, interpreting
from finder.domain.sourced import Sourced
from finder.domain.vocabulary import Answer, LanguageLevel, Need, Question
from finder.i18n.phrases import N_, LanguageName, Listing, Phrase, Sayable, listing
from finder.wording.ages import said_on
from finder.wording.fact_words import AUDIENCE_WORDS, TERM_WORDS
from finder.wording.schedules import when_phrase
from finder.wording.words import CALL_WORDS, INTERPRETER_WORDS, LEVEL_WORDS, NEED_WORDS, QUESTION_WORDS, RELIGION_WORDS

NOT_KNOWN = N_("Dat weten we niet: vraag het daar")
_ANSWERS: dict[Answer, str] = {Answer.YES: N_("Ja"), Answer.NO: N_("Nee"), Answer.UNKNOWN: NOT_KNOWN}


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question, its answer, a source's few words about it, and how old the answer is (None: nobody gives one)."""

    question: Sayable
    answer: Answer
    terms: Sayable | None
    age: Sayable | None

    @property
    def known(self) -> bool:
        """Tell whether it is answered with yes or no."""
        return self.answer is not Answer.UNKNOWN

    @property
    def said(self) -> Listing:
        """Return the answer and the words about it."""
        return listing(_ANSWERS[self.answer], self.terms)


@dataclass(frozen=True, slots=True)
class SpokenThere:
    """Which language is spoken by whom, when if it is only then, and how old that is."""

    said: Sayable
    when: Sayable | None
    age: Sayable


def words_for(words: Mapping[str, str], keys: Iterable[str]) -> Listing | None:
    """Return the words for several keys, None for no key."""
    known = tuple(words[key] for key in keys)
    return Listing(known) if known else None


def terms_of(fact: Fact) -> Sayable | None:
    """Return the few words of a source about a fact, None when it has none."""
    known = {**TERM_WORDS, **AUDIENCE_WORDS}
    shown: tuple[Sayable, ...] = tuple(known[term] for term in fact.terms if term in known)
    return Listing(shown) if shown else None


def _answered(question: Sayable, said: Sourced[Fact] | None) -> AnsweredQuestion:
    if said is None:
        return AnsweredQuestion(question, Answer.UNKNOWN, None, None)
    return AnsweredQuestion(question, said.value.answer, terms_of(said.value), said_on(said.stated_on))


def language(spoken: Sourced[SpokenLanguage]) -> SpokenThere:
    """Put a language at a place into words."""
    known = spoken.value
    said = Phrase(LEVEL_WORDS[known.level], {"language": LanguageName(known.code)})
    return SpokenThere(said, when_phrase(known.when) if known.when else None, said_on(spoken.stated_on))


def question(place: Place, asked: Question) -> AnsweredQuestion:
    """Answer a question of a first visit; whether one's language is spoken, also by the languages of the place."""
    said = place.offer.first_visit.get(asked)
    spoken = [language for language in place.offer.languages if language.value.level is not LanguageLevel.PRINTED]
    if said is None and asked is Question.MY_LANGUAGE and spoken:
        names = Listing(tuple(dict.fromkeys(LanguageName(language.value.code) for language in spoken)))
        return AnsweredQuestion(QUESTION_WORDS[asked], Answer.YES, names, said_on(spoken[0].stated_on))
    return _answered(QUESTION_WORDS[asked], said)


def need(place: Place, wanted: Need) -> AnsweredQuestion:
    """Return whether a practical thing is there."""
    return _answered(NEED_WORDS[wanted], place.offer.needs.get(wanted))


_NEEDS_IN_ORDER = {need: number for number, need in enumerate(Need)}


def known_needs(place: Place) -> list[Need]:
    """Return the practical things a place is known to have, in the order of the form."""
    known = place.offer.needs.items()
    return sorted((need for need, said in known if said.value.answer is Answer.YES), key=_NEEDS_IN_ORDER.__getitem__)


def calls(place: Place) -> list[AnsweredQuestion]:
    """Return whether somebody can call home by video, and what he needs to know before he does."""
    rows = [_answered(N_("Kan ik hier bellen met beeld?"), place.offer.needs.get(Need.VIDEO_CALL))]
    for aspect, said in calling(place).items():
        row = _answered(CALL_WORDS[aspect], said)
        when = said.value.when if said and aspect is CallAspect.HOURS else None
        rows.append(replace(row, terms=when_phrase(when)) if when else row)
    return rows


def interpreters(place: Place) -> list[AnsweredQuestion]:
    """Return what somebody needs to know before he counts on an interpreter."""
    codes = [each.code for each in place.languages if each.level is LanguageLevel.INTERPRETER]
    names = Listing(tuple(map(LanguageName, codes))) if codes else None
    rows = []
    for aspect, said in interpreting(place).items():
        row = _answered(INTERPRETER_WORDS[aspect], said)
        rows.append(replace(row, terms=names) if aspect is InterpreterAspect.LANGUAGES else row)
    return rows


def religion_phrase(place: Place) -> Listing | None:
    """Return the religion of a place, and that only its name says so where that is all; None when it is not known."""
    if place.religion is None:
        return None
    by_name = N_("dat zegt alleen de naam") if place.belonging.basis == "name" else None
    return listing(RELIGION_WORDS[place.religion], by_name)
