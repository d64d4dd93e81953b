"""The search page as it is shown: the form with its counts, and the answer, all of it in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from finder.domain.band import is_rough
from finder.domain.filters import PartOfDay, Unknown
from finder.domain.geometry import SERVED_AREA, Point
from finder.domain.hits import Hit, Hits, Loosening, Match
from finder.i18n.phrases import N_, Listing, Plural, Sayable
from finder.usecases.find_places import SearchResult
from finder.web.finder.choices import Localizers, Offer, Row, fitting, offer, rows
from finder.web.options import Option
from finder.web.query.search_form import FIRST_SHOWN, MOST_SHOWN, SearchForm, linked_keys
from finder.web.starting_point import StartingPointView
from finder.wording.ages import information_phrase
from finder.wording.cautions import short_caution
from finder.wording.days import OPEN_NOW, coming_days, moment_phrase
from finder.wording.distances import distance_phrase, walk_phrase
from finder.wording.facts import known_needs
from finder.wording.form_words import ANYTHING, DISTANCE_WORDS, WHOLE_DAY, search_summary, together
from finder.wording.openings import opening_phrase
from finder.wording.reasons import reason_line
from finder.wording.starting_point import HERE
from finder.wording.words import NEED_WORDS, PART_OF_DAY_WORDS

MOST_OFFERS = 8
"""Pairs of things to let go of can be many; the best come first."""
_LET_GO_OF_ONE = N_("Laat één ding los. Dan vinden we dit:")
_LET_GO_OF_TWO = N_("Laat twee dingen los. Dan vinden we dit:")
MOST_TAGS = 4
"""What a place has beside its opening tag: more would push the next hit off a small screen."""


@dataclass(frozen=True, slots=True)
class FormView:
    """The questions, each with its choices and what was chosen. ``linked`` are the fields that a link holds.

    ``here`` keeps or lets go of the position of the device; empty when there is none.
    """

    start: StartingPointView
    here: tuple[Option, ...]
    distances: tuple[Option, ...]
    rows: tuple[Row, ...]
    moments: tuple[Option, ...]
    parts: tuple[Option, ...]
    moment: Sayable | None
    avoiding: tuple[Row, ...]
    avoided: Listing | None
    only_certain: bool
    linked: str
    anything: str = ANYTHING


@dataclass(frozen=True, slots=True)
class Tag:
    """A thing that a place is known to have."""

    pictogram: str
    word: Sayable


@dataclass(frozen=True, slots=True)
class HitView:
    """A place that was found, with why it fits and whether to go there now; ``number`` is that on the map."""

    code: str
    name: str
    number: int
    match: Match
    why: Listing
    opening_state: str
    opening: Sayable
    tags: tuple[Tag, ...]
    caution: Sayable | None
    age: Sayable
    distance: Sayable | None
    walk: Sayable | None


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What a search gave: nothing as long as it is not settled from where.

    ``more`` is how many hits to ask for next, None when these are all that are shown.

    ``summary`` says what was asked. Without ``found`` there are offers to let go of one thing.
    """

    heading: Sayable
    summary: Listing | None
    found: bool
    certain: tuple[HitView, ...]
    likely_heading: Sayable | None
    likely: tuple[HitView, ...]
    perhaps_heading: Sayable | None
    perhaps: tuple[HitView, ...]
    offers: tuple[Offer, ...]
    offers_heading: Sayable | None
    more: int | None


@dataclass(frozen=True, slots=True)
class SearchView:
    """The whole page. ``asked`` is False when somebody only looks at the questions; ``markers`` are for the map."""

    asked: bool
    form: FormView
    answer: AnswerView
    markers: Mapping[str, Any]


def hit_view(hit: Hit, number: int, now: datetime, doubt: int = 0) -> HitView:
    """Put a hit into words, as seen from a start that may be ``doubt`` metres off. ``now`` is aware."""
    place, metres = hit.place, hit.distance
    return HitView(
        code=place.code,
        name=place.name,
        number=number,
        match=hit.match,
        why=reason_line(hit),
        opening_state=hit.opening.state,
        opening=opening_phrase(place, hit.opening, now),
        tags=tuple(Tag(str(need), NEED_WORDS[need]) for need in known_needs(place)[:MOST_TAGS]),
        caution=short_caution(place),
        age=information_phrase(place),
        distance=None if metres is None else distance_phrase(metres, doubt),
        walk=None if metres is None or is_rough(doubt) else walk_phrase(metres),
    )


def _here(position: str) -> tuple[Option, ...]:
    return (
        (Option(position, HERE, "locate", chosen=True), Option("", ANYTHING, "map", chosen=False)) if position else ()
    )


def _distances(within: float | None) -> tuple[Option, ...]:
    anywhere = Option("", ANYTHING, "map", within is None)
    return (
        anywhere,
        *(Option(str(metres), word, "distance", within == metres) for metres, word in DISTANCE_WORDS.items()),
    )


