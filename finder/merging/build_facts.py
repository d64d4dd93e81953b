"""From checked claims to the facts of a place: hours, languages, gatherings, practical things, first visit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from finder.domain.errors import InvalidInput
from finder.domain.evidence import Evidence
from finder.domain.opening_hours import validate_when
from finder.domain.place import Fact, Gathering, OpeningHours, SpokenLanguage
from finder.domain.sourced import Sourced
from finder.domain.vocabulary import Answer, Need, Question
from finder.merging.claims import AnswerClaim, EvidenceClaim, GatheringClaim, HoursClaim, LanguageClaim
from finder.merging.matching import words_of
from finder.merging.resolve import Ledger, Stated

_HELD_AT_ONE_HOUR = frozenset({"service", "prayer"})
"""Kinds of which a newer timetable replaces the older one, whatever the titles are."""


def opening_hours(claims: Sequence[HoursClaim], ledger: Ledger) -> Sourced[OpeningHours] | None:
    """Return the hours for everyone, by the newest source; of one day, hours before words."""
    hours_first = sorted(claims, key=lambda claim: claim.hours.osm is None)
    best = ledger.choose([Stated(claim.hours, claim.source, claim=claim.row) for claim in hours_first])
    return best.sourced if best else None


def languages(claims: Sequence[LanguageClaim], ledger: Ledger) -> tuple[Sourced[SpokenLanguage], ...]:
    """Return the languages by code; one language may be there at several levels and hours."""
    said = [Stated(claim.spoken, claim.source, claim=claim.row) for claim in claims]
    kept = [one.sourced for one in ledger.collect(said, lambda spoken: (spoken.code, spoken.level, spoken.when))]
    return tuple(sorted(kept, key=lambda said: (said.value.code, said.value.level, said.value.when or "")))


def evidence(claims: Sequence[EvidenceClaim], ledger: Ledger) -> tuple[Sourced[Evidence], ...]:
    """Return what makes languages likely: each conclusion once, by its newest source.

    ``ledger`` is one for evidence alone: its sources say nothing of the place that could be shown as known.
    """
    said = [Stated(claim.evidence, claim.source, claim=claim.row) for claim in claims]
    kept = ledger.collect(said, lambda each: (each.basis, each.key, frozenset(each.languages)))
    return tuple(one.sourced for one in kept)


def fact(claims: Sequence[AnswerClaim], about: Need | Question, ledger: Ledger) -> Sourced[Fact] | None:
    """Return the three-valued answer: a known one before an unknown one, then the newest, then the fullest.

    What one source says in several rows on one day (a meal on Tuesday, a meal on Saturday) is said together.
    """
    answers = sorted((claim for claim in claims if claim.about is about), key=lambda claim: not claim.terms)
    said = [Stated(claim.answer, claim.source, int(claim.answer is not Answer.UNKNOWN), claim.row) for claim in answers]
    best = ledger.choose(said)
    if best is None:
        return None
    together = [claim for claim in answers if claim.source == best.source and claim.answer is best.value]
    for claim in together:
        ledger.taken(claim.row, best.source)
    together.sort(key=lambda claim: claim.row.origin.line)
    terms = dict.fromkeys(term for claim in together for term in claim.terms)
    notes = dict.fromkeys(note for claim in together for note in claim.notes)
    whens = list(dict.fromkeys(claim.when for claim in together if claim.when))
    known = Fact(best.value, tuple(terms), _together(whens), "; ".join(notes) or None)
    return best.sourced.having(lambda _: known)


def _together(whens: Sequence[str]) -> str | None:
    """Return several hours as one text, the first of them where that cannot be read."""
    when = "; ".join(whens)
    if len(whens) > 1:
        try:
            validate_when(when)
        except InvalidInput:
            return whens[0]
    return when or None


@dataclass(frozen=True, slots=True)
class Kept:
    """A gathering of a place, and the rows that say it: the believed one first. Its id is issued for these rows."""

    said: Sourced[Gathering]
    rows: list[str]

    def with_id(self, id_: str) -> Sourced[Gathering]:
        """Return the gathering with the id that was issued for it."""
        return self.said.having(lambda gathering: replace(gathering, id=id_))


def gatherings(claims: Iterable[GatheringClaim], ledger: Ledger) -> list[Kept]:
    """Return what takes place, the newest source first heard: repeats are merged, older timetables superseded."""
    said = [Stated(claim.gathering, claim.source, claim=claim.row) for claim in claims]
    kept: list[tuple[Stated[Gathering], list[str]]] = []
    for one in sorted(said, key=lambda one: one.rank, reverse=True):
        for newer, rows in kept:
            if _repeats(one, newer):
                ledger.merged(one.claim, newer.source)
            elif _is_outdated(one, newer):
                ledger.superseded(one.claim, newer.source)
            else:
                continue
            rows += [one.row]
            break
        else:
            kept.append((one, [one.row]))
            ledger.taken(one.claim, one.source)
    return sorted((Kept(one.sourced, rows) for one, rows in kept), key=_order)


def _order(kept: Kept) -> tuple[str, ...]:
    gathering = kept.said.value
    return (gathering.kind, gathering.rrule or "~", gathering.start or "", gathering.title, str(gathering.languages))


def _repeats(one: Stated[Gathering], newer: Stated[Gathering]) -> bool:
    a, b = one.value, newer.value
    if a == b:
        return True
    alike = words_of(a.title) == words_of(b.title)
    same_page = one.source.url == newer.source.url
    if a.kind != b.kind or a.languages != b.languages or (same_page and not alike):
        return False
    if a.rrule is None or b.rrule is None:
        return alike and a.rrule is None
    same_hour = a.start is not None and a.start == b.start
    less_exact = a.start is None and (alike or a.kind in _HELD_AT_ONE_HOUR)
    return a.rrule == b.rrule and (same_hour or less_exact)


def _is_outdated(one: Stated[Gathering], newer: Stated[Gathering]) -> bool:
    a, b = one.value, newer.value
    comparable = a.kind == b.kind and a.languages == b.languages and a.rrule is not None and a.rrule == b.rrule
    if not comparable or not (a.start and b.start and a.start != b.start):
        return False
    same_thing = a.kind in _HELD_AT_ONE_HOUR or words_of(a.title) == words_of(b.title)
    return same_thing and one.rank < newer.rank and one.source.url != newer.source.url
