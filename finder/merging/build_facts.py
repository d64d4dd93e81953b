"""From checked claims to the facts of a place: hours, languages, gatherings, practical things, first visit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from finder.domain.place import Fact, Gathering, OpeningHours, SpokenLanguage
from finder.domain.sourced import Sourced
from finder.domain.vocabulary import Answer, LanguageLevel
from finder.merging.candidate import Claim
from finder.merging.claims import when_complaint
from finder.merging.matching import words_of
from finder.merging.resolve import Ledger, Stated

_HELD_AT_ONE_HOUR = frozenset({"service", "prayer"})
"""Kinds of which a newer timetable replaces the older one, whatever the titles are."""


def opening_hours(claims: Sequence[Claim], ledger: Ledger) -> Sourced[OpeningHours] | None:
    """Return the hours for everyone, by the newest source; of one day, hours before words."""
    said = [
        Stated(OpeningHours(claim.value or None, claim.wording or None), claim.source, claim=claim)
        for claim in sorted(claims, key=lambda claim: not claim.value)
    ]
    best = ledger.choose(said)
    return best.sourced if best else None


def languages(claims: Sequence[Claim], ledger: Ledger) -> tuple[Sourced[SpokenLanguage], ...]:
    """Return the languages by code; one language may be there at several levels and hours."""
    said = [
        Stated(
            SpokenLanguage(claim.value, LanguageLevel(claim.terms[0]), claim.when or None, claim.note or None),
            claim.source,
            claim=claim,
        )
        for claim in claims
    ]
    kept = [one.sourced for one in ledger.collect(said, lambda spoken: (spoken.code, spoken.level, spoken.when))]
    return tuple(sorted(kept, key=lambda said: (said.value.code, said.value.level, said.value.when or "")))


def fact(claims: Sequence[Claim], ledger: Ledger) -> Sourced[Fact] | None:
    """Return the three-valued answer: a known one before an unknown one, then the newest, then the fullest.

    What one source says in several rows on one day (a meal on Tuesday, a meal on Saturday) is said together.
    """
    said = [
        Stated(Answer(claim.value), claim.source, int(claim.value != Answer.UNKNOWN), claim)
        for claim in sorted(claims, key=lambda claim: not claim.terms)
    ]
    best = ledger.choose(said)
    if best is None:
        return None
    together = [one.claim for one in said if one.claim and one.source == best.source and one.value is best.value]
    for claim in together:
        ledger.taken(claim, best.source)
    together.sort(key=lambda claim: claim.origin.line)
    terms = dict.fromkeys(term for claim in together for term in claim.terms)
    whens = list(dict.fromkeys(claim.when for claim in together if claim.when))
    notes = dict.fromkeys(text for claim in together for text in (claim.note, claim.wording) if text)
    when = "; ".join(whens)
    if len(whens) > 1 and when_complaint(when):
        when = whens[0]
    return best.sourced.having(lambda answer: Fact(answer, tuple(terms), when or None, "; ".join(notes) or None))


@dataclass(frozen=True, slots=True)
class Kept:
    """A gathering of a place, and the rows that say it: the believed one first. Its id is issued for these rows."""

    said: Sourced[Gathering]
    rows: list[str]

    def with_id(self, id_: str) -> Sourced[Gathering]:
        """Return the gathering with the id that was issued for it."""
        return self.said.having(lambda gathering: replace(gathering, id=id_))


def _gathering(claim: Claim) -> Gathering:
    return Gathering(
        id="",
        kind=claim.value,
        title=claim.wording,
        rrule=claim.rrule or None,
        start=claim.start or None,
        end=claim.end or None,
        wording=claim.note or None,
        languages=claim.languages,
        audience=claim.audience,
        except_on=tuple(date.fromisoformat(day) for day in claim.except_on),
        not_during=claim.not_during or None,
    )


def gatherings(claims: Iterable[Claim], ledger: Ledger) -> list[Kept]:
    """Return what takes place, the newest source first heard: repeats are merged, older timetables superseded."""
    said = [Stated(_gathering(claim), claim.source, claim=claim) for claim in claims]
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