def _moments(when: str, now: datetime) -> tuple[Option, ...]:
    any_time, at_once = Option("", ANYTHING, "when", not when), Option("now", OPEN_NOW, "open", when == "now")
    days = ((each.day.isoformat(), each.name) for each in coming_days(now))
    return (any_time, at_once, *(Option(day, name, "calendar", when == day) for day, name in days))


def _parts(chosen: PartOfDay | None) -> tuple[Option, ...]:
    whole = Option("", WHOLE_DAY, "when", chosen is None)
    return (whole, *(Option(str(part), PART_OF_DAY_WORDS[part], "when", part is chosen) for part in PartOfDay))


def _form_view(
    form: SearchForm, start: StartingPointView, result: SearchResult, now: datetime, readers: Localizers
) -> FormView:
    asked = rows(form, result.facets, readers)
    avoiding = tuple(row for row in asked if row.avoids)
    return FormView(
        start=start,
        here=_here(start.here),
        distances=_distances(form.filters.within),
        rows=tuple(row for row in asked if not row.avoids),
        moments=_moments(form.when, now),
        parts=_parts(form.part),
        moment=moment_phrase(form.when, form.part),
        avoiding=avoiding,
        avoided=together(row.answer for row in avoiding),
        only_certain=form.filters.unknown is Unknown.EXCLUDE,
        linked=" ".join(linked_keys(type(form.filters))),
    )


def _heading(hits: Hits, *, asked: bool) -> Sayable:
    if not asked:
        return Plural("%(count)s plek in Amsterdam en Haarlem", "%(count)s plekken in Amsterdam en Haarlem", hits.total)
    return fitting(hits.count.certain) if hits.total else N_("Geen plek past bij alles")


def _answer_view(form: SearchForm, said: FormView, result: SearchResult, now: datetime) -> AnswerView:
    hits = result.hits
    answered = form.asked and said.start.question is None
    numbered = enumerate(hits.items if answered else (), 1)
    shown = [hit_view(hit, number, now, said.start.doubt) for number, hit in numbered]
    likely = Plural("Waarschijnlijk: %(count)s plek", "Waarschijnlijk: %(count)s plekken", hits.count.likely)
    ask_there = Plural(
        "Misschien, vraag het daar: %(count)s plek", "Misschien, vraag het daar: %(count)s plekken", hits.count.perhaps
    )
    return AnswerView(
        heading=_heading(hits, asked=form.asked),
        summary=search_summary(said.start.phrase, (row.answer for row in said.rows), said.moment, said.avoided),
        found=bool(hits.total),
        certain=tuple(hit for hit in shown if hit.match is Match.YES),
        likely_heading=likely if hits.count.likely else None,
        likely=tuple(hit for hit in shown if hit.match is Match.LIKELY),
        perhaps_heading=ask_there if hits.count.perhaps else None,
        perhaps=tuple(hit for hit in shown if hit.match is Match.PERHAPS),
        offers=tuple(map(offer, result.loosenings[:MOST_OFFERS])),
        offers_heading=_offers_heading(result.loosenings),
        more=min(form.shown + FIRST_SHOWN, MOST_SHOWN) if hits.total > form.shown < MOST_SHOWN else None,
    )


def _offers_heading(loosenings: Sequence[Loosening]) -> Sayable | None:
    if not loosenings:
        return None
    return _LET_GO_OF_ONE if all(len(each.let_go) == 1 for each in loosenings) else _LET_GO_OF_TWO


def _marker(number: int, hit: Hit, readers: Localizers) -> dict[str, Any]:
    why = reason_line(hit)
    return {
        "number": number,
        "code": hit.place.code,
        "name": hit.place.name,
        "match": str(hit.match),
        "position": hit.place.point.coordinates,
        "lines": [
            {"lang": reader.locale.code, "dir": reader.locale.direction, "text": reader.text(why)} for reader in readers
        ],
    }


def _markers(near: Point | None, doubt: int, hits: Iterable[Hit], readers: Localizers) -> dict[str, Any]:
    return {
        "start": [near.longitude, near.latitude] if near else None,
        "doubt": doubt if is_rough(doubt) else 0,
        "area": [SERVED_AREA.west, SERVED_AREA.south, SERVED_AREA.east, SERVED_AREA.north],
        "hits": [_marker(number, hit, readers) for number, hit in enumerate(hits, 1) if hit.place.shown_point],
    }


def search_view(
    form: SearchForm,
    start: StartingPointView,
    near: Point | None,
    result: SearchResult,
    now: datetime,
    readers: Localizers,
) -> SearchView:
    """Lay out the page. ``near`` is where ``start`` is, ``now`` aware, ``readers`` the localizers of the page."""
    said = _form_view(form, start, result, now, readers)
    answered = form.asked and start.question is None
    return SearchView(
        asked=form.asked,
        form=said,
        answer=_answer_view(form, said, result, now),
        markers=_markers(near, start.doubt, result.hits.items if answered else (), readers),
    )
