"""What is held at a place: what it is, when, for whom, in which language, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from finder.domain.gatherings import Occurrence
from finder.domain.place import Gathering, Place
from finder.domain.sourced import Sourced
from finder.domain.vocabulary import LITURGICAL_LANGUAGES
from finder.i18n.phrases import N_, Clock, Day, LanguageName, Listing, Phrase, Sayable, Verbatim
from finder.wording.advice import advised
from finder.wording.ages import said_on
from finder.wording.fact_words import AUDIENCE_WORDS, GATHERING_WORDS
from finder.wording.schedules import HOUR_NOT_KNOWN, next_days_phrase, recurrence_phrase
from finder.wording.titles import titled


@dataclass(frozen=True, slots=True)
class Meeting:
    """A gathering as the page of its place shows it; ``title`` in the words of its source, None without one.

    ``next_time`` is None where there is none, and where ``when`` names the next days itself.
    """

    what: Sayable
    title: Verbatim | None
    when: Sayable
    next_time: Sayable | None
    details: tuple[Sayable, ...]
    doubts: Listing


def doubts_of(said: Sourced[Gathering], place: Place) -> tuple[Sayable, ...]:
    """Return that it is not held every time at ``place``, where a source says so, and how old the source is."""
    doubt = (advised(N_("Niet elke week: %(advice)s."), place),) if said.value.not_during else ()
    return (*doubt, said_on(said.stated_on))


def title_of(gathering: Gathering) -> Verbatim | None:
    """Return the title in the words of its source; None where it only says again what it is."""
    says_again = gathering.title.casefold() == GATHERING_WORDS[gathering.kind].casefold()
    return None if says_again else titled(gathering.title)


def details_of(gathering: Gathering) -> tuple[Sayable, ...]:
    """Return in which languages a gathering is, and for whom."""
    details: list[Sayable] = []
    for code in gathering.languages:
        said = N_("Gebeden in %(language)s") if code in LITURGICAL_LANGUAGES else N_("In het %(language)s")
        details.append(Phrase(said, {"language": LanguageName(code)}))
    return (*details, *(AUDIENCE_WORDS[key] for key in gathering.audience))


def hour_phrase(occurrence: Occurrence) -> Sayable:
    """Return from when until when a gathering is held on its day."""
    if occurrence.starts is None:
        return HOUR_NOT_KNOWN
    starts = Clock(occurrence.starts)
    if occurrence.ends is None:
        return starts
    return Phrase(N_("%(start)s tot %(end)s"), {"start": starts, "end": Clock(occurrence.ends)})


def meeting(said: Sourced[Gathering], place: Place, next_times: Sequence[Occurrence]) -> Meeting:
    """Put a gathering of ``place`` into words; ``next_times`` is empty where there are none or they are not known."""
    gathering = said.value
    recurs = recurrence_phrase(gathering)
    return Meeting(
        GATHERING_WORDS[gathering.kind],
        title_of(gathering),
        recurs or next_days_phrase(gathering, [held.day for held in next_times]),
        _next_time(next_times[0]) if recurs and next_times else None,
        details_of(gathering),
        Listing(doubts_of(said, place)),
    )


def _next_time(held: Occurrence) -> Phrase:
    return Phrase(N_("Volgende keer: %(when)s"), {"when": Listing((Day(held.day), hour_phrase(held)))})


def coming_phrase(occurrence: Occurrence) -> Listing:
    """Return the day, the hour and what it is."""
    return Listing((Day(occurrence.day), hour_phrase(occurrence), GATHERING_WORDS[occurrence.gathering.kind]))
