"""The list of places, and two of the things it is for: compare them, and measure them from a new address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from flask import Blueprint, render_template, request
from markupsafe import Markup

from finder.domain.gatherings import Occurrence
from finder.domain.place import Place, SpokenLanguage
from finder.domain.sourced import Sourced
from finder.domain.vocabulary import Question, Religion
from finder.formats.qr import qr_svg
from finder.geocode.starting_point import StartingPoint
from finder.i18n.locales import PageLocales
from finder.i18n.phrases import N_, Listing, Sayable, listing
from finder.recurrence.occurrences import coming
from finder.search.similar import Similar, measure_again
from finder.usecases.resolve_codes import Problem, Trouble, resolve_codes
from finder.web.services import services, snapshot
from finder.web.starting_point import starting_point_view
from finder.web.together.card_content import list_link
from finder.web.together.list_request import ListRequest, problem_phrase, read_list_request
from finder.wording import facts, openings
from finder.wording.ages import information_phrase
from finder.wording.cautions import cautions
from finder.wording.distances import distance_phrase, far_phrase, walk_phrase
from finder.wording.fact_words import GATHERING_WORDS
from finder.wording.filter_words import value_word
from finder.wording.gatherings import coming_phrase, doubts_of
from finder.wording.words import QUESTION_WORDS

pages = Blueprint("shortlist", __name__)

MOST_COMPARED = 5
_ONLY_HERE = {"127.0.0.1", "localhost", "::1"}


@dataclass(frozen=True, slots=True)
class Moved:
    """A place of the list seen from the new address, and what is most like it there."""

    place: Place
    far: Listing
    alike: Similar | None
    why: Listing | None


def _common(asked: ListRequest) -> dict[str, object]:
    now = services().clock()
    return {
        "start": starting_point_view(asked.form.start.where, asked.start, services().locator.gazetteer.starting_points),
        "asked": asked,
        "answered": request.method == "POST",
        "problems": [problem_phrase(problem) for problem in asked.resolved.problems],
        "information_phrase": information_phrase,
        "far_phrase": far_phrase,
        "cautions": cautions,
        "next_opening": lambda place: openings.next_opening(place, now),
    }


@pages.route("/<locales:locales>/shortlist", methods=["GET", "POST"])
def page(locales: PageLocales) -> str:
    """Show the list that was sent; a GET brings the page alone, since the list stands behind the ``#``."""
    asked = read_list_request()
    link = list_link(locales, asked.resolved.codes) if asked.places else ""
    return render_template(
        "together/shortlist.html",
        **_common(asked),
        link=link,
        qr=Markup(qr_svg(link)) if link else "",
        only_here=urlsplit(link).hostname in _ONLY_HERE,
    )


@pages.route("/<locales:locales>/compare", methods=["GET", "POST"])
def compare(locales: PageLocales) -> str:
    """Put at most five places side by side; ``also`` are places of the list that are not compared now."""
    asked = read_list_request(MOST_COMPARED)
    waiting = [problem for problem in asked.resolved.problems if problem.trouble is Trouble.TOO_MANY]
    now = services().clock()
    return render_template(
        "together/compare.html",
        **_common(_without(asked, waiting)),
        others=_others(asked),
        languages_of=lambda place: [_spoken(each) for each in place.offer.languages],
        rows=_rows(asked.places),
        coming=lambda place: [_held(each) for each in coming(place, now)],
    )


def _without(asked: ListRequest, told: list[Problem]) -> ListRequest:
    """Leave out problems that the page tells in its own way."""
    others = tuple(problem for problem in asked.resolved.problems if problem not in told)
    return replace(asked, resolved=replace(asked.resolved, problems=others))


def _spoken(language: Sourced[SpokenLanguage]) -> tuple[Sayable, Sayable]:
    spoken = facts.language(language)
    return listing(spoken.said, spoken.when), spoken.age


def _held(occurrence: Occurrence) -> tuple[Sayable, Sayable]:
    return coming_phrase(occurrence), Listing(doubts_of(occurrence.said))


def _others(asked: ListRequest) -> list[Place]:
    """Return the places of the list that are not compared now."""
    listed = resolve_codes((*asked.form.codes, *asked.form.also), snapshot().index, snapshot().codes).places
    return [place for place in listed if place not in asked.places]


def _rows(places: tuple[Place, ...]) -> list[tuple[Sayable, list[facts.AnsweredQuestion]]]:
    return [(QUESTION_WORDS[question], [facts.question(place, question) for place in places]) for question in Question]


@pages.route("/<locales:locales>/moved", methods=["GET", "POST"])
def moved(locales: PageLocales) -> str:
    """Measure each place of the list from a new address, and find what is most like it over there."""
    asked = read_list_request()
    return render_template("together/moved.html", **_common(asked), moved=_moved(asked, asked.start), why_not=_WHY_NOT)


_TOO_FAR = N_("Te ver om te lopen. Bewaar deze plek voor een bezoek.")
_WHY_NOT = N_("Dichtbij vonden we geen plek die hierop lijkt.")


def _moved(asked: ListRequest, start: StartingPoint) -> list[Moved]:
    if start.point is None:
        return []
    taken = set(asked.resolved.codes)
    found = []
    for measured in measure_again(asked.places, start.point):
        likes = snapshot().similar.most_similar(measured.place, start.point, limit=len(taken) + 1)
        alike = next((each for each in likes if each.place.code not in taken), None)
        walk: Sayable = _TOO_FAR if measured.too_far else walk_phrase(measured.metres)
        far = Listing((distance_phrase(measured.metres), walk))
        found.append(Moved(measured.place, far, alike, _why(alike) if alike else None))
    return found


def _why(alike: Similar) -> Listing:
    said: list[Sayable] = []
    for shared in alike.shared:
        if shared == ("religions", Religion.NONE):
            continue  # two houses without a religion have nothing in common by that
        if shared.filter == "gatherings":
            said.append(GATHERING_WORDS[shared.value])
        else:
            said.append(value_word(shared.filter, shared.value))
    return Listing(tuple(dict.fromkeys(said)))
