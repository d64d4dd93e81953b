"""What we think though nobody says it: always worded as our guess, with what it rests on."""

from __future__ import annotations

from finder.domain.evidence import Basis
from finder.domain.hits import Reason
from finder.domain.likely import Guess, Likelihood, likely_languages
from finder.domain.place import Place
from finder.domain.sourced import PartialDate
from finder.domain.vocabulary import Religion
from finder.i18n.phrases import N_, LanguageName, Phrase, Sayable, Verbatim, When
from finder.wording.words import COMMUNITY_WORDS, DENOMINATION_WORDS, NETWORK_NAMES, RELIGION_WORDS


def _ours(thought: Sayable) -> Phrase:
    """A guess that a reader cannot take for what somebody knows."""
    return Phrase(N_("%(thought)s. Dat denken wij; vraag het."), {"thought": thought})


def _rests_on(guess: Guess) -> Sayable:
    if guess.basis is Basis.COMMUNITY:
        return Phrase(N_("%(community)s (gemeenschap)"), {"community": COMMUNITY_WORDS[guess.key]})
    if guess.basis is Basis.DENOMINATION:
        return DENOMINATION_WORDS[guess.key]
    if guess.basis is Basis.RELIGION:
        return RELIGION_WORDS[Religion(guess.key)]
    return Verbatim(NETWORK_NAMES[guess.key], "")


def language_guess(guess: Guess) -> Phrase:
    """Return which language is likely, and what makes us think so."""
    language = LanguageName(guess.value)
    if guess.basis is Basis.LANGUAGE:
        follows = N_("Ze spreken er %(other)s. Wie %(language)s spreekt, verstaat dat vaak")
        return _ours(Phrase(follows, {"other": LanguageName(guess.key), "language": language}))
    likely = N_("%(what)s: waarschijnlijk %(language)s")
    return _ours(Phrase(likely, {"what": _rests_on(guess), "language": language}))


def hours_guess(guess: Guess, answer: Likelihood) -> Phrase:
    """Return whether a place is likely open, by hours that cannot be trusted."""
    is_open = answer is Likelihood.LIKELY
    if not guess.key:
        undated = N_("Tijden zonder datum: waarschijnlijk open"), N_("Tijden zonder datum: waarschijnlijk dicht")
        return _ours(undated[0 if is_open else 1])
    old = N_("Oude tijden (%(date)s): waarschijnlijk open"), N_("Oude tijden (%(date)s): waarschijnlijk dicht")
    return _ours(Phrase(old[0 if is_open else 1], {"date": When(PartialDate(guess.key))}))


def guess_phrase(reason: Reason) -> Phrase | None:
    """Return what is likely of a wish, or speaks against it, as our guess; None where nothing does either."""
    if reason.guess is None:
        return None
    if reason.guess.basis is Basis.HOURS:
        return hours_guess(reason.guess, reason.answer)
    return language_guess(reason.guess)


def likely_spoken(place: Place) -> tuple[tuple[Phrase, Guess], ...]:
    """Return each language that is likely spoken at a place and not known to be, as our guess, and the guess itself."""
    return tuple((language_guess(guess), guess) for guess in likely_languages(place).values())
