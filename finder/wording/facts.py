"""Facts about a place put into words, the same on its page, in a comparison and on a card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from finder.domain.place import UNKNOWN_FACT, Fact, Place, Source, SpokenLanguage
from finder.domain.remote_calls import CallAspect, InterpreterAspect, calling, interpreting
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
    """Which language is spoken by whom, when if it is only then, and how old that is (None: no source says it)."""

    said: Sayable
    when: Sayable | None
    age: Sayable | None


def words_for(words: Mapping[str, str], keys: Iterable[str]) -> Listing | None:
    """Return the words for several keys, None for no key."""
    known = tuple(words[key] for key in keys)
    return Listing(known) if known else None


def terms_of(fact: Fact) -> Sayable | None:
    """Return the few words of a source about a fact, None when it has none."""
    known = {**TERM_WORDS, **AUDIENCE_WORDS}
    shown: tuple[Sayable, ...] = tuple(known[term] for term in fact.terms if term in known)
    return Listing(shown) if shown else None


def _age(source: Source | None) -> Sayable | None:
    return said_on(source.stated_on) if source else None


def _answered(question: Sayable, fact: Fact, terms: Sayable | None) -> AnsweredQuestion:
    return AnsweredQuestion(question, fact.answer, terms, _age(fact.source))


def language(known: SpokenLanguage) -> SpokenThere:
    """Put a language at a place into words."""
    said = Phrase(LEVEL_WORDS[known.level], {"language": LanguageName(known.code)})
    return SpokenThere(said, when_phrase(known.when) if known.when else None, _age(known.source))


def question(place: Place, asked: Question) -> AnsweredQuestion:
    """Answer a question of a first visit; whether one's language is spoken, also by the languages of the place."""
    fact = place.answer(asked)
    spoken = [language for language in place.languages if language.level is not LanguageLevel.PRINTED]
    if fact == UNKNOWN_FACT and asked is Question.MY_LANGUAGE and spoken:
        names = dict.fromkeys(LanguageName(language.code) for language in spoken)
        return AnsweredQuestion(QUESTION_WORDS[asked], Answer.YES, Listing(tuple(names)), _age(spoken[0].source))
    return _answered(QUESTION_WORDS[asked], fact, terms_of(fact))


def need(place: Place, wanted: Need) -> AnsweredQuestion:
    """Return whether a practical thing is there."""
    fact = place.need(wanted)
    return _answered(NEED_WORDS[wanted], fact, terms_of(fact))


def known_needs(place: Place) -> list[Need]:
    """Return the practical things a place is known to have, in the order of the form."""
    return [need for need in Need if place.need(need).answer is Answer.YES]


def calls(place: Place) -> list[AnsweredQuestion]:
    """Return whether somebody can call home by video, and what he needs to know before he does."""
    call = place.need(Need.VIDEO_CALL)
    rows = [_answered(N_("Kan ik hier bellen met beeld?"), call, terms_of(call))]
    for aspect, fact in calling(place).items():
        when = when_phrase(fact.when) if aspect is CallAspect.HOURS and fact.when else terms_of(fact)
        rows.append(_answered(CALL_WORDS[aspect], fact, when))
    return rows


def interpreters(place: Place) -> list[AnsweredQuestion]:
    """Return what somebody needs to know before he counts on an interpreter."""
    codes = [each.code for each in place.languages if each.level is LanguageLevel.INTERPRETER]
    names = Listing(tuple(map(LanguageName, codes))) if codes else None
    rows = []
    for aspect, fact in interpreting(place).items():
        terms = {InterpreterAspect.LANGUAGES: names, InterpreterAspect.PRESENT: terms_of(fact)}.get(aspect)
        rows.append(_answered(INTERPRETER_WORDS[aspect], fact, terms))
    return rows


def religion_phrase(place: Place) -> Listing | None:
    """Return the religion of a place, and that only its name says so where that is all; None when it is not known."""
    if place.religion is None:
        return None
    by_name = N_("dat zegt alleen de naam") if place.religion_basis == "name" else None
    return listing(RELIGION_WORDS[place.religion], by_name)
